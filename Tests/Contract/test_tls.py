"""Who gets a connection at all: certificates, the protocol's name, and bytes that are no TLS."""

import socket
import ssl
import subprocess

import pytest

from client import ConnectionEnded
from installation import Installation, binary
from patience import PATIENCE_SECONDS
from scene import eventually


@pytest.fixture(autouse=True)
def the_server_lives_on(installation):
    yield
    with installation.connect("mailbox") as connection:
        assert connection.ping(1) == 1


def never_served(connect):
    """No frame ever comes. With TLS 1.3 a client learns that its certificate was refused at its first read."""
    try:
        connection = connect()
    except (ssl.SSLError, ConnectionError):
        return True
    try:
        connection.read_frame()
    except ConnectionEnded:
        return True
    finally:
        connection.close()
    return False


@pytest.mark.parametrize("server", ["identity", "mailbox", "audit"])
def test_a_certificate_is_required(installation, server):
    assert never_served(lambda: installation.connect(server, None, say_hello=False))


@pytest.mark.parametrize("server", ["identity", "mailbox", "audit"])
def test_a_certificate_of_another_authority_is_refused(installation, server):
    # The same name, signed by somebody else.
    other = installation.other_authority
    assert never_served(lambda: installation.connect(server, certificates=other, say_hello=False))


def test_a_server_of_another_authority_is_refused(installation):
    with pytest.raises(ssl.SSLCertVerificationError):
        installation.connect("mailbox", authority=installation.other_authority / "authority.pem")


def test_a_server_of_another_name_is_refused(installation):
    with pytest.raises(ssl.SSLCertVerificationError):
        installation.connect("mailbox", server_name="example.org")


def other_service(expected, shown):
    """What a client of ours says of a server that is another one."""
    uri = "spiffe://mandate.test/service/"
    return f"the peer's certificate is refused: its URI is {uri}{shown}, expected was {uri}{expected}"


def test_mandatectl_talks_only_to_the_service_it_means(installation):
    """Every certificate here has the name localhost, and all come from one authority."""
    wrong = f"localhost:{installation.servers['mailbox'].port}"
    asked = subprocess.run(
        [
            *(binary("mandatectl"), "server", "identity", "--identity", wrong),
            *("--certificates", str(installation.certificates)),
        ],
        capture_output=True, text=True, timeout=PATIENCE_SECONDS)
    assert asked.returncode != 0 and other_service("mandate-identity", "mandate-mailbox") in asked.stdout, asked


def test_a_server_follows_only_the_service_it_means(tmp_path):
    own = Installation(tmp_path)
    try:
        own.start()
        identity, mailbox = own.servers["identity"], own.servers["mailbox"]
        good = list(identity.arguments)
        stolen = [str(own.certificates / f"portal.{kind}") for kind in ("pem", "key")]
        identity.terminate()
        assert identity.await_end() == 0
        for flag, file in zip(("--tls-certificate", "--tls-key"), stolen):
            identity.arguments[identity.arguments.index(flag) + 1] = file
        identity.start()
        expected = other_service("mandate-identity", "portal")
        eventually(lambda: any(
            line["message"] == "no connection to mandate-identity" and expected in line["error"] for line in mailbox.lines()))
        eventually(lambda: mailbox.ask("/readyz")[0] == 503)
        identity.terminate()
        assert identity.await_end() == 0
        identity.arguments = good
        identity.start()
        mailbox.await_ready()
    finally:
        own.stop()


@pytest.mark.parametrize("protocols", [(), ("http/1.1",), ("mandate-rpc/2",), ("mandate-rpc",)], ids=str)
def test_without_the_protocols_name_there_is_no_connection(installation, protocols):
    assert never_served(lambda: installation.connect("mailbox", protocols=protocols, say_hello=False))


def test_tls_1_2_is_refused(installation):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.maximum_version = ssl.TLSVersion.TLSv1_2
    context.load_verify_locations(installation.certificates / "authority.pem")
    context.set_alpn_protocols(["mandate-rpc/1"])
    with socket.create_connection(("127.0.0.1", installation.servers["mailbox"].port), timeout=PATIENCE_SECONDS) as plain:
        with pytest.raises((ssl.SSLError, ConnectionError)):
            context.wrap_socket(plain, server_hostname="localhost").recv(1)


@pytest.mark.parametrize("data", [b"GET / HTTP/1.1\r\n\r\n", b"\x00" * 100, b"\x16\x03\x01\xff\xff" + b"\x01" * 50], ids=["http", "zeros", "half a record"])
def test_what_is_no_tls_gets_nothing(installation, data):
    with socket.create_connection(("127.0.0.1", installation.servers["mailbox"].port), timeout=PATIENCE_SECONDS) as plain:
        plain.sendall(data)
        plain.settimeout(15)
        try:
            came = b"".join(iter(lambda: plain.recv(4096), b""))
        except ConnectionResetError:
            came = b""
        # An alert record at most, never a frame.
        assert len(came) <= 64 and (not came or came[0] == 21)
