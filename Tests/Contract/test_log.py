"""The log: what happened, and proofs that a stranger can check."""

import pytest
from mandate.audit.v1 import event_pb2, log_pb2
from mandate.mailbox.v1.access_pb2 import RIGHT_OPEN, RIGHT_SEND

import merkle
from client import CallError
from events import appended, listing, told, watching
from scene import Hands, Organization, eventually, mailbox_of, pages, refused, unique


class Story:
    """An organization in which some things happened, all of them in the log."""

    def __init__(self, operator):
        self.house = house = Organization(operator)
        self.person, self.office = house.person(), house.functional()
        self.granted = house.grant(self.office, self.person, RIGHT_OPEN, justification="Vertretung – 漢字")
        self.changed = house.grant(self.office, self.person, RIGHT_OPEN, RIGHT_SEND)
        self.suspended = house.suspend(self.person)
        self.revoked = house.revoke(self.office, self.person)
        self.ids = {one.event_id for one in (self.granted, self.changed, self.suspended, self.revoked)}
        eventually(lambda: self.ids <= {entry.event.id for entry in self.list()})

    def list(self, **filters):
        request = listing(self.house.id, page_size=1000, **filters)
        return self.house.ask(request).events

    def prove(self, event_id, **fields):
        return self.house.ask(event_pb2.ProveEventRequest(organization_id=self.house.id, event_id=event_id, **fields))


@pytest.fixture(scope="module")
def story(operator):
    return Story(operator)


def test_e2_an_event_says_who_did_what_to_what_before_and_after(story):
    entries = {entry.event.id: entry for entry in story.list()}
    event = entries[story.changed.event_id].event
    assert event.event_class == log_pb2.EVENT_CLASS_AUDIT
    assert event.action == "delegation.changed" and event.outcome == event_pb2.EVENT_OUTCOME_SUCCEEDED
    assert event.organization_id == story.house.id
    assert event.actor.id == story.house.owner.id and event.actor.kind == event_pb2.EVENT_ACTOR_KIND_ACCOUNT
    assert event.actor.role_ids == ["rol_full_admin"]
    assert event.target.id == story.changed.delegation.id and event.target.resource_type == "delegation"
    assert event.target.mailbox_id == mailbox_of(story.office) and event.target.subject_id == story.person.id
    change = {change.path: change for change in event.changes}["rights"]
    assert change.before and change.after and change.before != change.after
    assert event.origin.caller == "spiffe://mandate.test/operator/admin" and event.origin.service == "mailbox"
    assert told(entries[story.granted.event_id])["justification"] == "Vertretung – 漢字"
    assert entries[story.suspended.event_id].event.action == "account.suspended"
    assert entries[story.suspended.event_id].source == "identity"


def test_filters_are_joined_by_and(story):
    ids = lambda **filters: {entry.event.id for entry in story.list(**filters)}
    person, office = story.person.id, mailbox_of(story.office)
    delegations = {story.granted.event_id, story.changed.event_id, story.revoked.event_id}
    assert ids(action="delegation.") == delegations == ids(mailbox_id=office) == ids(subject_id=person, action="delegation.")
    assert ids(action="delegation.revoked") == {story.revoked.event_id}
    assert ids(target_id=story.granted.delegation.id) == delegations
    assert ids(target_id=person, action="account.suspended") == {story.suspended.event_id}
    assert ids(mailbox_id=office, action="account.") == set()
    assert story.ids <= ids(actor_id=story.house.owner.id)
    assert ids(outcome=event_pb2.EVENT_OUTCOME_DENIED) == set()
    recorded = {entry.event.id: entry.record_time for entry in story.list()}
    middle = recorded[story.suspended.event_id]
    early = ids(record_end_time=middle, action="delegation.")
    late = ids(action="delegation.", record_start_time=middle)
    assert early | late == delegations and not early & late


def test_the_newest_come_first_unless_asked_otherwise(story):
    newest = [entry.index for entry in story.list()]
    oldest = [entry.index for entry in story.list(oldest_first=True)]
    assert newest == sorted(newest, reverse=True) and oldest == sorted(oldest)
    assert oldest[:3] == [0, 1, 2], "the index is dense and begins at 0"
    times = [entry.record_time.ToMicroseconds() for entry in story.list(oldest_first=True)]
    assert times == sorted(times)


