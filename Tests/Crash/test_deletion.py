"""kill -9 while mailbox removes what goes with a deleted account: every delegation goes, and has one event (rule B3).

The account is deleted while mailbox is down. Then mailbox dies at one place after the other, each time in the middle of the
removal; a last start does the rest. The log is counted, and the databases are looked at as they lie on the disk.

MANDATE_SEED says which order (1).
"""

import random
from collections import Counter

import pytest

from crashing import CrashingInstallation, CrashingServer, torn_library
from knobs import SEED
from mandate.audit.v1 import event_pb2
from mandate.identity.v1.account_states_pb2 import DeleteAccountRequest
from mandate.mailbox.v1.access_pb2 import RIGHT_OPEN
from scene import Organization, eventually
from storage import check_database, opened
from writer import PatientHands

# A write removes 64 delegations: some five, and each death loses one at most.
OFFICES, COLLEAGUES = 200, 100
POINTS = {"group.begun": 2, "group.written": 2, "group.committed": 2, "group.published": 2, "wal.write": 30, "relay.sent": 2}


def test_b3_what_goes_with_a_deleted_account_goes_once_whatever_dies(tmp_path):
    CrashingServer.torn = torn_library()
    if CrashingServer.torn is None:
        pytest.fail("a C compiler is needed for torn.c: install cc")
    installation = CrashingInstallation(tmp_path)
    work = tmp_path / "at-rest"
    work.mkdir()
    try:
        installation.start()
        house = Organization(PatientHands(installation))
        leaver, left = house.person("leaver"), set()
        for _ in range(OFFICES):
            left.add(house.grant(house.functional(), leaver, RIGHT_OPEN).delegation.id)
        for _ in range(COLLEAGUES):
            left.add(house.grant(leaver, house.person(), RIGHT_OPEN).delegation.id)
        kept = house.grant(house.functional(), house.person(), RIGHT_OPEN).delegation.id
        mailbox = installation.servers["mailbox"]
        mailbox.kill()
        house.ask(DeleteAccountRequest(account_id=leaver.id))
        dice, died = random.Random(SEED), Counter()
        for point in dice.sample(list(POINTS), len(POINTS)):
            died[point] += dies(installation, mailbox, point, dice.randint(1, POINTS[point]))
        # Nothing was left before the last of them: then those behind had nothing to do.
        assert died.total() > 0
        mailbox.start()
        mailbox.await_ready()
        eventually(lambda: is_done(mailbox))
        installation.await_log()
        installation.power_cut()
        told = Counter()
        for (leaf,) in opened(installation.databases["audit"], work).execute("SELECT leaf FROM events"):
            event = event_pb2.Event.FromString(leaf)
            if event.action == "delegation.removed":
                told[event.target.id] += 1
        assert told == Counter(left), (died, told.most_common(3), len(told))
        database = opened(installation.databases["mailbox"], work)
        check_database(database, "mailbox")
        assert database.execute("SELECT id FROM delegations").fetchall() == [(kept,)]
        installation.start_again()
    finally:
        problems = installation.stop()
    assert not problems, problems[:10]


def dies(installation, mailbox, point, passage):
    """Whether it died there before it had removed everything."""
    mailbox.start(point, passage)
    eventually(lambda: mailbox.process.poll() is not None or is_idle(mailbox))
    if mailbox.process.poll() is None:
        mailbox.kill()
        return False
    assert mailbox.process.returncode == -9, f"{point}\n{mailbox.tail()}"
    assert not mailbox.problems(), mailbox.problems()[:5]
    return True


def is_idle(mailbox):
    """It follows identity, and there is nothing left."""
    serving = [line for line in mailbox.lines() if line.get("message") == "serving"]
    if not serving:
        return False
    mailbox.operations_port = int(serving[0]["operations_port"])
    try:
        status, _ = mailbox.ask("/readyz")
        return status == 200 and is_done(mailbox)
    except OSError:
        return False  # It died meanwhile.


def is_done(mailbox):
    """The rows of what was deleted go by a mark, and behind it. Asked in this order: what is deleted is marked first."""
    return metric(mailbox, "mandate_deleted_left") == 0 and metric(mailbox, "mandate_revoked_left") == 0


def metric(mailbox, name):
    _, text = mailbox.ask("/metrics")
    return float(next(line.split()[1] for line in text.splitlines() if line.startswith(f"{name} ")))
