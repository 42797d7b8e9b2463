"""Words for tests: a caller's hands on the three servers, and an organization with people in it."""

import itertools
import time
import uuid

from google.protobuf import timestamp_pb2

from client import Call, CallError
from events import listing
from mandate.identity.v1 import (
    account_pb2, account_resource_pb2, account_states_pb2, address_pb2, administrator_pb2, domain_pb2, group_pb2,
    invitation_pb2, licence_pb2, organization_pb2, ownership_pb2, policies_pb2, subscription_pb2, system_operation_pb2, tenant_pb2,
    unit_pb2,
)
from mandate.mailbox.v1 import access_pb2, delegation_pb2, mailbox_registration_pb2, mailbox_settings_pb2, signature_pb2
from mandate.rpc.v1 import frame_pb2
from mandate.server.v1 import server_pb2
from patience import PATIENCE_SECONDS
from reasons import REASONS
from registry import BY_REQUEST, MODULES as CONTRACT  # noqa: F401  (for tests of the descriptors)

# The path of the method that each request message belongs to.
METHODS = {name: method.path for name, method in BY_REQUEST.items()}


def server_of(method):
    """identity, mailbox or audit; the services that all servers offer must be told where."""
    return method.split(".")[1]


class Hands:
    """One caller's connections, each made when it is first needed."""

    def __init__(self, installation, caller):
        self.installation, self.caller = installation, caller
        self._connections, self._others = {}, {}

    def at(self, server):
        if server not in self._connections:
            self._connections[server] = self.installation.connect(server, self.caller)
        return self._connections[server]

    def other(self, caller):
        """The hands of another caller of the same servers, closed with these."""
        return self._others.setdefault(caller, Hands(self.installation, caller))

    def ask(self, request, *, account=None, session=None, at=None, timeout=...):
        """Calls the method that the request belongs to. Of a stream the first answer, and no more."""
        method = BY_REQUEST[request.DESCRIPTOR.full_name]
        metadata = {}
        if account is not None:
            metadata["mandate-account"] = account
        if session is not None:
            metadata["mandate-session"] = session
        connection = self.at(at or server_of(method.path))
        call = connection.call(method.path, request, done=True, timeout=timeout, metadata=metadata)
        if not method.streams_out:
            return call.answer()
        answer = call.receive()
        call.cancel()
        return answer

    def position(self, server):
        """The last position that a server has written."""
        return self.ask(server_pb2.GetServerRequest(), at=server).position

    def close(self):
        for one in (*self._connections.values(), *self._others.values()):
            one.close()


def start(connection, method, body, account=None, **fields):
    """A call whose message is bytes."""
    call = Call(connection, connection._next_stream, method)
    connection._next_stream += 2
    connection._calls[call.stream] = call
    request = frame_pb2.Request(method=method, message=body, done=True, **fields)
    if account:
        request.metadata.add(key="mandate-account", value=account)
    connection.send(frame_pb2.Frame(stream=call.stream, request=request))
    return call


class refused:
    """`with refused("NOT_FOUND", "NOT_FOUND") as refusal:` the call in the block ends so, with a message for people, and
    with the domain and the number that belong to the reason."""

    def __init__(self, code, reason, **metadata):
        self.expected, self.metadata, self.error = (code, reason), metadata, None

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        assert error is not None, f"expected {self.expected}, and the call succeeded"
        if not isinstance(error, CallError):
            return False
        assert (error.code, error.reason) == self.expected, f"expected {self.expected}: {error} {error.metadata}"
        assert error.message
        assert REASONS[error.reason] == (error.domain, error.number), (error.reason, error.domain, error.number)
        for key, value in self.metadata.items():
            assert error.metadata.get(key) == value, f"{key} of {error.metadata}"
        self.error = error
        return True


def unique(word="x"):
    return f"{word}-{uuid.uuid4().hex[:12]}"


def address(word="x"):
    return f"{unique(word)}@example.org"


def mailbox_of(account):
    """A mailbox has its account's base32."""
    return "mbx_" + account.id.removeprefix("acc_")


def timestamp(seconds_from_now):
    now = timestamp_pb2.Timestamp()
    now.FromMicroseconds(int((time.time() + seconds_from_now) * 1e6))
    return now


