"""A request of any method that an organization can make, derived from the names, types and rules of its fields.

    request = sample(method, house)     what it names is new: an account in the state that the method needs, a group, a grant
    ask(method, request, house)         by whom the method is for

A method whose request cannot be derived has one line in PREPARATIONS.
"""

import itertools

from google.protobuf.descriptor import FieldDescriptor
from mandate.audit.v1 import event_pb2
from mandate.identity.v1 import (
    account_resource_pb2, mailbox_address_pb2, organization_pb2, ownership_pb2, session_pb2,
)
from mandate.identity.v1.policies_pb2 import POLICY_SWITCH_ON
from mandate.mailbox.v1 import delegation_stops_pb2, offboarding_pb2
from mandate.mailbox.v1.access_pb2 import RIGHT_OPEN, RIGHT_SEND
from mandate.mailbox.v1.mailbox_settings_pb2 import SHARED_ACCESS_OFF

from edges import plain, rules_of
from events import appended
from registry import ACCOUNT, OWNER, is_answer, words
from scene import address, eventually, mailbox_of, timestamp, unique

PASSWORD = "correct horse battery"
LENGTHS = itertools.count()

# Behind these changes the server goes on by itself, as SYSTEM: what was in a deleted group, whose licences were cancelled,
# what a refused registration had begun, the address of a mailbox that is gone.
GOES_ON = (
    "DeleteGroup", "CancelSubscription", "DeleteAccount", "RegisterMailbox", "UnregisterMailbox", "RevokeMailboxDelegations",
    "RevokeGranteeDelegations", "OffboardAccount",
)

# Changes that are uses: their events are in the log of communication, and nothing is different behind them.
USES = ("OpenMailbox",)

# By a field's name.
VALUES = {
    "organization_id": lambda house: house.id,
    "account_id": lambda house: house.person().id,
    "member_id": lambda house: house.person().id,
    "grantee_id": lambda house: house.person().id,
    "owner_id": lambda house: house.person().id,
    "requested_by": lambda house: house.owner.id,
    "holder_id": lambda house: house.person().id,
    "group_id": lambda house: house.group().id,
    "unit_id": lambda house: house.unit().id,
    "parent_id": lambda house: house.unit().id,
    "default_domain": lambda house: "Example.ORG",
    "mailbox_id": lambda house: mailbox_of(house.functional()),
    "offboarding_id": lambda house: house.ask(
        offboarding_pb2.OffboardAccountRequest(account_id=house.person().id)).offboarding.id,
    "delegation_id": lambda house: house.grant(house.functional(), house.person(), RIGHT_OPEN).delegation.id,
    "folder": lambda house: "/Inbox",
    "role_id": lambda house: "rol_support",
    "tenant_id": lambda house: house.tenant().id,
    "subscription_id": lambda house: house.subscription().id,
    "plan": lambda house: "pro",
    "licence_count": lambda house: 3,
    "domain_id": lambda house: house.claim().id,
    "domain_name": lambda house: f"{unique('sample')}.example",
    "alias": lambda house: address("alias"),
    "event_id": lambda house: eventually(house.events)[0].event.id,
    "invitation_id": lambda house: house.invite().invitation_id,
    "invitation_token": lambda house: house.invite().invitation_token,
    "address": lambda house: address("sample"),
    "display_name": lambda house: unique("Sample"),
    "external_id": lambda house: unique("key"),
    "justification": lambda house: "for a test",
    "password": lambda house: PASSWORD,
}
# What makes a call another kind of call, and filters that would leave nothing.
LEFT_OUT = {
    "request_id", "validate_only", "etag", "page_size", "page_token", "consistency_token", "actor_id", "target_id",
    "subject_id", "action",
}


def named(id):
    """What the words of `house` take where they only read an id."""
    return account_resource_pb2.Account(id=id)


def set(request, *clear, **fields):
    for name in (*clear, *fields):
        request.ClearField(name)
    request.MergeFrom(type(request)(**fields))


