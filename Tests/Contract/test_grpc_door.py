"""gRPC's door on the same port: how it is agreed on, what a browser gets, and how it closes."""

import ssl
import threading

import pytest
from mandate.mailbox.v1 import access_pb2

import http2
from client import connect, tls_context
from http2 import CHECK, GOAWAY, RST_STREAM, Session, frame, request
from installation import Installation, running
from scene import Hands, Organization, eventually, mailbox_of

BOTH = ("mandate-rpc/1", "h2")


class Door:
    """One server as `http2.Session` wants to see it."""

    def __init__(self, installation, server, version=None):
        self.installation, self.server, self.version = installation, installation.servers[server], version

    def context(self, protocols):
        folder = self.installation.certificates
        context = tls_context(
            folder / "authority.pem", folder / "operator-admin.pem", folder / "operator-admin.key", protocols=protocols)
        if self.version:
            context.minimum_version = context.maximum_version = self.version
        return context

    def tls(self, context):
        return connect("127.0.0.1", self.server.port, context)


@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3])
def test_grpc_is_spoken_over_tls_1_2_and_1_3(installation, version):
    with Session(Door(installation, "mailbox", version)) as session:
        session.send(request(1))
        assert session.answer(1) == "grpc-status 3"


def test_who_offers_both_gets_the_native_protocol_over_tls_1_3_and_grpc_over_1_2(installation):
    for version, protocol in ((ssl.TLSVersion.TLSv1_3, "mandate-rpc/1"), (ssl.TLSVersion.TLSv1_2, "h2")):
        door = Door(installation, "mailbox", version)
        with door.tls(door.context(BOTH)) as secured:
            assert secured.selected_alpn_protocol() == protocol


def test_the_native_protocol_is_refused_over_tls_1_2(installation):
    door = Door(installation, "mailbox", ssl.TLSVersion.TLSv1_2)
    with pytest.raises((ssl.SSLError, ConnectionError), match="(?i)no.application.protocol"):
        door.tls(door.context(("mandate-rpc/1",)))


@pytest.mark.parametrize(
    "path, status, body",
    [("/health", "200", "ready\n"), ("/", "404", "this is gRPC: POST /package.Service/Method\n"), ("/metrics", "404", None)],
)
def test_a_browser_gets_a_page(installation, path, status, body):
    with Session(Door(installation, "audit")) as session:
        session.send(http2.get(1, path))
        assert session.page(1) == (status, body or "this is gRPC: POST /package.Service/Method\n")


@pytest.mark.parametrize(
    "content_type, answer",
    [
        ("application/grpc+proto; charset=utf-8", "grpc-status 3"), ("application/grpc+json", "grpc-status 12"),
        ("application/grpcfoo", "415"), ("application/grpc-web", "415"),
    ],
)
def test_a_content_type_is_judged_as_the_specification_says(installation, content_type, answer):
    with Session(Door(installation, "mailbox")) as session:
        session.send(request(1, content_type=content_type))
        assert session.answer(1) == answer


def test_an_answer_before_the_request_has_ended_stops_the_client(installation):
    with Session(Door(installation, "mailbox")) as session:
        session.send(frame(http2.HEADERS, http2.END_HEADERS, 1, http2.block("/no.Such/Method")))
        seen = []
        while RST_STREAM not in seen:
            kind, flags, stream, body = session.read()
            seen.append(kind)
        assert (stream, body) == (1, b"\0\0\0\0"), "NO_ERROR: what was sent was enough"
        session.send(request(3))
        assert session.answer(3) == "grpc-status 3"


def test_128_messages_longer_than_their_windows_come_in_turns(installation):
    """All announce 100 KB and send a window of it. Four at a time are given more, and all become whole."""
    long, count = b"\x0a\x90\xa1\x06" + b"x" * 102_544, 128
    with Session(Door(installation, "mailbox")) as session:
        windows = {stream: 65_536 for stream in range(1, 2 * count, 2)}
        rests = {}
        for stream in windows:
            session.send(frame(http2.HEADERS, http2.END_HEADERS, stream, http2.block(CHECK)))
            rests[stream] = http2.message(long)
        answered, connection = set(), 65_535
        while len(answered) < count:
            for stream in list(rests):
                while rests.get(stream) and (room := min(windows[stream], connection, 16_384)) > 0:
                    part, rest = rests[stream][:room], rests[stream][room:]
                    windows[stream] -= len(part)
                    connection -= len(part)
                    rests[stream] = rest
                    session.send(frame(http2.DATA, 0 if rest else http2.END_STREAM, stream, part))
            kind, flags, stream, body = session.read()
            if kind == http2.WINDOW_UPDATE and stream:
                windows[stream] += int.from_bytes(body, "big")
            elif kind == http2.WINDOW_UPDATE:
                connection += int.from_bytes(body, "big")
            elif kind == http2.HEADERS and flags & http2.END_STREAM:
                answered.add(stream)
            assert kind not in (GOAWAY, RST_STREAM), body


@pytest.fixture(scope="module")
def own(tmp_path_factory):
    yield from running(Installation(tmp_path_factory.mktemp("door")))


class Caller(threading.Thread):
    """Calls, sixteen at once, until the server names the last stream that it answers."""

    def __init__(self, door, question):
        super().__init__()
        self.session, self.question = Session(door), question
        self.answered, self.refused, self.sent, self.last = set(), {}, 0, None

    def call(self):
        self.session.send(request(2 * self.sent + 1, message=self.question))
        self.sent += 1

    def run(self):
        for _ in range(16):
            self.call()
        while self.last is None or len(self.answered) < (self.last + 1) // 2:
            kind, flags, stream, body = self.session.read()
            if kind == GOAWAY and (last := int.from_bytes(body[:4], "big")) != 0x7FFFFFFF:
                self.last = last
            if kind == http2.HEADERS and flags & http2.END_STREAM:
                self.answered.add(stream)
                if self.last is None:
                    self.call()
        self.ended = self.session.ending()


def test_sigterm_over_grpc_leaves_no_call_unanswered_that_the_server_took(own):
    house = Organization(Hands(own, "operator-admin"))
    person = house.person()
    question = access_pb2.CheckRequest(
        account_id=person.id, mailbox_id=mailbox_of(person), right=access_pb2.RIGHT_OPEN).SerializeToString()
    callers = [Caller(Door(own, "mailbox"), question) for _ in range(4)]
    for caller in callers:
        caller.start()
    eventually(lambda: all(len(caller.answered) >= 100 for caller in callers))
    server = own.servers["mailbox"]
    server.terminate()
    for caller in callers:
        caller.join(30)
        assert not caller.is_alive()
        assert caller.answered == set(range(1, caller.last + 1, 2)), "what was taken was answered, and nothing else"
        assert caller.ended == "closed"
    assert server.await_end() == 0
    server.start()
    server.await_ready()

