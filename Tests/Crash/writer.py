"""A caller that keeps changing things and never gives up on a change: the same request id until it is answered."""

import random
import threading
import time
from collections import Counter

from client import CallError, ConnectionEnded
from mandate.identity.v1 import account_states_pb2, group_pb2
from mandate.mailbox.v1 import delegation_pb2
from mandate.mailbox.v1.access_pb2 import RIGHT_OPEN
from patience import PATIENCE_SECONDS
from scene import METHODS, Hands, Organization, mailbox_of, server_of, unique

TRANSIENT = {"UNAVAILABLE", "DEADLINE_EXCEEDED"}


class PatientHands(Hands):
    """Asks until there is an answer; a connection that ended is made anew."""

    def __init__(self, installation, caller="operator-admin"):
        super().__init__(installation, caller)
        self.retries = Counter()

    def ask(self, request, *, at=None, **options):
        deadline = time.monotonic() + PATIENCE_SECONDS
        server = at or server_of(METHODS[request.DESCRIPTOR.full_name])
        while True:
            try:
                return super().ask(request, at=at, **options)
            except CallError as error:
                if not self.is_transient(error) or time.monotonic() > deadline:
                    raise
                self.retries[error.reason] += 1
            except (OSError, ConnectionEnded) as error:
                if time.monotonic() > deadline:
                    raise
                self.retries[type(error).__name__] += 1
                self.drop(server)
            time.sleep(0.02)

    def is_transient(self, error):
        return error.code in TRANSIENT

    def drop(self, server):
        if connection := self._connections.pop(server, None):
            connection.close()


class Writer:
    """Owns an organization, knows what must be true in it, and changes it one call at a time.

    Every call it makes changes something, so each has exactly one event; `events` and `requests` are
    the ids of the acknowledged ones, by server.
    """

    PEOPLE, OFFICES, GROUPS = 3, 2, 2

    def __init__(self, installation, seed, hands=PatientHands):
        self.name = f"writer {seed}"
        self.dice = random.Random(seed)
        self.hands = hands(installation)
        self.house = Organization(self.hands)
        self.people = [self.house.person() for _ in range(self.PEOPLE)]
        self.offices = [self.house.functional() for _ in range(self.OFFICES)]
        self.groups = [self.house.group() for _ in range(self.GROUPS)]
        self.suspended, self.members, self.grants = set(), set(), set()
        self.events = {"identity": [], "mailbox": []}
        self.requests = {"identity": [], "mailbox": []}
        self._thread, self._ending, self._failure = None, threading.Event(), None

    # The model.

    def expected(self, person, office):
        """The decision's reason, as in Organization.decision. Numbers of a person and an office."""
        if person in self.suspended:
            return "ACCOUNT_SUSPENDED"
        if (office, ("person", person)) in self.grants:
            return "ALLOWED_GRANT"
        groups = [group for group, member in self.members if member == person]
        if any((office, ("group", group)) in self.grants for group in groups):
            return "ALLOWED_GROUP_GRANT"
        return "NO_GRANT"

    def check(self, person, office):
        found, wanted = self.house.decision(self.people[person], self.offices[office]), self.expected(person, office)
        assert found == wanted, f"{self.name}: person {person} at office {office}: {found}, expected {wanted}"

    def check_all(self):
        for person in range(self.PEOPLE):
            for office in range(self.OFFICES):
                self.check(person, office)

    # Changes.

    def grantee(self, of):
        kind, number = of
        return (self.people if kind == "person" else self.groups)[number]

    def choose(self):
        """A change that is possible now: the request, and what it makes of the model."""
        person, group = self.dice.randrange(self.PEOPLE), self.dice.randrange(self.GROUPS)
        office = self.dice.randrange(self.OFFICES)
        kind = self.dice.choice(["grant", "grant", "suspend", "member"])
        if kind == "suspend":
            if person in self.suspended:
                request = account_states_pb2.ReactivateAccountRequest(account_id=self.people[person].id)
            else:
                request = account_states_pb2.SuspendAccountRequest(account_id=self.people[person].id)
            return request, self.suspended, person
        if kind == "member":
            request = group_pb2.AddGroupMemberRequest
            if (group, person) in self.members:
                request = group_pb2.RemoveGroupMemberRequest
            elif person in self.suspended:
                return self.choose()
            ids = {"group_id": self.groups[group].id, "member_id": self.people[person].id}
            return request(**ids), self.members, (group, person)
        of = self.dice.choice([("person", person), ("group", group)])
        ids = {"mailbox_id": mailbox_of(self.offices[office]), "grantee_id": self.grantee(of).id}
        if (office, of) in self.grants:
            return delegation_pb2.RevokeDelegationRequest(**ids), self.grants, (office, of)
        if of[0] == "person" and person in self.suspended:
            return self.choose()
        return delegation_pb2.GrantDelegationRequest(**ids, rights=[RIGHT_OPEN]), self.grants, (office, of)

    def change(self):
        request, part, item = self.choose()
        request.request_id = unique("crash")
        answer = self.house.ask(request)
        unchanged = getattr(answer, "unchanged", False)
        assert answer.event_id and not unchanged, f"{self.name}: done before:\n{request}{answer}"
        part ^= {item}
        server = server_of(METHODS[request.DESCRIPTOR.full_name])
        self.events[server].append(answer.event_id)
        self.requests[server].append(request.request_id)

    # The thread.

    def start(self):
        self._ending.clear()
        self._thread = threading.Thread(target=self._run, name=self.name)
        self._thread.start()

    def finish(self):
        """Ends after the change under way, which is still carried through."""
        self._ending.set()
        self._thread.join()
        if self._failure:
            raise self._failure

    def _run(self):
        try:
            while not self._ending.is_set():
                self.change()
                if self.dice.random() < 0.3:
                    self.check(self.dice.randrange(self.PEOPLE), self.dice.randrange(self.OFFICES))
        except Exception as error:
            self._failure = error


def acknowledged(writers):
    """Ids of all that they were told is done, by server."""
    return {name: [event for writer in writers for event in writer.events[name]] for name in ("identity", "mailbox")}
