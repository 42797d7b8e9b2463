"""Backups made while writers run, and what everybody notices when an old one is put back."""

import json
import os
import shutil
import subprocess
import time

import pytest
from mandate.audit.v1 import event_pb2, log_pb2

from crashing import CrashingInstallation
from installation import binary
from knobs import THOROUGH
from patience import PATIENCE_SECONDS
from scene import Hands, eventually, refused
from storage import Log, Source, opened
from witness import Witness, logged
from writer import Writer

WRITERS = 4
BACKUPS = 5


@pytest.fixture
def installation(tmp_path):
    installation = CrashingInstallation(tmp_path)
    installation.expected_problems = 0
    try:
        installation.start()
        yield installation
    finally:
        problems = installation.stop()
    assert len(problems) == installation.expected_problems, problems[:10]


@pytest.fixture
def hands(installation):
    hands = Hands(installation, "operator-admin")
    yield hands
    hands.close()


@pytest.fixture
def writers(installation, hands):
    writers = [Writer(installation, number) for number in range(WRITERS)]
    installation.await_log()
    for writer in writers:
        writer.events = logged(hands, writer.house)
    return writers


def run_for(writers, changes):
    """Until each writer has made that many more."""
    def made(writer):
        return sum(map(len, writer.events.values()))

    wanted = [made(writer) + changes for writer in writers]
    for writer in writers:
        writer.start()
    eventually(lambda: all(made(writer) >= count for writer, count in zip(writers, wanted)))
    for writer in writers:
        writer.finish()


def backup(installation, name, file):
    """By mandatectl, as an operator does it. Returns the position that it names, and the copy's path."""
    server = installation.servers[name]
    ended = subprocess.run(
        [
            binary("mandatectl"), "backup", name, file, "--output", "json", f"--{name}", f"localhost:{server.port}",
            "--certificates", str(installation.certificates),
        ],
        capture_output=True, text=True, timeout=PATIENCE_SECONDS,
    )
    assert ended.returncode == 0, ended.stderr
    folder = server.database.with_name(server.database.name + ".backups")
    # Protobuf's JSON leaves a zero out.
    return int(json.loads(ended.stdout).get("position", 0)), folder / file


def restore(installation, name, copy):
    """The database is moved away and the copy put in its place; the server is left stopped."""
    server = installation.servers[name]
    server.terminate()
    assert server.await_end() == 0
    for suffix in ("", "-wal", "-shm"):
        if os.path.exists(f"{server.database}{suffix}"):
            os.rename(f"{server.database}{suffix}", f"{server.database}{suffix}.away")
    arguments = [server.arguments[0], "restore", str(copy), *server.arguments[1:]]
    ended = subprocess.run(arguments, capture_output=True, text=True, timeout=PATIENCE_SECONDS)
    assert ended.returncode == 0, ended.stderr


def test_a_backup_under_load_is_one_consistent_state(installation, writers, tmp_path):
    (work := tmp_path / "at-rest").mkdir()
    positions = {"identity": 0, "mailbox": 0, "audit": 0}
    for writer in writers:
        writer.start()
    for number in range(BACKUPS):
        for name in positions:
            time.sleep(0.1)
            acknowledged = [request for writer in writers for request in writer.requests.get(name, [])]
            position, path = backup(installation, name, f"{number}.backup")
            assert position > positions[name], "writers run meanwhile"
            positions[name] = position
            database = opened(path, work)
            assert database.execute("SELECT position, is_copy FROM store_state").fetchone() == (position, 1)
            if name == "audit":
                Log(database)
                continue
            # As of its position: positions, changes, outbox and tables agree; what was acknowledged before is there.
            Source(name, database)
            there = {request for (request,) in database.execute("SELECT request_id FROM requests")}
            assert [request for request in acknowledged if request not in there] == []
    for writer in writers:
        writer.finish()


def test_an_old_backup_put_back_is_noticed_and_nothing_is_logged_twice(installation, writers, hands, tmp_path):
    """identity and mailbox go back. Their copies were made while events waited for the log, which got them later."""
    servers = installation.servers
    run_for(writers, 5)
    installation.await_log()
    servers["audit"].kill()
    run_for(writers, 20)
    copies = {name: backup(installation, name, "old.backup")[1] for name in ("identity", "mailbox")}
    then = [(set(writer.suspended), set(writer.members), set(writer.grants)) for writer in writers]
    servers["audit"].start()
    servers["audit"].await_ready()
    run_for(writers, 20)
    installation.await_log()
    epochs = {name: epoch(installation, name) for name in copies}

    for name, copy in copies.items():
        restore(installation, name, copy)
    for name in copies:
        servers[name].start()
    for server in servers.values():
        server.await_ready()
    for name in copies:
        assert epoch(installation, name) != epochs[name], "positions given out again must not be taken for those before"
    for writer, (suspended, members, grants) in zip(writers, then):
        writer.suspended, writer.members, writer.grants = suspended, members, grants
        writer.check_all()
    # What was sent before the copy's events were delivered is sent again, and taken for what it is.
    installation.await_log()
    before = [logged(writer.hands, writer.house, restored=True) for writer in writers]
    for writer, found in zip(writers, before):
        assert found == writer.events, "each once, also those that were sent twice; and those that only the log has now"
    if THOROUGH:
        run_for(writers, 10)
        installation.await_log()
        for writer in writers:
            writer.check_all()
            assert logged(writer.hands, writer.house, restored=True) == writer.events
    # The log says so, to the operator and in itself.
    said = [line for line in servers["audit"].lines() if "restored" in line["message"]]
    assert len(said) == 2 and all(line["level"] == "warning" for line in said)
    installation.power_cut()
    (work := tmp_path / "at-rest").mkdir()
    database = opened(servers["audit"].database, work)
    Log(database)
    noted = database.execute("SELECT count(*) FROM events WHERE action = 'log.source_restored'").fetchone()
    assert noted == (2,)
    installation.start_again()


