"""kill -9 while what is due is done: every entry is done once, in the order of its key, and has one event.

Between two rounds, with all servers down, delegations are given a begin and an end and invitations an end that have just
passed, by hand in the databases: what would take weeks falls due at once. Then each server dies at one place after the
other, and goes on where it was. When nothing is left to do the log is counted: for each delegation and round one
delegation.started and, behind it, one delegation.expired; for each invitation one account.invitation_expired.

MANDATE_DUE_CRASHES says how many deaths (8), MANDATE_SEED which order (1).
"""

import random
import sqlite3
import time
from collections import Counter, defaultdict

import pytest

from crashing import PASSAGE_SECONDS, CrashingInstallation, CrashingServer, torn_library
from knobs import DUE_CRASHES, SEED
from mandate.audit.v1 import event_pb2
from mandate.mailbox.v1.access_pb2 import RIGHT_OPEN
from scene import Organization, eventually, timestamp
from storage import check_database, opened
from writer import PatientHands

# The places, and how many passages a process gets at most. A batch has 64 entries.
POINTS = {
    "due.taken": 100, "due.acted": 100, "due.committed": 2, "group.begun": 3, "group.written": 3, "group.committed": 3,
    "wal.write": 40, "wal.sync": 3,
}
SERVERS = ("identity", "mailbox")
PEOPLE, OFFICES = 15, 15
INVITATIONS = 2 * PEOPLE * OFFICES
WEEK, HOUR = 7 * 24 * 3600, 3600


def test_what_is_due_is_done_once_whatever_dies(tmp_path, capsys):
    CrashingServer.torn = torn_library()
    if CrashingServer.torn is None:
        pytest.fail("a C compiler is needed for torn.c: install cc")
    installation = CrashingInstallation(tmp_path)
    siege = Siege(installation, tmp_path / "at-rest")
    try:
        installation.start()
        siege.settle()
        while siege.died.total() < DUE_CRASHES:
            siege.round()
            with capsys.disabled():
                print(f"\n{siege}", end="", flush=True)
        with capsys.disabled():
            print("\n" + "\n".join(f"  {place:24} {count:4}" for place, count in sorted(siege.died.items())))
    finally:
        problems = installation.stop()
    assert not problems, problems[:10]


