"""Who may set shared mailboxes up besides what a role gives: system operations (rule D10)."""

import pytest
from mandate.identity.v1 import account_states_pb2, group_pb2, organization_pb2
from mandate.identity.v1.policies_pb2 import POLICY_SWITCH_OFF
from mandate.identity.v1.system_operation_pb2 import (
    SYSTEM_OPERATION_SHARED_ACCOUNT_SETUP as SETUP, SYSTEM_OPERATION_SHARED_MAILBOX_SYNCHRONIZATION as SYNCHRONIZATION,
    ListSystemOperationsRequest, RevokeSystemOperationRequest,
)
from mandate.mailbox.v1.access_pb2 import RIGHT_SET_UP
from mandate.mailbox.v1.mailbox_settings_pb2 import MailboxSettings, UpdateMailboxSettingsRequest

from scene import Organization, eventually, mailbox_of, pages, refused, unique
from test_mandatectl import ctl


@pytest.fixture
def house(operator):
    return Organization(operator)


def held(house, by=None, size=2):
    """Page by page."""
    def ask(request):
        return house.ask(request, by)

    found = pages(ask, ListSystemOperationsRequest(organization_id=house.id), "holdings", size)
    return [(one.holder_id, one.operation) for one in found]


def take(house, holder, operation, by=None):
    return house.ask(RevokeSystemOperationRequest(holder_id=holder.id, operation=operation), by)


def test_d10_operations_are_given_to_accounts_and_groups_and_taken_again(house):
    person, group = house.person(), house.group()
    given = house.hold(person, SETUP)
    assert given.holding.granted_by == house.owner.id and given.event_id and not given.unchanged
    assert house.hold(person, SETUP).unchanged
    house.hold(group, SYNCHRONIZATION)
    house.hold(person, SYNCHRONIZATION)
    assert held(house) == [(person.id, SETUP), (person.id, SYNCHRONIZATION), (group.id, SYNCHRONIZATION)]
    assert take(house, person, SETUP).holding == given.holding
    assert held(house) == [(person.id, SYNCHRONIZATION), (group.id, SYNCHRONIZATION)]
    with refused("NOT_FOUND", "NOT_FOUND"):
        take(house, person, SETUP)


def test_d10_d17_in_a_house_of_shared_mailboxes_who_sets_one_up_needs_both_at_every_moment(operator):
    house = Organization(operator, preset=organization_pb2.ORGANIZATION_PRESET_SHARED_MAILBOXES)
    office, assistant = house.functional(), house.person()
    group = house.group(assistant)
    house.grant(office, assistant, RIGHT_SET_UP)

    def sign():
        settings = MailboxSettings(mailbox_id=mailbox_of(office), default_signature_text=unique("The office"))
        request = UpdateMailboxSettingsRequest(mailbox_settings=settings)
        request.update_mask.paths.append("default_signature_text")
        return house.ask(request, by=assistant)

    def lacks(*names):
        with refused("PERMISSION_DENIED", "OPERATIONS_MISSING", missing=",".join(names)):
            sign()

    lacks("shared_account_setup", "shared_mailbox_synchronization")
    house.hold(assistant, SETUP)
    lacks("shared_mailbox_synchronization")
    for _ in range(3):
        house.hold(group, SYNCHRONIZATION)
        assert sign().mailbox_settings.default_signature_text
        take(house, group, SYNCHRONIZATION)
        lacks("shared_mailbox_synchronization")
    house.hold(group, SYNCHRONIZATION)
    house.remove(group, assistant)
    lacks("shared_mailbox_synchronization")
    # Where nobody asks for them the right is enough.
    house.decide(setup_needs_operations=POLICY_SWITCH_OFF)
    sign()


def test_d10_b2_d6_d28_nobody_holds_one_who_could_not_be_given_a_grant(house, operator):
    invited, suspended, office = house.invite().account, house.person(), house.functional()
    house.suspend(suspended)
    for one, state in ((invited, "invited"), (suspended, "suspended")):
        with refused("FAILED_PRECONDITION", "WRONG_STATE", state=state):
            house.hold(one, SETUP)
    with refused("FAILED_PRECONDITION", "WRONG_TYPE"):
        house.hold(office, SETUP)
    for one in (Organization(operator).owner, Organization(operator).group()):
        with refused("NOT_FOUND", "NOT_FOUND"):
            house.hold(one, SETUP)
    support = house.administrator("rol_support")
    with refused("PERMISSION_DENIED", "ROLE_LACKS_SCOPE", scope="delegations"):
        house.hold(support, SETUP, by=support)
    assert held(house, by=support) == []


def test_d10_b3_what_is_held_goes_with_its_holder(house):
    person, group = house.person(), house.group()
    for holder in (person, group):
        house.hold(holder, SETUP)
    house.ask(account_states_pb2.DeleteAccountRequest(account_id=person.id))
    house.ask(group_pb2.DeleteGroupRequest(group_id=group.id))
    assert held(house) == []
    removed = eventually(lambda: house.events(target_id=group.id, action="system_operation.removed"))
    assert [one.event.target.subject_id for one in removed] == [group.id]


def test_d10_system_operations_at_the_shell(installation, house):
    def run(*arguments):
        return ctl(installation, "system-operation", *arguments, f"--as={house.owner.id}")

    group = house.group()
    done = run("grant", group.id, "shared-account-setup", "--justification=the desk")
    assert done.returncode == 0 and "shared-account-setup" in done.stdout, done.stderr
    shown = run("list", f"--organization={house.id}")
    assert shown.returncode == 0 and group.id in shown.stdout, shown.stderr
    assert run("revoke", group.id, "shared-account-setup").returncode == 0
    again = run("revoke", group.id, "shared-account-setup")
    assert again.returncode != 0 and group.id not in run("list").stdout
