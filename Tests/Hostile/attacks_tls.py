"""Who gets a connection at all. What TLS refuses, it says by an alert; behind TLS a caller must be known."""

import datetime
import socket
import ssl
import struct

from cryptography.x509.oid import ExtendedKeyUsageOID

import certificates
from attack import attack
from attacks_frames import outcome, request

HOUR = datetime.timedelta(hours=1)


def shown(name, answer, words, **how):
    """An attack: a certificate of the trusted authority that is wrong in one way."""

    def once(target):
        folder = target.installation.folder / "wrong"
        folder.mkdir(exist_ok=True)
        if not (folder / f"{name}.pem").exists():
            certificates.make(folder, name, target.installation.certificates, **how)
        return target.alert(target.context(name, folder=folder))

    attack(answer, words)(once)


# OpenSSL has no alert of its own for "not yet valid".
shown("expired", "alert certificate_expired", "an expired certificate", begins=-2 * HOUR, ends=-HOUR)
shown("early", "alert bad_certificate", "a certificate that is not yet valid", begins=HOUR, ends=2 * HOUR)
shown("usage", "alert unsupported_certificate", "a certificate for servers", usage=ExtendedKeyUsageOID.SERVER_AUTH)


@attack("alert unknown_ca", "a certificate signed by itself")
def signed_by_itself(target):
    folder = target.installation.folder / "wrong"
    folder.mkdir(exist_ok=True)
    if not (folder / "itself.pem").exists():
        certificates.make(folder, "itself", None)
    return target.alert(target.context("itself", folder=folder))


@attack("alert unknown_ca", "a certificate of another authority")
def other_authority(target):
    return target.alert(target.context("portal", folder=target.installation.other_authority))


@attack("alert certificate_required", "no certificate")
def no_certificate(target):
    return target.alert(target.context(None))


@attack("alert no_application_protocol", "no ALPN")
def no_alpn(target):
    return target.alert(target.context("portal", ()))


@attack("alert no_application_protocol", "another protocol's ALPN")
def other_alpn(target):
    return target.alert(target.context("portal", ("http/1.1",)))


@attack("alert no_application_protocol", "the native protocol over TLS 1.2")
def tls_1_2(target):
    return old(target, ssl.TLSVersion.TLSv1_2)


@attack("alert protocol_version", "TLS 1.1")
def tls_1_1(target):
    return old(target, ssl.TLSVersion.TLSv1_1)


def old(target, version):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    # OpenSSL itself offers TLS 1.1 at its lowest level only.
    context.set_ciphers("ALL:@SECLEVEL=0")
    context.minimum_version, context.maximum_version = ssl.TLSVersion.TLSv1, version
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    context.set_alpn_protocols(["mandate-rpc/1"])
    return target.alert(context)


@attack("PERMISSION_DENIED UNKNOWN_CALLER", "a certificate that names no caller")
def nameless(target):
    folder = target.installation.folder / "wrong"
    folder.mkdir(exist_ok=True)
    if not (folder / "nameless.pem").exists():
        certificates.make(folder, "nameless", target.installation.certificates, uri=None)
    return outcome(Shown(target, "nameless", folder), request())


@attack("PERMISSION_DENIED UNKNOWN_CALLER", "a caller that is not listed")
def stranger(target):
    return outcome(Shown(target, "stranger"), request())


@attack("PERMISSION_DENIED CALLER_NOT_ALLOWED", "a caller outside its methods")
def narrow(target):
    return outcome(Shown(target, "narrow"), request("mandate.mailbox.v1.AccessService/Explain"))


class Shown:
    """The target, for one who shows another certificate."""

    def __init__(self, target, certificate, folder=None):
        self.target, self.certificate = target, certificate
        self.folder = folder or target.installation.certificates

    def connect(self):
        return self.target.connect(self.certificate, certificates=self.folder, authority=self.target.authority)


# Bytes that are no TLS, or stop being it.


def read_to_the_end(plain):
    try:
        came = b"".join(iter(lambda: plain.recv(4096), b""))
    except ConnectionResetError:
        return "reset"
    # An alert record at most: type 21.
    return "closed" if not came or came[0] == 21 else "bytes"


@attack("closed", "HTTP")
def http(target):
    with target.plain() as plain:
        plain.sendall(b"GET / HTTP/1.1\r\n\r\n")
        return read_to_the_end(plain)


@attack("closed", "a record of zeros")
def zeros(target):
    with target.plain() as plain:
        plain.sendall(b"\x00" * 100)
        return read_to_the_end(plain)


@attack("closed", "a client's hello of 16 KiB that is none")
def no_hello(target):
    with target.plain() as plain:
        plain.sendall(b"\x16\x03\x01\x40\x00\x01\x00\x3f\xfc\x03\x03" + b"\xff" * (0x4000 - 6))
        return read_to_the_end(plain)


@attack("gone", "TCP opened and reset")
def tcp_reset(target):
    plain = target.plain()
    plain.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    plain.close()
    return "gone"


@attack("gone", "a handshake, and gone")
def handshake_and_gone(target):
    target.tls().close()
    return "gone"


@attack("closed", "a record changed after the handshake")
def changed_record(target):
    """Bytes that are no record of this connection, sent past TLS on the same socket."""
    secured = target.tls()
    with socket.socket(fileno=secured.detach()) as plain:
        plain.settimeout(15)
        plain.sendall(b"\x17\x03\x03\x00\x20" + b"\x5a" * 32)
        came = b"".join(iter(lambda: plain.recv(4096), b""))
        return "closed" if came else "nothing"
