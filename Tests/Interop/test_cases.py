"""gRPC's interop cases, by the names they have in doc/interop-test-descriptions.md of the gRPC project."""

import time

import pytest

from contract import (
    EchoStatus, Empty, SimpleRequest, StreamingInputCallRequest, StreamingOutputCallRequest, sized, zeros,
)
from outcome import Failed

LARGE = SimpleRequest(response_size=314159, payload=zeros(271828))
ECHO_INITIAL, ECHO_TRAILING = "x-grpc-test-echo-initial", "x-grpc-test-echo-trailing-bin"
# What server_streaming and ping_pong ask for, and what ping_pong and client_streaming send.
ANSWER_SIZES = (31415, 9, 2653, 58979)
REQUEST_SIZES = (27182, 8, 1828, 45904)


def check_large(answer):
    assert answer.message.payload.body == bytes(314159)


class ends:
    """`with ends("UNKNOWN", "why"):` the block's call ends so."""

    def __init__(self, code, message=None):
        self.expected, self.failure = (code, message), None

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        assert error is not None, f"expected {self.expected[0]}, and the call succeeded"
        if not isinstance(error, Failed):
            return False
        code, message = self.expected
        assert error.code == code and message in (None, error.message), f"expected {self.expected}: {error}"
        return True


def test_empty_unary(stack):
    assert stack.unary("EmptyCall", Empty()).message == Empty()


def test_large_unary(stack):
    check_large(stack.unary("UnaryCall", LARGE))


def test_cacheable_unary_as_post(stack):
    """GET is no longer in the specification; what is left is the header."""
    first, second = (stack.unary("CacheableUnaryCall", SimpleRequest()) for _ in range(2))
    assert first.initial["cache-control"] == "max-age=60, public"
    assert 0 < int(first.message.payload.body) <= int(second.message.payload.body)


def test_client_streaming(stack):
    call = stack.call("StreamingInputCall")
    for size in REQUEST_SIZES:
        call.send(StreamingInputCallRequest(payload=zeros(size)))
    call.done()
    assert call.receive().aggregated_payload_size == sum(REQUEST_SIZES) == 74922
    assert call.receive() is None


def test_server_streaming(stack):
    call = stack.call("StreamingOutputCall", StreamingOutputCallRequest(response_parameters=sized(*ANSWER_SIZES)))
    assert [call.receive().payload for _ in ANSWER_SIZES] == [zeros(size) for size in ANSWER_SIZES]
    assert call.receive() is None


def test_server_streaming_of_more_than_every_window(stack):
    """A megabyte, in messages that the handler sends without a pause."""
    sizes = [5_000] * 200
    call = stack.call("StreamingOutputCall", StreamingOutputCallRequest(response_parameters=sized(*sizes)))
    assert [call.receive().payload for _ in sizes] == [zeros(size) for size in sizes]
    assert call.receive() is None


def test_server_streaming_observes_intervals(stack):
    """The server waits before each response, as a stream does that has nothing to say yet."""
    parameters = sized(1, 1)
    for one in parameters:
        one.interval_us = 10_000
    begin = time.monotonic()
    call = stack.call("StreamingOutputCall", StreamingOutputCallRequest(response_parameters=parameters))
    assert call.receive() and call.receive() and call.receive() is None
    assert time.monotonic() - begin >= 0.02


def test_ping_pong(stack):
    call = stack.call("FullDuplexCall")
    for request, answer in zip(REQUEST_SIZES, ANSWER_SIZES):
        call.send(StreamingOutputCallRequest(response_parameters=sized(answer), payload=zeros(request)))
        assert call.receive().payload == zeros(answer)
    call.done()
    assert call.receive() is None


def test_half_duplex(stack):
    call = stack.call("HalfDuplexCall")
    for request, answer in zip(REQUEST_SIZES, ANSWER_SIZES):
        call.send(StreamingOutputCallRequest(response_parameters=sized(answer), payload=zeros(request)))
    call.done()
    assert [call.receive().payload for _ in ANSWER_SIZES] == [zeros(size) for size in ANSWER_SIZES]
    assert call.receive() is None


def test_empty_stream(stack):
    call = stack.call("FullDuplexCall")
    call.done()
    assert call.receive() is None


def test_cancel_after_begin(stack):
    call = stack.call("StreamingInputCall")
    call.cancel()
    with ends("CANCELLED"):
        call.receive()


