"""Administrators by invitation: made, answered, sent again, taken back (rule A5)."""

import pytest
from mandate.identity.v1 import account_resource_pb2, invitation_pb2, policies_pb2

from scene import Organization, address, eventually, pages, refused, unique

PASSWORD = "correct horse battery"
INVALID = ("FAILED_PRECONDITION", "INVITATION_INVALID")


@pytest.fixture
def house(operator):
    return Organization(operator)


def get(house, invitation, by=None):
    return house.ask(invitation_pb2.GetInvitationRequest(invitation_id=invitation.id), by).invitation


def withdraw(house, invitation, by=None):
    return house.ask(invitation_pb2.WithdrawInvitationRequest(invitation_id=invitation.id), by).invitation


def accept_own(house, invitation, by):
    return house.ask(invitation_pb2.AcceptOwnInvitationRequest(invitation_id=invitation.id), by)


def test_a5_a_new_address_accepts_with_a_password_and_then_holds_its_roles(house):
    invited = house.invite_administrator("rol_support", "rol_auditor")
    assert invited.account.state == account_resource_pb2.ACCOUNT_STATE_INVITED and not invited.account.role_ids
    accepted = house.accept(invited.invitation_token, PASSWORD)
    assert list(accepted.role_ids) == ["rol_auditor", "rol_support"]
    assert accepted.account_type == account_resource_pb2.ACCOUNT_TYPE_ADMINISTRATOR
    assert get(house, invited.invitation).state == invitation_pb2.INVITATION_STATE_ACCEPTED


def test_a5_an_active_account_accepts_as_itself_and_nobody_else_does(house, operator):
    person, other = house.person(), house.person()
    invited = house.invite_administrator("rol_support", account_id=person.id)
    for stranger in (other, house.owner):
        with refused("NOT_FOUND", "NOT_FOUND"):
            accept_own(house, invited.invitation, stranger)
    with refused("NOT_FOUND", "NOT_FOUND"):
        elsewhere = Organization(operator)
        accept_own(elsewhere, invited.invitation, elsewhere.owner)
    assert list(accept_own(house, invited.invitation, person).account.role_ids) == ["rol_support"]
    with refused(*INVALID):
        house.accept(invited.invitation_token)


def test_a5_what_is_declined_or_withdrawn_blocks_no_address(house, operator):
    wanted = address("wanted")
    declined = house.invite_administrator("rol_support", address=wanted)
    operator.ask(invitation_pb2.DeclineInvitationRequest(invitation_token=declined.invitation_token))
    withdrawn = house.invite_administrator("rol_support", address=wanted)
    withdraw(house, withdrawn.invitation)
    for ended in (declined, withdrawn):
        with refused(*INVALID):
            house.accept(ended.invitation_token)
    elsewhere = Organization(operator)
    assert elsewhere.invite_administrator("rol_support", address=wanted).invitation.new_account


def test_a5_sent_again_the_token_before_is_void(house):
    first = house.invite_administrator("rol_support")
    again = house.ask(invitation_pb2.ResendInvitationRequest(invitation_id=first.invitation.id))
    with refused(*INVALID):
        house.accept(first.invitation_token)
    assert house.accept(again.invitation_token).id == first.account.id


def test_a5_one_invitation_waits_for_an_account_and_names_itself(house):
    first = house.invite_administrator("rol_support")
    with refused("ALREADY_EXISTS", "ALREADY_EXISTS", invitation_id=first.invitation.id):
        house.invite_administrator("rol_auditor", address=first.account.address)


def test_a5_administrators_by_says_who_invites_and_who_takes_back(house):
    full, support = house.administrator("rol_full_admin"), house.administrator("rol_support")
    invited = house.invite_administrator("rol_support", by=full)
    with refused("PERMISSION_DENIED", "ROLE_LACKS_SCOPE", scope="administrator_role"):
        house.invite_administrator("rol_support", by=support)
    with refused("PERMISSION_DENIED", "FULL_ADMIN_ONLY"):
        withdraw(house, invited.invitation, support)
    house.decide(administrators_by=policies_pb2.ADMINISTRATORS_BY_OWNER)
    with refused("PERMISSION_DENIED", "OWNER_ONLY"):
        house.invite_administrator("rol_support", by=full)
    with refused("PERMISSION_DENIED", "OWNER_ONLY"):
        withdraw(house, invited.invitation, full)
    assert withdraw(house, invited.invitation).state == invitation_pb2.INVITATION_STATE_WITHDRAWN


def test_c4_nobody_invites_themselves_and_no_administrator_is_invited(house):
    full = house.administrator("rol_full_admin")
    with refused("PERMISSION_DENIED", "OWN_ROLE"):
        house.invite_administrator("rol_full_admin", account_id=full.id, by=full)
    with refused("FAILED_PRECONDITION", "WRONG_TYPE"):
        house.invite_administrator("rol_support", account_id=full.id)
    with refused("FAILED_PRECONDITION", "WRONG_TYPE"):
        house.invite_administrator("rol_support", account_id=house.functional().id)


def test_a5_a_list_has_those_that_wait_and_those_that_are_over(house):
    waiting = [house.invite_administrator("rol_support").invitation for _ in range(3)]
    withdraw(house, waiting[0])
    request = invitation_pb2.ListInvitationsRequest(organization_id=house.id)
    assert [one.id for one in pages(house.ask, request, "invitations", 2)] == [one.id for one in waiting]
    request = invitation_pb2.ListInvitationsRequest(
        organization_id=house.id, state=invitation_pb2.INVITATION_STATE_INVITED)
    assert [one.id for one in pages(house.ask, request, "invitations", 1)] == [one.id for one in waiting[1:]]


def test_e2_an_invitations_life_is_in_the_log_of_its_account(house):
    invited = house.invite_administrator("rol_support")
    house.accept(invited.invitation_token)
    told = lambda: [entry.event.action for entry in house.events(subject_id=invited.account.id)]
    assert eventually(lambda: {"administrator.invited", "administrator.accepted"} <= set(told()))


def test_a5_a_password_of_an_account_that_has_its_own_is_refused(house):
    invited = house.invite_administrator("rol_support", account_id=house.person(unique("kim"), PASSWORD).id)
    with refused("INVALID_ARGUMENT", "INVALID_FIELD", field="password"):
        house.accept(invited.invitation_token, "another password")
    assert list(house.accept(invited.invitation_token).role_ids) == ["rol_support"]
