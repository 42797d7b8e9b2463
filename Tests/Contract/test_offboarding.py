"""Somebody leaves: suspended first, then what the account has goes to others or to nobody (OffboardingService)."""

import pytest

from mandate.identity.v1 import account_resource_pb2
from mandate.mailbox.v1 import delegation_stops_pb2, mailbox_pb2, mailbox_registration_pb2, offboarding_pb2
from mandate.mailbox.v1.access_pb2 import RIGHT_OPEN, RIGHT_SEND, RIGHT_SET_UP
from scene import Organization, address, eventually, mailbox_of, refused, unique

DONE = offboarding_pb2.OFFBOARDING_STATE_DONE
SUSPENDED = account_resource_pb2.ACCOUNT_STATE_SUSPENDED


def offboard(house, account, by=None, **fields):
    return house.ask(offboarding_pb2.OffboardAccountRequest(account_id=account.id, **fields), by)


def get(house, offboarding, by=None):
    return house.ask(offboarding_pb2.GetOffboardingRequest(offboarding_id=offboarding.id), by).offboarding


def done(house, offboarding):
    return eventually(lambda: (now := get(house, offboarding)).state == DONE and now)


def register(house, owner):
    request = mailbox_registration_pb2.RegisterMailboxRequest(owner_id=owner.id, address=address("registered"), display_name="Desk")
    return house.ask(request).mailbox


def test_d17_who_is_offboarded_is_suspended_and_what_was_granted_is_revoked(organization):
    house = organization
    person, offices = house.person(), [house.functional() for _ in range(3)]
    for office in offices:
        house.grant(office, person, RIGHT_OPEN)
    answer = offboard(house, person, justification="leaves")
    assert house.get(person).state == SUSPENDED
    assert house.get(person).suspend_reason == account_resource_pb2.SUSPEND_REASON_LEFT
    report = done(house, answer.offboarding)
    assert (report.delegations_revoked, report.delegations_moved, report.mailboxes_transferred) == (3, 0, 0)
    assert report.end_time.seconds
    # Reactivated, the account has nothing.
    house.reactivate(person)
    assert {house.decision(person, office) for office in offices} == {"NO_GRANT"}


def test_offboarding_moves_delegations_with_their_terms(organization):
    house = organization
    leaver, successor = house.person(), house.person()
    office, frozen, both, foreign = (house.functional() for _ in range(4))
    house.grant(office, leaver, RIGHT_OPEN, RIGHT_SET_UP)
    house.grant(frozen, leaver, RIGHT_OPEN)
    house.ask(delegation_stops_pb2.FreezeDelegationRequest(mailbox_id=mailbox_of(frozen), grantee_id=leaver.id))
    house.grant(both, leaver, RIGHT_OPEN, RIGHT_SEND)
    house.grant(both, successor, RIGHT_SEND)
    # What is the successor's own it cannot be given.
    house.grant(successor, leaver, RIGHT_OPEN)
    report = done(house, offboard(house, leaver, delegations_to_id=successor.id).offboarding)
    assert (report.delegations_moved, report.delegations_revoked, report.delegations_refused) == (2, 1, 1)
    assert house.decision(successor, office, RIGHT_SET_UP) == "ALLOWED_GRANT"
    assert house.decision(successor, frozen) == "GRANT_FROZEN"
    assert house.decision(successor, both) == "RIGHT_MISSING"
    assert house.decision(successor, foreign) == "NO_GRANT"


def test_d8_offboarding_gives_registered_mailboxes_to_a_successor(organization):
    house = organization
    leaver, successor = house.person(), house.person()
    mailbox = register(house, leaver)
    with refused("FAILED_PRECONDITION", "SUCCESSOR_MISSING", mailboxes="1"):
        offboard(house, leaver)
    assert house.get(leaver).state != SUSPENDED
    report = done(house, offboard(house, leaver, mailboxes_to_id=successor.id).offboarding)
    assert report.mailboxes_transferred == 1
    found = house.ask(mailbox_pb2.GetMailboxRequest(mailbox_id=mailbox.id)).mailbox
    assert found.owner_id == successor.id


