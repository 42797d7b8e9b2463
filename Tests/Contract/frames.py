"""Frames as bytes, some requests, and what the server says when a connection is over."""

from mandate.mailbox.v1.access_pb2 import RIGHT_OPEN, CheckRequest
from mandate.rpc.v1 import frame_pb2
from mandate.rpc.v1.frame_pb2 import Frame, Hello, Request

from client import ConnectionEnded

CHECK = "mandate.mailbox.v1.AccessService/Check"
FOLLOW = "mandate.feed.v1.FeedService/FollowFeed"


def frames(*frames):
    encoded = [frame.SerializeToString() for frame in frames]
    return b"".join(len(body).to_bytes(4, "big") + body for body in encoded)


def hello(**fields):
    whole = {"version": 1, "frame_bytes_max": 4 << 20, "stream_window_bytes": 64 << 10}
    return Frame(hello=Hello(**{**whole, **fields}))


def question(stream, **fields):
    body = CheckRequest(account_id="acc_x", mailbox_id="mbx_x", right=RIGHT_OPEN).SerializeToString()
    return Frame(stream=stream, request=Request(method=CHECK, message=body, done=True, **fields))


def follow(stream, **fields):
    """A bidirectional call, for the states of a stream."""
    return Frame(stream=stream, request=Request(method=FOLLOW, no_message=True, **fields))


def ended(connection):
    """Reads until the connection is over: the goaway's reason. After it the server closes."""
    reason = None
    try:
        while True:
            frame = connection.read_frame()
            if frame.WhichOneof("kind") == "goaway":
                assert reason is None, "two goaways"
                assert frame.goaway.message, "a goaway says in words which rule"
                assert frame.stream == 0
                reason = frame_pb2.GoawayReason.Name(frame.goaway.reason).removeprefix("GOAWAY_REASON_")
    except ConnectionEnded:
        return reason
