"""A DNS server on loopback, over UDP and TCP, for tests: it says what a test publishes, true or hostile.

    names = NameServer()
    names.publish("_mandate.acme.example", "mandate-verification=…")    # TXT records; of every other name it says NXDOMAIN
    names.answer("_mandate.acme.example", lambda query, tcp: [...])     # the bytes of each message that goes back
"""

import socket
import struct
import threading

NOERROR, SERVFAIL, NXDOMAIN, REFUSED = 0, 2, 3, 5
TXT, CNAME = 16, 5
RESPONSE, TRUNCATED, RECURSION = 0x8000, 0x0200, 0x0180


def encoded(name):
    return b"".join(bytes([len(label)]) + label.encode() for label in name.split(".")) + b"\0"


def record(kind, data, owner=b"\xc0\x0c"):
    """A resource record; its owner is the question's name unless said otherwise."""
    return owner + struct.pack("!HHIH", kind, 1, 60, len(data)) + data


def text(value):
    """A TXT record, in strings of at most 255 bytes."""
    data = value.encode()
    parts = [data[at : at + 255] for at in range(0, len(data), 255)] or [b""]
    return record(TXT, b"".join(bytes([len(part)]) + part for part in parts))


def message(query, *records, code=NOERROR, flags=RECURSION, id=None, question=None):
    """An answer to the query."""
    head = struct.pack("!HHHHHH", struct.unpack("!H", query[:2])[0] if id is None else id, RESPONSE | flags | code, 1,
                       len(records), 0, 0)
    return head + (query[12:] if question is None else question) + b"".join(records)


def asked(query):
    """The name of its question, in lower case."""
    labels, at = [], 12
    while query[at]:
        labels.append(query[at + 1 : at + 1 + query[at]].decode().lower())
        at += 1 + query[at]
    return ".".join(labels)


def one_port():
    """Sockets for UDP and for TCP at one port. A port that is free for the one can be somebody else's for the other."""
    for _ in range(50):
        udp, tcp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM), socket.socket()
        tcp.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        udp.bind(("127.0.0.1", 0))
        try:
            tcp.bind(udp.getsockname())
            return udp, tcp
        except OSError:
            udp.close()
            tcp.close()
    raise AssertionError("no port is free for both")


class NameServer:
    def __init__(self):
        self.udp, self.tcp = one_port()
        self.port = self.udp.getsockname()[1]
        self.tcp.listen(20)
        self.zone, self.asked = {}, []
        for serve in (self._serve_udp, self._serve_tcp):
            threading.Thread(target=serve, daemon=True).start()

    def publish(self, name, *values):
        self.answer(name, lambda query, tcp: [message(query, *(text(value) for value in values))])

    def answer(self, name, reply):
        self.zone[name.lower()] = reply

    def forget(self, name):
        self.zone.pop(name.lower(), None)

    def close(self):
        for one in (self.udp, self.tcp):
            try:
                one.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass
            one.close()

    def _replies(self, query, tcp):
        name = asked(query)
        self.asked.append((name, tcp))
        reply = self.zone.get(name, lambda query, tcp: [message(query, code=NXDOMAIN)])
        return reply(query, tcp)

    def _serve_udp(self):
        while True:
            try:
                query, peer = self.udp.recvfrom(4096)
            except OSError:
                return
            if not query:
                return
            for reply in self._replies(query, False):
                self.udp.sendto(reply, peer)

    def _serve_tcp(self):
        while True:
            try:
                connection, _ = self.tcp.accept()
            except OSError:
                return
            threading.Thread(target=self._talk, args=(connection,), daemon=True).start()

    def _talk(self, connection):
        with connection, connection.makefile("rwb") as stream:
            try:
                while len(size := stream.read(2)) == 2:
                    query = stream.read(struct.unpack("!H", size)[0])
                    for reply in self._replies(query, True):
                        stream.write(struct.pack("!H", len(reply)) + reply)
                        stream.flush()
            except OSError:
                pass
