"""Who owns an organization: one account, which gives it to another administrator (A1, A3); what it is billed by is the owner's
alone (A2); and whether administrators have roles (A8)."""

import json
import sqlite3

import pytest
from google.protobuf import field_mask_pb2
from mandate.identity.v1 import account_pb2, account_resource_pb2, account_states_pb2, authorization_pb2, billing_pb2, organization_pb2, ownership_pb2
from mandate.identity.v1.organization_pb2 import ROLES_SWITCH_OFF, ROLES_SWITCH_ON
from mandate.identity.v1.policies_pb2 import POLICY_SWITCH_ON

from client import CallError
from scene import Organization, eventually, refused, unique
from test_mandatectl import ctl
from test_races import at_once

NOBODY = "org_" + "0" * 26
BILLING = {
    "name": "Acme Holding GmbH", "address_lines": ["Hidden Lane 77", "12345 Secret Town"], "country": "DE",
    "vat_number": "DE987654321", "email": "hidden.bills@acme.example", "payment_reference": "PO-77-HIDDEN",
}


@pytest.fixture
def house(operator):
    return Organization(operator)


def transfer(house, account, by=None, **options):
    return house.ask(ownership_pb2.TransferOwnershipRequest(account_id=account.id, **options), by)


def owners(house, by=None):
    listed = house.ask(account_pb2.ListAccountsRequest(organization_id=house.id, page_size=1000), by).accounts
    return [account.id for account in listed if account.owner]


def test_a1_a3_ownership_passes_to_an_administrator(operator, house):
    heir = house.administrator("rol_support")
    answer = transfer(house, heir)
    assert answer.organization.owner_id == heir.id and answer.account.owner
    assert sorted(answer.account.role_ids) == ["rol_full_admin", "rol_support"] and not answer.HasField("ownership_transfer")
    assert owners(house) == [heir.id] and list(house.get(house.owner).role_ids) == ["rol_full_admin"]
    judged = operator.ask(authorization_pb2.AuthorizeRequest(account_id=heir.id))
    assert judged.owner and judged.full_admin
    with refused("PERMISSION_DENIED", "OWNER_ONLY", needed="owner"):
        transfer(house, house.owner)
    with refused("FAILED_PRECONDITION", "IS_OWNER"):
        house.suspend(heir)
    transfer(house, house.owner, by=heir)
    assert owners(house) == [house.owner.id]
    found = lambda: [one.event for one in house.events(action="ownership.transferred") if one.event.outcome == 1]
    passed = eventually(lambda: len(found()) == 2 and found())[-1]
    assert [(one.path, one.before, one.after) for one in passed.changes] == [("owner_id", house.owner.id, heir.id)]


def test_a4_the_owner_is_not_suspended_demoted_deleted_or_made_another_type(house):
    full = house.administrator("rol_full_admin")
    for request in (
        account_states_pb2.SuspendAccountRequest(account_id=house.owner.id),
        account_states_pb2.DeleteAccountRequest(account_id=house.owner.id),
        account_states_pb2.ChangeAccountTypeRequest(account_id=house.owner.id, account_type=account_resource_pb2.ACCOUNT_TYPE_FUNCTIONAL),
    ):
        with refused("FAILED_PRECONDITION", "IS_OWNER"):
            house.ask(request, by=full)
    with refused("FAILED_PRECONDITION", "IS_OWNER"):
        house.unassign(house.owner, "rol_full_admin", by=full)
    # Not the owner any more, all of it can be done.
    transfer(house, full)
    house.suspend(house.owner, by=full)


@pytest.mark.parametrize("round", range(20))
def test_a1_of_two_transfers_at_once_one_takes_place(installation, operator, round):
    """By two clients, each on a connection of its own."""
    house = Organization(operator)
    heirs = [house.administrator("rol_full_admin"), house.administrator("rol_auditor")]
    requests = [(ownership_pb2.TransferOwnershipRequest(account_id=heir.id), house.owner) for heir in heirs]
    answers = at_once(installation, requests)
    assert [one.reason for one in answers if isinstance(one, CallError)] == ["OWNER_ONLY"]
    won = heirs[0 if isinstance(answers[1], CallError) else 1]
    assert owners(house) == [won.id] == [house.organization().owner_id]
    assert "rol_full_admin" in house.get(won).role_ids


def test_a3_under_the_policy_it_is_offered_and_accepted(operator, house):
    house.decide(transfer_needs_acceptance=POLICY_SWITCH_ON)
    heir, other = house.administrator("rol_auditor"), house.administrator("rol_full_admin")
    offer = transfer(house, heir).ownership_transfer
    assert offer.state == ownership_pb2.OWNERSHIP_TRANSFER_STATE_PENDING and owners(house) == [house.owner.id]
    assert house.transfer(by=heir) == offer == house.transfer(by=other)
    assert house.transfer(by=house.person()) is None
    with refused("FAILED_PRECONDITION", "TRANSFER_PENDING", ownership_transfer_id=offer.id):
        transfer(house, other)
    accept = ownership_pb2.AcceptOwnershipTransferRequest(ownership_transfer_id=offer.id)
    with refused("PERMISSION_DENIED", "NOT_OFFERED_TO"):
        house.ask(accept, by=other)
    with refused("NOT_FOUND", "NOT_FOUND"):
        house.ask(accept, by=house.administrator("rol_support"))
    # Who is no administrator any more becomes no owner, and not by another role either.
    house.unassign(heir, "rol_auditor")
    house.assign(heir, "rol_support")
    with refused("FAILED_PRECONDITION", "WRONG_STATE", state="withdrawn"):
        house.ask(accept, by=heir)
    accept.ownership_transfer_id = transfer(house, heir).ownership_transfer.id
    assert house.ask(accept, by=heir).organization.owner_id == heir.id
    assert owners(house) == [heir.id]


