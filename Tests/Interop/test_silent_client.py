"""A client that gives all its window at once and then says nothing: whatever the server still has must come by itself."""

import struct

import http2
from client import connect, tls_context
from contract import StreamingOutputCallRequest

WINDOW_MAX = 2**31 - 1


class Door:
    """The server as `http2.Session` wants to see it."""

    def __init__(self, server):
        self.server = server

    def context(self, protocols):
        return tls_context(self.server.authority, protocols=protocols)

    def tls(self, context):
        return connect("127.0.0.1", self.server.port, context)


def test_what_a_handler_has_sent_leaves_without_a_word_from_the_client(server):
    """More than one window's worth, and a handler that goes on: neither its end nor the client's windows help."""
    size, count = 10_000, 12
    parameters = [{"size": size}] * count + [{"size": 1, "interval_us": 60_000_000}]
    request = StreamingOutputCallRequest(response_parameters=parameters)
    with http2.Session(Door(server), http2.settings(initial_window_size=WINDOW_MAX)) as session:
        session.send(http2.frame(http2.WINDOW_UPDATE, 0, 0, struct.pack(">I", WINDOW_MAX - 65_535)))
        session.send(http2.request(1, "/grpc.testing.TestService/StreamingOutputCall", request.SerializeToString()))
        received = 0
        while received <= size * count:
            kind, flags, stream, body = session.read()
            received += len(body) if kind == http2.DATA else 0
