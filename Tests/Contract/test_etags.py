"""Etags (AIP-154): who sends one along changes just what they have seen."""

import pytest
from google.protobuf import field_mask_pb2
from mandate.identity.v1 import (
    account_pb2, account_resource_pb2, account_states_pb2, address_pb2, administrator_pb2, billing_pb2, domain_pb2,
    group_pb2, invitation_pb2, licence_pb2, organization_pb2, ownership_pb2, policies_pb2, subscription_pb2,
    system_operation_pb2, tenant_pb2, unit_pb2,
)
from mandate.identity.v1.policies_pb2 import POLICY_SWITCH_ON
from mandate.mailbox.v1 import (
    delegation_pb2, delegation_resource_pb2, delegation_stops_pb2, mailbox_registration_pb2, mailbox_resource_pb2, mailbox_settings_pb2, signature_pb2,
)
from mandate.mailbox.v1.access_pb2 import RIGHT_OPEN, RIGHT_SEND

from client import CallError
from scene import CONTRACT, Organization, address, mailbox_of, refused, unique

RESOURCES = {
    "Organization", "OrganizationPolicies", "Account", "Group", "GroupMember", "Invitation", "Role", "RoleAssignment",
    "Delegation", "Mailbox", "OwnershipTransfer", "BillingDetails", "Unit", "Domain",
    "Tenant", "Subscription", "Licence", "SystemOperationHolding", "MailboxSettings", "Signature",
    "Offboarding",
}


def messages():
    return [message for file in CONTRACT for message in file.DESCRIPTOR.message_types_by_name.values()]


