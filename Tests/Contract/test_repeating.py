"""Calls made twice, calls made for show, and lists that go on: request ids, validate_only, page tokens."""

import pytest
from google.protobuf import field_mask_pb2
from mandate.audit.v1 import event_pb2
from mandate.identity.v1 import account_pb2, administrator_pb2, group_pb2, organization_pb2, role_pb2
from mandate.mailbox.v1 import delegation_pb2, mailbox_pb2
from mandate.mailbox.v1.access_pb2 import RIGHT_OPEN, RIGHT_SEND

from scene import METHODS, Organization, address, mailbox_of, refused, server_of, unique


@pytest.fixture(scope="module")
def house(operator):
    return Organization(operator)


@pytest.fixture(scope="module")
def calls(house):
    """For every mutating method of an account a call that succeeds, and one with other bytes."""
    person, suspended, office, group = house.person(), house.person(), house.functional(), house.group()
    house.suspend(suspended)
    member = house.person()
    filled = house.group(member)
    granted = house.grant(office, member, RIGHT_OPEN).delegation
    twins = {
        "invite": lambda n: account_pb2.InviteAccountRequest(account=house.account(f"new{n}")),
        "function": lambda n: account_pb2.CreateFunctionalAccountRequest(account=house.account(f"new{n}")),
        "update": lambda n: account_pb2.UpdateAccountRequest(
            account=account_pb2.Account(id=person.id, display_name=unique(f"Name {n}")),
            update_mask=field_mask_pb2.FieldMask(paths=["display_name"]),
        ),
        "suspend": lambda n: account_pb2.SuspendAccountRequest(account_id=person.id, justification=f"leave {n}"),
        "reactivate": lambda n: account_pb2.ReactivateAccountRequest(account_id=suspended.id, justification=f"back {n}"),
        "role": lambda n: administrator_pb2.AssignRoleRequest(account_id=member.id, role=3 + n),
        "group": lambda n: group_pb2.CreateGroupRequest(
            group=group_pb2.Group(organization_id=house.id, display_name=unique(f"Group {n}"))
        ),
        "add": lambda n: group_pb2.AddGroupMemberRequest(group_id=group.id, member_id=[member, house.owner][n].id),
        "remove": lambda n: group_pb2.RemoveGroupMemberRequest(group_id=filled.id, member_id=[member, house.owner][n].id),
        "grant": lambda n: delegation_pb2.GrantDelegationRequest(
            mailbox_id=mailbox_of(office), grantee_id=house.owner.id, rights=[RIGHT_OPEN, RIGHT_SEND][: n + 1]
        ),
        "revoke": lambda n: delegation_pb2.RevokeDelegationRequest(delegation_id=granted.id, justification=f"over {n}"),
    }
    return {name: (twin(0), twin(1)) for name, twin in twins.items()}


NAMES = "invite function update suspend reactivate role group add remove grant revoke".split()


def test_a_change_takes_the_next_position(house, operator):
    """What the tests of things that change nothing stand on."""
    office, person = house.functional(), house.person()
    before = operator.position("mailbox")
    house.grant(office, person, RIGHT_OPEN)
    assert operator.position("mailbox") == before + 1
    before = operator.position("identity")
    house.suspend(person)
    assert operator.position("identity") == before + 1


def with_id(request, request_id):
    copy = type(request)()
    copy.CopyFrom(request)
    copy.request_id = request_id
    return copy


@pytest.mark.parametrize("name", NAMES)
def test_validate_only_checks_everything_and_changes_nothing(house, operator, calls, name):
    request = type(calls[name][0])()
    request.CopyFrom(calls[name][0])
    server = server_of(METHODS[request.DESCRIPTOR.full_name])
    before = operator.position(server)
    request.validate_only = True
    for _ in range(2):
        answer = house.ask(request)
        assert not answer.consistency_token and not getattr(answer, "event_id", ""), "nothing is in any log"
    assert operator.position(server) == before
    # What would be refused is refused the same way.
    for field in request.DESCRIPTOR.fields:
        value = getattr(request, field.name)
        if not field.name.endswith("_id") or field.name == "request_id" or not value:
            continue
        setattr(request, field.name, value[:4] + "0" * 26)
        with refused("NOT_FOUND", "NOT_FOUND"):
            house.ask(request)
        setattr(request, field.name, value)
    assert operator.position(server) == before