EVENT = event_pb2.Event(id="evt_" + "0" * 26, organization_id="org_" + "0" * 26, action="account.suspended")
PREPARATIONS = {
    "AppendEvents": lambda house, request: set(request, source="identity", epoch=unique("epoch"), first_sequence=1,
                                               events=[appended(EVENT).SerializeToString()]),
    "AddGroupMembers": lambda house, request: set(request, "member_ids", member_ids=[house.person().id, house.group().id]),
    "AcceptServerClock": lambda house, request: set(request, wall_time=timestamp(0)),
    "AcceptOwnershipTransfer": lambda house, request: answer_offer(house, request),
    "DeclineOwnershipTransfer": lambda house, request: answer_offer(house, request),
    "WithdrawOwnershipTransfer": lambda house, request: answer_offer(house, request),
    "GetOwnershipTransfer": lambda house, request: offered(house),
    "TransferOwnership": lambda house, request: set(owned(house) or request, account_id=house.administrator("rol_support").id),
    "GetBillingDetails": lambda house, request: owned(house),
    "UpdateBillingDetails": lambda house, request: owned(house) or bill(house, request),
    "SwitchRoles": lambda house, request: switch_off(house, request),
    "BackupServer": lambda house, request: set(request, name=unique("backup")),
    "ChangeAccountType": lambda house, request: set(request, account_type=account_resource_pb2.ACCOUNT_TYPE_FUNCTIONAL),
    "CreateSession": lambda house, request: set(request, address=house.person(password=PASSWORD).address),
    "FollowFeed": lambda house, request: set(request, start={"follower": unique("follower")}),
    "AssignRole": lambda house, request: set(request, "unit_id"),
    "ListAccounts": lambda house, request: set(request, "unit_id"),
    "ListLicences": lambda house, request: set(request, "account_id", "subscription_id"),
    "AcceptOwnInvitation": lambda house, request: waiting(house, request),
    "DeclineOwnInvitation": lambda house, request: waiting(house, request),
    "InviteAdministrator": lambda house, request: set(request, "role_ids", role_ids=["rol_support"]),
    "ListInvitations": lambda house, request: set(request, "account_id"),
    "ListAddresses": lambda house, request: set(request, "domain_name"),
    "MoveAlias": lambda house, request: house.alias(house.person(), request.alias),
    "RemoveAlias": lambda house, request: house.alias(named(request.account_id), request.alias),
    "ListRoleAssignments": lambda house, request: set(request, "account_id"),
    "ListUnits": lambda house, request: set(request, "parent_id", "top"),
    "MoveUnit": lambda house, request: set(request, "top"),
    "OpenMailbox": lambda house, request: house.grant(
        named("acc_" + request.mailbox_id[4:]), named(request.account_id), RIGHT_OPEN),
    "ProveLogConsistency": lambda house, request: set(request, first_size=1),
    "ReactivateAccount": lambda house, request: house.suspend(named(request.account_id)),
    "RemoveGroupMembers": lambda house, request: set(
        request, "member_ids", member_ids=[joined(house, request), joined(house, request)]),
    "SetGroupMembers": lambda house, request: set(request, member_ids=[house.person().id]),
    "RemoveGroupMember": lambda house, request: house.add(named(request.group_id), named(request.member_id)),
    "RevokeSystemOperation": lambda house, request: house.hold(named(request.holder_id), request.operation),
    "UnassignLicence": lambda house, request: house.license(named(request.account_id), named(request.subscription_id)),
    "UpdatePolicies": lambda house, request: decide(house, request),
    "UpdateSubscription": lambda house, request: set(request, update_mask={"paths": ["licence_count"]}),
    "SetAccountUnit": lambda house, request: set(request, "no_unit"),
    "UpdateUnit": lambda house, request: request.unit.ClearField("parent_id"),
    "UnassignRole": lambda house, request: unassigned(house, request),
    "RevokeDelegation": lambda house, request: set(request, "mailbox_id", "grantee_id"),
    "RevokeMailboxDelegations": lambda house, request: house.grant(
        named("acc_" + request.mailbox_id[4:]), house.person(), RIGHT_OPEN),
    "RevokeGranteeDelegations": lambda house, request: house.grant(
        house.functional(), named(request.grantee_id), RIGHT_OPEN),
    "SetSignature": lambda house, request: set(
        request, mailbox_id=mailbox_of(named(request.account_id)), text=unique("signature")),
    "GetSignature": lambda house, request: signed(house, request),
    "DeleteSignature": lambda house, request: signed(house, request),
    "ListSignatures": lambda house, request: house.sign(
        named(request.account_id), named(request.account_id), unique("signature")),
    "UpdateMailboxSettings": lambda house, request: set_up(house, request),
    "FreezeDelegation": lambda house, request: set(request, "mailbox_id", "grantee_id"),
    "UnfreezeDelegation": lambda house, request: frozen(house, request),
    "UpdateDelegation": lambda house, request: set(
        request, delegation={"id": request.delegation.id, "rights": [RIGHT_SEND]}, update_mask={"paths": ["rights"]}),
    "UpdateMailbox": lambda house, request: set(request.mailbox, id=house.register(house.person()).id),
    "TransferMailbox": lambda house, request: set(request, mailbox_id=house.register(house.person()).id),
    "UnregisterMailbox": lambda house, request: set(request, mailbox_id=house.register(house.person()).id),
    "ReleaseMailboxAddress": lambda house, request: claimed(house, request.mailbox_id),
}


