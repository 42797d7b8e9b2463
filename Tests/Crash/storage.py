"""What must be true of the three databases as they lie on the disk after a crash, read without the servers."""

import shutil
import sqlite3
from itertools import groupby
from pathlib import Path

from mandate.audit.v1 import event_pb2, log_pb2

from merkle import root_of

SOURCES = ("identity", "mailbox")
# The tables of the resources that the change log tells of, by type.
TABLES = {
    "mandate.mailbox.v1.Delegation": "SELECT mailbox_id || '/' || grantee_id FROM delegations",
    "mandate.identity.v1.Account": "SELECT id FROM accounts",
    "mandate.identity.v1.Group": "SELECT id FROM groups",
    "mandate.identity.v1.GroupMember": "SELECT group_id || '/' || member_id FROM group_members",
}


def opened(path, work):
    """A copy of the database with its WAL: opening it recovers it, and the original must stay as it is."""
    copy = Path(work) / Path(path).name
    for suffix in ("", "-wal", "-shm", "-journal"):
        Path(f"{copy}{suffix}").unlink(missing_ok=True)
    for suffix in ("", "-wal"):
        if Path(f"{path}{suffix}").exists():
            shutil.copyfile(f"{path}{suffix}", f"{copy}{suffix}")
    return sqlite3.connect(copy)


def dense(numbers, first, what):
    """They are first, first + 1, first + 2 …"""
    numbers = list(numbers)
    assert numbers == list(range(first, first + len(numbers))), f"{what} has a hole or a double"
    return len(numbers)


def check_database(database, name):
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)], name
    assert database.execute("PRAGMA foreign_key_check").fetchall() == [], name


def check_tables(database):
    """The tables hold just what the change log, played from the beginning, leaves."""
    alive = {}
    for type, id, deleted in database.execute("SELECT type, id, deleted FROM change_log ORDER BY position, ordinal"):
        ids = alive.setdefault(type, set())
        (ids.discard if deleted else ids.add)(id)
    for type in alive.keys() & TABLES.keys():
        assert {id for (id,) in database.execute(TABLES[type])} == alive[type], type


class Source:
    """identity or mailbox: positions, changes, outbox."""

    def __init__(self, name, database):
        self.name = name
        check_database(database, name)
        check_tables(database)
        self.epoch, self.position, self.next = database.execute(
            "SELECT epoch, position, outbox_next FROM store_state"
        ).fetchone()
        changes = database.execute("SELECT position, ordinal FROM change_log ORDER BY position, ordinal").fetchall()
        for position, rows in groupby(changes, lambda row: row[0]):
            dense((ordinal for _, ordinal in rows), 0, f"{name}'s transaction {position}")
        # Every write of these tests records a change, so no position is without one.
        written = dense(sorted({position for position, _ in changes}), 1, f"{name}'s positions")
        assert written == self.position, f"{name} is at {self.position}, and has changes up to {written}"
        rows = database.execute("SELECT sequence, event FROM outbox ORDER BY sequence").fetchall()
        self.outbox = dict(rows)
        self.first = rows[0][0] if rows else self.next
        dense((sequence for sequence, _ in rows), self.first, f"{name}'s outbox")
        assert self.first + len(rows) == self.next, f"{name}'s outbox ends before {self.next}"
        repeated = database.execute("SELECT position FROM requests GROUP BY position HAVING count(*) > 1").fetchall()
        assert not repeated, f"{name}: two requests at one position: {repeated}"


class Log:
    """The log: trees, and what it has of each source."""

    def __init__(self, database):
        check_database(database, "audit")
        self.events = {}
        self.trees = {}
        beside = {}
        for log, index, path in database.execute("SELECT log, idx, path FROM personal_values"):
            beside.setdefault((log, index), set()).add(path)
        logs = database.execute("SELECT log, organization, class, size, root FROM logs").fetchall()
        for log, organization, event_class, size, root in logs:
            rows = database.execute("SELECT idx, id, leaf FROM events WHERE log = ? ORDER BY idx", (log,)).fetchall()
            assert dense((index for index, _, _ in rows), 0, f"the log of {organization}") == size
            leaves = [leaf for _, _, leaf in rows]
            for index, id, leaf in rows:
                told = {one.path for one in event_pb2.Event.FromString(leaf).personal}
                assert beside.pop((log, index), set()) == told, f"what {id} tells about persons does not stand beside it"
            assert root_of(leaves) == root, f"the root of {organization} is not that of its events"
            self.trees[organization, event_class] = leaves
        assert not beside, "values stand beside no event"
        ids = [id for (id,) in database.execute("SELECT id FROM events")]
        assert len(set(ids)) == len(ids), "an event is in the log twice"
        self.ids = set(ids)
        self.sources = {}
        sources = database.execute("SELECT source, name, epoch, next_sequence FROM sources").fetchall()
        for source, name, epoch, following in sources:
            rows = database.execute(
                """
                SELECT sequence, leaf FROM events WHERE source = ?1 UNION ALL
                SELECT repeats.sequence, leaf FROM repeats JOIN events USING (log, idx) WHERE repeats.source = ?1
                ORDER BY 1
                """, (source,)
            )
            leaves = dict(rows.fetchall())
            assert dense(leaves, 1, f"{name}'s events in the log") == following - 1
            self.sources[name, epoch] = leaves


def check(databases, work, acknowledged):
    """`databases`: paths by server. `acknowledged`: ids of events by source. Returns how many events the log has."""
    log = Log(opened(databases["audit"], work))
    for name in SOURCES:
        source = Source(name, opened(databases[name], work))
        taken = log.sources.get((name, source.epoch), {})
        # No event was dropped here before the log had it, and the log has none that was never written here.
        assert source.first <= len(taken) + 1 <= source.next, (name, source.first, len(taken), source.next)
        waiting = {sequence: log_pb2.AppendedEvent.FromString(event).leaf for sequence, event in source.outbox.items()}
        for sequence, leaf in waiting.items():
            assert taken.get(sequence, leaf) == leaf, f"{name}'s event {sequence} is another one in the log"
        waiting = {event_pb2.Event.FromString(leaf).id for leaf in waiting.values()}
        lost = [event for event in acknowledged[name] if event not in log.ids and event not in waiting]
        assert not lost, f"{name} acknowledged {len(lost)} changes that are gone: {lost[:5]}"
    return len(log.ids)
