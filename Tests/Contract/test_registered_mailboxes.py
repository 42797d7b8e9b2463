"""Registered mailboxes, through identity, which keeps every address once, and mailbox, which keeps the mailboxes (rule D8)."""

import itertools
import json
import threading

import pytest
from mandate.audit.v1 import event_pb2
from mandate.identity.v1 import account_pb2, account_resource_pb2, account_states_pb2, address_pb2, mailbox_address_pb2
from mandate.identity.v1.policies_pb2 import POLICY_SWITCH_ON
from mandate.identity.v1.system_operation_pb2 import (
    SYSTEM_OPERATION_SHARED_ACCOUNT_SETUP, SYSTEM_OPERATION_SHARED_MAILBOX_SYNCHRONIZATION,
)
from mandate.mailbox.v1 import access_pb2, delegation_pb2, mailbox_registration_pb2, mailbox_resource_pb2
from mandate.mailbox.v1.access_pb2 import RIGHT_OPEN, CheckRequest

from client import CallError
from scene import Organization, address, eventually, mailbox_of, refused
from test_mandatectl import ctl
from test_races import at_once


@pytest.fixture(scope="module")
def house(operator):
    return Organization(operator)


def decision(house, account, **mailbox):
    """As in ALLOWED_OWNER."""
    answer = house.operator.ask(CheckRequest(account_id=account.id, right=RIGHT_OPEN, **mailbox))
    return access_pb2.DecisionReason.Name(answer.reason).removeprefix("DECISION_REASON_")


def grant(house, mailbox, person):
    house.ask(delegation_pb2.GrantDelegationRequest(mailbox_id=mailbox.id, grantee_id=person.id, rights=[RIGHT_OPEN]))


def give(house, mailbox, person, by=None, **fields):
    return house.ask(mailbox_registration_pb2.TransferMailboxRequest(mailbox_id=mailbox.id, owner_id=person.id, **fields), by)


def end(house, mailbox, by=None):
    house.ask(mailbox_registration_pb2.UnregisterMailboxRequest(mailbox_id=mailbox.id), by)


def test_d8_b5_a_registered_mailbox_has_the_one_address_that_nobody_else_gets(house):
    ada, bo, shop = house.person(), house.person(), address("Shop")
    mailbox = house.register(ada, shop)
    assert mailbox.owner_id == ada.id and mailbox.address == shop and mailbox.kind == mailbox_resource_pb2.MAILBOX_KIND_REGISTERED
    for named in ({"mailbox_id": mailbox.id}, {"mailbox_address": shop.upper()}):
        assert decision(house, ada, **named) == "ALLOWED_OWNER" and decision(house, bo, **named) == "NO_GRANT"
    grant(house, mailbox, bo)
    assert decision(house, bo, mailbox_address=shop) == "ALLOWED_GRANT"
    account = account_resource_pb2.Account(organization_id=house.id, address=shop.lower(), display_name="Shop")
    for request in (
        address_pb2.AddAliasRequest(account_id=bo.id, alias=shop.upper()),
        address_pb2.ChangePrimaryAddressRequest(account_id=bo.id, address=shop),
        account_pb2.CreateFunctionalAccountRequest(account=account), account_pb2.InviteAccountRequest(account=account),
        mailbox_registration_pb2.RegisterMailboxRequest(owner_id=bo.id, address=shop, display_name="Shop"),
    ):
        with refused("ALREADY_EXISTS", "ALREADY_EXISTS"):
            house.ask(request)
    with refused("ALREADY_EXISTS", "ALREADY_EXISTS", field="address"):
        house.register(ada, bo.address)
    listed = house.ask(mailbox_registration_pb2.ListRegisteredMailboxesRequest(organization_id=house.id)).mailboxes
    assert [one for one in listed if one.id == mailbox.id] == [mailbox]
    end(house, mailbox, by=ada)
    assert decision(house, ada, mailbox_id=mailbox.id) == decision(house, bo, mailbox_address=shop) == "NO_SUCH_MAILBOX"
    # Free soon after.
    eventually(lambda: done(house, address_pb2.AddAliasRequest(account_id=bo.id, alias=shop)))


def done(house, request):
    try:
        return house.ask(request)
    except CallError as error:
        assert error.reason == "ALREADY_EXISTS", error


