"""Calls that are refused: each with a code and a reason, nothing changed, and the connection lives on."""

import pytest
from mandate.audit.v1 import event_pb2, log_pb2
from mandate.identity.v1 import account_pb2, administrator_pb2, group_pb2, organization_pb2, session_pb2
from mandate.mailbox.v1 import delegation_pb2, mailbox_pb2
from mandate.mailbox.v1.access_pb2 import RIGHT_OPEN, CheckRequest

from client import CallError, ConnectionEnded
from scene import METHODS, Organization, address, mailbox_of, refused, server_of, start, unique

NOBODY = "0" * 26
BROKEN_TEXT = {"NUL": b"a\0b", "broken UTF-8": b"a\xffb", "an overlong NUL": b"\xc0\x80", "a surrogate": b"\xed\xa0\x80"}


@pytest.fixture(scope="module")
def house(operator):
    return Organization(operator)


@pytest.fixture(scope="module")
def office(house):
    return house.functional()


def requests(house, office):
    """A call in order for every method with fields of text, by name."""
    owner, group = house.owner.id, "grp_" + NOBODY
    mailbox = mailbox_of(office)
    return {
        "organization": organization_pb2.CreateOrganizationRequest(
            organization=organization_pb2.Organization(display_name="New"), owner=house.account("owner")
        ),
        "invite": account_pb2.InviteAccountRequest(account=house.account("new")),
        "function": account_pb2.CreateFunctionalAccountRequest(account=house.account("new")),
        "accept": account_pb2.AcceptInvitationRequest(invitation_token="x"),
        "suspend": account_pb2.SuspendAccountRequest(account_id=owner),
        "reactivate": account_pb2.ReactivateAccountRequest(account_id=owner),
        "account": account_pb2.GetAccountRequest(account_id=owner),
        "accounts": account_pb2.ListAccountsRequest(organization_id=house.id),
        "role": administrator_pb2.AssignRoleRequest(account_id=owner),
        "session": session_pb2.CreateSessionRequest(address="a@example.org", password="long enough"),
        "create group": group_pb2.CreateGroupRequest(group=group_pb2.Group(organization_id=house.id, display_name="New")),
        "group": group_pb2.GetGroupRequest(group_id=group),
        "groups": group_pb2.ListGroupsRequest(organization_id=house.id),
        "add": group_pb2.AddGroupMemberRequest(group_id=group, member_id=owner),
        "remove": group_pb2.RemoveGroupMemberRequest(group_id=group, member_id=owner),
        "members": group_pb2.ListGroupMembersRequest(group_id=group),
        "check": CheckRequest(account_id=owner, mailbox_id=mailbox, right=RIGHT_OPEN),
        "grant": delegation_pb2.GrantDelegationRequest(mailbox_id=mailbox, grantee_id=owner, rights=[RIGHT_OPEN]),
        "revoke": delegation_pb2.RevokeDelegationRequest(mailbox_id=mailbox, grantee_id=owner),
        "delegates": delegation_pb2.ListDelegatesRequest(mailbox_id=mailbox),
        "mailbox": mailbox_pb2.GetMailboxRequest(mailbox_id=mailbox),
        "mailboxes": mailbox_pb2.ListMailboxesRequest(account_id=owner),
        "events": event_pb2.ListEventsRequest(organization_id=house.id),
        "prove": event_pb2.ProveEventRequest(organization_id=house.id, event_id="evt_" + NOBODY),
        "root": log_pb2.GetLogRootRequest(organization_id=house.id),
        "consistency": log_pb2.ProveLogConsistencyRequest(organization_id=house.id, first_size=1),
    }


# Fields.

MISSING = [
    ("organization", "organization.display_name"), ("organization", "owner.address"), ("invite", "account.address"),
    ("invite", "account.organization_id"), ("function", "account.address"), ("accept", "invitation_token"),
    ("suspend", "account_id"), ("reactivate", "account_id"), ("account", "account_id"), ("accounts", "organization_id"),
    ("role", "account_id"), ("session", "address"), ("session", "password"), ("create group", "group.display_name"),
    ("create group", "group.organization_id"), ("group", "group_id"), ("groups", "organization_id"), ("add", "group_id"),
    ("add", "member_id"), ("remove", "group_id"), ("remove", "member_id"), ("members", "group_id"),
    ("check", "account_id"), ("check", "mailbox_id"), ("check", "right"), ("grant", "mailbox_id"),
    ("grant", "grantee_id"), ("grant", "rights"), ("revoke", "mailbox_id"), ("revoke", "grantee_id"),
    ("delegates", "mailbox_id"), ("mailbox", "mailbox_id"), ("mailboxes", "account_id"), ("events", "organization_id"),
    ("prove", "organization_id"), ("prove", "event_id"), ("root", "organization_id"), ("consistency", "organization_id"),
]