def test_pages_hold_every_event_once(story):
    request = event_pb2.ListEventsRequest(organization_id=story.house.id, oldest_first=True)
    size = len(story.list())
    entries = pages(story.house.ask, request, "events", 2)
    # Each page was itself an event: the log grows while it is read.
    assert [entry.index for entry in entries[:size]] == list(range(size))
    assert len({entry.event.id for entry in entries}) == len(entries)


def test_every_event_is_proved_against_one_root(story):
    head = story.house.ask(log_pb2.GetLogRootRequest(organization_id=story.house.id)).head
    entries = {entry.index: entry.event.id for entry in story.list() if entry.index < head.size}
    assert sorted(entries) == list(range(head.size))
    leaves = []
    for index in range(head.size):
        proof = story.prove(entries[index], tree_size=head.size)
        assert proof.recorded.index == index and proof.head == head
        assert event_pb2.Event.FromString(proof.leaf) == proof.recorded.event
        assert merkle.inclusion_root(index, head.size, proof.leaf, proof.path) == head.root
        # Any other leaf or place is refused by the same path.
        assert merkle.inclusion_root(index, head.size, proof.leaf + b"x", proof.path) != head.root
        if head.size > 1:
            assert merkle.inclusion_root((index + 1) % head.size, head.size, proof.leaf, proof.path) != head.root
        leaves.append(proof.leaf)
    assert merkle.root_of(leaves) == head.root


def test_a_smaller_tree_is_the_beginning_of_a_larger_one(story):
    size = story.house.ask(log_pb2.GetLogRootRequest(organization_id=story.house.id)).head.size
    for first in range(1, size + 1):
        request = log_pb2.ProveLogConsistencyRequest(organization_id=story.house.id, first_size=first, second_size=size)
        proof = story.house.ask(request)
        assert (proof.first.size, proof.second.size) == (first, size)
        assert merkle.is_consistent(first, proof.first.root, size, proof.second.root, proof.path)
        if first < size:
            assert not merkle.is_consistent(first, proof.second.root, size, proof.first.root, proof.path)
            assert not merkle.is_consistent(first, proof.first.root, size, proof.second.root, [*proof.path, bytes(32)])


def test_sizes_that_are_not_there_are_refused(story):
    house, beyond = story.house, 1 << 40
    with refused("OUT_OF_RANGE", "TREE_TOO_SMALL"):
        house.ask(log_pb2.GetLogRootRequest(organization_id=house.id, tree_size=beyond))
    with refused("OUT_OF_RANGE", "TREE_TOO_SMALL"):
        house.ask(log_pb2.ProveLogConsistencyRequest(organization_id=house.id, first_size=1, second_size=beyond))
    with refused("INVALID_ARGUMENT", "INVALID_FIELD", field="first_size"):
        house.ask(log_pb2.ProveLogConsistencyRequest(organization_id=house.id, first_size=0))
    with refused("NOT_FOUND", "NOT_FOUND"):
        story.prove("evt_" + "0" * 26)


def test_c3_reading_the_log_is_itself_an_event(operator):
    house = Organization(operator)
    reader = house.administrator("rol_policy_admin")
    house.ask(listing(house.id, action="account."), by=reader)
    found = eventually(lambda: house.ask(listing(house.id, actor_id=reader.id)).events)
    assert found[0].event.action.startswith("audit_log.") and found[0].event.actor.role_ids == ["rol_policy_admin"]


WATCH = "mandate.audit.v1.EventService/WatchEvents"


def watch(house, connection, by=None, **fields):
    request = watching(house.id, **fields)
    metadata = {"mandate-account": (by or house.owner).id}
    return connection.call(WATCH, request, done=True, timeout=None, metadata=metadata)


