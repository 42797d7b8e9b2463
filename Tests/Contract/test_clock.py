"""A real server whose wall clock is set wrong, and right again: what it decides, says and keeps over a restart."""

import subprocess
import sys

import pytest
from mandate.mailbox.v1.access_pb2 import RIGHT_OPEN
from mandate.server.v1 import server_pb2

from generate import ROOT
from installation import Installation, binary, running
from patience import PATIENCE_SECONDS
from scene import Hands, Organization, eventually, refused, timestamp

HOUR, DAY = 3600, 86_400


class Wall:
    """The wall clock of mailbox, off by as many seconds as a test says. Its steady clocks are the machine's."""

    def __init__(self, installation, shim):
        self.file = installation.folder / "mailbox.clock"
        self.file.write_bytes(bytes(8))
        server = installation.servers["mailbox"]
        server.expected.add("the wall clock cannot be followed")
        server.terminate()
        assert server.await_end() == 0
        server.arguments = ["env", f"LD_PRELOAD={shim}", f"SIEGE_CLOCK={self.file}", *server.arguments]
        server.start()
        server.await_ready()

    def set(self, seconds):
        """In one write to the page that the server has mapped."""
        with open(self.file, "r+b", buffering=0) as file:
            file.write(seconds.to_bytes(8, sys.byteorder, signed=True))


@pytest.fixture(scope="module")
def shim(tmp_path_factory):
    made = tmp_path_factory.mktemp("shim") / "clock.so"
    subprocess.run(["clang", "-O1", "-shared", "-fPIC", ROOT / "Tests/Siege/clock.c", "-o", made], check=True)
    return made


@pytest.fixture
def own(tmp_path):
    yield from running(Installation(tmp_path))


@pytest.fixture
def wall(own, shim):
    return Wall(own, shim)


def clock(hands):
    """State, and how many seconds the wall clock is ahead of the time that decisions go by."""
    shown = hands.ask(server_pb2.GetServerClockRequest(), at="mailbox").clock
    return server_pb2.ClockState.Name(shown.state).removeprefix("CLOCK_STATE_"), round(shown.offset.ToTimedelta().total_seconds())


def test_a_wrong_wall_clock_neither_revives_nor_ends_for_good(own, wall):
    server = own.servers["mailbox"]
    hands = Hands(own, "operator-admin")
    house = Organization(hands)
    office, ends, begins, stays = house.functional(), house.person(), house.person(), house.person()
    house.grant(office, ends, RIGHT_OPEN, expire_time=timestamp(3 * HOUR))
    house.grant(office, begins, RIGHT_OPEN, start_time=timestamp(3 * HOUR))
    house.grant(office, stays, RIGHT_OPEN)
    decisions = lambda: [house.decision(one, office) for one in (ends, begins, stays)]
    assert clock(hands) == ("FOLLOWING", 0)
    assert decisions() == ["ALLOWED_GRANT", "GRANT_NOT_YET", "ALLOWED_GRANT"]

    # A day ahead: not taken. By either clock it has ended, by either it has not begun.
    wall.set(DAY)
    eventually(lambda: clock(hands)[0] == "JUMP_PENDING")
    assert clock(hands) == ("JUMP_PENDING", DAY)
    assert decisions() == ["GRANT_EXPIRED", "GRANT_NOT_YET", "ALLOWED_GRANT"]
    status, page = server.ask("/readyz")
    assert status == 200 and "warning: the wall clock jumped ahead by" in page
    assert "mandate_clock_alarm 1" in server.ask("/metrics")[1]
    # Who accepts says what time it is.
    with refused("FAILED_PRECONDITION", "INVALID_FIELD"):
        hands.ask(server_pb2.AcceptServerClockRequest(wall_time=timestamp(0)), at="mailbox")

    # It waits over a restart.
    server.kill()
    server.start()
    server.await_ready()
    hands = house.operator = Hands(own, "operator-admin")
    assert clock(hands)[0] == "JUMP_PENDING"

    # Undone: what was not taken has done nothing.
    wall.set(0)
    eventually(lambda: clock(hands)[0] != "JUMP_PENDING")
    assert decisions() == ["ALLOWED_GRANT", "GRANT_NOT_YET", "ALLOWED_GRANT"]

    # And accepted: for good, whatever the wall clock says then.
    wall.set(DAY)
    eventually(lambda: clock(hands)[0] == "JUMP_PENDING")
    hands.ask(server_pb2.AcceptServerClockRequest(wall_time=timestamp(DAY)), at="mailbox")
    assert clock(hands) == ("FOLLOWING", 0)
    assert decisions() == ["GRANT_EXPIRED", "ALLOWED_GRANT", "ALLOWED_GRANT"]
    wall.set(0)
    server.kill()
    server.start()
    server.await_ready()
    hands = house.operator = Hands(own, "operator-admin")
    assert clock(hands)[0] == "AHEAD"
    assert decisions() == ["GRANT_EXPIRED", "ALLOWED_GRANT", "ALLOWED_GRANT"]


def test_an_operator_sees_the_clocks_and_accepts_nothing_where_nothing_waits(installation, operator):
    def mandatectl(*arguments):
        servers = [f"--{name}=127.0.0.1:{server.port}" for name, server in installation.servers.items()]
        command = [binary("mandatectl"), "clock", *arguments, *servers, "--certificates", installation.certificates]
        ended = subprocess.run([*command, "--timeout", str(PATIENCE_SECONDS)], capture_output=True, text=True)
        assert ended.returncode == 0, ended.stderr
        return [line.split() for line in ended.stdout.splitlines()]

    header, *rows = mandatectl()
    assert header[:3] == ["SERVER", "STATE", "WALL"]
    assert [row[:2] for row in rows] == [[f"mandate-{name}", "following"] for name in ("identity", "mailbox", "audit")]
    for server in installation.servers:
        assert mandatectl("accept", server)[1][0] == "following"
        with refused("INVALID_ARGUMENT", "MISSING_FIELD", field="wall_time"):
            operator.ask(server_pb2.AcceptServerClockRequest(), at=server)
