"""Peers that take their time: every limit of time, met by many at once.

The times are shortened by configuration; how long they are as shipped is in `Tests/Contract/test_protocol.py`, and in a
full round here.
"""

import select
import threading
import time

import pytest
from mandate.rpc.v1.frame_pb2 import Frame, Pong

from frames import FOLLOW, ended, frames, question
from patience import PATIENCE_SECONDS
from scene import eventually
from target import Target, metric

# Of each; all beside each other, so that together they take as long as the longest.
AT_ONCE = 2


def tcp_silence(target, patience):
    """Not a byte of TLS. The server says nothing either: it does not know yet what would be understood."""
    with target.plain(timeout=patience) as plain:
        return "closed" if plain.recv(100) == b"" else "bytes"


def half_a_client_hello(target, patience):
    with target.plain(timeout=patience) as plain:
        plain.sendall(b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"x" * 100)
        return "closed" if plain.recv(100) == b"" else "bytes"


def handshake_byte_by_byte(target, patience):
    """A byte now and then, for ever: it is the whole that has a limit, not each wait."""
    with target.plain(timeout=0.1) as plain:
        plain.sendall(b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03")
        until = time.monotonic() + patience
        while time.monotonic() < until:
            try:
                plain.sendall(b"x")
                if plain.recv(1) == b"":
                    return "closed"
            except TimeoutError:
                continue
            except ConnectionError:
                return "closed"
    return "still open"


def no_hello(target, patience):
    with target.connect(say_hello=False, timeout=patience) as connection:
        return ended(connection)


def half_a_hello(target, patience):
    with target.connect(say_hello=False, timeout=patience) as connection:
        connection.send_bytes(b"\x00\x00\x00\x0d\x12")
        return ended(connection)


def half_a_length(target, patience):
    with target.connect(timeout=patience) as connection:
        connection.send_bytes(b"\x00\x00")
        return ended(connection)


def half_a_frame(target, patience):
    with target.connect(timeout=patience) as connection:
        connection.send_bytes(frames(question(1))[:20])
        return ended(connection)


def half_a_large_frame(target, patience):
    with target.connect(timeout=patience) as connection:
        connection.send_bytes((4 << 20).to_bytes(4, "big") + b"\x1a" * (2 << 20))
        return ended(connection)


def frame_byte_by_byte(target, patience):
    """As a slow header: each byte is a record of its own, and comes long before any wait is too long."""
    with target.connect(timeout=patience) as connection:
        connection.send_bytes((4 << 20).to_bytes(4, "big"))
        until = time.monotonic() + patience
        while not select.select([connection._socket], [], [], 0.1)[0] and time.monotonic() < until:
            connection.send_bytes(b"\x1a")
        return ended(connection)


def idle(target, patience):
    with target.connect(timeout=patience) as connection:
        return ended(connection)


def idle_in_a_call(target, patience):
    """The server asks whether the client still waits; one that does not answer is gone."""
    with target.connect(timeout=patience) as connection:
        connection.call(FOLLOW, timeout=None)
        frame = connection.read_frame()
        assert frame.WhichOneof("kind") == "ping", frame
        return f"asked, then {ended(connection)}"


def answers_pings(target, patience):
    """With a call open the server asks, and an answered ping is as good as a frame."""
    with target.connect(timeout=patience) as connection:
        connection.call(FOLLOW, timeout=None)
        for _ in range(3):
            frame = connection.read_frame()
            assert frame.WhichOneof("kind") == "ping", frame
            connection.send(Frame(pong=Pong(data=frame.ping.data)))
        return "kept" if connection.ping(1) == 1 else ""


def frames_in_two_pieces(target, patience):
    """A frame now and then, each in two pieces: longer than the limits in all, and never too long."""
    with target.connect(timeout=patience) as connection:
        for stream in range(1, 21, 2):
            data = frames(question(stream))
            connection.send_bytes(data[:9])
            time.sleep(0.8)
            connection.send_bytes(data[9:])
            assert connection.read_frame().WhichOneof("kind") == "response"
        return "kept"


# What each gets, and the limit that it meets: seconds of `strict`, and as shipped. Those who keep their times have more
# than a second to spare each time.
SLOW = [
    (tcp_silence, "closed", 2, 10),
    (half_a_client_hello, "closed", 2, 10),
    (handshake_byte_by_byte, "closed", 2, 10),
    (no_hello, "TIMEOUT", 2, 5),
    (half_a_hello, "TIMEOUT", 2, 5),
    (half_a_length, "TIMEOUT", 2, 10),
    (half_a_frame, "TIMEOUT", 2, 10),
    (half_a_large_frame, "TIMEOUT", 2, 10),
    (frame_byte_by_byte, "TIMEOUT", 2, 10),
    (idle, "TIMEOUT", 5, 300),
    (idle_in_a_call, "asked, then TIMEOUT", 5, 300),
    (answers_pings, "kept", 7.5, 450),
    (frames_in_two_pieces, "kept", 8, 8),
]


def at_once(peers):
    """Each of `peers` in a thread; what they returned, and after how long."""
    results = [None] * len(peers)

    def run(index, peer):
        began = time.monotonic()
        try:
            results[index] = (peer(), time.monotonic() - began)
        except Exception as error:
            results[index] = (repr(error), time.monotonic() - began)

    threads = [threading.Thread(target=run, args=one) for one in enumerate(peers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def end_as_they_must(target, slow, patience):
    """`slow`: peer, answer and seconds. None ends before its time; when it is late is the machine's affair."""
    results = at_once([lambda peer=peer: peer(target, patience) for peer, *_ in slow])
    for (peer, answer, seconds), (result, took) in zip(slow, results):
        assert result == answer and took > 0.9 * seconds, f"{peer.__name__}: {result} after {took:.1f} s"


def test_slow_peers_are_not_kept(strict):
    target = Target(strict)
    end_as_they_must(target, [(peer, answer, limit) for peer, answer, limit, _ in SLOW] * AT_ONCE, PATIENCE_SECONDS)
    eventually(lambda: metric(target.server, "mandate_connections") <= 1)
    with target.connect() as connection:
        assert connection.ping(1) == 1
    assert not target.server.problems()


def test_times_as_shipped(installation, full):
    if not full:
        pytest.skip("in a full round")
    slow = [(peer, answer, shipped) for peer, answer, _, shipped in SLOW if shipped <= 10]
    end_as_they_must(Target(installation), slow, PATIENCE_SECONDS)
