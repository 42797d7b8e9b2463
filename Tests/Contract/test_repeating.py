"""Calls made twice, calls made for show, and lists that go on: request ids, validate_only, page tokens."""

import pytest
from mandate.identity.v1 import account_pb2
from mandate.identity.v1.system_operation_pb2 import SYSTEM_OPERATION_SHARED_ACCOUNT_SETUP
from mandate.mailbox.v1.access_pb2 import RIGHT_OPEN
from mandate.rpc.v1.options_pb2 import ACCESS_KIND_CALLER

from registry import ACCOUNT, CHANGES, METHODS, is_secret
from sample_requests import GOES_ON, USES, VALUES, ask, sample
from scene import Organization, mailbox_of, refused, timestamp, unique

# An operator's or a service's are judged by what they are for, not by ids of an organization.
OF_ACCOUNTS = [method for method in CHANGES if method.access.kind == ACCOUNT]
TRIED_OUT = [method for method in CHANGES if "validate_only" in method.Request.DESCRIPTOR.fields_by_name]
LISTS = [method for method in METHODS if "page_token" in method.Request.DESCRIPTOR.fields_by_name]


@pytest.fixture(scope="module")
def house(operator):
    return Organization(operator)


def test_a_change_takes_the_next_position(house, operator):
    """What the tests of things that change nothing stand on."""
    office, person = house.functional(), house.person()
    before = operator.position("mailbox")
    house.grant(office, person, RIGHT_OPEN)
    assert operator.position("mailbox") == before + 1
    before = operator.position("identity")
    house.suspend(person)
    assert operator.position("identity") == before + 1


@pytest.mark.parametrize("method", TRIED_OUT, ids=str)
def test_d26_validate_only_checks_everything_and_changes_nothing(house, operator, method):
    request, server = sample(method, house), method.servers[0]
    before = operator.position(server)
    request.validate_only = True
    for _ in range(2):
        answer = ask(method, request, house)
        assert not answer.consistency_token and not answer.event_id, "nothing is in any log"
    assert operator.position(server) == before


@pytest.mark.parametrize("method", OF_ACCOUNTS, ids=str)
def test_d26_what_would_be_refused_is_refused_for_show_too(house, operator, method):
    request = sample(method, house)
    request.validate_only = True
    before, refusals = operator.position(method.servers[0]), 0
    for field in request.DESCRIPTOR.fields:
        value = getattr(request, field.name)
        if field.name.endswith("_id") and field.name != "request_id" and value:
            wrong = type(request)()
            wrong.CopyFrom(request)
            setattr(wrong, field.name, value[:4] + "0" * 26)
            with refused("NOT_FOUND", "NOT_FOUND"):
                ask(method, wrong, house)
            refusals += 1
    # That it was refused is an event.
    assert before <= operator.position(method.servers[0]) <= before + refusals


@pytest.mark.parametrize("method", CHANGES, ids=str)
def test_a_request_id_makes_a_call_repeatable(house, operator, method):
    first, other, server = sample(method, house), sample(method, house), method.servers[0]
    if method.access.kind == ACCESS_KIND_CALLER or "OwnInvitation" in method.name:
        # Who has a token is the account that it was made for, and each account has request ids of its own.
        other.CopyFrom(first)
        if "password" in other.DESCRIPTOR.fields_by_name:
            other.password += "x"
        else:
            other.etag = "x"
    first.request_id = other.request_id = unique("request")
    answer, again = ask(method, first, house), ask(method, first, house)
    fields = answer.DESCRIPTOR.fields
    if any(is_secret(field) for field in fields):
        # It is not kept, so a new one is made, of the same thing.
        fields = [field for field in fields if field.message_type and "id" in field.message_type.fields_by_name]
        assert fields and again != answer
        assert [getattr(again, field.name).id for field in fields] == [getattr(answer, field.name).id for field in fields]
    else:
        # What goes on behind a change has moved the position that its token names.
        fields = [field for field in fields if method.name not in GOES_ON or field.name != "consistency_token"]
        if method.name in USES:
            # Decided anew, behind the position of its own event.
            again.decision.revision = answer.decision.revision
        assert [getattr(again, field.name) for field in fields] == [getattr(answer, field.name) for field in fields]
    before = operator.position(server)
    with refused("ALREADY_EXISTS", "REQUEST_ID_REUSED"):
        ask(method, other, house)
    assert method.name in GOES_ON or operator.position(server) == before


def test_an_invitation_sent_again_voids_the_token_before(house):
    request = account_pb2.InviteAccountRequest(account=house.account("new"), request_id=unique("request"))
    first, again = house.ask(request), house.ask(request)
    with refused("FAILED_PRECONDITION", "INVITATION_INVALID"):
        house.accept(first.invitation_token)
    assert house.accept(again.invitation_token).id == first.account.id


