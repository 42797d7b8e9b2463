"""Streams and calls: wrong ones, too many, and as fast as possible."""

import contextlib
import select
import socket
import ssl
import struct
import time
from collections import Counter

from mandate.mailbox.v1.access_pb2 import RIGHT_OPEN, CheckRequest
from mandate.rpc.v1.frame_pb2 import Cancel, Credit, Frame, Goaway, Message, Ping, Request

from attack import FRAMES, attack
from attacks_frames import BATCH_CHECK, FRAME_BYTES_MAX, ROOM, after_hello, answer, for_every
from broken import BROKEN_RULES
from client import CallError, ConnectionEnded
from frames import CHECK, ended, follow, frames, question
from standard import message

for_every({name: (frames(*sent), reason) for name, (sent, reason) in BROKEN_RULES.items()}, "rule", after_hello)

REQUESTS = 10_000
STREAMS_MAX = 128
WINDOW_BYTES = 64 << 10


def until_pong(connection, data):
    """Sends all of this and a ping, and reads meanwhile: both sides of a flood wait for each other otherwise. What came
    before the pong, as a count of answers. In one thread, because an SSL object is not made for two."""
    rest, secured, came = memoryview(data + frames(Frame(ping=Ping(data=99)))), connection._socket, Counter()
    secured.setblocking(False)
    while True:
        ready, _, _ = select.select([secured], [secured] if rest else [], [], 30)
        if rest:
            with contextlib.suppress(ssl.SSLWantReadError, ssl.SSLWantWriteError):
                rest = rest[secured.send(rest[: 1 << 16]) :]
        with contextlib.suppress(ssl.SSLWantReadError, ssl.SSLWantWriteError):
            while part := secured.recv(1 << 16):
                connection._received += part
            raise ConnectionEnded(message="the server closed the connection")
        while (frame := whole_frame(connection)) is not None:
            if frame.WhichOneof("kind") == "pong":
                secured.settimeout(15)
                return came
            came[answer(frame)] += 1


def whole_frame(connection):
    """The next frame, if all of it is here."""
    received = connection._received
    if len(received) < 4 or len(received) < 4 + int.from_bytes(received[:4], "big"):
        return None
    return connection.read_frame()


def check(connection):
    """Code and reason of a check that names no account."""
    try:
        connection.unary(CHECK, CheckRequest(account_id="acc_x", right=RIGHT_OPEN))
    except CallError as error:
        return f"{error.code} {error.reason}"


def unknown(stream, **fields):
    """A call that is over at once, without a limit of streams or a handler."""
    return Frame(stream=stream, request=Request(method="no/Such", **fields))


CANCELLED_CHECKS = frames(*[
    frame for stream in range(1, 2 * REQUESTS, 2) for frame in (question(stream), Frame(stream=stream, cancel=Cancel()))
])
CANCELLED_FOLLOWS = frames(*[
    frame for stream in range(1, 2 * REQUESTS, 2) for frame in (follow(stream), Frame(stream=stream, cancel=Cancel()))
])
UNKNOWN_CALLS = frames(*[unknown(stream, done=True) for stream in range(1, 4 * REQUESTS, 2)])
CREDITS = frames(follow(1)) + frames(Frame(stream=1, credit=Credit(bytes=1))) * 100_000
GOAWAYS = frames(Frame(goaway=Goaway(reason=1))) * 100_000
WINDOW_OF_NOTHING = frames(unknown(1)) + frames(Frame(stream=1, message=Message(body=b""))) * WINDOW_BYTES
WINDOW_AT_ONCE = frames(unknown(1), Frame(stream=1, message=Message(body=b"x" * WINDOW_BYTES)))


@attack("all answered", "10,000 checks, each cancelled at once")
def cancelled_checks(target):
    with target.connect() as connection:
        came = until_pong(connection, CANCELLED_CHECKS)
        # A check is answered within its own request: the cancel is always late.
        return "all answered" if came == {"INVALID_ARGUMENT INVALID_FIELD": REQUESTS} else str(came)


@attack("none answered, or RESOURCE_EXHAUSTED", "10,000 streams, each cancelled at once")
def cancelled_streams(target):
    with target.connect() as connection:
        came = until_pong(connection, CANCELLED_FOLLOWS)
        assert set(came) <= {"RESOURCE_EXHAUSTED LIMIT_EXCEEDED"}, came
        connection._next_stream = 2 * REQUESTS + 1
        # Its slots come back once the handlers have returned.
        while (last := check(connection)) == "RESOURCE_EXHAUSTED LIMIT_EXCEEDED":
            time.sleep(0.01)
        assert last == "INVALID_ARGUMENT INVALID_FIELD", last
    return "none answered, or RESOURCE_EXHAUSTED"


@attack("RESOURCE_EXHAUSTED LIMIT_EXCEEDED", "the 129th stream")
def one_stream_too_many(target):
    with target.connect() as connection:
        connection.send_bytes(frames(*[follow(stream) for stream in range(1, 2 * STREAMS_MAX + 2, 2)]))
        frame = connection.read_frame()
        assert frame.stream == 2 * STREAMS_MAX + 1
        assert connection.ping(1) == 1
        return answer(frame)


@attack("all answered", "20,000 calls of a method that does not exist")
def unknown_calls(target):
    with target.connect() as connection:
        came = until_pong(connection, UNKNOWN_CALLS)
        return "all answered" if came == {"UNIMPLEMENTED UNKNOWN_METHOD": 2 * REQUESTS} else str(came)


@attack("ignored", "100,000 credits of one byte")
def credits(target):
    with target.connect() as connection:
        assert not until_pong(connection, CREDITS)
        return "ignored"


