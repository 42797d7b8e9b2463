"""The native protocol's rules: what a connection takes, and the goaway that names what it does not."""

import time

import pytest
from mandate.feed.v1.feed_pb2 import FeedStart, FollowFeedRequest
from mandate.mailbox.v1.access_pb2 import RIGHT_OPEN, BatchCheckRequest, CheckRequest
from mandate.rpc.v1 import frame_pb2
from mandate.rpc.v1.frame_pb2 import Cancel, Credit, Frame, HalfClose, Message, Ping

from broken import BROKEN_BYTES, BROKEN_HELLOS, BROKEN_RULES
from client import CallError, ConnectionEnded
from frames import CHECK, FOLLOW, ended, follow, frames, hello, question
from scene import eventually, refused


@pytest.fixture
def connection(installation):
    with installation.connect("mailbox") as connection:
        yield connection


@pytest.fixture
def silent(installation):
    """A connection on which nothing was said."""
    with installation.connect("mailbox", say_hello=False) as connection:
        yield connection


@pytest.fixture(autouse=True)
def the_server_lives_on(installation):
    yield
    with installation.connect("mailbox") as connection:
        assert connection.ping(1) == 1


# Hello.


def test_both_sides_say_hello_first(connection):
    hello = connection.server_hello
    assert hello.version == 1 and hello.frame_bytes_max == 4 << 20
    assert hello.stream_window_bytes == 64 << 10 and hello.streams_max == 128


@pytest.mark.parametrize("name", BROKEN_HELLOS)
def test_without_a_proper_hello_the_connection_ends(silent, name):
    silent.send(BROKEN_HELLOS[name])
    assert ended(silent) == "HELLO"


def test_requests_may_follow_the_hello_at_once(silent):
    silent.send_bytes(frames(hello(), question(1)))
    assert [silent.read_frame().WhichOneof("kind") for _ in range(2)] == ["hello", "response"]


def test_a_second_hello_ends_the_connection(connection):
    connection.send(hello())
    assert ended(connection) == "HELLO"


def test_who_says_nothing_is_not_kept(installation):
    began = time.monotonic()
    with installation.connect("mailbox", say_hello=False) as silent:
        assert ended(silent) == "TIMEOUT"
    assert time.monotonic() - began > 4


def test_who_does_not_finish_a_frame_is_not_kept(connection):
    began = time.monotonic()
    connection.send_bytes(b"\x00\x00\x00\x10\x08")
    assert ended(connection) == "TIMEOUT"
    assert time.monotonic() - began > 8


# Frames.

@pytest.mark.parametrize("name", BROKEN_BYTES)
def test_bytes_that_are_no_frame_end_the_connection(connection, name):
    data, reason = BROKEN_BYTES[name]
    connection.send_bytes(data)
    assert ended(connection) == reason


@pytest.mark.parametrize("name", BROKEN_BYTES)
def test_broken_bytes_as_the_first_end_it_too(silent, name):
    data, reason = BROKEN_BYTES[name]
    silent.send_bytes(data)
    assert ended(silent) in (reason, "HELLO")


def test_nothing_is_skipped_on_the_peers_word(connection):
    # A good frame behind a broken one is never looked at.
    connection.send_bytes(b"\x00\x00\x00\x00" + frames(question(1)))
    assert ended(connection) == "FRAME_SIZE"


def test_frames_may_come_in_any_pieces(connection):
    data = frames(question(1), Frame(ping=Ping(data=5)), question(3))
    for index in range(len(data)):
        connection.send_bytes(data[index : index + 1])
    kinds = [connection.read_frame().WhichOneof("kind") for _ in range(3)]
    assert sorted(kinds) == ["pong", "response", "response"]


def test_the_largest_frame_is_taken(connection):
    frame = question(1)
    frame.request.metadata.add(key="pad")
    size = lambda: len(frame.SerializeToString())
    # Two steps: the lengths of the padding stand in front of it, and take bytes themselves.
    for _ in range(2):
        missing = (4 << 20) - size()
        frame.request.metadata[0].value = "x" * (len(frame.request.metadata[0].value) + missing)
    assert size() == 4 << 20
    connection.send(frame)
    # Over the limit for metadata, so the call is refused; the connection lives.
    assert connection.read_frame().response.status.code == 8
    assert connection.ping(1) == 1


# Streams.

@pytest.mark.parametrize("name", BROKEN_RULES)
def test_a_broken_rule_ends_the_connection_and_is_named(connection, name):
    sent, reason = BROKEN_RULES[name]
    connection.send_bytes(frames(*sent))
    assert ended(connection) == reason


def test_more_than_the_window_holds_ends_the_connection(connection):
    # The first fills the window, the second may not be sent. Neither is a message the handler could take.
    body = b"\xff" * (64 << 10)
    connection.send_bytes(frames(follow(1), Frame(stream=1, message=Message(body=body))))
    connection.send_bytes(frames(*[Frame(stream=1, message=Message(body=body))] * 4))
    # If the handler refused the first message before the rest came, the rest is a legitimate race.
    try:
        frame = connection.read_frame()
        while frame.WhichOneof("kind") == "credit":
            frame = connection.read_frame()
        assert frame.WhichOneof("kind") in ("response", "goaway")
        if frame.WhichOneof("kind") == "goaway":
            assert frame.goaway.reason == frame_pb2.GOAWAY_REASON_FLOW_CONTROL
    except ConnectionEnded:
        pytest.fail("closed without a goaway")


