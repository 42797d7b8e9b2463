"""D7, D10, D13, D14: what is set of a mailbox, by whom, and that it holds at once."""

import pytest
from mandate.identity.v1 import account_states_pb2
from mandate.identity.v1.policies_pb2 import POLICY_SWITCH_OFF, POLICY_SWITCH_ON
from mandate.identity.v1.system_operation_pb2 import (
    SYSTEM_OPERATION_SHARED_ACCOUNT_SETUP as SETUP, SYSTEM_OPERATION_SHARED_MAILBOX_SYNCHRONIZATION as SYNCHRONIZATION,
)
from mandate.mailbox.v1.access_pb2 import (
    RIGHT_OPEN, RIGHT_SEND, RIGHT_SET_UP, SENDER_DISPLAY_HIDE_DELEGATE, SENDER_DISPLAY_SHOW_DELEGATE,
    SENDER_DISPLAY_UNSPECIFIED,
)
from mandate.mailbox.v1.mailbox_settings_pb2 import (
    SHARED_ACCESS_OFF, SHARED_ACCESS_ON, GetMailboxSettingsRequest, MailboxSettings, UpdateMailboxSettingsRequest,
)

from client import CallError
from scene import Organization, eventually, mailbox_of, refused


@pytest.fixture(scope="module")
def house(operator):
    return Organization(operator)


def settings(house, account, by=None):
    return house.ask(GetMailboxSettingsRequest(mailbox_id=mailbox_of(account)), by)


def test_d7_d17_sharing_off_is_off_with_the_answer_and_grants_come_back_with_it(house):
    office, direct, member = house.functional(), house.person(), house.person()
    house.grant(office, direct, RIGHT_OPEN)
    house.grant(office, house.group(member), RIGHT_OPEN)
    for shared, reasons in ((SHARED_ACCESS_OFF, {"SHARING_OFF"}), (SHARED_ACCESS_ON, {"ALLOWED_GRANT", "ALLOWED_GROUP_GRANT"})):
        answer = house.set_up(office, allow_shared_access=shared)
        assert answer.event_id and not answer.unchanged
        assert {house.decision(direct, office), house.decision(member, office)} == reasons
        assert settings(house, office).shared == (shared == SHARED_ACCESS_ON)
        assert house.set_up(office, allow_shared_access=shared).unchanged
    own = house.person()
    house.set_up(own, allow_shared_access=SHARED_ACCESS_OFF)
    assert house.decision(own, own) == "ALLOWED_OWNER"


def test_d14_whom_recipients_see_is_the_mailboxs_until_a_policy_says_none(operator):
    house = Organization(operator)
    office, delegate = house.functional(), house.person()
    house.grant(office, delegate, RIGHT_SEND)
    for display in (SENDER_DISPLAY_HIDE_DELEGATE, SENDER_DISPLAY_SHOW_DELEGATE):
        house.set_up(office, displayed_sender=display)
        assert settings(house, office).effective_displayed_sender == display
        assert house.check(delegate, office, RIGHT_SEND).displayed_sender == display
    house.decide(no_displayed_sender=POLICY_SWITCH_ON)
    assert eventually(lambda: settings(house, office).effective_displayed_sender == SENDER_DISPLAY_UNSPECIFIED)
    with refused("FAILED_PRECONDITION", "UNSUPPORTED"):
        house.set_up(office, displayed_sender=SENDER_DISPLAY_HIDE_DELEGATE)
    assert settings(house, office).mailbox_settings.displayed_sender == SENDER_DISPLAY_SHOW_DELEGATE