@attack("ignored", "100,000 goaways")
def goaways(target):
    with target.connect() as connection:
        assert not until_pong(connection, GOAWAYS)
        return "ignored"


@attack("ten pongs, then EXCESS", "the eleventh ping")
def eleven_pings(target):
    with target.connect() as connection:
        for data in range(10):
            assert connection.ping(data) == data
        connection.send(Frame(ping=Ping(data=10)))
        return f"ten pongs, then {ended(connection)}"


@attack("66 passed, then EXCESS", "cancels of a call that has ended")
def strays(target):
    """64 for nothing, and two for the one request; then no more."""
    cancel = frames(Frame(stream=1, cancel=Cancel()))
    with target.connect() as connection:
        connection.send_bytes(frames(question(1)) + cancel * 66)
        connection.read_frame()
        assert connection.ping(1) == 1
        connection.send_bytes(cancel)
        return f"66 passed, then {ended(connection)}"


@attack("FLOW_CONTROL", "a byte past the window")
def past_the_window(target):
    with target.connect() as connection:
        assert until_pong(connection, WINDOW_AT_ONCE) == {"UNIMPLEMENTED UNKNOWN_METHOD": 1}
        connection.send(Frame(stream=1, message=Message(body=b"x")))
        return ended(connection)


@attack("FLOW_CONTROL", "a window of empty messages, and one more")
def past_the_window_of_nothing(target):
    with target.connect() as connection:
        assert until_pong(connection, WINDOW_OF_NOTHING) == {"UNIMPLEMENTED UNKNOWN_METHOD": 1}
        connection.send(Frame(stream=1, message=Message(body=b"")))
        return ended(connection)


# Who takes without giving.

# Of a client that never reads the server keeps the high water of 1 MiB twice, as frames and as records, and what
# it had read before it stopped; the rest waits in the kernel.
NEVER_READS = (64 << 20, 32 << 20)


# Two bytes for each question, and an answer eight times as long.
THOUSAND_EMPTY_CHECKS = b"\x0a\x00" * 1000


def blocked(connection):
    """Asks without reading, until the server takes no more."""
    connection._socket.settimeout(0.5)
    for stream in range(1, 100_000, 2):
        asked = Request(method=BATCH_CHECK, message=THOUSAND_EMPTY_CHECKS, done=True)
        try:
            connection._socket.sendall(frames(Frame(stream=stream, request=asked)))
        except TimeoutError:
            return True
    return False


@attack("the server stops reading", "a client that never reads", NEVER_READS, quick=1)
def never_reads(target):
    with target.connect() as connection:
        return "the server stops reading" if blocked(connection) else "the server reads on"


@attack("the server stops reading", "four clients that never read", (96 << 20, 32 << 20), quick=1, full=1)
def many_never_read(target):
    connections = [target.connect() for _ in range(4)]
    try:
        all_blocked = all(blocked(connection) for connection in connections)
    finally:
        for connection in connections:
            reset(connection)
    return "the server stops reading" if all_blocked else "the server reads on"


REFLECTION = "grpc.reflection.v1.ServerReflection/ServerReflectionInfo"
ASKS = message("reflection.v1.ServerReflectionRequest", file_containing_symbol="mandate.mailbox.v1.AccessService")
LARGEST = Message(body=b"x" * (FRAME_BYTES_MAX - ROOM))


def unread(stream):
    """A call whose handler waits for a window that never opens, with more to say than it may; it does not read the last."""
    asks = [Frame(stream=stream, message=Message(body=ASKS.SerializeToString()))] * 100
    opening = Frame(stream=stream, request=Request(method=REFLECTION, no_message=True))
    return frames(opening, *asks, Frame(stream=stream, message=LARGEST))


# Seven of them are held, each as a frame and as a message for a moment.
@attack("RESOURCE_EXHAUSTED LIMIT_EXCEEDED", "16 streams with 4 MiB that no handler reads", FRAMES, quick=1, full=20)
def never_read(target):
    with target.connect(stream_window_bytes=1) as connection:
        for stream in range(1, 32, 2):
            connection.send_bytes(unread(stream))
        refused = {}
        while 31 not in refused:
            frame = connection.read_frame()
            if frame.WhichOneof("kind") == "response":
                refused[frame.stream] = answer(frame)
        assert min(refused) >= 13, refused
        assert connection.ping(1) == 1
        return refused[31]


def reset(connection):
    """Ends the connection without a goodbye of TLS or of TCP."""
    connection._socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection._socket.close()


@attack("pong", "a frame broken off by a reset", FRAMES)
def reset_inside_a_frame(target):
    broken_off = target.connect()
    broken_off.send_bytes(FRAME_BYTES_MAX.to_bytes(4, "big") + b"x" * (1 << 20))
    reset(broken_off)
    with target.connect() as connection:
        return "pong" if connection.ping(1) == 1 else ""


@attack("pong", "128 streams left behind by a reset")
def reset_with_streams(target):
    left = target.connect()
    left.send_bytes(frames(*[follow(stream) for stream in range(1, 2 * STREAMS_MAX, 2)]))
    reset(left)
    with target.connect() as connection:
        return "pong" if connection.ping(1) == 1 else ""


# Eight frames of 4 MiB, a byte short: each is held, and its buffer may be twice as large while it grows.
@attack("held, then given back", "eight frames of 4 MiB but for a byte", (192 << 20, 96 << 20), quick=1, full=20)
def almost_frames(target):
    connections = [target.connect() for _ in range(8)]
    try:
        for connection in connections:
            connection.send_bytes(FRAME_BYTES_MAX.to_bytes(4, "big") + b"\x1a" * (FRAME_BYTES_MAX - 1))
    finally:
        for connection in connections:
            connection.close()
    return "held, then given back"
