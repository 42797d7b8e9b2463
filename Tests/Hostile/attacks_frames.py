"""Bytes that are no frame, frames that are too much, and messages that are made to hurt."""

from mandate.mailbox.v1.access_pb2 import BatchCheckRequest, CheckRequest
from mandate.rpc.v1 import frame_pb2, status_pb2
from mandate.rpc.v1.frame_pb2 import Frame, Request

from attack import FRAMES, attack
from broken import BROKEN_BYTES, BROKEN_HELLOS
from client import CODES, ERROR_INFO, ConnectionEnded
from frames import CHECK, ended, frames

FRAME_BYTES_MAX = 4 << 20
# What a request adds around its message or its method, generously.
ROOM = 200
BATCH_CHECK = "mandate.mailbox.v1.AccessService/BatchCheck"


def for_every(table, kind, send):
    for name, (data, answer) in table.items():

        def once(target, data=data):
            return send(target, data)

        attack(answer, f"{kind}: {name}")(once)


def instead_of_hello(target, frame):
    with target.connect(say_hello=False) as connection:
        connection.send(frame)
        return ended(connection)


def after_hello(target, data):
    with target.connect() as connection:
        connection.send_bytes(data)
        return ended(connection)


for_every({name: (frame, "HELLO") for name, frame in BROKEN_HELLOS.items()}, "hello", instead_of_hello)
for_every(BROKEN_BYTES, "bytes", after_hello)


# Frames that ask for much and are refused as a whole.


def answer(frame):
    """Code and reason of a response, or the goaway's reason."""
    if frame.WhichOneof("kind") != "response":
        return frame.WhichOneof("kind")
    status = frame.response.status
    details = [one.value for one in status.details if one.type_url == ERROR_INFO]
    reasons = [status_pb2.ErrorInfo.FromString(value).reason for value in details]
    return " ".join([CODES[status.code], *reasons])


def outcome(target, data):
    """The answer to the first stream of these bytes; if there is one, the connection still lives."""
    with target.connect() as connection:
        try:
            connection.send_bytes(data)
            frame = connection.read_frame()
        except ConnectionEnded as end:
            return end.reason or "closed"
        if frame.WhichOneof("kind") == "goaway":
            return ended_with(frame)
        assert connection.ping(7) == 7
        return answer(frame)


def ended_with(frame):
    return frame_pb2.GoawayReason.Name(frame.goaway.reason).removeprefix("GOAWAY_REASON_")


def request(method=CHECK, message=b"", metadata=()):
    start = Request(method=method, message=message, done=True)
    for key, value in metadata:
        start.metadata.add(key=key, value=value)
    return frames(Frame(stream=1, request=start))


def varint(number):
    out = bytearray()
    while number > 0x7F:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes(out) + bytes([number])


def inside(number, data, levels):
    """`data` as field `number` of a message, that as the same field of one, and so on."""
    for _ in range(levels):
        data = varint(number << 3 | 2) + varint(len(data)) + data
    return data


def framed(body):
    return len(body).to_bytes(4, "big") + body