def test_offboarding_of_many_is_done_in_slices(organization):
    house = organization
    leaver, successor = house.person(), house.person()
    offices = [house.functional() for _ in range(150)]
    for office in offices:
        house.grant(office, leaver, RIGHT_OPEN)
    tried = offboard(house, leaver, delegations_to_id=successor.id, validate_only=True)
    assert tried.offboarding.delegations_moved == 150
    assert house.get(leaver).state != SUSPENDED
    assert house.decision(leaver, offices[0]) == "ALLOWED_GRANT"
    report = done(house, offboard(house, leaver, delegations_to_id=successor.id).offboarding)
    assert report.delegations_moved == 150
    assert {house.decision(successor, office) for office in offices} == {"ALLOWED_GRANT"}


def test_offboarding_is_repeatable_and_one_an_account(organization):
    house = organization
    person, key = house.person(), unique("request")
    first = offboard(house, person, request_id=key)
    done(house, first.offboarding)
    house.reactivate(person)
    again = offboard(house, person, request_id=key)
    assert again.offboarding.id == first.offboarding.id
    # The answer is repeated, and nothing is done again.
    assert house.get(person).state != SUSPENDED
    with refused("ALREADY_EXISTS", "REQUEST_ID_REUSED"):
        offboard(house, person, request_id=key, justification="another")


@pytest.mark.parametrize("field", ["delegations_to_id", "mailboxes_to_id"])
def test_offboarding_refuses_successors_that_cannot_have_anything(organization, field):
    house = organization
    person, suspended, office = house.person(), house.person(), house.functional()
    house.suspend(suspended)
    with refused("INVALID_ARGUMENT", "INVALID_FIELD", field=field):
        offboard(house, person, **{field: person.id})
    with refused("FAILED_PRECONDITION", "WRONG_STATE"):
        offboard(house, person, **{field: suspended.id})
    with refused("FAILED_PRECONDITION", "WRONG_TYPE"):
        offboard(house, person, **{field: office.id})
    with refused("FAILED_PRECONDITION", "WRONG_TYPE"):
        offboard(house, office)
    assert house.get(person).state != SUSPENDED


def test_a4_c6_offboarding_obeys_identity(organization):
    house = organization
    policy, full = house.administrator("rol_policy_admin"), house.administrator("rol_full_admin")
    with refused("PERMISSION_DENIED", "ROLE_LACKS_SCOPE"):
        offboard(house, house.person(), by=house.administrator("rol_support"))
    with refused("PERMISSION_DENIED", "FULL_ADMIN_ONLY"):
        offboard(house, full, by=policy)
    with refused("FAILED_PRECONDITION", "IS_OWNER"):
        offboard(house, house.owner, by=full)
    # What it was given in an administrator's own mailbox is not any administrator's to take.
    person = house.person()
    house.grant(full, person, RIGHT_OPEN)
    with refused("PERMISSION_DENIED", "FULL_ADMIN_ONLY"):
        offboard(house, person, by=policy)
    assert house.decision(person, full) == "ALLOWED_GRANT"


def test_d28_another_organizations_offboarding_is_not_there(organization, operator):
    other_organization = Organization(operator)
    person = organization.person()
    offboarding = offboard(organization, person).offboarding
    with refused("NOT_FOUND", "NOT_FOUND"):
        get(other_organization, offboarding)
    with refused("NOT_FOUND", "NOT_FOUND"):
        offboard(other_organization, person)
    with refused("NOT_FOUND", "NOT_FOUND"):
        offboard(organization, organization.person(), delegations_to_id=other_organization.person().id)


def test_the_log_tells_an_offboarding_on_behalf_of_who_began_it(organization):
    house = organization
    person, office = house.person(), house.functional()
    house.grant(office, person, RIGHT_OPEN)
    done(house, offboard(house, person).offboarding)
    for action in ("account.offboarded", "account.suspended", "delegation.removed", "offboarding.completed"):
        eventually(lambda: house.events(action=action))
    [removed] = house.events(action="delegation.removed")
    assert [behalf.account_id for behalf in removed.event.on_behalf_of] == [house.owner.id]
