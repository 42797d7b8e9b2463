"""The compression cases. Only `wire` sees whether a message was compressed; the others see that it arrives."""

import pytest

from contract import (
    BoolValue, ResponseParameters, SimpleRequest, StreamingInputCallRequest, StreamingOutputCallRequest, zeros,
)
from test_cases import check_large, ends

YES, NO = BoolValue(value=True), BoolValue(value=False)


def large(**fields):
    return SimpleRequest(response_size=314159, payload=zeros(271828), **fields)


@pytest.fixture
def compressing(stack):
    if stack.compresses is not True:
        pytest.skip(stack.compresses)
    return stack


@pytest.fixture
def seeing(stack_name, stack):
    """A stack that can compress one message of a call and not the next, and sees the flag of what it gets."""
    if stack_name != "wire":
        pytest.skip(f"{stack_name} does not show which message of a call is compressed")
    return stack


def test_a_probe_is_refused(stack):
    """Every stack can send what is not compressed."""
    with ends("INVALID_ARGUMENT"):
        stack.unary("UnaryCall", large(expect_compressed=YES))
    check_large(stack.unary("UnaryCall", large(expect_compressed=NO)))
    with ends("INVALID_ARGUMENT"):
        call = stack.call("StreamingInputCall")
        call.send(StreamingInputCallRequest(expect_compressed=YES, payload=zeros(27182)))
        call.receive()


def test_client_compressed_unary(compressing):
    check_large(compressing.unary("UnaryCall", large(expect_compressed=YES), compressed=True))
    check_large(compressing.unary("UnaryCall", large(expect_compressed=NO)))
    with ends("INVALID_ARGUMENT"):
        compressing.unary("UnaryCall", large(expect_compressed=NO), compressed=True)


def test_client_compressed_streaming(compressing):
    call = compressing.call("StreamingInputCall", compressed=True)
    for size in (27182, 45904):
        call.send(StreamingInputCallRequest(expect_compressed=YES, payload=zeros(size)))
    call.done()
    assert call.receive().aggregated_payload_size == 73086
    assert call.receive() is None


def test_client_compressed_streaming_message_by_message(seeing):
    call = seeing.call("StreamingInputCall", compressed=True)
    call.send(StreamingInputCallRequest(expect_compressed=YES, payload=zeros(27182)))
    call.send(StreamingInputCallRequest(expect_compressed=NO, payload=zeros(45904)), compressed=False)
    call.done()
    assert call.receive().aggregated_payload_size == 73086
    assert call.receive() is None


def test_server_compressed_unary(compressing, stack_name):
    for wanted in (YES, NO):
        answer = compressing.unary("UnaryCall", large(response_compressed=wanted))
        check_large(answer)
        if stack_name == "wire":
            assert answer.compressed == wanted.value


def test_server_compressed_streaming(compressing, stack_name):
    parameters = [ResponseParameters(size=31415, compressed=YES), ResponseParameters(size=92653, compressed=NO)]
    call = compressing.call("StreamingOutputCall", StreamingOutputCallRequest(response_parameters=parameters))
    assert [len(call.receive().payload.body) for _ in parameters] == [31415, 92653]
    assert call.receive() is None
    if stack_name == "wire":
        assert call.compressed == [True, False]


def test_a_client_that_takes_no_gzip_gets_none(seeing):
    answer = seeing.unary("UnaryCall", large(response_compressed=YES), accepts="identity")
    check_large(answer)
    assert not answer.compressed and "grpc-encoding" not in answer.initial