def test_e2_both_services_tell_of_it_and_on_whose_behalf(house):
    ada = house.person()
    mailbox = house.register(ada)
    events = eventually(lambda: both(house, mailbox))
    registered, claimed = events["mailbox.registered"], events["mailbox_address.claimed"]
    assert registered.actor.id == house.owner.id and registered.target.id == mailbox.id
    assert registered.target.owner_id == ada.id
    assert claimed.actor.kind == event_pb2.EVENT_ACTOR_KIND_SERVICE
    assert claimed.actor.id == "spiffe://mandate.test/service/mandate-mailbox"
    assert [one.account_id for one in claimed.on_behalf_of] == [house.owner.id]


def both(house, mailbox):
    found = {one.event.action: one.event for one in house.events(mailbox_id=mailbox.id)}
    return found if {"mailbox.registered", "mailbox_address.claimed"} <= found.keys() else None


def test_d8_d10_an_account_registers_its_own_with_both_operations_where_these_are_needed(house):
    ada = house.person()
    house.decide(setup_needs_operations=POLICY_SWITCH_ON)
    with refused("PERMISSION_DENIED", "OPERATIONS_MISSING", missing="shared_account_setup,shared_mailbox_synchronization"):
        house.register(ada, by=ada)
    house.hold(ada, SYSTEM_OPERATION_SHARED_ACCOUNT_SETUP)
    with refused("PERMISSION_DENIED", "OPERATIONS_MISSING", missing="shared_mailbox_synchronization"):
        house.register(ada, by=ada)
    house.hold(house.group(ada), SYSTEM_OPERATION_SHARED_MAILBOX_SYNCHRONIZATION)
    assert house.register(ada, by=ada).owner_id == ada.id
    with refused("PERMISSION_DENIED", "ROLE_LACKS_SCOPE", scope="email_aliases"):
        house.register(house.person(), by=ada)
    house.decide(setup_needs_operations=None)


def test_d8_b3_its_owner_is_not_deleted_and_while_suspended_nobody_is_in_it(house):
    ada, bo, guest = house.person(), house.person(), house.person()
    mailbox = house.register(ada)
    grant(house, mailbox, guest)
    for request in (
        account_states_pb2.DeleteAccountRequest(account_id=ada.id),
        account_states_pb2.ChangeAccountTypeRequest(account_id=ada.id, account_type=account_resource_pb2.ACCOUNT_TYPE_FUNCTIONAL),
    ):
        with refused("FAILED_PRECONDITION", "OWNS_MAILBOXES", mailboxes="1"):
            house.ask(request)
    house.suspend(ada)
    assert decision(house, guest, mailbox_id=mailbox.id) == "MAILBOX_SUSPENDED"
    give(house, mailbox, bo)
    assert decision(house, guest, mailbox_id=mailbox.id) == "ALLOWED_GRANT"
    house.ask(account_states_pb2.DeleteAccountRequest(account_id=ada.id))
    with refused("FAILED_PRECONDITION", "WRONG_STATE"):
        give(house, mailbox, ada)


def test_d8_d17_who_has_given_it_away_is_denied_with_the_answer(house, installation):
    ada, bo = house.person(), house.person()
    mailbox, stop, wrong = house.register(ada), threading.Event(), []

    def ask():
        hands = house.operator.other("webmail")
        while not stop.is_set():
            reason = hands.ask(CheckRequest(account_id=ada.id, mailbox_id=mailbox.id, right=RIGHT_OPEN)).reason
            if reason not in (access_pb2.DECISION_REASON_ALLOWED_OWNER, access_pb2.DECISION_REASON_NO_GRANT):
                wrong.append(reason)

    asking = threading.Thread(target=ask)
    asking.start()
    try:
        answer = give(house, mailbox, bo, by=ada, etag=mailbox.etag)
        assert decision(house, ada, mailbox_id=mailbox.id) == "NO_GRANT"
    finally:
        stop.set()
        asking.join()
    assert not wrong and answer.mailbox.owner_id == bo.id
    assert decision(house, bo, mailbox_id=mailbox.id) == "ALLOWED_OWNER"
    with refused("PERMISSION_DENIED", "ROLE_LACKS_SCOPE"):
        give(house, mailbox, ada, by=ada)


def test_d28_another_organizations_is_not_found(house, operator):
    mailbox, other = house.register(house.person()), Organization(operator)
    requests = [
        mailbox_registration_pb2.TransferMailboxRequest(mailbox_id=mailbox.id, owner_id=other.owner.id),
        mailbox_registration_pb2.UnregisterMailboxRequest(mailbox_id=mailbox.id),
        mailbox_registration_pb2.UpdateMailboxRequest(
            mailbox=mailbox_resource_pb2.Mailbox(id=mailbox.id, display_name="Mine"), update_mask={"paths": ["display_name"]}),
        mailbox_registration_pb2.ListRegisteredMailboxesRequest(organization_id=house.id),
        mailbox_registration_pb2.RegisterMailboxRequest(owner_id=house.owner.id, address=address(), display_name="x"),
    ]
    for request in requests:
        with refused("NOT_FOUND", "NOT_FOUND"):
            other.ask(request)
    with refused("NOT_FOUND", "NOT_FOUND"):
        give(house, mailbox, other.owner)