def test_the_first_change_after_a_restore_is_answered_while_its_client_waits(installation):
    """A restored database does not know what the one before it promised, and waits out the longest lease that there can be."""
    server = installation.servers["identity"]
    restore(installation, "identity", backup(installation, "identity", "now.backup")[1])
    server.start()
    server.await_ready()
    # With the tool's own time limit.
    ended = subprocess.run(
        [
            binary("mandatectl"), "organization", "create", "Later", "--owner", "owner@later.example",
            "--identity", f"localhost:{server.port}", "--certificates", str(installation.certificates),
        ],
        capture_output=True, text=True, timeout=PATIENCE_SECONDS,
    )
    assert ended.returncode == 0, ended.stderr


def test_a_log_that_was_put_back_is_noticed_by_everybody(installation, hands, writers):
    servers = installation.servers
    witness = Witness(installation, writers)
    run_for(writers, 5)
    installation.await_log()
    copy = backup(installation, "audit", "old.backup")[1]
    run_for(writers, 10)
    installation.await_log()
    seen = [witness.look(writer.house) for writer in writers]

    restore(installation, "audit", copy)
    servers["audit"].start()
    servers["audit"].await_ready()
    # A witness: the tree that it saw is not there.
    house, head = writers[0].house, seen[0]
    with pytest.raises(AssertionError, match="has shrunk"):
        witness.look(house)
    with refused("OUT_OF_RANGE", "TREE_TOO_SMALL"):
        request = log_pb2.ProveLogConsistencyRequest(organization_id=house.id, first_size=head.size)
        witness.hands.ask(request, account=house.owner.id)
    # The sources: the log wants events that they dropped when it acknowledged them. The next change brings it out.
    known = [{name: len(events) for name, events in writer.events.items()} for writer in writers]
    for writer in writers:
        run_for([writer], 6)
    for name in ("identity", "mailbox"):
        alarms = await_alarm(servers[name])
        assert len(alarms) == 1 and "which it had acknowledged" in json.dumps(alarms), alarms
    # The log itself says what it has lost (E3), once for each.
    gaps = witness.hands.ask(event_pb2.ListEventsRequest(filter={"action": "log.gap_refused"})).events
    assert sorted(gap.event.actor.id for gap in gaps) == ["identity", "mailbox"]
    for change in (gap.event.changes[0] for gap in gaps):
        assert change.path == "next_sequence" and int(change.before) < int(change.after)
    # Nothing is dropped: what the log did not take waits.
    assert not installation.outbox_is_empty()
    # The way on: each source is put back from a backup of now. It counts anew then, and the log takes what waits.
    for name in ("identity", "mailbox"):
        restore(installation, name, backup(installation, name, "now.backup")[1])
    for name in ("identity", "mailbox"):
        servers[name].start()
    for server in servers.values():
        server.await_ready()
    installation.await_log()
    for writer, before in zip(writers, known):
        listed = logged(writer.hands, writer.house, restored=True)
        for name, count in before.items():
            waited = writer.events[name][count:]
            assert waited == listed[name][len(listed[name]) - len(waited):]


def test_a_file_put_back_without_restore_is_noticed(installation, writers):
    """Somebody copies the database file itself: the old epoch goes on with numbers that the log has seen."""
    server = installation.servers["identity"]
    server.terminate()
    assert server.await_end() == 0
    shutil.copyfile(server.database, server.database.with_suffix(".copied"))
    server.start()
    server.await_ready()
    installation.servers["mailbox"].await_ready()
    run_for(writers, 10)
    installation.await_log()

    server.terminate()
    assert server.await_end() == 0
    shutil.copyfile(server.database.with_suffix(".copied"), server.database)
    server.start()
    server.await_ready()
    house = writers[0].house
    eventually(lambda: installation.servers["mailbox"].ask("/readyz")[0] == 200)
    writers[0].house.person()
    alarms = await_alarm(server)
    assert len(alarms) == 1 and "other bytes" in json.dumps(alarms), alarms
    refusals = [line for line in installation.servers["audit"].problems() if "other bytes" in line["message"]]
    assert refusals
    # One line here, and one at the log.
    installation.expected_problems = 1 + len(refusals)
    assert logged(writers[0].hands, house) == writers[0].events, "the log holds on to what it had"


def await_alarm(server):
    """What the server says when its relay has stopped for good: a metric and a critical line."""
    eventually(lambda: "mandate_relay_alarm 1" in server.ask("/metrics")[1])
    return eventually(lambda: [line for line in server.problems() if line["level"] == "critical"])


def epoch(installation, name):
    return next(line["epoch"] for line in installation.servers[name].lines() if line.get("message") == "serving")