def test_a_server_keeps_to_the_clients_window(installation, organization):
    """With a window of one byte each message waits for the credit of the one before."""
    organization.group(organization.person())
    with installation.connect("identity", stream_window_bytes=1) as connection:
        call = connection.call(FOLLOW, timeout=None)
        call.send(FollowFeedRequest(start=FeedStart(follower="narrow")))
        # The first message comes, and nothing behind it: the pong overtakes what waits.
        connection.send(Frame(ping=Ping(data=1)))
        kinds = [connection.read_frame().WhichOneof("kind") for _ in range(2)]
        assert sorted(kinds) == ["message", "pong"]
        connection.send(Frame(ping=Ping(data=2)))
        assert connection.read_frame().WhichOneof("kind") == "pong"
        connection.send(Frame(stream=call.stream, credit=Credit(bytes=1 << 20)))
        assert connection.read_frame().WhichOneof("kind") == "message"


def test_an_answer_that_the_client_cannot_take_is_refused(installation, organization):
    person, office = organization.person(), organization.functional()
    organization.grant(office, person, RIGHT_OPEN)
    check = CheckRequest(account_id=person.id, mailbox_id="mbx_" + office.id[4:], right=RIGHT_OPEN)
    with installation.connect("mailbox", frame_bytes_max=16384) as connection:
        ask = lambda count: connection.unary("mandate.mailbox.v1.AccessService/BatchCheck", BatchCheckRequest(checks=[check] * count))
        assert len(ask(100).answers) == 100
        # An answer of a decision holds the delegation's id: 1,000 of them are over 30,000 bytes.
        with refused("RESOURCE_EXHAUSTED", "LIMIT_EXCEEDED"):
            ask(1000)
        assert len(ask(100).answers) == 100


def test_frames_for_a_call_that_has_ended_are_a_race_and_no_fault(connection):
    connection.send(question(1))
    assert connection.read_frame().WhichOneof("kind") == "response"
    for late in (Frame(stream=1, cancel=Cancel()), Frame(stream=1, half_close=HalfClose()), Frame(stream=1, credit=Credit(bytes=1))):
        connection.send(late)
    assert connection.ping(9) == 9


def test_a_cancelled_call_is_not_answered(connection):
    call = connection.call(FOLLOW)
    call.cancel()
    assert connection.ping(3) == 3
    with pytest.raises(CallError, match="cancelled here"):
        call.answer()


def test_128_calls_at_once_and_not_one_more(connection):
    calls = [connection.call(FOLLOW, timeout=None) for _ in range(128)]
    with refused("RESOURCE_EXHAUSTED", "LIMIT_EXCEEDED"):
        connection.call(FOLLOW).receive()
    for call in calls:
        call.cancel()
    # Slots come back once the handlers have returned.

    def has_a_slot():
        with pytest.raises(CallError) as error:
            connection.unary(CHECK, CheckRequest(account_id="x"))
        return error.value.reason != "LIMIT_EXCEEDED"

    eventually(has_a_slot)


def test_calls_overlap_on_one_connection(operator, organization, installation):
    person = organization.person()
    request = CheckRequest(account_id=person.id, mailbox_id="mbx_" + person.id[4:], right=RIGHT_OPEN)
    with installation.connect("mailbox") as connection:
        calls = [connection.call(CHECK, request, done=True) for _ in range(100)]
        assert all(call.answer().allowed for call in reversed(calls))


def test_a_call_ends_at_its_deadline(connection):
    began = time.monotonic()
    call = connection.call(FOLLOW, timeout=0.3)
    with refused("DEADLINE_EXCEEDED", "DEADLINE_EXCEEDED"):
        call.receive()
    assert time.monotonic() - began > 0.25


def test_pings_come_back_with_their_data(connection):
    for data in (0, 1, 2**64 - 1):
        assert connection.ping(data) == data


def test_after_the_clients_goaway_calls_still_end(connection):
    connection.send(question(1))
    connection.goaway()
    assert connection.read_frame().WhichOneof("kind") == "response"


def test_a_connection_that_never_reads_slows_nobody(installation):
    """Asked much, reading nothing: the server must stop reading from it, and answer others as ever."""
    with installation.connect("mailbox") as greedy, installation.connect("mailbox") as other:
        greedy._socket.settimeout(2)
        before = installation.servers["mailbox"].memory()
        stream = 1
        try:
            for _ in range(2000):
                batch = []
                for _ in range(100):
                    batch.append(question(stream))
                    stream += 2
                greedy._socket.sendall(frames(*batch))
        except (TimeoutError, OSError):
            pass
        else:
            pytest.skip("the buffers between took everything")
        assert other.ping(1) == 1
        assert installation.servers["mailbox"].memory() - before < 32 << 20, "it must cost bounded memory"
