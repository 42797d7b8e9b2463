"""All delegations of a mailbox, or to an account or a group, revoked in one call (rules C6, D17): none counts when it has
answered, the rows follow as SYSTEM, and what is granted meanwhile counts."""

import json

import pytest
from mandate.audit.v1 import event_pb2
from mandate.mailbox.v1 import delegation_pb2, delegation_stops_pb2
from mandate.mailbox.v1.access_pb2 import RIGHT_OPEN, RIGHT_SEND

from scene import Organization, eventually, mailbox_of, refused, unique
from test_mandatectl import ctl

PEOPLE = 5


@pytest.fixture
def house(operator):
    return Organization(operator)


def of_mailbox(house, mailbox, by=None, **fields):
    return house.ask(delegation_stops_pb2.RevokeMailboxDelegationsRequest(mailbox_id=mailbox_of(mailbox), **fields), by)


def to_grantee(house, grantee, by=None, **fields):
    return house.ask(delegation_stops_pb2.RevokeGranteeDelegationsRequest(grantee_id=grantee.id, **fields), by)


def delegates(house, mailbox):
    answer = house.ask(delegation_pb2.ListDelegatesRequest(mailbox_id=mailbox_of(mailbox)))
    return [row.delegation.grantee_id for row in answer.delegates]


def removed(house, count):
    """The events of the rows, when there are so many."""
    return eventually(lambda: (found := house.events(action="delegation.removed")) and len(found) == count and found)


def test_d17_all_of_a_mailbox_are_revoked_at_once_and_the_rows_follow(house):
    office, people = house.functional(), [house.person() for _ in range(PEOPLE)]
    granted = {house.grant(office, person, RIGHT_OPEN).delegation.id for person in people}
    kept = house.grant(people[1], people[0], RIGHT_OPEN).delegation
    answer = of_mailbox(house, office, justification="reorganized")
    assert answer.revoked_count == PEOPLE and not answer.unchanged and answer.consistency_token
    assert {house.decision(person, office) for person in people} == {"NO_GRANT"}
    assert house.decision(people[0], people[1]) == "ALLOWED_GRANT" and delegates(house, office) == []
    [event] = eventually(lambda: house.events(action="mailbox.delegations_revoked"))
    assert event.event.id == answer.event_id and event.event.target.id == mailbox_of(office)
    assert [(one.path, one.before, one.after) for one in event.event.changes] == [("delegation_count", str(PEOPLE), "0")]
    rows = removed(house, PEOPLE)
    assert {row.event.target.id for row in rows} == granted
    for row in rows:
        assert row.event.actor.kind == event_pb2.EVENT_ACTOR_KIND_SYSTEM
        assert [one.account_id for one in row.event.on_behalf_of] == [house.owner.id]
    assert delegates(house, people[1]) == [kept.grantee_id]


def test_d17_all_to_a_group_are_revoked_at_once(house):
    person = house.person()
    group, offices = house.group(person), [house.functional() for _ in range(3)]
    for office in offices:
        house.grant(office, group, RIGHT_OPEN)
    assert to_grantee(house, group).revoked_count == 3
    assert {house.decision(person, office) for office in offices} == {"NO_GRANT"}
    removed(house, 3)
    again = to_grantee(house, group)
    assert again.unchanged and again.revoked_count == 0 and again.event_id == ""


def test_d1_what_is_granted_again_at_once_counts_and_goes_on_counting(house):
    office, people = house.functional(), [house.person() for _ in range(PEOPLE)]
    for person in people:
        house.grant(office, person, RIGHT_OPEN)
    of_mailbox(house, office)
    answers = [house.grant(office, person, RIGHT_SEND) for person in people]
    assert not any(answer.unchanged for answer in answers)
    removed(house, PEOPLE)
    assert {house.decision(person, office, RIGHT_SEND) for person in people} == {"ALLOWED_GRANT"}
    assert {house.decision(person, office, RIGHT_OPEN) for person in people} == {"RIGHT_MISSING"}
    # And what is revoked again before the rows are gone is revoked.
    of_mailbox(house, office)
    assert {house.decision(person, office, RIGHT_SEND) for person in people} == {"NO_GRANT"}
    removed(house, 2 * PEOPLE)


def test_trying_it_out_says_how_many_and_a_repetition_revokes_nothing_granted_since(house):
    office, person = house.functional(), house.person()
    house.grant(office, person, RIGHT_OPEN)
    assert of_mailbox(house, office, validate_only=True).revoked_count == 1
    assert to_grantee(house, person, validate_only=True).revoked_count == 1
    assert house.decision(person, office) == "ALLOWED_GRANT"
    once = unique("request")
    first = of_mailbox(house, office, request_id=once)
    house.grant(office, person, RIGHT_OPEN)
    again = of_mailbox(house, office, request_id=once)
    assert (again.revoked_count, again.event_id) == (1, first.event_id)
    assert house.decision(person, office) == "ALLOWED_GRANT"


def test_c6_another_administrators_own_mailbox_takes_a_full_admin_also_among_many(house):
    admin, policy = house.administrator("rol_full_admin"), house.administrator("rol_policy_admin")
    office, person = house.functional(), house.person()
    house.grant(admin, person, RIGHT_OPEN)
    house.grant(office, person, RIGHT_OPEN)
    with refused("PERMISSION_DENIED", "FULL_ADMIN_ONLY"):
        of_mailbox(house, admin, by=policy)
    with refused("PERMISSION_DENIED", "FULL_ADMIN_ONLY"):
        to_grantee(house, person, by=policy)
    assert house.decision(person, office) == house.decision(person, admin) == "ALLOWED_GRANT"
    assert of_mailbox(house, admin).revoked_count == 1
    assert to_grantee(house, person, by=policy).revoked_count == 1
    with refused("PERMISSION_DENIED", "ROLE_LACKS_SCOPE"):
        to_grantee(house, person, by=house.administrator("rol_support"))


def test_d28_another_organizations_mailbox_and_grantee_are_not_found(house, operator):
    other = Organization(operator)
    office, person, group = other.functional(), other.person(), other.group()
    other.grant(office, person, RIGHT_OPEN)
    with refused("NOT_FOUND", "NOT_FOUND"):
        of_mailbox(house, office)
    for grantee in (person, group):
        with refused("NOT_FOUND", "NOT_FOUND"):
            to_grantee(house, grantee)
    assert other.decision(person, office) == "ALLOWED_GRANT"


def test_mandatectl_revokes_all_and_says_how_many(installation, house):
    office, person = house.functional(), house.person()
    house.grant(office, person, RIGHT_OPEN)
    options = ("--as", house.owner.id, "--output", "json")
    done = ctl(installation, "delegation", "revoke-mailbox", office.address, *options)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["revokedCount"] == 1, done.stdout
    assert house.decision(person, office) == "NO_GRANT"
    done = ctl(installation, "delegation", "revoke-grantee", person.address, *options)
    assert done.returncode == 0 and json.loads(done.stdout)["unchanged"], done.stderr