def eventually(question):
    """Asks until the answer is true, for what the contract promises only soon. Returns it."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not (answer := question()):
        assert time.monotonic() < deadline, "it never came"
        time.sleep(0.05)
    return answer


def pages(ask, request, field, size):
    """Every row of a list, page by page."""
    rows, sizes = [], []
    for _ in itertools.count():
        request.page_size = size
        answer = ask(request)
        sizes.append(len(getattr(answer, field)))
        rows += getattr(answer, field)
        if not answer.next_page_token:
            # Only the last page may be short.
            assert all(one == size for one in sizes[:-1]) and sizes[-1] <= size
            return rows
        request.page_token = answer.next_page_token


class Organization:
    """An organization and its owner, seen through the operator's hands acting for accounts."""

    def __init__(self, operator, *, preset=organization_pb2.ORGANIZATION_PRESET_FUNCTIONAL_ACCOUNTS, password=""):
        self.operator = operator
        request = organization_pb2.CreateOrganizationRequest(owner_password=password)
        request.organization.display_name, request.organization.preset = unique("Organization"), preset
        request.owner.address, request.owner.display_name = address("owner"), "Owner"
        self.created = operator.ask(request)
        self.id, self.owner = self.created.organization.id, self.created.owner

    def ask(self, request, by=None, **options):
        """As an account of the organization, the owner unless said otherwise."""
        return self.operator.ask(request, account=(by or self.owner).id, **options)

    def account(self, word, **fields):
        return account_resource_pb2.Account(organization_id=self.id, address=address(word), display_name=word.title(), **fields)

    def invite(self, word="person", **options):
        return self.ask(account_pb2.InviteAccountRequest(account=self.account(word), **options))

    def invite_administrator(self, *roles, by=None, **options):
        """By address or account_id; an address that nobody has unless said otherwise."""
        if not {"address", "account_id"} & options.keys():
            options["address"] = address("administrator")
        request = invitation_pb2.InviteAdministratorRequest(organization_id=self.id, role_ids=roles, **options)
        return self.ask(request, by)

    def accept(self, token, password=""):
        request = invitation_pb2.AcceptInvitationRequest(invitation_token=token, password=password)
        return self.operator.ask(request).account

    def person(self, word="person", password=""):
        """An active user."""
        return self.accept(self.invite(word).invitation_token, password)

    def functional(self, word="office"):
        """A functional account; its mailbox is what people share."""
        return self.ask(account_pb2.CreateFunctionalAccountRequest(account=self.account(word))).account

    def administrator(self, role, word="administrator", password=""):
        """Who holds a role, as rol_support."""
        return self.assign(self.person(word, password), role).account

    def assign(self, account, role, **options):
        return self.ask(administrator_pb2.AssignRoleRequest(account_id=account.id, role_id=role), **options)

    def unassign(self, account, role, **options):
        return self.ask(administrator_pb2.UnassignRoleRequest(account_id=account.id, role_id=role), **options)

    def decide(self, by=None, etag="", validate_only=False, **policies):
        """Changes policies; None is the preset's again."""
        wanted = {name: value for name, value in policies.items() if value is not None}
        request = policies_pb2.UpdatePoliciesRequest(
            policies=policies_pb2.OrganizationPolicies(organization_id=self.id, etag=etag, **wanted), validate_only=validate_only)
        request.update_mask.paths[:] = list(policies)
        return self.ask(request, by)

    def organization(self, by=None):
        return self.ask(organization_pb2.GetOrganizationRequest(organization_id=self.id), by).organization

    def transfer(self, by=None):
        """The last offer of ownership, as `by` sees it; None where there is none."""
        try:
            return self.ask(ownership_pb2.GetOwnershipTransferRequest(organization_id=self.id), by).ownership_transfer
        except CallError as error:
            if error.reason != "NOT_FOUND":
                raise

    def policies(self, by=None):
        return self.ask(policies_pb2.GetPoliciesRequest(organization_id=self.id), by)

    def group(self, *members, word="group"):
        group = group_pb2.Group(organization_id=self.id, display_name=unique(word))
        made = self.ask(group_pb2.CreateGroupRequest(group=group)).group
        for member in members:
            self.add(made, member)
        return made

    def add(self, group, member, by=None):
        return self.ask(group_pb2.AddGroupMemberRequest(group_id=group.id, member_id=member.id), by)

    def remove(self, group, member, by=None):
        return self.ask(group_pb2.RemoveGroupMemberRequest(group_id=group.id, member_id=member.id), by)

    def tenant(self, word="tenant", by=None, **fields):
        tenant = tenant_pb2.Tenant(organization_id=self.id, display_name=unique(word), **fields)
        return self.ask(tenant_pb2.CreateTenantRequest(tenant=tenant), by).tenant

    def subscription(self, plan="entry", count=10, by=None, **fields):
        wanted = subscription_pb2.Subscription(organization_id=self.id, plan=plan, licence_count=count, **fields)
        return self.ask(subscription_pb2.CreateSubscriptionRequest(subscription=wanted), by).subscription

    def license(self, account, subscription, by=None, **options):
        request = licence_pb2.AssignLicenceRequest(account_id=account.id, subscription_id=subscription.id, **options)
        return self.ask(request, by)

    def unlicense(self, account, subscription, by=None, **options):
        request = licence_pb2.UnassignLicenceRequest(account_id=account.id, subscription_id=subscription.id, **options)
        return self.ask(request, by)

    def hold(self, holder, operation, by=None):
        """Gives an account or a group a system operation."""
        request = system_operation_pb2.GrantSystemOperationRequest(holder_id=holder.id, operation=operation)
        return self.ask(request, by)

    def claim(self, name=None, by=None, publish=True):
        """A claimed domain, whose record is in DNS unless said otherwise."""
        name = name or f"{unique('domain')}.example"
        domain = self.ask(domain_pb2.ClaimDomainRequest(organization_id=self.id, domain_name=name), by).domain
        if publish:
            self.operator.installation.names.publish(domain.record_name, domain.record_value)
        return domain

    def verify(self, domain, by=None):
        return self.ask(domain_pb2.VerifyDomainRequest(domain_id=domain.id), by).domain

    def register(self, owner, at=None, by=None, **options):
        """A mailbox that the account owns from now on."""
        request = mailbox_registration_pb2.RegisterMailboxRequest(
            owner_id=owner.id, address=at or address("shop"), display_name=unique("Shop"), **options)
        return self.ask(request, by).mailbox

    def alias(self, account, alias=None, by=None):
        """Gives an account an alias; returns the alias."""
        alias = alias or address("alias")
        self.ask(address_pb2.AddAliasRequest(account_id=account.id, alias=alias), by)
        return alias

    def unit(self, parent=None, word="unit", by=None, **fields):
        unit = unit_pb2.Unit(
            organization_id=self.id, display_name=unique(word), parent_id=parent.id if parent else "", **fields)
        return self.ask(unit_pb2.CreateUnitRequest(unit=unit), by).unit

    def place(self, account, unit, by=None, **options):
        """Into a unit; None: into none."""
        request = unit_pb2.SetAccountUnitRequest(account_id=account.id, **options)
        request.unit_id, request.no_unit = unit.id if unit else "", unit is None
        return self.ask(request, by)

    def move(self, unit, parent, by=None, **options):
        """Under another unit; None: to the top."""
        request = unit_pb2.MoveUnitRequest(unit_id=unit.id, **options)
        request.parent_id, request.top = parent.id if parent else "", parent is None
        return self.ask(request, by)

    def grant(self, mailbox, grantee, *rights, by=None, **fields):
        """`mailbox`: the account that it belongs to."""
        request = delegation_pb2.GrantDelegationRequest(
            mailbox_id=mailbox_of(mailbox), grantee_id=grantee.id, rights=rights, **fields
        )
        return self.ask(request, by)

    def revoke(self, mailbox, grantee, by=None):
        request = delegation_pb2.RevokeDelegationRequest(mailbox_id=mailbox_of(mailbox), grantee_id=grantee.id)
        return self.ask(request, by)

    def sign(self, account, mailbox, text, by=None, **fields):
        return self.ask(signature_pb2.SetSignatureRequest(
            account_id=account.id, mailbox_id=mailbox_of(mailbox), text=text, **fields), by)

    def set_up(self, mailbox, by=None, etag="", **settings):
        """Changes what is said of a mailbox's settings."""
        return self.ask(mailbox_settings_pb2.UpdateMailboxSettingsRequest(
            mailbox_settings=mailbox_settings_pb2.MailboxSettings(mailbox_id=mailbox_of(mailbox), etag=etag, **settings),
            update_mask={"paths": list(settings)}), by)

    def check(self, account, mailbox, right=access_pb2.RIGHT_OPEN, **fields):
        request = access_pb2.CheckRequest(account_id=account.id, mailbox_id=mailbox_of(mailbox), right=right, **fields)
        return self.operator.ask(request)

    def decision(self, account, mailbox, right=access_pb2.RIGHT_OPEN):
        """The decision's reason in short, as in ALLOWED_GRANT. Allowed or not must agree with it."""
        answer = self.check(account, mailbox, right)
        name = access_pb2.DecisionReason.Name(answer.reason).removeprefix("DECISION_REASON_")
        assert answer.allowed == name.startswith("ALLOWED")
        return name

    def suspend(self, account, by=None):
        return self.ask(account_states_pb2.SuspendAccountRequest(account_id=account.id, justification="on leave"), by)

    def reactivate(self, account, by=None):
        return self.ask(account_states_pb2.ReactivateAccountRequest(account_id=account.id), by)

    def get(self, account, by=None):
        return self.ask(account_pb2.GetAccountRequest(account_id=account.id), by).account

    def events(self, **filters):
        """What the log has of the organization by now, newest first."""
        return self.ask(listing(self.id, page_size=1000, **filters)).events