def test_a_request_id_is_its_callers_own(house):
    """Another caller's id of the same text is another id."""
    request_id, admin = unique("request"), house.administrator("rol_full_admin")
    made = [
        house.ask(account_pb2.CreateFunctionalAccountRequest(account=house.account("new"), request_id=request_id), by=caller)
        for caller in (house.owner, admin)
    ]
    assert made[0].account.id != made[1].account.id


# Page tokens.


@pytest.fixture(scope="module")
def full(operator):
    """An organization with more than two of everything that is listed, and what a list there is asked with."""
    house = Organization(operator)
    people, group, office = [house.person() for _ in range(3)], house.group(), house.functional()
    for person in people:
        house.add(group, person)
        house.grant(office, person, RIGHT_OPEN)
        house.grant(person, people[0] if person is not people[0] else people[1], RIGHT_OPEN)
    for mailbox in people:
        house.sign(people[0], mailbox, "Yours")
    for role in ("rol_support", "rol_auditor", "rol_policy_admin"):
        house.assign(people[0], role)
    house.group(), house.group()
    for person in people:
        house.unit()
        house.claim(publish=False)
        house.alias(people[0])
        house.tenant()
        house.hold(person, SYSTEM_OPERATION_SHARED_ACCOUNT_SETUP)
        house.register(person)
        house.license(person, house.subscription())
    house.ids = {"account_id": people[0].id, "group_id": group.id, "mailbox_id": mailbox_of(office), "organization_id": house.id}
    return house


def listed(method, house, **fields):
    names = set(method.Request.DESCRIPTOR.fields_by_name)
    if method.name in ("ListLicences", "ListInvitations"):
        names.remove("account_id")  # An account has one at most, or one that it came by.
    return method.Request(**{name: id for name, id in house.ids.items() if name in names}, **fields)


def rows(answer):
    """The one list of an answer."""
    return next(getattr(answer, field.name) for field in answer.DESCRIPTOR.fields if field.label == field.LABEL_REPEATED)


@pytest.mark.parametrize("method", LISTS, ids=str)
def test_a_page_token_belongs_to_its_query(full, method):
    token = ask(method, listed(method, full, page_size=1), full).next_page_token
    assert token
    assert len(rows(ask(method, listed(method, full, page_size=1, page_token=token), full))) == 1
    # Another page size goes on where the token says.
    assert len(rows(ask(method, listed(method, full, page_size=2, page_token=token), full))) >= 1
    for other in other_queries(method, full):
        other.page_token = token
        with refused("INVALID_ARGUMENT", "STALE_PAGE_TOKEN"):
            ask(method, other, full)


def other_queries(method, house):
    """The same list, asked about something else by one field."""
    for holder, fields in holders(method.Request.DESCRIPTOR):
        for field in fields:
            if field.name in ("organization_id", "page_size", "page_token"):
                continue
            other = listed(method, house, page_size=1)
            asked = getattr(other, holder) if holder else other
            if field.label == field.LABEL_REPEATED:
                singular = {"addresses": "address"}.get(field.name, field.name.removesuffix("s"))
                getattr(asked, field.name).append(VALUES.get(singular, lambda house: "account.created")(house))
            elif field.message_type:
                getattr(asked, field.name).CopyFrom(timestamp(-3600))
            else:
                setattr(asked, field.name, VALUES.get(field.name, lambda house: otherwise(field, house))(house))
            yield other


def holders(request):
    """The fields of the request itself, without those that are messages of ours, and the fields of each of these."""
    ours = [field for field in request.fields if field.message_type and field.message_type.full_name.startswith("mandate.")]
    yield None, [field for field in request.fields if field not in ours]
    for field in ours:
        yield field.name, field.message_type.fields


def otherwise(field, house):
    if field.name.endswith("_id"):
        return house.owner.id
    return {field.CPPTYPE_BOOL: True, field.CPPTYPE_ENUM: 1, field.CPPTYPE_STRING: "account."}[field.cpp_type]


@pytest.mark.parametrize("method", LISTS, ids=str)
@pytest.mark.parametrize("token", ["x", "!!!!", "AAAA", "A" * 40, "ü", "Z" * 500], ids=lambda token: f"{token[:4]}{len(token)}")
def test_a_page_token_that_is_none_is_refused(full, method, token):
    with refused("INVALID_ARGUMENT", "STALE_PAGE_TOKEN"):
        ask(method, listed(method, full, page_token=token), full)


@pytest.mark.parametrize("method", LISTS, ids=str)
@pytest.mark.parametrize("size", [-1, -(2**31)])
def test_a_page_has_no_negative_size(full, method, size):
    with refused("INVALID_ARGUMENT", "INVALID_FIELD", field="page_size"):
        ask(method, listed(method, full, page_size=size), full)


@pytest.mark.parametrize("method", LISTS, ids=str)
@pytest.mark.parametrize("size", [1001, 2**31 - 1])
def test_a_page_size_over_the_most_is_the_most(full, method, size):
    assert len(rows(ask(method, listed(method, full, page_size=size), full))) > 1
