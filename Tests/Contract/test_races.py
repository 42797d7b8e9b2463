"""The same thing asked at the same moment by many: one of them wins, and the rules hold afterwards."""

import threading

import pytest
from google.protobuf import field_mask_pb2
from mandate.identity.v1 import account_pb2, account_resource_pb2, account_states_pb2, group_pb2
from mandate.mailbox.v1.access_pb2 import RIGHT_OPEN, RIGHT_SEND

from client import CallError
from scene import Hands, Organization, address, pages, unique

CALLERS = 8


def at_once(installation, requests):
    """Each request on a connection of its own, all let go together: answers and refusals, in order."""
    results = [None] * len(requests)
    gate = threading.Barrier(len(requests))

    def ask(index, request, account):
        hands = Hands(installation, "operator-admin")
        try:
            hands.at("identity"), hands.at("mailbox")
            gate.wait(10)
            results[index] = hands.ask(request, account=account.id)
        except CallError as error:
            results[index] = error
        finally:
            hands.close()

    threads = [threading.Thread(target=ask, args=(index, *one)) for index, one in enumerate(requests)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert None not in results
    return results


@pytest.mark.parametrize("round", range(5))
def test_one_request_id_is_one_change(installation, organization, round):
    group = group_pb2.Group(organization_id=organization.id, display_name=unique())
    request = group_pb2.CreateGroupRequest(group=group, request_id=unique())
    answers = at_once(installation, [(request, organization.owner)] * CALLERS)
    assert all(answer == answers[0] for answer in answers) and not isinstance(answers[0], CallError)
    request = group_pb2.ListGroupsRequest(organization_id=organization.id)
    assert [one.id for one in pages(organization.ask, request, "groups", 10)] == [answers[0].group.id]


def test_b5_one_address_is_one_account(installation, operator):
    wanted = address("wanted")
    houses = [Organization(operator) for _ in range(4)]
    requests = []
    for house in houses:
        account = house.account("x")
        account.address = wanted
        requests.append((account_pb2.InviteAccountRequest(account=account), house.owner))
        requests.append((account_pb2.CreateFunctionalAccountRequest(account=account), house.owner))
    answers = at_once(installation, requests)
    refusals = [one.reason for one in answers if isinstance(one, CallError)]
    assert refusals == ["ALREADY_EXISTS"] * (len(requests) - 1)


@pytest.mark.parametrize("round", range(5))
def test_b10_no_cycle_comes_of_two_halves(installation, organization, round):
    first, second, third = (organization.group() for _ in range(3))
    ring = [(first, second), (second, third), (third, first)]
    requests = [
        (group_pb2.AddGroupMemberRequest(group_id=outer.id, member_id=inner.id), organization.owner) for outer, inner in ring
    ]
    answers = at_once(installation, requests)
    assert [one.reason for one in answers if isinstance(one, CallError)] == ["GROUP_CYCLE"]


@pytest.mark.parametrize("round", range(5))
def test_c7_of_two_who_suspend_each_other_one_is_left(installation, operator, round):
    """Who acts is judged again in the write: whoever was suspended a moment ago suspends nobody."""
    house = Organization(operator)
    both = [house.administrator("rol_full_admin") for _ in range(2)]
    requests = [(account_states_pb2.SuspendAccountRequest(account_id=other.id), one) for one, other in (both, both[::-1])]
    answers = at_once(installation, requests)
    assert [one.code for one in answers if isinstance(one, CallError)] == ["PERMISSION_DENIED"]
    assert sorted(house.get(one).state for one in both) == [account_resource_pb2.ACCOUNT_STATE_ACTIVE, account_resource_pb2.ACCOUNT_STATE_SUSPENDED]


@pytest.mark.parametrize("round", range(5))
def test_of_many_who_have_seen_the_same_state_one_changes_it(installation, organization, round):
    person = organization.person()
    changes = [
        account_pb2.UpdateAccountRequest(
            account=account_resource_pb2.Account(id=person.id, display_name=f"Number {number}", etag=person.etag),
            update_mask=field_mask_pb2.FieldMask(paths=["display_name"]))
        for number in range(CALLERS)
    ]
    answers = at_once(installation, [(change, organization.owner) for change in changes])
    refusals = [one.reason for one in answers if isinstance(one, CallError)]
    assert refusals == ["ETAG_MISMATCH"] * (CALLERS - 1)
    changed = [one.account for one in answers if not isinstance(one, CallError)]
    assert organization.get(person) == changed[0] and changed[0].etag != person.etag


@pytest.mark.parametrize("round", range(5))
def test_d1_grants_at_once_leave_one_delegation(installation, organization, round):
    from mandate.mailbox.v1.delegation_pb2 import GrantDelegationRequest, ListDelegatesRequest
    from scene import mailbox_of

    office, person = organization.functional(), organization.person()
    grants = [
        GrantDelegationRequest(mailbox_id=mailbox_of(office), grantee_id=person.id, rights=[[RIGHT_OPEN], [RIGHT_SEND]][n % 2])
        for n in range(CALLERS)
    ]
    answers = at_once(installation, [(grant, organization.owner) for grant in grants])
    assert len({answer.delegation.id for answer in answers}) == 1
    listed = organization.ask(ListDelegatesRequest(mailbox_id=mailbox_of(office))).delegates
    assert len(listed) == 1
    # The last revision stands, in the list and in the decisions alike.
    last = max((answer.delegation for answer in answers), key=lambda one: one.revision)
    assert listed[0].delegation == last
    for right in (RIGHT_OPEN, RIGHT_SEND):
        assert organization.check(person, office, right).allowed == (right in last.rights)