def attempts(organization):
    """Each a change with an etag, by its request: what it changes, as it is, and the request."""
    person, admin = organization.person(), organization.administrator("rol_support")
    invited, group, office = organization.invite(), organization.group(), organization.functional()
    member = organization.add(group, person).member
    delegation = organization.grant(office, person, RIGHT_OPEN).delegation
    again = account_resource_pb2.Account(organization_id=organization.id, address=invited.account.address)
    yield person, account_pb2.UpdateAccountRequest(
        account=account_resource_pb2.Account(id=person.id), update_mask=field_mask_pb2.FieldMask(paths=["display_name"]))
    yield person, account_pb2.UpdateProfileRequest(
        account=account_resource_pb2.Account(id=person.id), update_mask=field_mask_pb2.FieldMask(paths=["language"]))
    yield person, account_states_pb2.ChangeAccountTypeRequest(
        account_id=person.id, account_type=account_resource_pb2.ACCOUNT_TYPE_FUNCTIONAL)
    yield person, account_states_pb2.DeleteAccountRequest(account_id=person.id)
    yield person, account_states_pb2.SuspendAccountRequest(account_id=person.id)
    yield person, account_states_pb2.ReactivateAccountRequest(account_id=person.id)
    for change in (address_pb2.AddAliasRequest, address_pb2.RemoveAliasRequest, address_pb2.MoveAliasRequest):
        yield person, change(account_id=person.id, alias=address("alias"))
    yield person, address_pb2.ChangePrimaryAddressRequest(account_id=person.id, address=address("primary"))
    domain = organization.claim()
    yield domain, domain_pb2.VerifyDomainRequest(domain_id=domain.id)
    yield domain, domain_pb2.ReleaseDomainRequest(domain_id=domain.id)
    tenant, subscription = organization.tenant(), organization.subscription()
    licence = organization.license(organization.person(), subscription).licence
    yield tenant, tenant_pb2.UpdateTenantRequest(
        tenant=tenant_pb2.Tenant(id=tenant.id, display_name=unique("Renamed")),
        update_mask=field_mask_pb2.FieldMask(paths=["display_name"]))
    yield tenant, tenant_pb2.DeleteTenantRequest(tenant_id=tenant.id)
    yield subscription, subscription_pb2.UpdateSubscriptionRequest(
        subscription=subscription_pb2.Subscription(id=subscription.id, plan="pro"),
        update_mask=field_mask_pb2.FieldMask(paths=["plan"]))
    yield subscription, subscription_pb2.CancelSubscriptionRequest(subscription_id=subscription.id)
    for change in (licence_pb2.AssignLicenceRequest, licence_pb2.UnassignLicenceRequest):
        yield licence, change(account_id=licence.account_id, subscription_id=subscription.id)
    setup = system_operation_pb2.SYSTEM_OPERATION_SHARED_ACCOUNT_SETUP
    holding = organization.hold(group, setup).holding
    for change in (
        system_operation_pb2.GrantSystemOperationRequest, system_operation_pb2.RevokeSystemOperationRequest,
    ):
        yield holding, change(holder_id=group.id, operation=setup)
    yield admin, administrator_pb2.AssignRoleRequest(account_id=admin.id, role_id="rol_auditor")
    yield admin, administrator_pb2.UnassignRoleRequest(account_id=admin.id, role_id="rol_support")
    yield invited.account, account_pb2.InviteAccountRequest(account=again)
    yield invited.account, invitation_pb2.AcceptInvitationRequest(invitation_token=invited.invitation_token)
    user = organization.invite()
    waits = organization.ask(invitation_pb2.GetInvitationRequest(invitation_id=user.invitation_id)).invitation
    yield waits, invitation_pb2.ResendInvitationRequest(invitation_id=waits.id)
    yield waits, invitation_pb2.WithdrawInvitationRequest(invitation_id=waits.id)
    asked = organization.person()
    yield asked, invitation_pb2.InviteAdministratorRequest(
        organization_id=organization.id, account_id=asked.id, role_ids=["rol_support"])
    offered = organization.invite_administrator("rol_support", account_id=asked.id)
    own = offered.invitation
    yield own, invitation_pb2.DeclineInvitationRequest(invitation_token=offered.invitation_token)
    yield own, invitation_pb2.AcceptOwnInvitationRequest(invitation_id=own.id)
    yield own, invitation_pb2.DeclineOwnInvitationRequest(invitation_id=own.id)
    policies = organization.policies().policies
    yield policies, policies_pb2.UpdatePoliciesRequest(
        policies=policies_pb2.OrganizationPolicies(organization_id=organization.id),
        update_mask=field_mask_pb2.FieldMask(paths=["notify"]))
    yield group, group_pb2.UpdateGroupRequest(
        group=group_pb2.Group(id=group.id), update_mask=field_mask_pb2.FieldMask(paths=["external_id"]))
    yield group, group_pb2.DeleteGroupRequest(group_id=group.id)
    unit = organization.unit()
    yield unit, unit_pb2.UpdateUnitRequest(
        unit=unit_pb2.Unit(id=unit.id), update_mask=field_mask_pb2.FieldMask(paths=["external_id"]))
    yield unit, unit_pb2.MoveUnitRequest(unit_id=unit.id, top=True)
    yield unit, unit_pb2.DeleteUnitRequest(unit_id=unit.id)
    yield person, unit_pb2.SetAccountUnitRequest(account_id=person.id, no_unit=True)
    billing = organization.ask(billing_pb2.GetBillingDetailsRequest(organization_id=organization.id)).billing_details
    yield billing, billing_pb2.UpdateBillingDetailsRequest(
        billing_details=billing_pb2.BillingDetails(organization_id=organization.id),
        update_mask=field_mask_pb2.FieldMask(paths=["name"]))
    yield organization.organization(), organization_pb2.UpdateOrganizationRequest(
        organization=organization_pb2.Organization(id=organization.id, display_name="Renamed"),
        update_mask=field_mask_pb2.FieldMask(paths=["display_name"]))
    yield organization.organization(), organization_pb2.SwitchRolesRequest(
        organization_id=organization.id, roles=organization_pb2.ROLES_SWITCH_OFF)
    yield organization.organization(), ownership_pb2.TransferOwnershipRequest(account_id=admin.id)
    organization.decide(transfer_needs_acceptance=POLICY_SWITCH_ON)
    # The owner is not who answers it, and is told so only when the etag is right.
    offer = organization.ask(ownership_pb2.TransferOwnershipRequest(account_id=admin.id)).ownership_transfer
    for answer in (
        ownership_pb2.WithdrawOwnershipTransferRequest, ownership_pb2.AcceptOwnershipTransferRequest,
        ownership_pb2.DeclineOwnershipTransferRequest,
    ):
        yield offer, answer(ownership_transfer_id=offer.id)
    yield member, group_pb2.AddGroupMemberRequest(group_id=group.id, member_id=person.id)
    yield member, group_pb2.RemoveGroupMemberRequest(group_id=group.id, member_id=person.id)
    yield delegation, delegation_pb2.GrantDelegationRequest(
        mailbox_id=mailbox_of(office), grantee_id=person.id, rights=[RIGHT_SEND])
    settings = organization.ask(mailbox_settings_pb2.GetMailboxSettingsRequest(mailbox_id=mailbox_of(office))).mailbox_settings
    yield settings, mailbox_settings_pb2.UpdateMailboxSettingsRequest(
        mailbox_settings=mailbox_settings_pb2.MailboxSettings(
            mailbox_id=mailbox_of(office), default_signature_text="The office"),
        update_mask=field_mask_pb2.FieldMask(paths=["default_signature_text"]))
    signature = organization.sign(person, office, "Yours").signature
    yield signature, signature_pb2.SetSignatureRequest(account_id=person.id, mailbox_id=mailbox_of(office), text="Truly")
    yield signature, signature_pb2.DeleteSignatureRequest(account_id=person.id, mailbox_id=mailbox_of(office))
    for named in (
        delegation_pb2.RevokeDelegationRequest, delegation_stops_pb2.FreezeDelegationRequest,
        delegation_stops_pb2.UnfreezeDelegationRequest,
    ):
        yield delegation, named(delegation_id=delegation.id)
    yield delegation, delegation_pb2.UpdateDelegationRequest(
        delegation=delegation_resource_pb2.Delegation(id=delegation.id), update_mask=field_mask_pb2.FieldMask(paths=["rights"]))
    shop = organization.register(person)
    yield shop, mailbox_registration_pb2.UpdateMailboxRequest(
        mailbox=mailbox_resource_pb2.Mailbox(id=shop.id, display_name="Store"),
        update_mask=field_mask_pb2.FieldMask(paths=["display_name"]))
    yield shop, mailbox_registration_pb2.TransferMailboxRequest(mailbox_id=shop.id, owner_id=organization.owner.id)
    yield shop, mailbox_registration_pb2.UnregisterMailboxRequest(mailbox_id=shop.id)


