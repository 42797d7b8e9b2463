"""kill -9 while the rows of a mailbox go whose delegations were all revoked at once: none counts again, each row goes once and
has one event, and what was granted anew meanwhile stays (rule D17).

mailbox is killed right behind its answer, then dies at one place after the other, each time in the middle of the removal; a
last start does the rest. Most of the delegations are written into the table while mailbox is down: it is their number that
matters here.

MANDATE_SEED says which order (1).
"""

import random
import sqlite3
from collections import Counter

import pytest

from crashing import CrashingInstallation, CrashingServer, torn_library
from knobs import SEED
from mandate.audit.v1 import event_pb2
from mandate.mailbox.v1.access_pb2 import RIGHT_OPEN
from mandate.mailbox.v1.delegation_stops_pb2 import RevokeMailboxDelegationsRequest
from scene import Organization, mailbox_of, eventually
from storage import check_database, opened
from test_deletion import dies, is_done
from writer import PatientHands

# A write removes 64: some fifty, and each death loses one at most.
MANY = 3000
POINTS = {"group.begun": 3, "group.written": 3, "group.committed": 3, "group.published": 3, "wal.write": 40, "relay.sent": 2}


def test_d17_what_is_revoked_at_once_goes_once_whatever_dies_and_what_is_granted_anew_stays(tmp_path):
    CrashingServer.torn = torn_library()
    if CrashingServer.torn is None:
        pytest.fail("a C compiler is needed for torn.c: install cc")
    installation = CrashingInstallation(tmp_path)
    work = tmp_path / "at-rest"
    work.mkdir()
    try:
        installation.start()
        house = Organization(PatientHands(installation))
        office, people = house.functional(), [house.person() for _ in range(3)]
        revoked = {house.grant(office, person, RIGHT_OPEN).delegation.id for person in people}
        kept = {house.grant(people[0], people[1], RIGHT_OPEN).delegation.id}
        mailbox = installation.servers["mailbox"]
        mailbox.kill()
        revoked |= fill(installation.databases["mailbox"], house, office)
        mailbox.start()
        mailbox.await_ready()
        answer = house.ask(RevokeMailboxDelegationsRequest(mailbox_id=mailbox_of(office)))
        kept |= {house.grant(office, person, RIGHT_OPEN).delegation.id for person in people[1:]}
        mailbox.kill()
        assert answer.revoked_count == MANY + len(people)
        dice, died = random.Random(SEED), Counter()
        for point in dice.sample(list(POINTS), len(POINTS)):
            died[point] += dies(installation, mailbox, point, dice.randint(1, POINTS[point]))
        # Nothing was left before the last of them: then those behind had nothing to do.
        assert died.total() > 0
        mailbox.start()
        mailbox.await_ready()
        assert [house.decision(person, office) for person in people] == ["NO_GRANT", "ALLOWED_GRANT", "ALLOWED_GRANT"]
        eventually(lambda: is_done(mailbox))
        installation.await_log()
        installation.power_cut()
        told = Counter()
        for (leaf,) in opened(installation.databases["audit"], work).execute("SELECT leaf FROM events"):
            event = event_pb2.Event.FromString(leaf)
            if event.action == "delegation.removed":
                told[event.target.id] += 1
        assert told == Counter(revoked), (died, told.most_common(3), len(told))
        database = opened(installation.databases["mailbox"], work)
        check_database(database, "mailbox")
        assert {id for (id,) in database.execute("SELECT id FROM delegations")} == kept
        assert database.execute("SELECT * FROM delegation_marks").fetchall() == []
        installation.start_again()
    finally:
        problems = installation.stop()
    assert not problems, problems[:10]


def fill(path, house, office):
    """Delegations of the mailbox to accounts that nobody knows; their ids."""
    ids = {f"dlg_{number:026}" for number in range(1, MANY + 1)}
    database = sqlite3.connect(path)
    with database:
        database.executemany(
            """
            INSERT INTO delegations (id, organization_id, mailbox_id, grantee_id, rights, granted_by, create_time, revision)
            VALUES (?, ?, ?, ?, 1, ?, 1, 1)
            """,
            [(id, house.id, mailbox_of(office), "acc_" + id[4:], house.owner.id) for id in ids])
    database.close()
    return ids