def test_cancel_after_first_response(stack):
    call = stack.call("FullDuplexCall")
    call.send(StreamingOutputCallRequest(response_parameters=sized(31415), payload=zeros(27182)))
    assert call.receive().payload == zeros(31415)
    call.cancel()
    with ends("CANCELLED"):
        call.receive()


def test_timeout_on_sleeping_server(stack):
    with ends("DEADLINE_EXCEEDED"):
        call = stack.call("FullDuplexCall", timeout=0.001)
        call.send(StreamingOutputCallRequest(payload=zeros(27182)))
        call.receive()


def test_custom_metadata(stack):
    metadata = {ECHO_INITIAL: "test_initial_metadata_value", ECHO_TRAILING: b"\xab\xab\xab"}
    answer = stack.unary("UnaryCall", LARGE, metadata=metadata)
    check_large(answer)
    assert answer.initial[ECHO_INITIAL] == metadata[ECHO_INITIAL]
    assert answer.trailing[ECHO_TRAILING] == metadata[ECHO_TRAILING]

    call = stack.call("FullDuplexCall", metadata=metadata)
    call.send(StreamingOutputCallRequest(response_parameters=sized(314159), payload=zeros(271828)))
    call.done()
    assert call.receive().payload == zeros(314159)
    assert call.receive() is None
    assert call.initial[ECHO_INITIAL] == metadata[ECHO_INITIAL]
    assert call.trailing[ECHO_TRAILING] == metadata[ECHO_TRAILING]


@pytest.mark.parametrize("size", range(1, 9))
def test_binary_metadata_of_any_length(stack, size):
    """With and without padding, and bytes that base64 writes as + and /."""
    value = bytes(range(256 - size, 256))
    answer = stack.unary("EmptyCall", Empty(), metadata={ECHO_TRAILING: value})
    assert answer.trailing[ECHO_TRAILING] == value


@pytest.mark.parametrize(
    "message",
    ["test status message", "\t\ntest with whitespace\r\nand Unicode BMP ☺ and non-BMP 😈\t\n", "", "100% + %41"],
    ids=["status_code_and_message", "special_status_message", "no message", "percent signs"],
)
def test_status(stack, message):
    status = EchoStatus(code=2, message=message)
    with ends("UNKNOWN", message):
        stack.unary("UnaryCall", SimpleRequest(response_status=status))
    with ends("UNKNOWN", message):
        call = stack.call("FullDuplexCall")
        call.send(StreamingOutputCallRequest(response_status=status))
        call.done()
        call.receive()


@pytest.mark.parametrize("code", range(1, 17))
def test_every_code(stack, code):
    from client import CODES

    with ends(CODES[code], "a reason"):
        stack.unary("UnaryCall", SimpleRequest(response_status=EchoStatus(code=code, message="a reason")))


def test_status_after_messages(stack):
    """The answers before it arrive; then it ends the call, though the client has not."""
    call = stack.call("FullDuplexCall")
    call.send(StreamingOutputCallRequest(response_parameters=sized(9)))
    assert call.receive().payload == zeros(9)
    call.send(StreamingOutputCallRequest(response_status=EchoStatus(code=9, message="enough")))
    call.done()
    with ends("FAILED_PRECONDITION", "enough"):
        call.receive()


def test_unimplemented_method(stack):
    with ends("UNIMPLEMENTED"):
        stack.unary("UnimplementedCall", Empty())


def test_unimplemented_service(stack):
    with ends("UNIMPLEMENTED"):
        stack.unary("grpc.testing.UnimplementedService/UnimplementedCall", Empty())


def test_concurrent_large_unary(stack):
    """On one connection, beyond the streams that it may have at once."""
    answers = stack.many("UnaryCall", LARGE, 300)
    assert len(answers) == 300
    for answer in answers:
        check_large(answer)


def test_rpc_soak(stack):
    for _ in range(100):
        check_large(stack.unary("UnaryCall", LARGE))


def test_channel_soak(connect, server):
    for _ in range(20):
        with connect(server) as stack:
            check_large(stack.unary("UnaryCall", LARGE))


def test_client_certificates(connect, guarded):
    """The same with a server that wants one."""
    with connect(guarded, caller="client") as stack:
        check_large(stack.unary("UnaryCall", LARGE))
    with pytest.raises(Exception) as refusal:
        with connect(guarded) as stack:
            stack.unary("EmptyCall", Empty())
    assert isinstance(refusal.value, OSError) or refusal.value.code == "UNAVAILABLE"