def who(resource, request):
    """Who is asked answers, and to nobody else it is there; None is the owner."""
    return account_resource_pb2.Account(id=resource.account_id) if "OwnInvitation" in request.DESCRIPTOR.name else None


def put(request, etag):
    """The resource's own field where the request holds one."""
    named = (
        "account", "group", "policies", "billing_details", "organization", "unit", "tenant", "subscription", "delegation",
        "mailbox", "mailbox_settings",
    )
    held = [name for name in named if name in request.DESCRIPTOR.fields_by_name]
    (getattr(request, held[0]) if held else request).etag = etag


def test_resources_that_can_be_changed_have_one_and_nothing_else_has():
    with_etag = {message.name for message in messages() if "etag" in message.fields_by_name}
    assert {name for name in with_etag if not name.endswith("Request")} == RESOURCES
    assert {message.name for message in messages() if "revision" in message.fields_by_name} <= with_etag | {"CheckResponse", "EventDecision"}


def test_every_request_with_one_is_tried(organization):
    own = {message.name for message in messages() if message.name.endswith("Request") and "etag" in message.fields_by_name}
    tried = {request.DESCRIPTOR.name for _, request in attempts(organization)}
    assert tried == own | {
        "UpdateAccountRequest", "UpdateGroupRequest", "InviteAccountRequest", "UpdatePoliciesRequest",
        "UpdateBillingDetailsRequest", "UpdateOrganizationRequest", "UpdateUnitRequest", "UpdateProfileRequest",
        "UpdateTenantRequest", "UpdateSubscriptionRequest", "UpdateDelegationRequest", "UpdateMailboxRequest",
        "UpdateMailboxSettingsRequest",
    }


def test_another_etag_is_a_mismatch_that_names_the_current_one(organization):
    for resource, request in attempts(organization):
        for etag in (organization.owner.etag, "x", "ü" * 50):
            put(request, etag)
            with refused("ABORTED", "ETAG_MISMATCH", etag=resource.etag):
                organization.ask(request, who(resource, request))
        # Only what no etag can be is an error of form.
        put(request, "x" * 101)
        with pytest.raises(CallError) as error:
            organization.ask(request, who(resource, request))
        assert (error.value.code, error.value.reason) == ("INVALID_ARGUMENT", "TOO_LONG")


def test_another_organizations_resource_is_not_found_whatever_the_etag(organization, operator):
    other = Organization(operator)
    person = other.person()
    for etag in (person.etag, "x"):
        with refused("NOT_FOUND", "NOT_FOUND"):
            organization.ask(account_states_pb2.SuspendAccountRequest(account_id=person.id, etag=etag))
        with pytest.raises(CallError) as error:
            other.ask(account_states_pb2.SuspendAccountRequest(account_id=person.id, etag=etag), by=person)
        assert error.value.code == "PERMISSION_DENIED" and "etag" not in error.value.metadata
