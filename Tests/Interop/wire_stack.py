"""A client over the h2 package that sees what the others hide: each message's flag, and each header as it came."""

import base64
import gzip
import socket
import ssl
import urllib.parse

import h2.config
import h2.connection
import h2.errors
import h2.events
from client import CODES, connect

from contract import answer_type, pathed
from outcome import Answer, Failed, only
from patience import PATIENCE_SECONDS

PREFIX_BYTES = 5


class Stack:
    compresses = True

    def __init__(self, server, caller=None):
        context = ssl.create_default_context(cafile=server.authority)
        context.set_alpn_protocols(["h2"])
        if caller:
            context.load_cert_chain(server.certificates / f"{caller}.pem", server.certificates / f"{caller}.key")
        self._socket = connect("127.0.0.1", server.port, context)
        assert self._socket.selected_alpn_protocol() == "h2"
        self.h2 = h2.connection.H2Connection(h2.config.H2Configuration(header_encoding="utf-8"))
        self.h2.initiate_connection()
        self._calls = {}
        self.flush()

    def unary(self, method, request, *, metadata=None, timeout=PATIENCE_SECONDS, compressed=False, accepts="identity,gzip"):
        call = self.call(method, request, metadata=metadata, timeout=timeout, compressed=compressed, accepts=accepts)
        message = call.receive()
        assert call.receive() is None
        return Answer(message, call.initial, call.trailing, call.compressed[0])

    def many(self, method, request, count):
        return [self.unary(method, request) for _ in range(count)]

    def call(self, method, request=None, *, metadata=None, timeout=PATIENCE_SECONDS, compressed=False, accepts="identity,gzip"):
        """`request`: the only message. `compressed`: messages are, unless `send` is told otherwise."""
        headers = [
            *((":method", "POST"), (":scheme", "https"), (":authority", "localhost"), (":path", f"/{pathed(method)}")),
            *(("te", "trailers"), ("content-type", "application/grpc"), ("grpc-accept-encoding", accepts)),
            ("grpc-timeout", f"{int(timeout * 1e3)}m"),
            *([("grpc-encoding", "gzip")] if compressed else []),
            *((key, text(value)) for key, value in (metadata or {}).items()),
        ]
        stream = self.h2.get_next_available_stream_id()
        self.h2.send_headers(stream, headers)
        self.flush()
        call = self._calls[stream] = Call(self, stream, method, compressed)
        return only(request, call)

    def flush(self):
        self._socket.sendall(self.h2.data_to_send())

    def pump(self):
        """Reads once and gives what came to the calls it is for."""
        data = self._socket.recv(65536)
        if not data:
            raise Failed("UNAVAILABLE", "the server closed the connection")
        for event in self.h2.receive_data(data):
            call = self._calls.get(getattr(event, "stream_id", None))
            if isinstance(event, h2.events.DataReceived):
                self.h2.acknowledge_received_data(event.flow_controlled_length, event.stream_id)
            if call:
                call.take(event)
        self.flush()

    def close(self):
        self.h2.close_connection()
        try:
            self.flush()
            self._socket.shutdown(socket.SHUT_RDWR)
        except OSError:
            # The server has gone first.
            pass
        self._socket.close()


class Call:
    def __init__(self, stack, stream, method, compressed):
        self._stack, self._stream, self._compressed = stack, stream, compressed
        self._answer_type = answer_type(method)
        self._body = bytearray()
        self._ended, self._cancelled = False, False
        self.head, self._trailers = {}, {}
        # The flag of each message received.
        self.compressed = []

    def send(self, message, compressed=None):
        compressed = self._compressed if compressed is None else compressed
        body = message.SerializeToString()
        body = gzip.compress(body) if compressed else body
        self.send_bytes(bytes([compressed]) + len(body).to_bytes(4, "big") + body)

    def send_bytes(self, data):
        while data and not self._ended:
            window = self._stack.h2.local_flow_control_window(self._stream)
            room = min(window, self._stack.h2.max_outbound_frame_size, len(data))
            if room == 0:
                self._stack.pump()
                continue
            self._stack.h2.send_data(self._stream, data[:room])
            self._stack.flush()
            data = data[room:]

    def done(self):
        if not self._ended:
            self._stack.h2.end_stream(self._stream)
            self._stack.flush()

    def receive(self):
        while not self._whole() and not self._ended and not self._cancelled:
            self._stack.pump()
        if self._cancelled:
            raise Failed("CANCELLED", "cancelled here")
        if length := self._whole():
            flag, body = self._body[0], bytes(self._body[PREFIX_BYTES:length])
            del self._body[:length]
            self.compressed.append(flag == 1)
            assert flag == 0 or self.head["grpc-encoding"] == "gzip"
            return self._answer_type.FromString(gzip.decompress(body) if flag else body)
        assert not self._body, "the answer ends within a message"
        status = {**self.head, **self._trailers}
        code = CODES[int(status["grpc-status"])]
        if code != "OK":
            raise Failed(code, urllib.parse.unquote(status.get("grpc-message", "")))
        return None

    def _whole(self):
        """How long the message at the front is with its prefix, if it is here."""
        length = PREFIX_BYTES + int.from_bytes(self._body[1:PREFIX_BYTES], "big")
        return length if PREFIX_BYTES <= length <= len(self._body) else None

    def take(self, event):
        if isinstance(event, h2.events.ResponseReceived):
            self.head = dict(event.headers)
            assert (self.head[":status"], self.head["content-type"]) == ("200", "application/grpc")
        elif isinstance(event, h2.events.DataReceived):
            self._body += event.data
        elif isinstance(event, h2.events.TrailersReceived):
            self._trailers = dict(event.headers)
        elif isinstance(event, (h2.events.StreamEnded, h2.events.StreamReset)):
            self._ended = True

    def cancel(self):
        self._stack.h2.reset_stream(self._stream, h2.errors.ErrorCodes.CANCEL)
        self._stack.flush()
        self._cancelled = True

    @property
    def initial(self):
        return decoded(self.head)

    @property
    def trailing(self):
        return decoded(self._trailers or self.head)


def text(value):
    return value if isinstance(value, str) else base64.b64encode(value).rstrip(b"=").decode()


def decoded(headers):
    return {key: base64.b64decode(value + "==") if key.endswith("-bin") else value for key, value in headers.items()}
