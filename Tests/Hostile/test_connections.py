"""Too many connections: from one address, in total, and more than the process may open files."""

import contextlib
import os
import resource
import socket
import ssl
import time

import pytest

from attack import MIB
from conftest import attacked
from field import MEASUREMENTS, REPORTS, Report, in_a_process
from patience import PATIENCE_SECONDS
from scene import eventually
from target import Target, metric

# `narrow` lets 60 in, 30 from one address; identity has one there already that it may drop and take up again.
TOTAL, PER_ADDRESS = 60, 30
# DESIGN's budget for an idle connection.
IDLE_BYTES = 64 << 10


def address(number):
    """One of the many addresses of the loopback."""
    return f"127.0.1.{number}"


def served(target, source=None):
    """A TLS connection on which the server has said hello; None when it closed it before."""
    try:
        secured = target.tls(source=source, timeout=PATIENCE_SECONDS)
    except (ssl.SSLError, ConnectionError):
        return None
    if secured.recv(1):
        return secured
    secured.close()
    return None


def test_an_address_has_its_share_and_others_theirs(narrow):
    target = Target(narrow)
    with contextlib.ExitStack() as stack:
        for _ in range(PER_ADDRESS):
            stack.enter_context(served(target, address(1)))
        for _ in range(5):
            assert served(target, address(1)) is None, "one more from that address"
        stack.enter_context(served(target, address(2)))
    # They are free again, as soon as the server has seen that they are gone.
    eventually(lambda: served(target, address(1))).close()
    assert not target.server.problems()


def test_in_total_so_many_and_not_one_more(narrow):
    target = Target(narrow)
    open_now = lambda: metric(target.server, "mandate_connections")
    eventually(lambda: open_now() <= 1)
    with contextlib.ExitStack() as stack:
        for number in range(TOTAL - int(open_now())):
            stack.enter_context(served(target, address(number % 3 + 3)))
        assert open_now() == TOTAL
        for number in range(10):
            assert served(target, address(number % 3 + 3)) is None
        status, _ = target.server.ask("/readyz")
        assert status == 200, "health has a door of its own"
    eventually(lambda: open_now() <= 1)
    eventually(lambda: served(target)).close()
    assert not target.server.problems()


def hold(target, count, then):
    """Opens so many connections from many addresses, greets on each, and calls `then` with them open."""
    context = target.context()
    connections = []
    for number in range(count):
        secured = target.tls(context, source=address(1 + number // 900), timeout=PATIENCE_SECONDS)
        secured.sendall(GREETING)
        assert secured.recv(100), "refused"
        connections.append(secured)
    return then(connections)


def close_all(connections):
    for secured in connections:
        secured.close()


# A client's hello: version 1, frames of 4 MiB, windows of 64 KiB.
GREETING = b"\x00\x00\x00\x0d\x12\x0b\x08\x01\x10\x80\x80\x80\x02\x18\x80\x80\x04"


def test_idle_connections_cost_little_and_slow_nobody(field, full):
    """10,000 of them in a full round: the most that a server takes as shipped."""
    count = 9_900 if full else 300
    need = count + 200
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard < need:
        pytest.skip(f"this process may open {hard} files, and needs {need}")
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, need), hard))
    server = field.server
    before = server.memory()

    def look(connections):
        time.sleep(0.5)
        memory = server.memory()
        slower = []
        for _ in range(MEASUREMENTS if full else 1):
            field.honest.begin()
            time.sleep(2 if full else 0.2)
            slower.append(field.honest.end())
        open_now = metric(server, "mandate_connections")
        close_all(connections)
        return memory, slower, open_now

    quiet = field._quiet() if full else None
    memory, measured, open_now = in_a_process(lambda: hold(field.target, count, look), yields=field.full)
    assert open_now >= count
    each = (memory - before) / count
    eventually(lambda: metric(server, "mandate_connections") < 20)
    after = server.memory()
    # What they cost stays with malloc, in pages that it shares among all; the next crowd costs nothing more.
    in_a_process(lambda: hold(field.target, count // 3, close_all), yields=field.full)
    eventually(lambda: metric(server, "mandate_connections") < 20)
    again = server.memory()
    during = min(one["p99"] for one in measured)
    name = f"{count} idle connections, {each / 1024:.1f} KiB each"
    report = Report(name, "served", count, (before, memory, after), quiet, during)
    REPORTS.append(report)
    assert not any(one["wrong"] for one in measured), measured
    assert each <= IDLE_BYTES, f"{each:.0f} bytes for each idle connection"
    assert again - after <= 16 * MIB, f"{(again - after) // MIB} MiB more after the second crowd"
    field.alive()
    assert not full or report.is_fair, report


def files_open(server):
    return len(os.listdir(f"/proc/{server.process.pid}/fd"))


OPEN_FILES, RESERVE = 400, 256


@pytest.fixture(scope="module")
def poor(tmp_path_factory):
    """A server that may open few files. Without any left it would die: libdispatch, which Swift stands on, sees to
    that."""
    yield from attacked(tmp_path_factory.mktemp("poor"), open_files=OPEN_FILES)


def test_a_server_takes_no_more_connections_than_it_has_files(poor):
    target, fitting = Target(poor), OPEN_FILES - RESERVE
    warnings = [line for line in target.server.lines() if "fewer connections" in line.get("message", "")]
    assert len(warnings) == 1 and warnings[0]["connections_max"] == str(fitting), warnings
    with contextlib.ExitStack() as stack:
        taken = 0
        while (secured := served(target)) is not None:
            stack.enter_context(secured)
            taken += 1
        assert fitting - 5 <= taken <= fitting
        assert files_open(target.server) < OPEN_FILES - 100
        status, _ = target.server.ask("/readyz")
        assert status == 200
    eventually(lambda: served(target)).close()
    assert not target.server.problems()


def test_a_rush_of_connections_does_not_take_the_last_file(poor):
    """Three times as many as the files, all at once. The server refuses, and neither spins nor dies."""
    target = Target(poor)
    server = target.server
    with target.connect() as inside:
        with contextlib.ExitStack() as stack:
            for _ in range(3 * OPEN_FILES):
                stack.enter_context(target.plain())
            most = 0
            for data in range(5):
                assert inside.ping(data) == data
                most = max(most, files_open(server))
                time.sleep(0.2)
            computed = server.processor_seconds()
            time.sleep(1)
            computed = server.processor_seconds() - computed
            assert most < OPEN_FILES - 50, f"{most} files open"
            assert computed < 0.5, f"{computed} s computed in 1 s of waiting"
        eventually(lambda: served(target)).close()
        assert inside.ping(9) == 9
    assert not server.problems()


def test_health_has_few_connections_and_takes_no_files_from_calls(poor):
    target = Target(poor)
    port = target.server.operations_port
    with contextlib.ExitStack() as stack:
        for _ in range(300):
            stack.enter_context(socket.create_connection(("127.0.0.1", port), timeout=PATIENCE_SECONDS))
        time.sleep(0.3)
        assert files_open(target.server) < OPEN_FILES - RESERVE
        served(target).close()

    def answers():
        # Until it has seen that they are gone it resets newcomers.
        try:
            return target.server.ask("/readyz")[0] == 200
        except OSError:
            return False

    eventually(answers)