def test_c3_a_watch_sends_what_comes_and_leaves_two_events(operator):
    house = Organization(operator)
    group = house.group()
    reader = house.administrator("rol_policy_admin")
    connection = operator.at("audit")
    call = watch(house, connection, by=reader, index=0, action="group.")
    seen, following = [], 0
    while len(seen) < 4:
        answer = call.receive()
        seen += answer.events
        assert answer.next_index > following and (not seen or answer.next_index > seen[-1].index)
        following = answer.next_index
        if len(seen) < 4 and seen:
            house.add(group, house.person())
    assert [entry.event.action for entry in seen] == ["group.created", *["group.member_added"] * 3]
    assert [entry.index for entry in seen] == sorted({entry.index for entry in seen})
    call.cancel()
    ends = listing(house.id, actor_id=reader.id, action="audit_log.watch_ended")
    end = eventually(lambda: house.ask(ends).events)[0].event
    assert {change.path: change.after for change in end.changes}["watch.events"] == "4" and end.decision.reason == "CANCELLED"
    readings = listing(house.id, actor_id=reader.id, action="audit_log.")
    assert [entry.event.action for entry in house.ask(readings).events] == ["audit_log.watch_ended", "audit_log.watch_begun"]
    # Who goes on at the last place misses nothing and sees nothing twice.
    added = house.add(group, house.person())
    again = watch(house, connection, index=following, action="group.")
    found = []
    while not found:
        found += again.receive().events
    assert [entry.event.id for entry in found] == [added.event_id]
    again.cancel()


def test_c3_a_watch_ends_when_the_right_to_read_does(operator):
    house = Organization(operator)
    reader = house.administrator("rol_policy_admin")
    call = watch(house, operator.at("audit"), by=reader, action="account.suspended")
    assert not call.receive().events
    house.suspend(reader)
    with pytest.raises(CallError) as error:
        call.receive()
    assert error.value.code == "PERMISSION_DENIED"
    query = listing(house.id, actor_id=reader.id, action="audit_log.watch_ended")
    assert house.ask(query).events[0].event.outcome == event_pb2.EVENT_OUTCOME_DENIED


def test_events_are_found_by_either_time_and_without_an_action(story):
    ids = lambda **filters: {entry.event.id for entry in story.list(**filters)}
    entries = {entry.event.id: entry for entry in story.list()}
    middle = entries[story.suspended.event_id].event.occur_time
    delegations = {story.granted.event_id, story.changed.event_id, story.revoked.event_id}
    early, late = ids(action="delegation.", occur_end_time=middle), ids(action="delegation.", occur_start_time=middle)
    assert early | late == delegations and not early & late and story.granted.event_id in early
    assert ids(action="delegation.", without_actions=["delegation.changed"]) == delegations - {story.changed.event_id}
    assert story.suspended.event_id not in ids(without_actions=["audit_log.", "account."])


def test_an_unknown_action_is_an_error_that_names_the_nearest(story):
    for filters in ({"action": "delegation"}, {"without_actions": ["delegation"]}, {"action": "delegation.grant"}):
        with refused("INVALID_ARGUMENT", "INVALID_FIELD") as refusal:
            story.list(**filters)
        assert "delegation." in refusal.error.metadata["nearest"]


def test_e2_denied_attempts_are_in_the_log(operator):
    house = Organization(operator)
    person, office = house.person(), house.functional()
    with refused("PERMISSION_DENIED", "ROLE_LACKS_SCOPE"):
        house.grant(office, person, RIGHT_OPEN, by=person)
    with refused("PERMISSION_DENIED", "ROLE_LACKS_SCOPE"):
        house.suspend(office, by=person)
    request = listing(house.id, actor_id=person.id, outcome=event_pb2.EVENT_OUTCOME_DENIED)
    denied = eventually(lambda: len(found := house.ask(request).events) >= 2 and found)
    assert {entry.source for entry in denied} == {"identity", "mailbox"}
    assert {entry.event.decision.reason for entry in denied} == {"ROLE_LACKS_SCOPE"}
    assert all(entry.event.decision.demands[0].scope for entry in denied)