def joined(house, request):
    person = house.person()
    house.add(named(request.group_id), person)
    return person.id


def frozen(house, request):
    set(request, "mailbox_id", "grantee_id")
    house.ask(delegation_stops_pb2.FreezeDelegationRequest(delegation_id=request.delegation_id))


def claimed(house, mailbox):
    house.operator.ask(mailbox_address_pb2.ClaimMailboxAddressRequest(
        mailbox_id=mailbox, owner_id=house.person().id, address=address("shop"), requested_by=house.owner.id))


# Whose each invitation of these is.
INVITED = {}


def waiting(house, request):
    """An invitation of an active account, which alone may answer it."""
    invited = house.invite_administrator("rol_support", account_id=house.person().id)
    request.invitation_id = invited.invitation.id
    INVITED[request.invitation_id] = invited.invitation.account_id


def signed(house, request):
    """A signature that is there, for the account's own mailbox."""
    account = named(request.account_id)
    set(request, mailbox_id=mailbox_of(account))
    house.sign(account, account, unique("signature"))


def set_up(house, request):
    request.update_mask.paths[:] = ["allow_shared_access"]
    request.mailbox_settings.allow_shared_access = SHARED_ACCESS_OFF


def unassigned(house, request):
    set(request, "unit_id")
    house.assign(named(request.account_id), request.role_id)


def decide(house, request):
    """Another length than whatever it is now."""
    lifetime = 3600 + next(LENGTHS)
    request.policies.Clear()
    request.policies.organization_id, request.policies.invitation_lifetime.seconds = house.id, lifetime
    request.update_mask.paths[:] = ["invitation_lifetime"]


def bill(house, request):
    request.billing_details.Clear()
    request.billing_details.organization_id, request.billing_details.name = house.id, unique("Payer")
    request.update_mask.paths[:] = ["name"]


def owned(house):
    """The house's owner owns it, and nothing is offered."""
    owner = named(house.organization().owner_id)
    transfer = house.transfer(by=owner)
    if transfer and transfer.state == ownership_pb2.OWNERSHIP_TRANSFER_STATE_PENDING:
        house.ask(ownership_pb2.WithdrawOwnershipTransferRequest(ownership_transfer_id=transfer.id), by=owner)
    house.decide(transfer_needs_acceptance=None)
    if owner.id != house.owner.id:
        house.ask(ownership_pb2.TransferOwnershipRequest(account_id=house.owner.id), by=owner)


