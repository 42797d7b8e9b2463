"""Certificates and callers replaced while a server runs: new ones count, broken ones change nothing and are reported."""

import hashlib
import itertools
import json
import os
import queue
import shutil
import signal
import socket
import ssl

import pytest
from grpc import RpcError
from mandate.feed.v1 import feed_pb2
from mandate.mailbox.v1 import access_pb2

import grpc_channel
from client import CallError
from installation import Installation, make_certificates
from patience import PATIENCE_SECONDS
from scene import Hands, eventually, refused

FOLLOW = "mandate.feed.v1.FeedService/FollowFeed"
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
    with socket.create_connection(("127.0.0.1", own.servers[name].port), timeout=PATIENCE_SECONDS) as plain:
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


def callers_of(own, name="mailbox"):
    return json.loads(callers_file(own, name).read_text())


def callers_file(own, name="mailbox"):
    return own.folder / f"{name}.callers.json"


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


def following(own):
    """Open Follow streams of portal, natively and over gRPC, each as a function that waits for the next message."""
    native = own.connect("identity", "portal").call(FOLLOW, timeout=None)
    native.send(feed_pb2.FollowFeedRequest(start=feed_pb2.FeedStart(follower="native")))
    channel = grpc_channel.channel(own, "identity", "portal")
    start = feed_pb2.FollowFeedRequest(start=feed_pb2.FeedStart(follower="grpc")).SerializeToString()
    # The start, and then nothing more, but no end either.
    grpc = channel.stream_stream(f"/{FOLLOW}")(itertools.chain([start], iter(queue.Queue().get, None)))
    return channel, native.receive, lambda: next(grpc)


def test_an_open_stream_ends_when_new_callers_do_not_allow_it(own, server):
    identity, good = own.servers["identity"], callers_file(own, "identity").read_text()
    channel, native, grpc = following(own)
    assert native().WhichOneof("kind") == "started" and grpc()
    callers = callers_of(own, "identity")
    callers["callers"] = [one for one in callers["callers"] if not one["uri"].endswith(("/portal", "/mandate-mailbox"))]
    callers_file(own, "identity").write_text(json.dumps(callers))
    hang_up(identity, "callers reloaded")
    with refused("PERMISSION_DENIED", "UNKNOWN_CALLER"):
        while True:
            native()
    with pytest.raises(RpcError) as ended:
        while True:
            grpc()
    assert ended.value.code().name == "PERMISSION_DENIED" and "portal" in ended.value.details()
    channel.close()
    # The real follower: its lease is not extended any more, so it decides nothing; listed again it follows again.
    question = Hands(own, "narrow")

    def stale():
        try:
            question.ask(QUESTION)
        except CallError as error:
            assert (error.code, error.reason) == ("UNAVAILABLE", "STALE")
            return True

    eventually(stale)
    assert said(identity, "callers reloaded")[-1]["streams_ended"] == "3"
    callers_file(own, "identity").write_text(good)
    hang_up(identity, "callers reloaded")
    server.await_ready()
    question.ask(QUESTION)


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
