"""Certificates and callers replaced while a server runs: new ones count, broken ones change nothing and are reported."""

import hashlib
import json
import os
import shutil
import signal
import socket
import ssl

import pytest
from mandate.mailbox.v1 import access_pb2

from installation import Installation, make_certificates
from scene import Hands, eventually, refused

NARROW = "spiffe://mandate.test/service/narrow"
# Answered without any account: the caller is all that is judged.
QUESTION = access_pb2.CheckRequest(
    account_id="acc_" + "0" * 26, mailbox_id="mbx_" + "0" * 26, right=access_pb2.RIGHT_OPEN
)


@pytest.fixture
def own(tmp_path):
    """Servers of this test's own. What a test breaks is logged as an error, so that nothing is asked of the logs here."""
    own = Installation(tmp_path)
    try:
        own.start()
        yield own
    finally:
        own.stop()


@pytest.fixture
def server(own):
    return own.servers["mailbox"]


def said(server, message):
    return [line for line in server.lines() if line.get("message") == message]


def hang_up(server, message):
    """SIGHUP, and the server has said what came of it."""
    before = len(said(server, message))
    server.process.send_signal(signal.SIGHUP)
    eventually(lambda: len(said(server, message)) > before)


def shown(own, name="mailbox"):
    """The certificate that a new connection is shown, in short."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.load_verify_locations(own.certificates / "authority.pem")
    context.set_alpn_protocols(["mandate-rpc/1"])
    with socket.create_connection(("127.0.0.1", own.servers[name].port), timeout=10) as plain:
        with context.wrap_socket(plain, server_hostname="localhost") as connection:
            return hashlib.sha256(connection.getpeercert(binary_form=True)).hexdigest()


def renewed(own):
    """A folder with a new certificate and key for mailbox, from the same authority."""
    folder = own.folder / "renewed"
    folder.mkdir(exist_ok=True)
    for file in ("authority.pem", "authority.key"):
        shutil.copy(own.certificates / file, folder / file)
    for file in ("mandate-mailbox.pem", "mandate-mailbox.key"):
        (folder / file).unlink(missing_ok=True)
    make_certificates(folder, ["mandate-mailbox"], operators=())
    return folder


def put(own, folder):
    """In place of what is there, as a tool that renews certificates does it: each file at once."""
    for file in ("mandate-mailbox.key", "mandate-mailbox.pem"):
        shutil.copy(folder / file, own.certificates / (file + ".new"))
        os.replace(own.certificates / (file + ".new"), own.certificates / file)


@pytest.mark.parametrize("signalled", [True, False], ids=["SIGHUP", "a changed file"])
def test_a_replaced_certificate_is_shown_to_new_connections(own, server, signalled):
    before = shown(own)
    with own.connect("mailbox") as old:
        put(own, renewed(own))
        if signalled:
            server.process.send_signal(signal.SIGHUP)
        after = eventually(lambda: (now := shown(own)) != before and now)
        assert old.ping(1) == 1, "connections from before stay"
    assert shown(own) == after
    assert said(server, "certificate reloaded")
    # The way to identity, which has asked for this server's certificate, still works with the new one.
    own.servers["identity"].terminate()
    assert own.servers["identity"].await_end() == 0
    own.servers["identity"].start()
    own.servers["identity"].await_ready()
    server.await_ready()


@pytest.mark.parametrize("broken", ["no certificate at all", "the key of another", "no file"])
def test_a_broken_certificate_changes_nothing_and_is_reported(own, server, broken):
    before = shown(own)
    certificate, key = own.certificates / "mandate-mailbox.pem", own.certificates / "mandate-mailbox.key"
    if broken == "no certificate at all":
        certificate.write_text("-----BEGIN CERTIFICATE-----\nbroken\n-----END CERTIFICATE-----\n")
    elif broken == "the key of another":
        shutil.copy(own.certificates / "portal.key", key)
    else:
        certificate.unlink()
    hang_up(server, "certificate not reloaded")
    errors = said(server, "certificate not reloaded")
    assert all(line["level"] == "error" and "mandate-mailbox" in line["error"] for line in errors), errors
    assert shown(own) == before
    with own.connect("mailbox") as connection:
        assert connection.ping(1) == 1
    put(own, renewed(own))
    server.process.send_signal(signal.SIGHUP)
    eventually(lambda: shown(own) != before)


def callers_of(own):
    return json.loads(callers_file(own).read_text())


def callers_file(own):
    return own.folder / "mailbox.callers.json"


def test_callers_are_read_again(own, server):
    narrow, stranger = Hands(own, "narrow"), Hands(own, "stranger")
    callers = callers_of(own)
    narrow.ask(QUESTION)
    with refused("PERMISSION_DENIED", "UNKNOWN_CALLER"):
        stranger.ask(QUESTION)

    for caller in callers["callers"]:
        if caller["uri"] == NARROW:
            caller["uri"] = "spiffe://mandate.test/service/stranger"
    callers_file(own).write_text(json.dumps(callers))
    narrow.ask(QUESTION)
    hang_up(server, "callers reloaded")
    # On the connections that were there, and on new ones.
    for hands in (narrow, Hands(own, "narrow")):
        with refused("PERMISSION_DENIED", "UNKNOWN_CALLER"):
            hands.ask(QUESTION)
    for hands in (stranger, Hands(own, "stranger")):
        hands.ask(QUESTION)


@pytest.mark.parametrize("broken", [
    "{", '{"callers": 1}', '{"callers": [{"uri": "spiffe://mandate.test/service/stranger"}]}',
    '{"callers": [{"uri": "spiffe://mandate.test/service/stranger", "methods": ["mandate.mailbox.v1.AccessService/Chekc"]}]}',
], ids=["no JSON", "no list", "no methods", "no such method"])
def test_a_broken_callers_file_changes_nothing_and_is_reported(own, server, broken):
    narrow, good = Hands(own, "narrow"), callers_file(own).read_text()
    callers_file(own).write_text(broken)
    hang_up(server, "callers not reloaded")
    line = said(server, "callers not reloaded")[-1]
    assert line["level"] == "error" and "mailbox.callers.json" in line["error"]
    narrow.ask(QUESTION)
    with refused("PERMISSION_DENIED", "UNKNOWN_CALLER"):
        Hands(own, "stranger").ask(QUESTION)
    callers_file(own).write_text(good)
    hang_up(server, "callers reloaded")
    narrow.ask(QUESTION)
