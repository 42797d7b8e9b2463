"""What a rule refuses is in the log, with its reason and what was needed and held."""

import pytest
from mandate.audit.v1 import event_pb2, log_pb2
from mandate.identity.v1 import account_pb2, group_pb2
from mandate.mailbox.v1 import delegation_pb2
from mandate.mailbox.v1.access_pb2 import RIGHT_OPEN

from client import CallError
from events import listing
from registry import ACCOUNT, METHODS
from sample_requests import ask, sample
from scene import Organization, eventually, refused

DENIED = event_pb2.EVENT_OUTCOME_DENIED
NOWHERE = "7" * 26


@pytest.fixture(scope="module")
def house(operator):
    return Organization(operator)


def denied(house, actor, **filters):
    return [entry.event for entry in house.ask(listing(house.id, actor_id=actor.id, outcome=DENIED, **filters)).events]


def told(house, actor, count=1):
    return eventually(lambda: len(found := denied(house, actor)) >= count and found)


DEMANDING = [method for method in METHODS if method.access.kind == ACCOUNT and method.demanding]


@pytest.mark.parametrize("method", DEMANDING, ids=str)
def test_e2_c15_of_every_method_a_denial_is_an_event_with_scope_needed_and_held(house, method):
    """Of an account without any role: it is denied whatever is demanded, changes and readings alike."""
    person, request = house.person(), sample(method, house)
    with refused("PERMISSION_DENIED", "ROLE_LACKS_SCOPE") as refusal:
        ask(method, request, house, by=person)
    says = [refusal.error.metadata[key].split(",") for key in ("scope", "needed", "held")]
    event = told(house, person)[0]
    assert event.decision.reason == "ROLE_LACKS_SCOPE" and event.decision.domain == "mandate.rpc"
    assert [demand.scope for demand in event.decision.demands] == says[0]
    assert event.action == method.log.action and event.organization_id == house.id
    assert event.actor.id == person.id and not event.actor.role_ids


def test_e2_every_reason_of_a_rule_that_can_be_provoked_is_in_the_log(house):
    person, office = house.person(), house.functional()
    outer, inner = house.group(), house.group()
    house.add(outer, inner)
    invited = house.invite().account
    attempts = {
        "IS_OWNER": lambda: house.suspend(house.owner),
        "OWN_ROLE": lambda: house.assign(house.owner, "rol_support"),
        "GROUP_CYCLE": lambda: house.add(inner, outer),
        "WRONG_TYPE": lambda: house.assign(office, "rol_support"),
        "WRONG_STATE": lambda: house.grant(office, invited, RIGHT_OPEN),
        "SELF_GRANT": lambda: house.grant(person, person, RIGHT_OPEN),
        "NOT_FOUND": lambda: house.ask(account_pb2.GetAccountRequest(account_id="acc_" + NOWHERE)),
        "ALREADY_EXISTS": lambda: house.ask(
            group_pb2.CreateGroupRequest(group=group_pb2.Group(organization_id=house.id, display_name=outer.display_name))
        ),
    }
    for reason, attempt in attempts.items():
        with pytest.raises(CallError) as refusal:
            attempt()
        assert refusal.value.reason == reason, (reason, refusal.value)
    reasons = lambda: {event.decision.reason for event in denied(house, house.owner)}
    assert eventually(lambda: set(attempts) <= reasons() and reasons())
    assert all(event.decision.demands for event in denied(house, house.owner))


def test_d28_e2_who_tries_out_ids_leaves_a_trace_in_their_own_log_alone(house, operator):
    elsewhere = Organization(operator)
    theirs = elsewhere.functional()
    prober = house.owner
    before = len(denied(house, prober))
    for request in (
        account_pb2.GetAccountRequest(account_id=theirs.id),
        account_pb2.GetAccountRequest(account_id="acc_" + NOWHERE),
        event_pb2.ListEventsRequest(organization_id=elsewhere.id),
        event_pb2.ListEventsRequest(organization_id="org_" + NOWHERE),
    ):
        with refused("NOT_FOUND", "NOT_FOUND"):
            house.ask(request)
    delegation = elsewhere.grant(theirs, elsewhere.person(), RIGHT_OPEN).delegation
    with refused("NOT_FOUND", "NOT_FOUND"):
        house.ask(delegation_pb2.RevokeDelegationRequest(delegation_id=delegation.id))
    found = eventually(lambda: len(found := denied(house, prober)) >= before + 5 and found)
    assert all(event.decision.reason == "NOT_FOUND" for event in found[:5])
    # What is another organization's is told as far as it was named.
    revocation = next(event for event in found if event.action == "delegation.revoked")
    assert revocation.target.id == delegation.id
    assert not revocation.target.mailbox_id and not revocation.target.subject_id
    assert not [event for event in denied(elsewhere, prober)]


def test_e3_operators_read_the_log_of_the_installation(house, operator):
    made = operator.ask(event_pb2.ListEventsRequest(page_size=1000, filter={"action": "organization.created"}))
    assert house.id not in {entry.event.organization_id for entry in made.events}
    page = operator.ask(event_pb2.ListEventsRequest(page_size=1000))
    assert all(not entry.event.organization_id for entry in page.events) and not page.head.organization_id
    readings = operator.ask(event_pb2.ListEventsRequest(filter={"action": "audit_log.read"})).events
    assert readings and all(entry.event.actor.kind == event_pb2.EVENT_ACTOR_KIND_OPERATOR for entry in readings)
    proved = operator.ask(event_pb2.ProveEventRequest(event_id=readings[0].event.id))
    assert proved.recorded.event.id == readings[0].event.id
    assert operator.ask(log_pb2.GetLogRootRequest()).head.size >= 2


def test_d28_an_account_that_asks_for_it_is_answered_as_for_no_organization(house):
    answers = []
    for organization in ("", "org_" + NOWHERE):
        with refused("NOT_FOUND", "NOT_FOUND") as refusal:
            house.ask(event_pb2.ListEventsRequest(organization_id=organization))
        answers.append((str(refusal.error), refusal.error.metadata))
    assert answers[0] == answers[1]