def test_d8_what_is_there_with_its_account_is_not_given_away_renamed_or_ended(house):
    for account in (house.person(), house.functional()):
        for request in (
            mailbox_registration_pb2.TransferMailboxRequest(mailbox_id=mailbox_of(account), owner_id=house.owner.id),
            mailbox_registration_pb2.UnregisterMailboxRequest(mailbox_id=mailbox_of(account)),
            mailbox_registration_pb2.UpdateMailboxRequest(
                mailbox=mailbox_resource_pb2.Mailbox(id=mailbox_of(account), display_name="x"), update_mask={"paths": ["display_name"]}),
        ):
            with refused("FAILED_PRECONDITION", "NOT_REGISTERED"):
                house.ask(request)


@pytest.mark.parametrize("round", range(10))
def test_b5_of_two_registrations_and_an_alias_at_once_one_has_the_address(installation, house, round):
    """Ten rounds of ten addresses."""
    ada, bo = house.person(), house.person()
    for _ in range(10):
        wanted = address("wanted")
        register = lambda owner: mailbox_registration_pb2.RegisterMailboxRequest(owner_id=owner.id, address=wanted, display_name="Shop")
        requests = [register(ada), register(bo)]
        if round % 2:
            requests.append(address_pb2.AddAliasRequest(account_id=bo.id, alias=wanted))
        results = at_once(installation, [(one, house.owner) for one in requests])
        refusals = [one.reason for one in results if isinstance(one, CallError)]
        assert refusals == ["ALREADY_EXISTS"] * (len(requests) - 1), results
    claims = itertools.chain(*(page.mailbox_addresses for page in claim_pages(house)))
    taken = {one.mailbox_id for one in claims if one.organization_id == house.id}
    kept = {one.id for one in house.ask(
        mailbox_registration_pb2.ListRegisteredMailboxesRequest(organization_id=house.id, page_size=1000)).mailboxes}
    assert kept <= taken
    eventually(lambda: {one.mailbox_id for page in claim_pages(house) for one in page.mailbox_addresses
                        if one.organization_id == house.id} == kept)


def claim_pages(house):
    token = ""
    while True:
        page = house.operator.ask(mailbox_address_pb2.ListMailboxAddressesRequest(page_size=1000, page_token=token))
        yield page
        token = page.next_page_token
        if not token:
            return


def test_only_mailbox_claims_addresses(house):
    request = mailbox_address_pb2.ClaimMailboxAddressRequest(
        mailbox_id="mbx_" + "0" * 26, owner_id=house.owner.id, address=address(), requested_by=house.owner.id)
    for caller in ("stranger", "mandate-audit"):
        with pytest.raises(CallError) as error:
            house.operator.other(caller).ask(request)
        assert error.value.reason in ("CALLER_NOT_ALLOWED", "UNKNOWN_CALLER")


def test_mandatectl_registers_lists_renames_gives_away_and_ends(installation, house):
    ada, bo, shop = house.person(), house.person(), address("shop")
    as_owner = ("--as", house.owner.id)
    made = ctl(installation, "mailbox", "register", *as_owner, ada.id, shop, "Shop", "--output", "json")
    assert made.returncode == 0, made.stderr
    mailbox = json.loads(made.stdout)["mailbox"]
    assert mailbox["ownerId"] == ada.id
    listed = ctl(installation, "mailbox", "registered", *as_owner, "--organization", house.id)
    assert listed.returncode == 0 and mailbox["id"] in listed.stdout, listed.stderr
    renamed = ctl(installation, "mailbox", "update", *as_owner, mailbox["id"], "--display-name=Store")
    assert renamed.returncode == 0, renamed.stderr
    given = ctl(installation, "mailbox", "transfer", *as_owner, mailbox["id"], bo.id)
    assert given.returncode == 0, given.stderr
    assert decision(house, bo, mailbox_id=mailbox["id"]) == "ALLOWED_OWNER"
    ended = ctl(installation, "mailbox", "unregister", *as_owner, mailbox["id"])
    assert ended.returncode == 0, ended.stderr
    assert decision(house, bo, mailbox_id=mailbox["id"]) == "NO_SUCH_MAILBOX"