def offered(house):
    """An offer of ownership to an administrator, one and the same while it is pending."""
    pending = house.transfer(by=named(house.organization().owner_id))
    if pending and pending.state == ownership_pb2.OWNERSHIP_TRANSFER_STATE_PENDING:
        return pending
    owned(house)
    house.decide(transfer_needs_acceptance=POLICY_SWITCH_ON)
    request = ownership_pb2.TransferOwnershipRequest(account_id=house.administrator("rol_support").id)
    return house.ask(request).ownership_transfer


def answer_offer(house, request):
    set(request, ownership_transfer_id=offered(house).id, justification=unique("because"))


def switch_off(house, request):
    set(request, roles=organization_pb2.ROLES_SWITCH_OFF, justification=unique("because"))
    house.may_be_without_roles = True


def switch_on(house):
    """Who asks for the next sample finds roles."""
    if getattr(house, "may_be_without_roles", False):
        request = organization_pb2.SwitchRolesRequest(organization_id=house.id, roles=organization_pb2.ROLES_SWITCH_ON)
        house.may_be_without_roles = not house.ask(request)


# What is answered by the one to whom it was offered.
ANSWERED = {"AcceptOwnershipTransfer", "DeclineOwnershipTransfer", "AcceptOwnInvitation", "DeclineOwnInvitation"}


def sample(method, house):
    switch_on(house)
    request = method.Request()
    fill(request, house, updates="update_mask" in request.DESCRIPTOR.fields_by_name)
    PREPARATIONS.get(method.name, lambda house, request: None)(house, request)
    return request


def fill(message, house, updates=False):
    descriptor = message.DESCRIPTOR
    for field in descriptor.fields:
        oneof = field.containing_oneof
        if field.name in LEFT_OUT or is_answer(field) or (oneof and oneof.fields[0] is not field):
            continue
        # A change names its resource by the resource's own id.
        name = f"{words(descriptor.name)}_id" if field.name == "id" else field.name
        if field.name == "id" and not updates:
            continue
        is_message = field.message_type is not None
        if is_message and field.message_type.full_name == "google.protobuf.FieldMask":
            getattr(message, field.name).paths.append("display_name")
        elif is_message and not field.message_type.file.package.startswith("mandate."):
            continue
        elif field.label == FieldDescriptor.LABEL_REPEATED:
            rules = rules_of(field)
            if not (rules.required or rules.repeated.min_items or field.enum_type):
                continue
            if is_message:
                fill(getattr(message, field.name).add(), house, updates)
            else:
                getattr(message, field.name).append(plain(field, rules.repeated.items))
        elif is_message:
            fill(getattr(message, field.name), house, updates)
        elif name in VALUES:
            setattr(message, field.name, VALUES[name](house))
        elif not rules_of(field).ignore:
            setattr(message, field.name, plain(field, rules_of(field)))


def ask(method, request, house, by=None, at=None):
    """The owner, or `by`, calls a method of accounts; an operator, a service or a session's own the others."""
    if method.name == "DeleteSession" and by is None:
        return house.operator.other("webmail").ask(request, session=session(house))
    if method.name == "AppendEvents":
        return house.operator.other("mandate-identity").ask(request)
    if method.name in ANSWERED and "Invitation" in method.name and by is None:
        by = named(INVITED.get(request.invitation_id, house.owner.id))
    elif method.name in ANSWERED and by is None:
        by = named(house.transfer().account_id)
    at = at or method.servers[0]
    if by is None and method.access.kind not in (ACCOUNT, OWNER):
        return house.operator.ask(request, at=at)
    return house.ask(request, by, at=at)


def session(house):
    person = house.person(password=PASSWORD)
    request = session_pb2.CreateSessionRequest(address=person.address, password=PASSWORD)
    return house.operator.other("webmail").ask(request).session_token