def test_ownership_at_the_shell(installation, house):
    heir = house.administrator("rol_auditor")
    house.decide(transfer_needs_acceptance=POLICY_SWITCH_ON)

    def run(account, *arguments):
        return ctl(installation, "ownership", *arguments, f"--as={account.id}")

    done = run(house.owner, "transfer", heir.address, "--justification=retires")
    assert done.returncode == 0, done.stderr
    offer = house.transfer()
    shown = run(heir, "offered", f"--organization={house.id}")
    assert shown.returncode == 0 and offer.id in shown.stdout and "pending" in shown.stdout, shown.stderr
    done = run(heir, "accept", offer.id)
    assert done.returncode == 0, done.stderr
    assert house.organization().owner_id == heir.id
    switched = ctl(installation, "organization", "switch-roles", house.id, "off", f"--as={heir.id}")
    assert switched.returncode == 0 and not house.organization().roles_enabled, switched.stderr
    billing = ctl(
        installation, "billing", "update", "--payer=Payer", "--address-line=One", f"--organization={house.id}", f"--as={heir.id}")
    assert billing.returncode == 0, billing.stderr
    shown = ctl(installation, "billing", "details", f"--organization={house.id}", "--output=json", f"--as={heir.id}")
    details = json.loads(shown.stdout)["billingDetails"]
    assert (details["name"], details["addressLines"]) == ("Payer", ["One"])


# Billing.


def read(house, by=None, id=None):
    return house.ask(billing_pb2.GetBillingDetailsRequest(organization_id=id or house.id), by).billing_details


def bill(house, by=None, id=None, **fields):
    details = billing_pb2.BillingDetails(organization_id=id or house.id, **fields)
    return house.ask(
        billing_pb2.UpdateBillingDetailsRequest(
            billing_details=details, update_mask=field_mask_pb2.FieldMask(paths=list(fields) or ["name"])), by)


def test_a2_billing_is_to_others_what_an_organization_is_that_does_not_exist(operator, house):
    bill(house, **BILLING)
    assert {name: getattr(read(house), name) for name in ("vat_number", "email")} == {
        name: BILLING[name] for name in ("vat_number", "email")}
    suspended = house.administrator("rol_full_admin")
    house.suspend(suspended)
    others = [
        house.administrator("rol_full_admin"), house.administrator("rol_auditor"), house.person(), suspended,
        Organization(operator).owner, house.functional(),
    ]
    for account in others:
        for ask in (read, bill):
            answers = []
            for id in (house.id, NOBODY):
                with pytest.raises(CallError) as error:
                    ask(house, by=account, id=id)
                answers.append((error.value.code, error.value.reason, error.value.message, error.value.metadata))
            assert answers[0] == answers[1]
            active = account is not suspended and account is not others[-1]
            assert answers[0][:2] == (("NOT_FOUND", "NOT_FOUND") if active else ("PERMISSION_DENIED", "WRONG_STATE"))
    # An operator who acts for nobody is nobody.
    answers = []
    for id in (house.id, NOBODY):
        with pytest.raises(CallError) as error:
            operator.ask(billing_pb2.GetBillingDetailsRequest(organization_id=id))
        answers.append((error.value.code, error.value.reason, error.value.message, error.value.metadata))
    assert answers[0] == answers[1] and answers[0][1] == "ACCOUNT_REQUIRED"
    denied = lambda: [one.event for one in house.events(action="billing_details.read") if one.event.outcome != 1]
    assert {event.decision.reason for event in eventually(denied)} >= {"NOT_FOUND"}


def test_a2_billing_is_in_nothing_that_others_read(installation, house):
    bill(house, **BILLING)
    event = eventually(lambda: house.events(action="billing_details.updated"))[0]
    assert {change.path for change in event.event.changes} == set(BILLING)
    assert all(change.after.startswith("hmac-sha256:") for change in event.event.changes)
    words = [BILLING["name"], *BILLING["address_lines"], *(BILLING[name] for name in ("vat_number", "email", "payment_reference"))]
    for name, server in installation.servers.items():
        if name == "identity":
            continue
        # All of it, the WAL too: neither the log nor mailbox has any of them.
        for suffix in ("", "-wal"):
            held = server.database.with_name(server.database.name + suffix)
            content = held.read_bytes() if held.exists() else b""
            assert not [word for word in words if word.encode() in content], (name, suffix)
    database = sqlite3.connect(f"file:{installation.servers['identity'].database}?mode=ro", uri=True)
    try:
        told = b"".join(row[0] or b"" for row in database.execute("SELECT value FROM change_log"))
        assert told and not [word for word in words if word.encode() in told]
    finally:
        database.close()
    shown = house.organization().SerializeToString()
    assert not [word for word in words if word.encode() in shown]