@pytest.mark.parametrize("name", NAMES)
def test_a_request_id_makes_a_call_repeatable(house, operator, calls, name):
    first, other = calls[name]
    request_id = unique(name)
    answer = house.ask(with_id(first, request_id))
    server = server_of(METHODS[first.DESCRIPTOR.full_name])
    again = house.ask(with_id(first, request_id))
    if name == "invite":
        # The token was shown once; the same call gives a new one, and the one before is void.
        assert again.account == answer.account and again.invitation_token != answer.invitation_token
        with refused("FAILED_PRECONDITION", "INVITATION_INVALID"):
            house.accept(answer.invitation_token)
        assert house.accept(again.invitation_token).id == answer.account.id
    else:
        assert again == answer
    before = operator.position(server)
    with refused("ALREADY_EXISTS", "REQUEST_ID_REUSED"):
        house.ask(with_id(other, request_id))
    assert operator.position(server) == before
    # Another caller's id of the same text is another id.
    admin = house.administrator(role_pb2.ROLE_FULL_ADMIN)
    try:
        house.ask(with_id(other, request_id), by=admin)
    except Exception as error:
        assert error.reason != "REQUEST_ID_REUSED"


def test_an_organization_is_made_once(operator):
    request = organization_pb2.CreateOrganizationRequest(request_id=unique("make"))
    request.organization.display_name, request.owner.address, request.owner.display_name = "Once", address(), "Owner"
    request.validate_only = True
    before = operator.position("identity")
    operator.ask(request)
    assert operator.position("identity") == before
    request.validate_only = False
    request.request_id = unique("make")
    assert operator.ask(request) == operator.ask(request)
    request.organization.display_name = "Twice"
    with refused("ALREADY_EXISTS", "REQUEST_ID_REUSED"):
        operator.ask(request)


# Page tokens.


@pytest.fixture(scope="module")
def lists(house):
    people = [house.person() for _ in range(3)]
    group, office = house.group(*people), house.functional()
    for person in people:
        house.grant(office, person, RIGHT_OPEN)
        house.grant(person, people[0] if person is not people[0] else people[1], RIGHT_OPEN)
    house.group()
    return {
        "accounts": account_pb2.ListAccountsRequest(organization_id=house.id),
        "groups": group_pb2.ListGroupsRequest(organization_id=house.id),
        "members": group_pb2.ListGroupMembersRequest(group_id=group.id),
        "delegates": delegation_pb2.ListDelegatesRequest(mailbox_id=mailbox_of(office)),
        "mailboxes": mailbox_pb2.ListMailboxesRequest(account_id=people[0].id),
        "events": event_pb2.ListEventsRequest(organization_id=house.id),
    }


def other_query(house, request):
    """The same method, asked about something else."""
    other = type(request)()
    other.CopyFrom(request)
    if isinstance(request, account_pb2.ListAccountsRequest):
        other.account_type = account_pb2.ACCOUNT_TYPE_USER
    elif isinstance(request, group_pb2.ListGroupsRequest):
        return None
    elif isinstance(request, group_pb2.ListGroupMembersRequest):
        other.group_id = house.group(house.owner).id
    elif isinstance(request, delegation_pb2.ListDelegatesRequest):
        other.flatten = True
    elif isinstance(request, mailbox_pb2.ListMailboxesRequest):
        other.account_id = house.owner.id
    else:
        other.action = "account."
    return other


LISTS = "accounts groups members delegates mailboxes events".split()


@pytest.mark.parametrize("name", LISTS)
def test_a_page_token_belongs_to_its_query(house, lists, name):
    request = type(lists[name])()
    request.CopyFrom(lists[name])
    request.page_size = 1
    token = house.ask(request).next_page_token
    assert token
    request.page_token = token
    assert len(getattr(house.ask(request), name)) == 1
    # Another page size goes on where the token says.
    request.page_size = 2
    assert len(getattr(house.ask(request), name)) >= 1
    other = other_query(house, request)
    if other is not None:
        other.page_token = token
        with refused("INVALID_ARGUMENT", "STALE_PAGE_TOKEN"):
            house.ask(other)


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("token", ["x", "!!!!", "AAAA", "A" * 40, "ü", "Z" * 500], ids=lambda token: f"{token[:4]}{len(token)}")
def test_a_page_token_that_is_none_is_refused(house, lists, name, token):
    request = type(lists[name])()
    request.CopyFrom(lists[name])
    request.page_token = token
    with refused("INVALID_ARGUMENT", "STALE_PAGE_TOKEN"):
        house.ask(request)


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("size", [-1, -(2**31)])
def test_a_page_has_no_negative_size(house, lists, name, size):
    request = type(lists[name])()
    request.CopyFrom(lists[name])
    request.page_size = size
    with refused("INVALID_ARGUMENT", "INVALID_FIELD", field="page_size"):
        house.ask(request)


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("size", [1001, 2**31 - 1])
def test_a_page_size_over_the_most_is_the_most(house, lists, name, size):
    request = type(lists[name])()
    request.CopyFrom(lists[name])
    request.page_size = size
    assert len(getattr(house.ask(request), name)) > 1