def parent(request, path):
    """The message that holds the path's last field, and that field's name."""
    *outer, last = path.split(".")
    for name in outer:
        request = getattr(request, name)
    return request, last


@pytest.mark.parametrize("name, path", MISSING, ids=lambda value: value)
def test_a_missing_field_is_named(house, office, unchanged, name, path):
    request = requests(house, office)[name]
    message, field = parent(request, path)
    message.ClearField(field)
    with refused("INVALID_ARGUMENT", "MISSING_FIELD") as refusal:
        house.ask(request)
    # Of a oneof any of its fields may be named, and of revoke's two ways either.
    allowed = {path, "key", "delegation_id"} if name in ("account", "revoke") else {path}
    assert refusal.error.metadata["field"] in allowed


LIMITS = [
    ("organization", "organization.display_name", 200), ("organization", "organization.external_id", 200),
    ("organization", "request_id", 100), ("invite", "account.display_name", 200), ("invite", "account.address", 254),
    ("invite", "account.external_id", 200), ("function", "account.display_name", 200), ("suspend", "justification", 1000),
    ("suspend", "request_id", 100), ("reactivate", "justification", 1000), ("role", "justification", 1000),
    ("create group", "group.display_name", 200), ("create group", "group.external_id", 200),
    ("add", "request_id", 100), ("grant", "justification", 1000), ("grant", "request_id", 100),
    ("revoke", "justification", 1000), ("revoke", "request_id", 100),
]


@pytest.mark.parametrize("name, path, limit", LIMITS, ids=lambda value: str(value))
def test_text_over_its_limit_is_refused(house, office, unchanged, name, path, limit):
    request = requests(house, office)[name]
    message, field = parent(request, path)
    for text in ("x" * (limit + 1), "漢" * (limit + 1), "x" * 100_000):
        setattr(message, field, text)
        with pytest.raises(CallError) as error:
            house.ask(request)
        assert error.value.code == "INVALID_ARGUMENT" and error.value.metadata["field"] == path
        # An address is ASCII: too much of something else is wrong in two ways.
        assert error.value.reason == "TOO_LONG" or (field == "address" and error.value.reason == "INVALID_FIELD")


@pytest.mark.parametrize("name, path, limit", [
    ("create group", "group.display_name", 200), ("invite", "account.display_name", 200), ("grant", "justification", 1000),
], ids=lambda value: str(value))
def test_text_at_its_limit_is_taken(house, office, name, path, limit):
    request = requests(house, office)[name]
    message, field = parent(request, path)
    setattr(message, field, unique("漢") + "漢" * (limit - len(unique("漢"))))
    request.validate_only = True
    house.ask(request)


@pytest.mark.parametrize("broken", BROKEN_TEXT)
def test_text_with_nul_or_broken_utf8_is_refused(house, office, operator, unchanged, broken):
    """A text field of each method's message; the bytes are made by hand, for Python would not."""
    marker = "MARKER"
    for request in requests(house, office).values():
        method = METHODS[request.DESCRIPTOR.full_name]
        request.MergeFrom(type(request)(**{first_text(request): marker}))
        body = request.SerializeToString()
        assert body.count(marker.encode()) == 1
        body = body.replace(marker.encode(), BROKEN_TEXT[broken].ljust(len(marker), b"x"))
        call = start(operator.at(server_of(method)), method, body, house.owner.id)
        with refused("INVALID_ARGUMENT", "MALFORMED_MESSAGE"):
            call.answer()


def first_text(message):
    return next(field.name for field in message.DESCRIPTOR.fields if field.type == field.TYPE_STRING)