# Roles on and off.


def switch(house, roles, by=None, **options):
    return house.ask(organization_pb2.SwitchRolesRequest(organization_id=house.id, roles=roles, **options), by)


def test_a8_roles_are_switched_and_each_administrator_is_named(operator, house):
    support, full = house.administrator("rol_support"), house.administrator("rol_full_admin")
    with refused("PERMISSION_DENIED", "ROLE_LACKS_SCOPE", scope="administrator_role", needed="edit"):
        switch(house, ROLES_SWITCH_OFF, by=support)
    would = switch(house, ROLES_SWITCH_OFF, by=full, validate_only=True)
    assert house.organization().roles_enabled
    off = switch(house, ROLES_SWITCH_OFF, by=full)
    assert list(would.administrators) == list(off.administrators) and off.administrator_count == 3
    assert {one.account_id: list(one.role_ids) for one in off.administrators} == {
        account.id: ["rol_full_admin"] for account in (house.owner, support, full)}
    # Everywhere at once: what only a Full admin may, by mailbox's judge and by identity's.
    assert operator.ask(authorization_pb2.AuthorizeRequest(account_id=support.id)).full_admin
    office, person = house.functional(), house.person()
    house.grant(office, person, 1, by=support)
    on = switch(house, ROLES_SWITCH_ON, by=support)
    assert {one.account_id: list(one.role_ids) for one in on.administrators}[support.id] == ["rol_full_admin", "rol_support"]
    assert switch(house, ROLES_SWITCH_ON).unchanged
    house.unassign(support, "rol_full_admin")
    with refused("PERMISSION_DENIED", "ROLE_LACKS_SCOPE"):
        house.grant(office, house.owner, 1, by=support)
    events = eventually(lambda: len(found := house.events(action="organization.roles_switched")) == 3 and found)
    changes = {change.path: (change.before, change.after) for change in events[0].event.changes}
    assert changes[f"administrators.{support.id}"] == ("rol_support", "rol_full_admin,rol_support")


@pytest.mark.parametrize("round", range(5))
def test_a8_c7_roles_switched_while_administrators_are_demoted_leave_a_full_admin(installation, operator, round):
    house = Organization(operator)
    full = [house.administrator("rol_full_admin") for _ in range(2)]
    requests = [
        (organization_pb2.SwitchRolesRequest(organization_id=house.id, roles=ROLES_SWITCH_OFF), full[0]),
        (organization_pb2.SwitchRolesRequest(organization_id=house.id, roles=ROLES_SWITCH_OFF), full[1]),
        (account_states_pb2.SuspendAccountRequest(account_id=full[1].id), full[0]),
        (account_states_pb2.SuspendAccountRequest(account_id=full[0].id), full[1]),
    ]
    answers = at_once(installation, requests)
    assert not house.organization().roles_enabled
    changed = [one for one in answers[:2] if not isinstance(one, CallError) and not one.unchanged]
    assert len(changed) == 1
    assert any(house.get(one).state == account_resource_pb2.ACCOUNT_STATE_ACTIVE for one in (house.owner, *full))


# Names.


def rename(house, by=None, id=None, etag="", **names):
    organization = organization_pb2.Organization(id=id or house.id, etag=etag, **names)
    mask = field_mask_pb2.FieldMask(paths=list(names))
    return house.ask(organization_pb2.UpdateOrganizationRequest(organization=organization, update_mask=mask), by)


def test_d28_an_organization_is_renamed_by_who_may_and_its_external_id_is_the_operators(operator, house):
    other = Organization(operator)
    before = house.organization()
    answer = rename(house, display_name="Renamed")
    assert answer.organization.display_name == "Renamed"
    assert house.organization() == answer.organization and rename(house, display_name="Renamed").unchanged
    with refused("ABORTED", "ETAG_MISMATCH"):
        rename(house, display_name="Again", etag=before.etag)
    # Unique in the installation: it would tell of other organizations.
    with refused("INVALID_ARGUMENT", "INVALID_FIELD", field="update_mask"):
        rename(house, external_id=unique("key"))
    with refused("INVALID_ARGUMENT", "MISSING_FIELD", field="organization.display_name"):
        rename(house, display_name="")
    with refused("INVALID_ARGUMENT", "INVALID_FIELD", field="update_mask"):
        rename(house, owner_id=house.owner.id)
    with refused("NOT_FOUND", "NOT_FOUND"):
        rename(house, id=other.id, display_name="Mine")
    with refused("PERMISSION_DENIED", "ROLE_LACKS_SCOPE", scope="organization_account"):
        rename(house, by=house.administrator("rol_auditor"), display_name="Mine")
    told = eventually(
        lambda: [one.event for one in house.events(action="organization.updated") if one.event.id == answer.event_id])
    assert told[0].target.id == house.id