def test_nobody_reads_the_log_of_another_organization(story, operator):
    elsewhere = Organization(operator)
    for request in (
        event_pb2.ListEventsRequest(organization_id=story.house.id),
        log_pb2.GetLogRootRequest(organization_id=story.house.id),
        event_pb2.ProveEventRequest(organization_id=story.house.id, event_id=story.granted.event_id),
        log_pb2.ProveLogConsistencyRequest(organization_id=story.house.id, first_size=1),
    ):
        with refused("NOT_FOUND", "NOT_FOUND"):
            elsewhere.ask(request)
    with refused("NOT_FOUND", "NOT_FOUND"):
        elsewhere.ask(event_pb2.ProveEventRequest(organization_id=elsewhere.id, event_id=story.granted.event_id))


@pytest.fixture(scope="module")
def source(installation):
    """The hands of identity itself. An epoch of the test's own stays out of identity's way."""
    hands = Hands(installation, "mandate-identity")
    yield hands
    hands.close()


def an_event(**fields):
    whole = {"id": "evt_" + "0" * 26, "organization_id": "org_" + "0" * 26, "action": "account.suspended", **fields}
    return appended(event_pb2.Event(**whole)).SerializeToString()


def append(events, first=1, epoch="contract", source="identity"):
    return log_pb2.AppendEventsRequest(source=source, epoch=epoch, first_sequence=first, events=events)


def test_only_a_source_itself_appends(operator, source):
    # The operator is no source, and identity is not mailbox.
    for hands, name in ((operator, "identity"), (operator, "mailbox"), (source, "mailbox"), (source, ""), (source, "other")):
        with pytest.raises(CallError) as error:
            hands.ask(append([an_event()], source=name))
        assert error.value.reason in ("CALLER_NOT_ALLOWED", "MISSING_FIELD")


def test_events_are_taken_in_order_and_once(source):
    epoch = unique("epoch")
    events = [an_event(id="evt_" + str(number) * 26) for number in range(5)]
    assert source.ask(append(events[:2], epoch=epoch)).next_sequence == 3
    # The same again, and with more behind: each once.
    again = source.ask(append(events[:2], epoch=epoch))
    assert again.next_sequence == 3
    assert source.ask(append(events[1:4], 2, epoch)).next_sequence == 5
    for gap in (6, 7, 1 << 40):
        with refused("FAILED_PRECONDITION", "SEQUENCE_GAP", expected="5"):
            source.ask(append(events[4:], gap, epoch))
    head = source.ask(append(events[4:], 5, epoch)).heads[0]
    assert source.ask(append(events[4:], 5, epoch)).heads[0] == head


@pytest.mark.parametrize("first, events, reason", [
    (1, [], "MISSING_FIELD"), (1, [b"\xff\xff"], "MALFORMED_MESSAGE"), (1, [an_event(organization_id="org_a")], "MALFORMED_MESSAGE"),
    (1, [an_event(), b"\x0a\x01\x00"], "MALFORMED_MESSAGE"),
    (1, [an_event(action="x" * (16 << 10))], "TOO_LONG"), (1, [an_event()] * 513, "TOO_LONG"),
    (0, [an_event()], "INVALID_FIELD"), (-1, [an_event()], "INVALID_FIELD"),
], ids=[
    "no event", "no protobuf", "no organization's id", "the second has NUL", "an event over 16 KiB", "513 events", "sequence 0",
    "sequence -1",
])
def test_a_broken_batch_is_refused_whole(source, first, events, reason):
    epoch = unique("epoch")
    with pytest.raises(CallError) as error:
        source.ask(append(events, first, epoch))
    assert error.value.code == "INVALID_ARGUMENT" and error.value.reason == reason
    # Nothing of it was taken: the epoch begins at 1.
    assert source.ask(append([an_event()], epoch=epoch)).next_sequence == 2


def test_e3_no_method_changes_or_deletes_an_event():
    from scene import METHODS

    log = {method for method in METHODS.values() if method.startswith("mandate.audit.")}
    assert {method.rpartition("/")[2] for method in log} == {
        "AppendEvents", "ListEvents", "WatchEvents", "ProveEvent", "GetLogRoot", "ProveLogConsistency",
    }
