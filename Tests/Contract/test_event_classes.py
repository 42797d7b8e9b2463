"""An organization's two logs: each has a tree and readers of its own (rule E1)."""

import pytest
from mandate.audit.v1 import event_pb2, log_pb2
from mandate.audit.v1.log_pb2 import EVENT_CLASS_AUDIT as AUDIT, EVENT_CLASS_COMMUNICATION as COMMUNICATION

import merkle
from events import appended
from installation import Installation, running
from scene import Hands, Organization, eventually, refused, unique

# An operator's choices, for as it ships whoever reads one reads the other.
MATRIX = "communication_log.policy_admin=none,audit_log.support=none,communication_log.support=view"
ID = "evt_" + "0" * 26


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    own = Installation(tmp_path_factory.mktemp("classes"))
    own.servers["identity"].settings = ["--matrix", MATRIX]
    for installation in running(own):
        hands = Hands(installation, "operator-admin")
        house = Organization(hands)
        event = event_pb2.Event(
            id=ID, organization_id=house.id, event_class=COMMUNICATION, action="account.suspended",
            outcome=event_pb2.EVENT_OUTCOME_SUCCEEDED)
        house.sent = appended(event, ("justification", "nobody's business")).SerializeToString()
        request = log_pb2.AppendEventsRequest(source="identity", epoch=unique("epoch"), first_sequence=1, events=[house.sent])
        hands.other("mandate-identity").ask(request)
        house.readers = {AUDIT: house.administrator("rol_policy_admin"), COMMUNICATION: house.administrator("rol_support")}
        yield house
        hands.close()


def readings(house, which, id):
    """Every request that reads a log."""
    of = {"organization_id": house.id, "event_class": which}
    return [
        event_pb2.ListEventsRequest(**of), event_pb2.WatchEventsRequest(**of, index=0),
        event_pb2.ProveEventRequest(**of, event_id=id), log_pb2.GetLogRootRequest(**of),
        log_pb2.ProveLogConsistencyRequest(**of, first_size=1),
    ]


def events(house, which):
    return house.ask(event_pb2.ListEventsRequest(organization_id=house.id, event_class=which, page_size=1000)).events


def test_e1_an_event_is_in_the_log_of_its_class_and_in_no_other(house):
    [sent] = events(house, COMMUNICATION)
    assert sent.event.id == ID and sent.index == 0 and sent.personal[0].value == "nobody's business"
    eventually(lambda: events(house, AUDIT))
    assert ID not in {entry.event.id for entry in events(house, AUDIT)}
    with refused("NOT_FOUND", "NOT_FOUND"):
        house.ask(event_pb2.ProveEventRequest(organization_id=house.id, event_id=ID))


def test_e1_each_log_is_a_tree_of_its_own(house):
    leaf = log_pb2.AppendedEvent.FromString(house.sent).leaf
    head = house.ask(log_pb2.GetLogRootRequest(organization_id=house.id, event_class=COMMUNICATION)).head
    assert (head.event_class, head.size, head.root) == (COMMUNICATION, 1, merkle.root_of([leaf]))
    assert house.ask(log_pb2.GetLogRootRequest(organization_id=house.id)).head.event_class == AUDIT


@pytest.mark.parametrize("which, other, scope", [(AUDIT, COMMUNICATION, "communication_log"), (COMMUNICATION, AUDIT, "audit_log")])
def test_e1_who_reads_one_log_does_not_read_the_other(house, which, other, scope):
    reader = house.readers[which]
    first = {log: eventually(lambda: house.ask(
        event_pb2.ListEventsRequest(organization_id=house.id, event_class=log, oldest_first=True)).events)[0] for log in (which, other)}
    for request in readings(house, which, first[which].event.id):
        house.ask(request, by=reader)
    for request in readings(house, other, first[other].event.id):
        with refused("PERMISSION_DENIED", "ROLE_LACKS_SCOPE", scope=scope, needed="view", held="none"):
            house.ask(request, by=reader)
