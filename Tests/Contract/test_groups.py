"""Groups, their members, and groups in groups (rule B10)."""

import pytest
from mandate.identity.v1 import group_pb2

from scene import Organization, pages, refused


def test_a_group_has_members_by_id(organization):
    people = [organization.person() for _ in range(3)]
    inner = organization.group()
    group = organization.group(*people, inner)
    assert organization.ask(group_pb2.GetGroupRequest(group_id=group.id)).group == group
    members = pages(organization.ask, group_pb2.ListGroupMembersRequest(group_id=group.id), "members", 2)
    assert [one.member_id for one in members] == sorted(one.id for one in [*people, inner])
    assert {one.group_id for one in members} == {group.id}
    listed = pages(organization.ask, group_pb2.ListGroupsRequest(organization_id=organization.id), "groups", 1)
    assert [one.id for one in listed] == sorted([group.id, inner.id])


def test_adding_and_removing_twice_changes_nothing(organization):
    person = organization.person()
    group = organization.group()
    first = organization.add(group, person)
    assert not first.unchanged and first.member.member_id == person.id and first.event_id.startswith("evt_")
    again = organization.add(group, person)
    assert again.unchanged and again.member == first.member
    assert not organization.remove(group, person).unchanged
    assert organization.remove(group, person).unchanged


def test_who_is_not_there_is_neither_added_nor_removed(organization, operator):
    group, elsewhere = organization.group(), Organization(operator)
    nobody = type(group)(id="grp_" + "0" * 26)
    for change in (organization.add, organization.remove):
        with refused("NOT_FOUND", "NOT_FOUND"):
            change(group, nobody)
        with refused("NOT_FOUND", "NOT_FOUND"):
            change(group, elsewhere.owner)


def test_b10_a_group_never_contains_itself(organization):
    first, second, third = (organization.group() for _ in range(3))
    organization.add(first, second)
    organization.add(second, third)
    for outer, inner in ((first, first), (second, first), (third, first), (third, second)):
        with refused("FAILED_PRECONDITION", "GROUP_CYCLE"):
            organization.add(outer, inner)
    members = lambda group: [
        one.member_id for one in organization.ask(group_pb2.ListGroupMembersRequest(group_id=group.id)).members]
    assert [members(group) for group in (first, second, third)] == [[second.id], [third.id], []]
    # Once the chain is cut, the other way round is no cycle.
    organization.remove(first, second)
    assert not organization.add(third, first).unchanged


def test_a_group_takes_members_of_its_organization_only(organization, operator):
    elsewhere = Organization(operator)
    group = organization.group()
    for stranger in (elsewhere.person(), elsewhere.group()):
        with pytest.raises(Exception) as error:
            organization.add(group, stranger)
        assert error.value.reason == "NOT_FOUND"
    # Nobody of the other organization sees the group (rule D28).
    with refused("NOT_FOUND", "NOT_FOUND"):
        elsewhere.ask(group_pb2.GetGroupRequest(group_id=group.id))
    with refused("NOT_FOUND", "NOT_FOUND"):
        elsewhere.add(group, elsewhere.owner)


def test_a_groups_name_is_unique_in_its_organization(organization, operator):
    group = organization.group()
    twin = lambda house: group_pb2.CreateGroupRequest(
        group=group_pb2.Group(organization_id=house.id, display_name=group.display_name)
    )
    with refused("ALREADY_EXISTS", "ALREADY_EXISTS"):
        organization.ask(twin(organization))
    elsewhere = Organization(operator)
    assert elsewhere.ask(twin(elsewhere)).group.display_name == group.display_name


def test_c9_adding_to_a_group_needs_delegations_edit(organization):
    from mandate.identity.v1 import account_pb2

    support = organization.administrator("rol_support")
    person = organization.person()
    group = organization.group()
    with refused("PERMISSION_DENIED", "ROLE_LACKS_SCOPE", scope="delegations", needed="edit", held="view"):
        organization.add(group, person, by=support)
    organization.add(group, person)
    # Taking access away needs units only.
    assert not organization.remove(group, person, by=support).unchanged
