"""The gRPC door: HTTP/2's own floods, and broken gRPC inside sound HTTP/2."""

import contextlib
import gzip
import struct

import http2
from attack import FRAMES, attack
from http2 import CHECK, END_HEADERS, END_STREAM, FOLLOW, Session, block, data, frame, number, request, settings

MIB = 1 << 20
RST = struct.pack(">I", 8)


def flood(target, sent, first=settings()):
    """Sends all of it, as far as the server takes it; how the connection ends."""
    with Session(target, first) as session:
        with contextlib.suppress(OSError):
            session.send(sent)
        return session.ending()


def call(target, sent, first=settings(), stream=1):
    """Sends it; how the stream ends. The connection must still serve another call."""
    with Session(target, first) as session:
        session.send(sent)
        answer = session.answer(stream)
        if not answer.startswith(("GOAWAY", "closed")):
            session.send(request(1001))
            assert session.answer(1001) == "grpc-status 3", "the connection serves no more"
        return answer


# Floods of frames.

@attack("GOAWAY INTERNAL_ERROR", "h2: 20,000 calls, each reset at once")
def rapid_reset(target):
    pairs = b"".join(
        frame(http2.HEADERS, END_HEADERS, stream, block(FOLLOW)) + frame(http2.RST_STREAM, 0, stream, RST)
        for stream in range(1, 40_000, 2)
    )
    return flood(target, pairs)


@attack("all answered or cancelled", "h2: 5,000 calls, each reset at once: an honest client's")
def honest_reset(target):
    with Session(target) as session:
        for stream in range(1, 10_000, 2):
            session.send(request(stream) + frame(http2.RST_STREAM, 0, stream, RST))
        session.send(request(10_001))
        answer = session.answer(10_001)
        return "all answered or cancelled" if answer == "grpc-status 3" else answer


@attack("GOAWAY ENHANCE_YOUR_CALM", "h2: 100,000 pings")
def pings(target):
    return flood(target, frame(http2.PING, 0, 0, b"12345678") * 100_000)


@attack("GOAWAY ENHANCE_YOUR_CALM", "h2: 100,000 settings")
def many_settings(target):
    return flood(target, settings(initial_window_size=65_535) * 100_000)


@attack("GOAWAY ENHANCE_YOUR_CALM", "h2: 100,000 priorities")
def priorities(target):
    return flood(target, frame(http2.PRIORITY, 0, 3, struct.pack(">IB", 1, 1)) * 100_000)


@attack("GOAWAY ENHANCE_YOUR_CALM", "h2: 100,000 frames of empty data")
def empty_data(target):
    return flood(target, frame(http2.HEADERS, END_HEADERS, 1, block(CHECK)) + frame(http2.DATA, 0, 1) * 100_000)


@attack("GOAWAY ENHANCE_YOUR_CALM", "h2: 100,000 CONTINUATION frames")
def continuations(target):
    part = b"\0" + number(1) + b"a" + number(1) + b"b"
    return flood(target, frame(http2.HEADERS, 0, 1, block(CHECK)) + frame(http2.CONTINUATION, 0, 1, part) * 100_000)


@attack("grpc-status 3", "h2: 100,000 window updates of one byte")
def window_updates(target):
    update = frame(http2.WINDOW_UPDATE, 0, 0, struct.pack(">I", 1))
    return call(target, update * 100_000 + request(1))


# Windows.

@attack("grpc-status 3", "h2: window 0 and 128 calls")
def window_zero(target):
    """Answers that are headers only need no window; the others wait, and cost no more than the calls."""
    calls = b"".join(request(stream) for stream in range(1, 256, 2))
    return call(target, calls, settings(initial_window_size=0), stream=255)


@attack("RST_STREAM FLOW_CONTROL_ERROR", "h2: more data than the window")
def over_the_window(target):
    body = frame(http2.DATA, 0, 1, b"\0\0\0\0\x01x" * 2_730)
    return call(target, frame(http2.HEADERS, END_HEADERS, 1, block(CHECK)) + body * 5)


@attack("GOAWAY FLOW_CONTROL_ERROR", "h2: a window past 2^31-1")
def window_overflow(target):
    return flood(target, frame(http2.WINDOW_UPDATE, 0, 0, struct.pack(">I", 0x7FFFFFFF)))


# Headers.

@attack("grpc-status 8", "h2: 40 KiB of headers")
def long_headers(target):
    fields = {f"key_{index}": "v" * 200 for index in range(200)}
    coded = block(CHECK, **fields)
    first, rest = coded[:16_000], coded[16_000:]
    frames = frame(http2.HEADERS, 0, 1, first)
    while rest:
        part, rest = rest[:16_000], rest[16_000:]
        frames += frame(http2.CONTINUATION, 0 if rest else END_HEADERS, 1, part)
    return call(target, frames + data(1, b""))


