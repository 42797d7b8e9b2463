"""PROTOCOL.md's examples are what this language's protobuf makes of the same frames."""

import re

from google.protobuf import any_pb2
from mandate.rpc.v1 import frame_pb2, status_pb2
from mandate.rpc.v1.frame_pb2 import (
    Cancel, Credit, Frame, Goaway, HalfClose, Hello, Message, Ping, Pong, Request, Response,
)

from client import CallError
from generate import PROTO

PAGE = (PROTO / "PROTOCOL.md").read_text()

REQUEST = Request(method="test.Echo/Unary", message=b"\x0a\x02hi", done=True)
REQUEST.timeout.seconds = 1

FRAMES = [
    Frame(hello=Hello(version=1, frame_bytes_max=4 << 20, stream_window_bytes=64 << 10)),
    Frame(stream=1, request=REQUEST),
    Frame(stream=3, message=Message(body=b"hi")),
    Frame(stream=3, half_close=HalfClose()),
    Frame(stream=1, response=Response(message=b"\x0a\x02hi")),
    Frame(stream=3, cancel=Cancel()),
    Frame(stream=3, credit=Credit(bytes=32768)),
    Frame(ping=Ping(data=1)),
    Frame(pong=Pong(data=1)),
    Frame(goaway=Goaway(last_stream=1, reason=frame_pb2.GOAWAY_REASON_DRAINING, message="bye")),
]


def wire(frame):
    body = frame.SerializeToString()
    return (len(body).to_bytes(4, "big") + body).hex()


def test_the_example_frames_are_these_bytes():
    examples = PAGE[PAGE.index("## Examples"):]
    shown = [cell.replace(" ", "") for cell in re.findall(r"\| `([0-9a-f ]+)` \|", examples)]
    assert shown == [wire(frame) for frame in FRAMES]


def test_the_failed_call_is_these_bytes():
    block = PAGE[PAGE.index("A failed call"):].split("```")[1]
    # Hex in groups, then two spaces and what it is.
    lines = [re.split(r"\s{2,}", line.strip())[0] for line in block.strip().splitlines()]
    shown = bytes.fromhex("".join(line.replace(" ", "") for line in lines if re.fullmatch(r"[0-9a-f ]+", line)))
    info = status_pb2.ErrorInfo(reason="NOT_FOUND", domain="mandate.rpc")
    info.metadata.add(key="reason_number", value="50")
    detail = any_pb2.Any(type_url="type.googleapis.com/google.rpc.ErrorInfo", value=info.SerializeToString())
    status = status_pb2.Status(code=5, message="no such thing", details=[detail])
    assert shown.hex() == wire(Frame(stream=3, response=Response(status=status)))
    error = CallError.of(status)
    assert (error.code, error.reason, error.domain, error.number, error.message) == (
        "NOT_FOUND", "NOT_FOUND", "mandate.rpc", 50, "no such thing",
    )


def test_the_page_names_every_kind_and_every_reason():
    for field in Frame.DESCRIPTOR.oneofs_by_name["kind"].fields:
        assert f"`{field.name}`" in PAGE
    for name in frame_pb2.GoawayReason.keys():
        short = name.removeprefix("GOAWAY_REASON_")
        assert short == "UNSPECIFIED" or short in PAGE
