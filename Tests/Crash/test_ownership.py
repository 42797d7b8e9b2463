"""kill -9 in the middle of transfers of ownership: exactly one owner at every instant, who holds Full admin (A1, A3).

Ownership goes round among the administrators of two organizations, in one at once, in the other by an offer that is
accepted, each transfer carried through with one request id. identity dies at one place after the other; every time its
database is looked at as it lies on the disk, with all that its followers were told, and then the transfers go on.

MANDATE_OWNERSHIP_CRASHES says how many deaths (8), MANDATE_SEED which order (1).
"""

import random
import threading
import time
from collections import Counter
from itertools import groupby

import pytest

from crashing import PASSAGE_SECONDS, CrashingInstallation, CrashingServer, torn_library
from knobs import OWNERSHIP_CRASHES, SEED
from mandate.identity.v1 import account_pb2, account_resource_pb2, organization_pb2, ownership_pb2
from mandate.identity.v1.policies_pb2 import POLICY_SWITCH_ON
from scene import Organization, unique
from storage import check_database, opened
from writer import PatientHands

# The places, and how many passages a process gets at most.
POINTS = {"group.begun": 20, "group.written": 20, "group.committed": 20, "group.published": 20, "wal.write": 80, "wal.sync": 20}
HEIRS = 3


def test_a1_a3_there_is_one_owner_whenever_the_server_dies(tmp_path, capsys):
    CrashingServer.torn = torn_library()
    if CrashingServer.torn is None:
        pytest.fail("a C compiler is needed for torn.c: install cc")
    installation = CrashingInstallation(tmp_path)
    (tmp_path / "at-rest").mkdir()
    try:
        installation.start()
        rounds = [Transfers(installation, by_offer) for by_offer in (False, True)]
        for one in rounds:
            one.start()
        died = deaths(installation, rounds, tmp_path / "at-rest")
        for one in rounds:
            one.finish()
        with capsys.disabled():
            print(f"\nseed {SEED}: {died.total()} deaths, {sum(one.passed for one in rounds)} transfers; {dict(died)}")
        assert all(one.passed for one in rounds)
    finally:
        problems = installation.stop()
    assert not problems, problems[:10]


def deaths(installation, rounds, work):
    server, dice, died = installation.servers["identity"], random.Random(SEED), Counter()
    server.kill()
    while died.total() < OWNERSHIP_CRASHES:
        point = dice.choice(list(POINTS))
        server.start(point, dice.randint(1, POINTS[point]))
        deadline = time.monotonic() + PASSAGE_SECONDS
        while server.process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.01)
        if server.process.poll() is None:
            server.kill()
        assert server.process.returncode == -9, f"{point}\n{server.tail()}"
        assert not server.problems(), server.problems()[:5]
        died[point] += 1
        database = opened(installation.databases["identity"], work)
        check_database(database, "identity")
        check_owners(database, {one.house.id: one for one in rounds})
        database.close()
    server.start()
    server.await_ready()
    return died


def check_owners(database, rounds):
    """As it is stored, and after each transaction that followers were told of."""
    for organization, round in rounds.items():
        stored = database.execute(
            """
            SELECT owner_id, account_type, accounts.state, (
                SELECT count(*) FROM role_assignments
                WHERE account_id = accounts.id AND role_id = 'rol_full_admin' AND unit_id = '')
            FROM organizations JOIN accounts ON accounts.id = owner_id AND organization_id = organizations.id
            WHERE organizations.id = ?
            """, (organization,)
        ).fetchall()
        assert len(stored) == 1 and stored[0][1:] == (2, 2, 1), stored
        assert stored[0][0] in round.possible(), "what was answered is stored, and nothing that nobody asked for"
        owner, owners = None, set()
        changes = database.execute(
            "SELECT position, type, value FROM change_log WHERE organization = ? AND deleted = 0 ORDER BY position, ordinal",
            (organization,))
        for position, told in groupby(changes, lambda change: change[0]):
            for _, type, value in told:
                if type == "mandate.identity.v1.Organization":
                    owner = organization_pb2.Organization.FromString(value).owner_id
                elif type == "mandate.identity.v1.Account":
                    account = account_resource_pb2.Account.FromString(value)
                    (owners.add if account.owner else owners.discard)(account.id)
            assert owners == {owner}, f"at {position}: {owners}, and the organization says {owner}"
        assert owner == stored[0][0]


class Transfers(threading.Thread):
    """Ownership of an organization of its own, going round."""

    def __init__(self, installation, by_offer):
        super().__init__(name=f"transfers {'by offer' if by_offer else 'at once'}")
        self.house, self.by_offer = Organization(PatientHands(installation)), by_offer
        if by_offer:
            self.house.decide(transfer_needs_acceptance=POLICY_SWITCH_ON)
        # One that holds another role is made a Full admin on the way.
        self.accounts = [self.house.owner, *(self.house.administrator("rol_auditor") for _ in range(HEIRS))]
        self.lock, self.ending = threading.Lock(), threading.Event()
        self.owner, self.asked, self.passed, self.problem = 0, 0, 0, None

    def possible(self):
        """Who may own it now: who was said to, and who is being made so."""
        assert self.problem is None, self.problem
        with self.lock:
            return {self.accounts[self.owner].id, self.accounts[self.asked].id}

    def run(self):
        try:
            while not self.ending.is_set():
                self.step()
        except Exception as error:  # noqa: BLE001  (shown by whoever looks at the thread)
            self.problem = error

    def step(self):
        heir = (self.owner + 1) % len(self.accounts)
        with self.lock:
            self.asked = heir
        giver, taker = self.accounts[self.owner], self.accounts[heir]
        request = ownership_pb2.TransferOwnershipRequest(account_id=taker.id, request_id=unique("transfer"))
        answer = self.house.ask(request, by=giver)
        if self.by_offer:
            id = answer.ownership_transfer.id
            request = ownership_pb2.AcceptOwnershipTransferRequest(ownership_transfer_id=id, request_id=unique("accept"))
            answer = self.house.ask(request, by=taker)
        assert answer.organization.owner_id == taker.id and answer.account.owner
        with self.lock:
            self.owner = heir
        self.passed += 1

    def finish(self):
        self.ending.set()
        self.join()
        assert self.problem is None, self.problem
        owner = self.accounts[self.owner]
        assert self.house.organization(by=owner).owner_id == owner.id
        listed = self.house.ask(account_pb2.ListAccountsRequest(organization_id=self.house.id), by=owner).accounts
        assert [account.id for account in listed if account.owner] == [owner.id]