@pytest.mark.parametrize("name", [
    "suspend", "reactivate", "account", "accounts", "role", "group", "groups", "add", "remove", "members", "grant",
    "revoke", "delegates", "mailbox", "events", "root", "consistency",
])
def test_an_unknown_id_and_another_organizations_answer_alike(house, office, operator, name):
    """Rule D28: by the answer nobody learns what is there."""
    elsewhere = Organization(operator)
    known = requests(house, office)[name]
    unknown = type(known)()
    unknown.CopyFrom(known)
    for field in known.DESCRIPTOR.fields:
        value = getattr(known, field.name)
        if field.name.endswith("_id") and value:
            setattr(unknown, field.name, value[:4] + NOBODY)
    errors = []
    for request in (known, unknown):
        with pytest.raises(CallError) as error:
            elsewhere.ask(request)
        errors.append((error.value.code, error.value.reason, error.value.message, error.value.metadata))
    assert errors[0] == errors[1] and errors[0][:2] == ("NOT_FOUND", "NOT_FOUND")


def test_an_address_of_another_organization_finds_nothing(house, operator):
    messages = set()
    for wanted in (Organization(operator).owner.address, address("nobody"), "nonsense"):
        with refused("NOT_FOUND", "NOT_FOUND") as refusal:
            house.ask(account_pb2.GetAccountRequest(address=wanted))
        messages.add(str(refusal.error))
    assert len(messages) == 1


@pytest.mark.parametrize("id", [
    "nonsense", "acc_", "acc_" + "0" * 25, "acc_" + "0" * 27, "acc_" + "u" * 26, "ACC_" + NOBODY, "acc_" + "z" * 26,
    "org_" + NOBODY, "'; DROP TABLE accounts; --", "../../etc/passwd", "acc_" + "Ä" * 26,
])
def test_what_is_no_id_finds_nothing(house, office, operator, unchanged, id):
    for request in (
        account_pb2.GetAccountRequest(account_id=id), account_pb2.SuspendAccountRequest(account_id=id),
        group_pb2.GetGroupRequest(group_id=id),
        delegation_pb2.GrantDelegationRequest(mailbox_id=mailbox_of(office), grantee_id=id, rights=[RIGHT_OPEN]),
        delegation_pb2.RevokeDelegationRequest(delegation_id=id), mailbox_pb2.GetMailboxRequest(mailbox_id=id),
    ):
        with pytest.raises(CallError) as error:
            house.ask(request)
        assert (error.value.code, error.value.reason) in (("NOT_FOUND", "NOT_FOUND"), ("INVALID_ARGUMENT", "INVALID_FIELD"))
        assert "DROP" not in error.value.message and "/" not in error.value.message


@pytest.mark.parametrize("right", [[0], [99], [-1], [RIGHT_OPEN, 99]], ids=str)
def test_a_right_that_is_none_is_refused(house, office, unchanged, right):
    person = house.owner
    with refused("INVALID_ARGUMENT", "INVALID_FIELD", field="rights"):
        house.grant(office, person, *right)


# Methods, messages, metadata, deadlines.


@pytest.mark.parametrize("method", [
    "mandate.mailbox.v1.AccessService/Chock", "mandate.mailbox.v1.Nothing/Check", "Check", "", "/", "a/b/c",
    "/mandate.mailbox.v1.AccessService/Check", "mandate.identity.v1.AccountService/GetAccount", "漢/字",
])
def test_an_unknown_method_is_unimplemented(operator, unchanged, method):
    with refused("UNIMPLEMENTED", "UNKNOWN_METHOD"):
        start(operator.at("mailbox"), method, b"").answer()


@pytest.mark.parametrize("body", [b"\xff", b"\x0a\xff", b"\x0a\x05ab", b"\x0b\x0c", b"\x08\x01", b"\x00\x00", bytes(64)])
def test_bytes_that_are_no_message_are_refused(operator, unchanged, body):
    with refused("INVALID_ARGUMENT", "MALFORMED_MESSAGE"):
        start(operator.at("mailbox"), "mandate.mailbox.v1.AccessService/Check", body).answer()


def test_a_unary_call_has_its_message_in_the_request(operator, unchanged):
    connection, method = operator.at("mailbox"), "mandate.mailbox.v1.AccessService/Check"
    with refused("INVALID_ARGUMENT", "MALFORMED_MESSAGE"):
        start(connection, method, b"", no_message=True).answer()
    with refused("INVALID_ARGUMENT", "MALFORMED_MESSAGE"):
        connection.call(method, CheckRequest(account_id="x")).answer()
    assert connection.ping(1) == 1


