"""SIGTERM while callers go on calling: no call fails that the server has not said to be none of its own."""

import itertools
import threading
from collections import deque

import pytest
from mandate.audit.v1 import event_pb2
from mandate.identity.v1 import group_pb2
from mandate.mailbox.v1 import access_pb2

from client import CallError, ConnectionEnded
from installation import Installation, running
from scene import METHODS, Hands, Organization, eventually, mailbox_of, pages

CALLERS, IN_FLIGHT, ANSWERS = 6, 16, 300


@pytest.fixture(scope="module")
def own(tmp_path_factory):
    yield from running(Installation(tmp_path_factory.mktemp("drained")))


@pytest.fixture(scope="module")
def house(own):
    return Organization(Hands(own, "operator-admin"))


class Caller(threading.Thread):
    """Keeps calls in flight on a connection of its own until the server takes no more. `requests` are numbered."""

    def __init__(self, connection, method, request, metadata):
        super().__init__()
        self.connection, self.method, self.request, self.metadata = connection, method, request, metadata
        self.answered, self.broken = [], []
        self.under_way = deque()

    def run(self):
        for number in itertools.count():
            try:
                call = self.connection.call(self.method, self.request(number), done=True, metadata=self.metadata)
                self.under_way.append((number, call))
            except (ConnectionEnded, OSError):
                # Nothing was sent, or nobody reads it any more: what the goaway said holds.
                break
            if len(self.under_way) == IN_FLIGHT:
                self.take()
        while self.under_way:
            self.take()
        self.connection.close()

    def take(self):
        number, call = self.under_way.popleft()
        try:
            call.answer()
            self.answered.append(number)
        except (CallError, OSError) as error:
            goaway = self.connection.draining
            if not (goaway and call.stream > goaway.last_stream):
                self.broken.append((number, error))


def drain(own, name, method, request, metadata):
    """Callers, SIGTERM among their calls, and the server again. Returns the callers."""
    callers = [
        Caller(own.connect(name), method, lambda number, who=who: request(f"{who} {number}"), metadata) for who in range(CALLERS)
    ]
    for caller in callers:
        caller.start()
    eventually(lambda: all(len(caller.answered) >= ANSWERS // CALLERS for caller in callers))
    server = own.servers[name]
    server.terminate()
    for caller in callers:
        caller.join(30)
        assert not caller.is_alive()
    assert server.await_end() == 0
    assert [problem for caller in callers for problem in caller.broken] == []
    assert all(caller.connection.draining for caller in callers), "everybody was told"
    server.start()
    for one in own.servers.values():
        one.await_ready()
    return callers


def method_of(message):
    return METHODS[message.DESCRIPTOR.full_name]


def test_mailbox_drains_without_a_failed_check(own, house):
    person = house.person()
    question = access_pb2.CheckRequest(
        account_id=person.id, mailbox_id=mailbox_of(person), right=access_pb2.RIGHT_OPEN)
    drain(own, "mailbox", method_of(question), lambda _: question, {})


def test_audit_drains_without_a_failed_answer(own, house):
    query = event_pb2.ListEventsRequest(organization_id=house.id, page_size=1)
    drain(own, "audit", method_of(query), lambda _: query, {"mandate-account": house.owner.id})


def test_identity_drains_without_a_failed_change_and_what_it_refused_never_happened(own, house):
    def request(name):
        return group_pb2.CreateGroupRequest(group=group_pb2.Group(organization_id=house.id, display_name=name))

    callers = drain(own, "identity", method_of(request("")), request, {"mandate-account": house.owner.id})
    house.operator = Hands(own, "operator-admin")
    groups = pages(house.ask, group_pb2.ListGroupsRequest(organization_id=house.id), "groups", 100)
    answered = {f"{who} {number}" for who, caller in enumerate(callers) for number in caller.answered}
    assert len(answered) >= ANSWERS
    assert {group.display_name for group in groups} == answered