@attack("GOAWAY COMPRESSION_ERROR", "h2: a header block that is no HPACK")
def broken_hpack(target):
    return flood(target, frame(http2.HEADERS, END_HEADERS | END_STREAM, 1, b"\xff" * 20))


@attack("415", "h2: another content type")
def content_type(target):
    return call(target, request(1, content_type="application/json"))


@attack("grpc-status 12", "h2: an encoding that nobody has")
def encoding(target):
    return call(target, request(1, grpc_encoding="br"))


@attack("grpc-status 3", "h2: a timeout that is none")
def timeout(target):
    return call(target, request(1, grpc_timeout="soon"))


@attack("grpc-status 4", "h2: a timeout that has passed")
def timeout_passed(target):
    return call(target, request(1, grpc_timeout="0m"))


@attack("grpc-status 12", "h2: messages in JSON")
def other_format(target):
    return call(target, request(1, content_type="application/grpc+json"))


@attack("grpc-status 3", "h2: a session that is not printable")
def unprintable(target):
    return call(target, request(1, mandate_session="caf\u00e9"))


# Messages.

def raw(stream, prefixed, **more):
    return frame(http2.HEADERS, END_HEADERS, stream, block(CHECK, **more)) + frame(http2.DATA, END_STREAM, stream, prefixed)


@attack("grpc-status 8", "h2: a message that says it has 4 GiB")
def announced(target):
    return call(target, raw(1, b"\0\xff\xff\xff\xff"))


@attack("grpc-status 3", "h2: a message cut short")
def cut_short(target):
    return call(target, raw(1, b"\0\0\0\0\x09abc"))


@attack("grpc-status 3", "h2: no message at all")
def nothing(target):
    return call(target, frame(http2.HEADERS, END_HEADERS | END_STREAM, 1, block(CHECK)))


@attack("grpc-status 3", "h2: two messages for a unary call")
def two_messages(target):
    return call(target, raw(1, b"\0\0\0\0\0" * 2))


@attack("grpc-status 3", "h2: a prefix of neither 0 nor 1")
def bad_prefix(target):
    return call(target, raw(1, b"\x07\0\0\0\0"))


def squeezed(message):
    packed = gzip.compress(message, 9)
    return b"\x01" + struct.pack(">I", len(packed)) + packed


# As long as fits into one frame.
BOMB = squeezed(b"\0" * (15 * MIB))


@attack("grpc-status 8", "h2: a gzip bomb of 15 MiB in one frame")
def bomb(target):
    return call(target, raw(1, BOMB, grpc_encoding="gzip"))


@attack("grpc-status 3", "h2: a gzip bomb that says it is small")
def lying_bomb(target):
    return call(target, raw(1, BOMB[:-4] + b"\x10\0\0\0", grpc_encoding="gzip"))


FULL = squeezed(b"\0" * (4 * MIB))


@attack("grpc-status 3", "h2: 4 MiB in 4 KB of gzip", memory=FRAMES)
def full(target):
    return call(target, raw(1, FULL, grpc_encoding="gzip"))


@attack("grpc-status 3", "h2: gzip that is none")
def no_gzip(target):
    return call(target, raw(1, b"\x01\0\0\0\x03abc", grpc_encoding="gzip"))


# Not HTTP/2.

@attack("closed", "h2: HTTP/1.1 after the agreement on h2")
def http1(target):
    with target.tls(target.context(protocols=("h2",))) as secured:
        secured.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
        while part := secured.recv(1 << 16):
            assert not part.startswith(b"HTTP/1.1")
        return "closed"


@attack("GOAWAY FRAME_SIZE_ERROR", "h2: a frame of 16 MiB")
def frame_size(target):
    return flood(target, b"\xff\xff\xff" + bytes([http2.DATA, 0]) + struct.pack(">I", 1) + b"x" * 10_000)


@attack("GOAWAY PROTOCOL_ERROR", "h2: an even stream")
def even_stream(target):
    return flood(target, frame(http2.HEADERS, END_HEADERS | END_STREAM, 2, block(CHECK)))


@attack("GOAWAY PROTOCOL_ERROR", "h2: a client that pushes")
def push(target):
    return flood(target, request(1) + frame(http2.PUSH_PROMISE, END_HEADERS, 1, struct.pack(">I", 2) + block(CHECK)))