def test_d10_who_sets_up_needs_both_operations_and_learns_which_are_missing(operator):
    house = Organization(operator)
    office, keeper, plain, auditor = house.functional(), house.person(), house.person(), house.administrator("rol_auditor")
    house.grant(office, keeper, RIGHT_SET_UP)
    house.grant(office, plain, RIGHT_OPEN, RIGHT_SEND)
    house.decide(setup_needs_operations=POLICY_SWITCH_ON)

    def sign(by):
        return house.set_up(office, by=by, default_signature_text=f"The office, by {by.id}")

    with refused("PERMISSION_DENIED", "OPERATIONS_MISSING", missing="shared_account_setup,shared_mailbox_synchronization"):
        sign(keeper)
    house.hold(keeper, SETUP)
    with refused("PERMISSION_DENIED", "OPERATIONS_MISSING", missing="shared_mailbox_synchronization"):
        sign(keeper)
    house.hold(house.group(keeper), SYNCHRONIZATION)
    assert sign(keeper).mailbox_settings.default_signature_text.endswith(keeper.id)
    for by in (plain, auditor):
        with refused("PERMISSION_DENIED", "ROLE_LACKS_SCOPE", scope="account_details", needed="edit"):
            sign(by)
    # It says nothing about delegates: not whether there are any.
    with refused("PERMISSION_DENIED", "ROLE_LACKS_SCOPE", scope="delegations", needed="edit"):
        house.set_up(office, by=keeper, allow_shared_access=SHARED_ACCESS_OFF)
    house.decide(setup_needs_operations=POLICY_SWITCH_OFF)
    owner = house.person()
    assert house.set_up(owner, by=owner, default_signature_html="<b>Mine</b>").event_id


def test_c6_an_administrators_own_mailbox_is_shared_or_not_by_a_full_admin_or_that_administrator(house):
    support, policy = house.administrator("rol_support"), house.administrator("rol_policy_admin")
    with refused("PERMISSION_DENIED", "FULL_ADMIN_ONLY"):
        house.set_up(support, by=policy, allow_shared_access=SHARED_ACCESS_OFF)
    assert house.set_up(support, allow_shared_access=SHARED_ACCESS_OFF).event_id
    assert house.set_up(support, by=policy, displayed_sender=SENDER_DISPLAY_HIDE_DELEGATE).event_id


def test_d28_another_organizations_mailbox_and_none_at_all_answer_alike(house, operator):
    other = Organization(operator).functional()
    for mailbox in (mailbox_of(other), "mbx_" + "0" * 26):
        with refused("NOT_FOUND", "NOT_FOUND"):
            house.ask(GetMailboxSettingsRequest(mailbox_id=mailbox))
        with refused("NOT_FOUND", "NOT_FOUND"):
            house.ask(UpdateMailboxSettingsRequest(
                mailbox_settings=MailboxSettings(mailbox_id=mailbox), update_mask={"paths": ["allow_shared_access"]}))


MISTAKES = [
    ({"mailbox_id": "mbx_x"}, ["allow_shared_access"], "INVALID_FIELD"),
    ({"allow_shared_access": 9}, ["allow_shared_access"], "INVALID_FIELD"),
    ({"displayed_sender": 9}, ["displayed_sender"], "INVALID_FIELD"),
    ({"default_signature_text": "é" * 5001}, ["default_signature_text"], "TOO_LONG"),
    ({"default_signature_html": "x" * 100_001}, ["default_signature_html"], "TOO_LONG"),
    ({}, [], "MISSING_FIELD"),
    ({}, ["update_time"], "INVALID_FIELD"),
    ({}, ["allow_shared_access", "no_such_field"], "INVALID_FIELD"),
]


@pytest.mark.parametrize("fields, paths, reason", MISTAKES)
def test_a_mistake_changes_nothing(house, fields, paths, reason):
    office = house.functional()
    said = MailboxSettings(**{"mailbox_id": mailbox_of(office), **fields})
    before = settings(house, office)
    with pytest.raises(CallError) as error:
        house.ask(UpdateMailboxSettingsRequest(mailbox_settings=said, update_mask={"paths": paths}))
    assert error.value.code == "INVALID_ARGUMENT" and error.value.reason == reason, error.value
    assert settings(house, office) == before


def test_b3_settings_go_with_the_account(house):
    person = house.person()
    house.set_up(person, default_signature_text="Still here")
    house.ask(account_states_pb2.DeleteAccountRequest(account_id=person.id))
    removed = eventually(lambda: house.events(action="mailbox.settings_removed"))
    assert mailbox_of(person) in {entry.event.target.id for entry in removed}
    with refused("NOT_FOUND", "NOT_FOUND"):
        settings(house, person)