class Siege:
    """Entries for each round, and the deaths in the middle of them."""

    def __init__(self, installation, work):
        self.installation, self.work = installation, work
        self.dice = random.Random(SEED)
        self.died, self.rounds, self.done = Counter(), 0, 0

    def settle(self):
        self.work.mkdir()
        house = Organization(PatientHands(self.installation))
        people = [house.person() for _ in range(PEOPLE)]
        offices = [house.functional() for _ in range(OFFICES)]
        times = {"start_time": timestamp(HOUR), "expire_time": timestamp(2 * HOUR)}
        self.delegations = [
            house.grant(office, person, RIGHT_OPEN, **times).delegation.id for office in offices for person in people
        ]
        self.invited = [house.invite().account.id for _ in range(INVITATIONS)]
        self.house = house

    def round(self):
        self.installation.power_cut()
        now = int(time.time() * 1e6)
        self.fall_due("mailbox", delegations_due, now)
        self.fall_due("identity", invitations_due, now)
        self.rounds += 1
        self.installation.servers["audit"].start()
        dying = list(SERVERS)
        while dying:
            dying = [name for name in dying if self.dies(name)]
        for name in SERVERS:
            self.installation.servers[name].start()
        for server in self.installation.servers.values():
            server.await_ready()
        for name in SERVERS:
            eventually(lambda: self.metric(name, "mandate_due_entries") == 0)
            assert self.metric(name, "mandate_due_failing") == 0
            assert self.metric(name, "mandate_due_overdue_seconds") == 0
        self.installation.await_log()
        self.installation.power_cut()
        self.count()
        self.installation.start_again()

    def fall_due(self, name, change, now):
        """Everything of the round before is done: there are no entries, or those of the first round are in the future."""
        with sqlite3.connect(self.installation.databases[name]) as database:
            database.execute("DELETE FROM due")
            change(database, now)
        database.close()

    def dies(self, name):
        """Whether the server got to its place, or had done everything before it: then the round is over for it."""
        if self.died.total() >= DUE_CRASHES:
            return False
        server = self.installation.servers[name]
        point = self.dice.choice(list(POINTS))
        server.start(point, self.dice.randint(1, POINTS[point]))
        deadline = time.monotonic() + PASSAGE_SECONDS
        while server.process.poll() is None and time.monotonic() < deadline and not self.is_idle(server):
            time.sleep(0.02)
        if server.process.poll() is None:
            server.kill()
            return False
        assert server.process.returncode == -9, f"{name}: {point}\n{server.tail()}"
        assert not server.problems(), server.problems()[:5]
        self.died[f"{name} {point}"] += 1
        return True

    def is_idle(self, server):
        if not server.is_serving():
            return False
        try:
            return self.metric(server.name, "mandate_due_done_total") > 0 and self.metric(server.name, "mandate_due_entries") == 0
        except OSError:
            return False  # It died meanwhile.

    def metric(self, name, metric):
        _, text = self.installation.servers[name].ask("/metrics")
        return float(next(line.split()[1] for line in text.splitlines() if line.startswith(f"{metric} ")))

    def count(self):
        """In the log, as it lies on the disk, and in the databases."""
        told = defaultdict(list)
        audit = opened(self.installation.databases["audit"], self.work)
        for (leaf,) in audit.execute("SELECT leaf FROM events ORDER BY log, idx"):
            event = event_pb2.Event.FromString(leaf)
            told[event.target.id].append(event.action)
        windows = ["delegation.started", "delegation.expired"] * self.rounds
        for id in self.delegations:
            assert told[id] == ["delegation.granted", *windows], (id, told[id])
        lapses = ["account.invitation_expired"] * self.rounds
        for id in self.invited:
            assert told[id] == ["account.invited", *lapses], (id, told[id])
        for name in SERVERS:
            database = opened(self.installation.databases[name], self.work)
            check_database(database, name)
            assert database.execute("SELECT count(*) FROM due").fetchone() == (0,), name
            if name == "identity":
                left = database.execute("SELECT count(*) FROM accounts WHERE state = 1").fetchone()
                waiting = database.execute("SELECT count(*) FROM invitations WHERE state = 1").fetchone()
                assert left == waiting == (0,)
        self.done += 2 * len(self.delegations) + len(self.invited)

    def __str__(self):
        return f"seed {SEED}: {self.died.total()} deaths, {self.done} entries done once each, in {self.rounds} rounds"


def delegations_due(database, now):
    begin, end = now - 20_000_000, now - 10_000_000
    database.execute("UPDATE delegations SET start_time = ?, expire_time = ?", (begin, end))
    for kind, at in (("delegation.start", begin), ("delegation.expire", end)):
        database.execute(
            """
            INSERT INTO due (kind, key, organization, at, attempts, try_at)
            SELECT ?1, id, organization_id, ?2, 0, ?2 FROM delegations
            """, (kind, at)
        )


def invitations_due(database, now):
    """Those that wait have waited long enough; those that have lapsed are invited again."""
    at = now - 10_000_000
    database.execute("UPDATE accounts SET state = 1 WHERE state = 4")
    database.execute(
        """
        UPDATE invitations SET state = 1, end_time = NULL, expire_time = ? WHERE state IN (1, 4)
        """, (at,)
    )
    database.execute(
        """
        INSERT INTO due (kind, key, organization, at, attempts, try_at)
        SELECT 'invitation.lapse', id, organization_id, ?1, 0, ?1 FROM invitations WHERE state = 1
        """, (at,)
    )