NESTED = {number: inside(number, b"", 10_000) for number in (1, 2, 3, 15)}
assert all(30_000 < len(data) < 40_000 for data in NESTED.values())
EMPTY_IN_FRAME = framed(inside(3, b"\x1a\x00" * ((FRAME_BYTES_MAX - ROOM) // 2), 1))
EMPTY_IN_MESSAGE = request(BATCH_CHECK, b"\x0a\x00" * ((FRAME_BYTES_MAX - ROOM) // 2))
UNKNOWN_IN_MESSAGE = request(CHECK, b"\xf8\x01\x00" * ((FRAME_BYTES_MAX - ROOM) // 3))
LAST_COUNTS = request(CHECK, b"\x0a\x08accounts" * ((FRAME_BYTES_MAX - ROOM) // 10))
MANY_CHECKS = request(
    BATCH_CHECK, BatchCheckRequest(checks=[CheckRequest(account_id="a" * 30, mailbox_id="m" * 30)] * 60_000).SerializeToString()
)
COSTLY_METADATA = request(metadata=[("k" * 20, "")] * ((FRAME_BYTES_MAX - ROOM) // 24))
LONG_METHOD = request("\uac00" * ((FRAME_BYTES_MAX - ROOM) // 3))
ACCENTS = "e" + "\u0301\u0327" * ((FRAME_BYTES_MAX - ROOM) // 4)
ACCENTS_IN_FRAME = request(ACCENTS)
ACCENTS_IN_METADATA = request(metadata=[("mandate-session", ACCENTS[:8000])])
ACCENTS_IN_MESSAGE = request(CHECK, CheckRequest(account_id=ACCENTS).SerializeToString())


@attack("MALFORMED_FRAME", "34 KB nested in a frame's known field")
def nested_known(target):
    return outcome(target, framed(NESTED[2]))


@attack("MALFORMED_FRAME", "34 KB nested in a frame's unknown field")
def nested_unknown(target):
    return outcome(target, framed(NESTED[15]))


@attack("INVALID_ARGUMENT MALFORMED_MESSAGE", "34 KB nested in a message")
def nested_in_message(target):
    return outcome(target, request(BATCH_CHECK, NESTED[1]))


@attack("MALFORMED_FRAME", "4 MiB of empty sub-messages in a frame", FRAMES)
def empty_in_frame(target):
    return outcome(target, EMPTY_IN_FRAME)


@attack("RESOURCE_EXHAUSTED LIMIT_EXCEEDED", "4 MiB of empty sub-messages in a message", FRAMES)
def empty_in_message(target):
    return outcome(target, EMPTY_IN_MESSAGE)


@attack("INVALID_ARGUMENT TOO_LONG", "a batch of 60,000 questions", FRAMES)
def many_checks(target):
    return outcome(target, MANY_CHECKS)


@attack("RESOURCE_EXHAUSTED LIMIT_EXCEEDED", "4 MiB of unknown fields", FRAMES)
def unknown_in_message(target):
    return outcome(target, UNKNOWN_IN_MESSAGE)


@attack("INVALID_ARGUMENT MISSING_FIELD", "one field 400,000 times", FRAMES)
def last_counts(target):
    return outcome(target, LAST_COUNTS)


@attack("RESOURCE_EXHAUSTED LIMIT_EXCEEDED", "4 MiB of metadata", FRAMES)
def costly_metadata(target):
    return outcome(target, COSTLY_METADATA)


@attack("UNIMPLEMENTED UNKNOWN_METHOD", "a method's name of 4 MiB", FRAMES)
def long_method(target):
    return outcome(target, LONG_METHOD)


@attack("MALFORMED_FRAME", "4 MiB of accents as a method", FRAMES)
def accents_in_frame(target):
    return outcome(target, ACCENTS_IN_FRAME)


@attack("MALFORMED_FRAME", "accents in metadata")
def accents_in_metadata(target):
    return outcome(target, ACCENTS_IN_METADATA)


@attack("INVALID_ARGUMENT MALFORMED_MESSAGE", "4 MiB of accents in a message", FRAMES)
def accents_in_message(target):
    return outcome(target, ACCENTS_IN_MESSAGE)


@attack("INVALID_ARGUMENT MALFORMED_MESSAGE", "broken UTF-8 in a message")
def broken_utf8(target):
    return outcome(target, request(CHECK, b"\x0a\x02\xc3\x28"))


@attack("INVALID_ARGUMENT MALFORMED_MESSAGE", "NUL in a message's text")
def nul_in_text(target):
    return outcome(target, request(CHECK, b"\x0a\x05acc\x00x"))


# The limits, each at its edge and one past it.

PAIR_BYTES = 32


@attack("INVALID_ARGUMENT MISSING_FIELD", "metadata of 16,384 bytes is taken")
def metadata_at_its_limit(target):
    return outcome(target, request(message=b"\x0a\x01x", metadata=[("k", "v" * (16384 - PAIR_BYTES - 1))]))


@attack("RESOURCE_EXHAUSTED LIMIT_EXCEEDED", "metadata of 16,385 bytes")
def metadata_past_its_limit(target):
    return outcome(target, request(message=b"\x0a\x01x", metadata=[("k", "v" * (16384 - PAIR_BYTES))]))


@attack("RESOURCE_EXHAUSTED LIMIT_EXCEEDED", "513 empty pairs of metadata")
def too_many_pairs(target):
    return outcome(target, request(metadata=[("k", "")] * 513))


def timeout(seconds, nanoseconds):
    start = Request(method=CHECK, message=b"\x0a\x01x", done=True)
    start.timeout.seconds, start.timeout.nanos = seconds, nanoseconds
    return frames(Frame(stream=1, request=start))


LONGEST_SECONDS = 366 * 24 * 3600


@attack("INVALID_ARGUMENT INVALID_FIELD", "a timeout of 366 days is taken, a nanosecond more is not")
def longest_timeout(target):
    # The first is refused too, by the handler, for the account that it names.
    with target.connect() as connection:
        connection.send_bytes(timeout(LONGEST_SECONDS, 0))
        first = connection.read_frame().response.status
        assert "account_id" in first.message, first
    return outcome(target, timeout(LONGEST_SECONDS, 1))


@attack("INVALID_ARGUMENT INVALID_FIELD", "a timeout below zero")
def negative_timeout(target):
    return outcome(target, timeout(-1, 0))


@attack("INVALID_ARGUMENT INVALID_FIELD", "a timeout that overflows")
def endless_timeout(target):
    return outcome(target, timeout(2**63 - 1, 999_999_999))
