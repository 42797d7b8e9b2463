"""What every change leaves behind, whatever it is: an event with before and after (rule E2), and nothing when there was nothing
to do. And the form that all changes have in common."""

import pytest
from mandate.audit.v1 import event_pb2, log_pb2

from client import CallError
from edges import got
from events import told
from registry import ACCOUNT, CHANGES
from sample_requests import ANSWERED, GOES_ON, USES, ask, sample
from scene import Organization, eventually, unique


@pytest.fixture(scope="module")
def house(operator):
    return Organization(operator)


# The form.


@pytest.mark.parametrize("method", CHANGES, ids=str)
def test_a_change_is_asked_for_and_answered_as_every_other(method):
    asked, answered = method.Request.DESCRIPTOR.fields_by_name, method.answer.fields_by_name
    assert asked["request_id"].type == asked["request_id"].TYPE_STRING
    assert asked["validate_only"].type == asked["validate_only"].TYPE_BOOL
    assert {"event_id", "consistency_token"} <= set(answered)
    # What is warned of is a program's to act on.
    for name in ("warning", "warnings"):
        assert name not in answered or answered[name].enum_type, f"{name} of {method} is no enum"


@pytest.mark.parametrize("method", CHANGES, ids=str)
def test_what_is_changed_has_an_etag(method):
    """Every resource that a change answers with, and the request that changes one that is there."""
    resources = [field.message_type for field in method.answer.fields if field.message_type and is_stored(field.message_type)]
    for resource in resources:
        assert "etag" in resource.fields_by_name, resource.full_name
    held = [field.message_type for field in method.Request.DESCRIPTOR.fields if field.message_type in resources]
    # A claim makes a domain by its name, and leaves one that is there as it is; many members or delegations are no one thing;
    # a mailbox's address only the service that keeps the mailbox changes; what is registered is new.
    none = (
        "ClaimMailboxAddress", "ReleaseMailboxAddress", "ClaimDomain", "AddGroupMembers", "RemoveGroupMembers",
        "SetGroupMembers", "RevokeMailboxDelegations", "RevokeGranteeDelegations", "RegisterMailbox",
        "OffboardAccount", *USES,
    )
    assert held or "etag" in method.Request.DESCRIPTOR.fields_by_name or method.name in none


def is_stored(resource):
    """A decision only names the positions that it was made on."""
    return "revision" in resource.fields_by_name and "identity_revision" not in resource.fields_by_name


# The event.


@pytest.fixture(scope="module")
def done(house):
    """Each change, done: the request, the answer and the event, by method. The log takes events a moment later."""
    calls = {}
    for method in CHANGES:
        request = sample(method, house)
        request.request_id = unique("request")
        calls[method] = request, ask(method, request, house)

    def find(method):
        request, answer = calls[method]
        # A new organization has a log of its own.
        where, reader = (house.id, house.owner)
        if "owner" in answer.DESCRIPTOR.fields_by_name:
            where, reader = answer.organization.id, answer.owner
        found = event_pb2.ListEventsRequest(organization_id=where, event_class=class_of(method), page_size=1000)
        events = eventually(
            lambda: [one for one in house.ask(found, by=reader).events if one.event.id == answer.event_id]
        )
        assert len(events) == 1, "one change is one event"
        return request, answer, events[0]

    return find


def class_of(method):
    return log_pb2.EVENT_CLASS_COMMUNICATION if method.name in USES else log_pb2.EVENT_CLASS_AUDIT


@pytest.mark.parametrize("method", CHANGES, ids=str)
def test_e2_a_change_is_an_event_that_says_who_did_what_to_what(house, done, method):
    request, answer, recorded = done(method)
    event = recorded.event
    assert recorded.source == method.servers[0] == event.origin.service
    assert event.action == method.log.action and event.outcome == event_pb2.EVENT_OUTCOME_SUCCEEDED
    assert event.event_class == class_of(method) and event.occur_time.ToMicroseconds()
    if method.name in ANSWERED:
        offer = answer.invitation if "Invitation" in method.name else answer.ownership_transfer
        assert event.actor.id == offer.account_id and event.organization_id == house.id
    elif method.access.kind == ACCOUNT:
        assert event.actor.id == house.owner.id and event.actor.kind == event_pb2.EVENT_ACTOR_KIND_ACCOUNT
        assert event.actor.role_ids == ["rol_full_admin"] and event.organization_id == house.id
    assert event.actor.id and event.origin.caller == "spiffe://mandate.test/operator/admin"
    assert told(recorded).get("origin.request_id", "") == request.request_id
    assert told(recorded).get("justification", "") == getattr(request, "justification", "")
    assert event.target.id and event.target.resource_type == (method.log.resource_type or method.log.action.split(".")[0])
    # It names whoever may do it for itself; its event is of what was made.
    target = "" if method.name == "RegisterMailbox" else method.log.target
    for path, value in (
        (target, event.target.id), (method.log.mailbox, event.target.mailbox_id),
        (method.log.subject, event.target.subject_id),
    ):
        # What the request does not name the event does all the same.
        assert not path or value == (got(request, path.split(".")) or value) != ""


@pytest.mark.parametrize("method", CHANGES, ids=str)
def test_e2_a_change_is_an_event_with_before_and_after(done, method):
    _, _, recorded = done(method)
    changes = [(change.path, change.before, change.after) for change in recorded.event.changes]
    values = told(recorded)
    personal = {path.rpartition(".")[0] for path in values if path.startswith("changes.")}
    changes += [(path, values.get(path + ".before", ""), values.get(path + ".after", "")) for path in personal]
    assert bool(changes) != (method.name in USES), "nothing is said to be different, or something of a use"
    assert all(path and before != after for path, before, after in changes)
    assert len({path for path, _, _ in changes}) == len(changes)
    # What tells about a person is nowhere in what stays for ever.
    leaf = recorded.event.SerializeToString()
    assert not [path for path, value in values.items() if value.encode() in leaf]


@pytest.mark.parametrize("method", CHANGES, ids=str)
def test_the_same_change_again_finds_nothing_to_do(house, operator, method):
    """It says `unchanged`, or why it cannot be done twice; and in no case does it anything."""
    request = sample(method, house)
    first = ask(method, request, house)
    before, refusals = operator.position(method.servers[0]), 0
    try:
        again = ask(method, request, house)
    except CallError as error:
        if method.name == "TransferOwnership":
            assert error.reason == "OWNER_ONLY", "who gave it away has it no more"
            return
        # What is made is there already, what is gone is not there, and a token is taken.
        assert "unchanged" not in method.answer.fields_by_name, error
        over = ("WRONG_STATE",) if "Invitation" in method.name else ()
        assert error.reason in ("ALREADY_EXISTS", "NOT_FOUND", "INVITATION_INVALID", *over)
        refusals = 1
    else:
        if "unchanged" in method.answer.fields_by_name:
            assert again.unchanged and not first.unchanged and not again.event_id
        else:
            # An invitation can be sent again, the same be bought again, and what is open be opened.
            assert method.name in ("InviteAccount", "ResendInvitation", "CreateSubscription", *USES)
            return
    # That it was refused is an event.
    assert method.name in GOES_ON or before <= operator.position(method.servers[0]) <= before + refusals
