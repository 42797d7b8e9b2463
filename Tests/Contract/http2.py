"""HTTP/2 by hand, frame by frame: what a library would not let an attacker do. RFC 9113."""

import struct

import hpack

PREFACE = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
DATA, HEADERS, PRIORITY, RST_STREAM, SETTINGS, PUSH_PROMISE, PING, GOAWAY, WINDOW_UPDATE, CONTINUATION = range(10)
END_STREAM, ACK, END_HEADERS, PADDED = 0x1, 0x1, 0x4, 0x8
CODES = (
    "NO_ERROR", "PROTOCOL_ERROR", "INTERNAL_ERROR", "FLOW_CONTROL_ERROR", "SETTINGS_TIMEOUT", "STREAM_CLOSED",
    "FRAME_SIZE_ERROR", "REFUSED_STREAM", "CANCEL", "COMPRESSION_ERROR", "CONNECT_ERROR", "ENHANCE_YOUR_CALM",
    "INADEQUATE_SECURITY", "HTTP_1_1_REQUIRED",
)
CHECK = "/mandate.mailbox.v1.AccessService/Check"
FOLLOW = "/mandate.feed.v1.FeedService/FollowFeed"


def frame(kind, flags, stream, body=b""):
    return struct.pack(">I", len(body))[1:] + struct.pack(">BBI", kind, flags, stream) + body


def settings(**values):
    numbers = {"header_table_size": 1, "enable_push": 2, "max_concurrent_streams": 3, "initial_window_size": 4}
    return frame(SETTINGS, 0, 0, b"".join(struct.pack(">HI", numbers[name], value) for name, value in values.items()))


def block(path, method="POST", **more):
    """A header block that uses no table, so that each can be sent any number of times."""
    fields = {
        ":method": method, ":scheme": "https", ":path": path, ":authority": "localhost",
        "content-type": "application/grpc", "te": "trailers", **{name.replace("_", "-"): value for name, value in more.items()},
    }
    coded = b""
    for name, value in fields.items():
        for text, first in ((name, b"\0"), (value, b"")):
            coded += first + number(len(text)) + text.encode()
    return coded


def number(value):
    """HPACK's number with seven bits in its first byte (RFC 7541, section 5.1)."""
    if value < 127:
        return bytes([value])
    coded, value = b"\x7f", value - 127
    while value >= 128:
        coded, value = coded + bytes([value % 128 | 128]), value // 128
    return coded + bytes([value])


def request(stream, path=CHECK, message=b"", **more):
    """A whole unary call."""
    return frame(HEADERS, END_HEADERS, stream, block(path, **more)) + data(stream, message)


def get(stream, path):
    """What a browser sends."""
    return frame(HEADERS, END_HEADERS | END_STREAM, stream, block(path, method="GET"))


def message(content):
    """With gRPC's prefix, not compressed."""
    return b"\0" + struct.pack(">I", len(content)) + content


def data(stream, content, flags=END_STREAM):
    return frame(DATA, flags, stream, message(content))


class Session:
    """One connection, after both sides' settings."""

    def __init__(self, target, first=settings()):
        self._socket = target.tls(target.context(protocols=("h2",)))
        self._received, self._headers = bytearray(), hpack.Decoder()
        self.send(PREFACE + first)
        kind, *_ = self.read()
        assert kind == SETTINGS
        self.send(frame(SETTINGS, ACK, 0))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._socket.close()

    def send(self, data):
        self._socket.sendall(data)

    def read(self):
        """Kind, flags, stream and body of the next frame; raises EOFError at the end. The fields of headers, which change
        the decoder's table, are in `fields` then."""
        header = self._take(9)
        body = self._take(int.from_bytes(header[:3], "big"))
        if header[3] == HEADERS:
            self.fields = dict(self._headers.decode(body))
        return header[3], header[4], int.from_bytes(header[5:], "big") & 0x7FFFFFFF, body

    def _take(self, count):
        while len(self._received) < count:
            try:
                part = self._socket.recv(1 << 16)
            except ConnectionError as error:
                raise EOFError from error
            if not part:
                raise EOFError
            self._received += part
        taken = bytes(self._received[:count])
        del self._received[:count]
        return taken

    def answer(self, stream):
        """How a stream ends: its gRPC status, its HTTP status, or a code; or how the connection does."""
        status = None
        try:
            while True:
                kind, flags, its, body = self.read()
                if kind == GOAWAY and (code := int.from_bytes(body[4:8], "big")):
                    return f"GOAWAY {CODES[code]}"
                if kind == HEADERS and its == stream:
                    coded = self.fields.get("grpc-status")
                    status = f"grpc-status {coded}" if coded else self.fields.get(":status")
                if kind == RST_STREAM and its == stream:
                    return status if status and flags == 0 and body == b"\0" * 4 else f"RST_STREAM {CODES[int.from_bytes(body, 'big')]}"
                if its == stream and kind in (HEADERS, DATA) and flags & END_STREAM:
                    return status
        except EOFError:
            return "closed"

    def page(self, stream):
        """HTTP status and body of a stream."""
        status, text, ended = None, b"", False
        while not ended:
            kind, flags, its, body = self.read()
            if its == stream:
                status = self.fields.get(":status") if kind == HEADERS else status
                text += body if kind == DATA else b""
                ended = kind in (HEADERS, DATA) and bool(flags & END_STREAM)
        return status, text.decode()

    def ending(self):
        """How the connection ends."""
        return self.answer(-1)