def test_a_deadline_that_has_passed_changes_nothing(house, office, operator, unchanged):
    request = delegation_pb2.GrantDelegationRequest(
        mailbox_id=mailbox_of(office), grantee_id=house.owner.id, rights=[RIGHT_OPEN], justification="too late"
    )
    with refused("DEADLINE_EXCEEDED", "DEADLINE_EXCEEDED"):
        operator.ask(request, account=house.owner.id, timeout=0)


# What a request can carry that only answers set; it is not read.
UNREAD_TIMES = {
    ("invite", "account.create_time"), ("invite", "account.suspend_time"), ("function", "account.create_time"),
    ("function", "account.suspend_time"), ("organization", "organization.create_time"), ("organization", "owner.create_time"),
    ("organization", "owner.suspend_time"), ("create group", "group.create_time"),
}


def times(descriptor, prefix=""):
    """The paths of all times and durations in a message."""
    for field in descriptor.fields:
        if field.message_type is not None:
            if field.message_type.full_name in ("google.protobuf.Timestamp", "google.protobuf.Duration"):
                yield prefix + field.name
            else:
                yield from times(field.message_type, f"{prefix}{field.name}.")


@pytest.mark.parametrize("seconds, nanos", [(0, -1), (0, 10**9), (253402300800, 0), (-62135596801, 0), (2**63 - 1, 0)])
def test_a_time_that_is_none_is_refused_in_every_method(house, office, unchanged, seconds, nanos):
    read = 0
    for name, request in requests(house, office).items():
        for path in times(request.DESCRIPTOR):
            if (name, path) in UNREAD_TIMES:
                continue
            read += 1
            broken = type(request)()
            broken.CopyFrom(request)
            message, field = parent(broken, path)
            getattr(message, field).MergeFrom(type(getattr(message, field))(seconds=seconds, nanos=nanos))
            with refused("INVALID_ARGUMENT", "INVALID_FIELD", field=path):
                house.ask(broken)
    assert read >= 4


@pytest.mark.parametrize("seconds, nanos", [(-1, 0), (0, -1), (1, -1), (0, 10**9), (366 * 86400, 1), (10**12, 0), (2**63 - 1, 0)])
def test_a_timeout_that_is_none_is_refused(house, operator, unchanged, seconds, nanos):
    from google.protobuf.duration_pb2 import Duration

    call = start(
        operator.at("identity"), "mandate.identity.v1.AccountService/GetAccount",
        account_pb2.GetAccountRequest(account_id=house.owner.id).SerializeToString(), house.owner.id,
        timeout=Duration(seconds=seconds, nanos=nanos),
    )
    with refused("INVALID_ARGUMENT", "INVALID_FIELD", field="timeout"):
        call.answer()


def test_metadata_has_its_limits(house, operator, unchanged):
    request = account_pb2.GetAccountRequest(account_id=house.owner.id)
    ask = lambda **metadata: operator.at("identity").unary(
        METHODS[request.DESCRIPTOR.full_name], request, metadata={"mandate-account": house.owner.id, **metadata}
    )
    # Keys, values, and 32 bytes for each of the two pairs.
    room = 16384 - 2 * 32 - len("mandate-account" + house.owner.id + "note")
    assert ask(note="x" * room).account.id == house.owner.id
    with refused("RESOURCE_EXHAUSTED", "LIMIT_EXCEEDED"):
        ask(note="x" * (room + 1))
    with refused("RESOURCE_EXHAUSTED", "LIMIT_EXCEEDED"):
        ask(**{f"k{number}": "" for number in range(600)})
    for key in ("Upper", "with space", "ä", "", "traceparent"):
        assert ask(**{key: "nobody reads \u00e4 or \x01"}).account.id == house.owner.id
    with refused("INVALID_ARGUMENT", "INVALID_FIELD", field="metadata.key"):
        ask(**{"mandate-Session": "x"})
    with refused("INVALID_ARGUMENT", "INVALID_FIELD", field="metadata.value"):
        ask(**{"mandate-person-address": "\u00e4"})


def test_no_connection_ended_over_refused_calls(operator):
    try:
        for server in ("identity", "mailbox", "audit"):
            assert operator.at(server).ping(7) == 7
    except ConnectionEnded as ended:
        pytest.fail(f"the server ended a connection over a refused call: {ended}")
