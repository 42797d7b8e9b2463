"""While the log is away: a flood of denials keeps nobody from revoking, and every one of them is on record afterwards."""

import pytest
from mandate.audit.v1 import event_pb2
from mandate.mailbox.v1.access_pb2 import RIGHT_OPEN, RIGHT_SEND
from mandate.server.v1 import server_pb2

from client import CallError
from events import listing
from installation import Installation, running
from prometheus import parse
from scene import Hands, Organization, eventually, refused
from test_mandatectl import ctl

OUTBOX_MAX = 200
PEOPLE, DENIALS_EACH = 5, 15


@pytest.fixture
def own(tmp_path):
    """Servers of this test's own, with a small outbox."""
    installation = Installation(tmp_path)
    installation.servers["mailbox"].settings = ["--outbox-max", str(OUTBOX_MAX)]
    yield from running(installation)


def waiting(own):
    """Events in mailbox's outbox."""
    status, text = own.servers["mailbox"].ask("/metrics")
    assert status == 200
    return parse(text)["mandate_outbox_events"].sum()


def denied(house):
    request = listing(house.id, action="delegation.", outcome=event_pb2.EVENT_OUTCOME_DENIED, page_size=1000)
    return [entry.event for entry in house.ask(request).events]


def test_revocations_have_room_and_denials_are_counted(own):
    house = Organization(Hands(own, "operator-admin"))
    people, office = [house.person() for _ in range(PEOPLE)], house.functional()
    house.grant(office, people[0], RIGHT_OPEN)
    eventually(lambda: waiting(own) == 0)
    own.servers["audit"].kill()

    for person in people:
        for _ in range(DENIALS_EACH):
            with refused("PERMISSION_DENIED", "ROLE_LACKS_SCOPE"):
                house.grant(office, person, RIGHT_OPEN, by=person)
    # Single ones have a fifth of it, counts a little more.
    assert OUTBOX_MAX / 5 <= waiting(own) <= OUTBOX_MAX / 4

    with pytest.raises(CallError) as full:
        for number in range(OUTBOX_MAX):
            house.grant(office, people[1], RIGHT_SEND if number % 2 else RIGHT_OPEN)
    assert (full.value.code, full.value.reason) == ("RESOURCE_EXHAUSTED", "OUTBOX_FULL")
    assert "only what takes access away" in full.value.message
    fill = house.operator.ask(server_pb2.GetServerRequest(), at="mailbox").outbox
    assert (fill.events, fill.events_max, fill.change_room) == (waiting(own), OUTBOX_MAX, 0)
    assert fill.oldest_time.ToMicroseconds()
    shown = ctl(own, "server", "mailbox").stdout.splitlines()[1]
    assert f" {int(waiting(own))} of {OUTBOX_MAX}; since " in shown and "full for changes" in shown
    house.revoke(office, people[0])
    assert house.decision(people[0], office) == "NO_GRANT"

    own.servers["audit"].start()
    own.servers["audit"].await_ready()
    eventually(lambda: waiting(own) == 0)
    # What was only counted is written when the process stops, and is sent by the next one.
    own.servers["mailbox"].terminate()
    assert own.servers["mailbox"].await_end() == 0
    own.servers["mailbox"].start()
    own.servers["mailbox"].await_ready()
    house.operator = Hands(own, "operator-admin")
    eventually(lambda: sum(max(1, event.count) for event in denied(house)) == PEOPLE * DENIALS_EACH)
    for event in denied(house):
        assert event.actor.id in {person.id for person in people}
        assert event.count == 0 or event.first_refuse_time.ToMicroseconds() <= event.last_refuse_time.ToMicroseconds()
