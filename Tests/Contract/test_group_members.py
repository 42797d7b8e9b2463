"""Groups of many: atomic changes, complete lists, memberships that end, deletion (rule B10), and what mailbox makes of them."""

import pytest
from google.protobuf import field_mask_pb2
from mandate.identity.v1 import group_members_pb2, group_pb2
from mandate.mailbox.v1.access_pb2 import RIGHT_OPEN

from client import CallError
from scene import Organization, eventually, pages, refused, timestamp, unique
from test_races import at_once


def members(organization, group):
    return [one.member_id for one in pages(
        organization.ask, group_pb2.ListGroupMembersRequest(group_id=group.id), "members", 1000)]


def change(organization, group, by=None, **fields):
    """`add`, `take` or `set`: ids of members."""
    for name, kind in (("add", group_members_pb2.AddGroupMembersRequest), ("take", group_members_pb2.RemoveGroupMembersRequest),
                       ("set", group_members_pb2.SetGroupMembersRequest)):
        if name in fields:
            ids = [one.id for one in fields.pop(name)]
            return organization.ask(kind(group_id=group.id, member_ids=ids, **fields), by)


def delete(organization, group, by=None, **fields):
    return organization.ask(group_pb2.DeleteGroupRequest(group_id=group.id, **fields), by)


def test_b10_d17_a_deleted_group_gives_nothing_when_its_deletion_is_answered(organization):
    office, people = organization.functional(), [organization.person() for _ in range(3)]
    inner = organization.group(*people[:2])
    group = organization.group(inner, people[2])
    outer = organization.group(group)
    organization.grant(office, outer, RIGHT_OPEN)
    assert {organization.decision(one, office) for one in people} == {"ALLOWED_GROUP_GRANT"}
    answer = delete(organization, group, justification="merged")
    assert {organization.decision(one, office) for one in people} == {"NO_GRANT"}
    assert answer.group.state == group_pb2.GROUP_STATE_DELETED and answer.event_id.startswith("evt_")
    assert members(organization, group) == members(organization, outer) == []
    assert organization.ask(group_pb2.GetGroupRequest(group_id=group.id)).group == answer.group
    assert delete(organization, group).unchanged
    with refused("FAILED_PRECONDITION", "WRONG_STATE", state="deleted"):
        organization.add(outer, group)
    # The rows follow, each with its event.
    removed = eventually(lambda: len(found := organization.events(action="group.member_removed")) >= 3 and found)
    assert {one.event.target.subject_id for one in removed} == {inner.id, people[2].id, group.id}
    # Its names are free.
    again = group_pb2.CreateGroupRequest(group=group_pb2.Group(organization_id=organization.id, display_name=group.display_name))
    assert organization.ask(again).group.id != group.id


def test_b10_a_group_gets_another_name(organization):
    group, other = organization.group(), organization.group()
    update = lambda name, **fields: organization.ask(group_pb2.UpdateGroupRequest(
        group=group_pb2.Group(id=group.id, display_name=name, **fields),
        update_mask=field_mask_pb2.FieldMask(paths=["display_name"])))
    name = unique("renamed")
    answer = update(name)
    assert (answer.group.display_name, answer.group.revision) == (name, group.revision + 1)
    assert update(name).unchanged
    with refused("ALREADY_EXISTS", "ALREADY_EXISTS", field="group.display_name"):
        update(other.display_name)
    with refused("ABORTED", "ETAG_MISMATCH", etag=answer.group.etag):
        update("else", etag=group.etag)
    with refused("INVALID_ARGUMENT", "SELECTORS_DISAGREE", field="group.organization_id"):
        update("else", organization_id="org_" + "0" * 26)


def test_b10_many_are_added_and_removed_at_once_or_not_at_all(organization, operator):
    elsewhere = Organization(operator)
    office, people = organization.functional(), [organization.person() for _ in range(4)]
    group = organization.group(people[0])
    organization.grant(office, group, RIGHT_OPEN)
    answer = change(organization, group, add=[*people[:3], people[1]])
    assert (answer.added_count, answer.unchanged_count, answer.unchanged) == (2, 1, False)
    assert {organization.decision(one, office) for one in people[:3]} == {"ALLOWED_GROUP_GRANT"}
    organization.suspend(people[3])
    ids = [people[0], people[3], elsewhere.owner, type(group)(id="grp_" + "0" * 26)]
    with pytest.raises(CallError) as error:
        change(organization, group, add=ids)
    assert (error.value.code, error.value.reason) == ("FAILED_PRECONDITION", "WRONG_STATE")
    assert error.value.metadata["field"] == "member_ids[1]"
    assert members(organization, group) == sorted(one.id for one in people[:3])
    taken = change(organization, group, take=[people[0], people[2], people[3]])
    assert (taken.removed_count, taken.unchanged_count) == (2, 1)
    assert [organization.decision(one, office) for one in people[:3]] == ["NO_GRANT", "ALLOWED_GROUP_GRANT", "NO_GRANT"]
    assert change(organization, group, take=[people[0]]).unchanged
    # Who looks somebody up finds each of them.
    found = eventually(lambda: organization.events(action="group.member_added", subject_id=people[2].id))
    assert found[0].event.target.id == group.id


def test_c9_adding_many_and_setting_the_list_need_delegations_edit(organization):
    support, person = organization.administrator("rol_support"), organization.person()
    group = organization.group()
    for how in ("add", "set"):
        with refused("PERMISSION_DENIED", "ROLE_LACKS_SCOPE", scope="delegations", needed="edit", held="view"):
            change(organization, group, by=support, **{how: [person]})
    change(organization, group, add=[person])
    assert change(organization, group, by=support, take=[person]).removed_count == 1


def test_c6_c9_who_adds_many_to_a_group_does_not_get_into_an_administrators_mailbox(organization):
    chief = organization.person()
    person = organization.person()
    group = organization.group(person)
    organization.grant(chief, group, RIGHT_OPEN)
    organization.assign(chief, "rol_full_admin")
    assert organization.decision(person, chief) == "ADMINISTRATOR_GUARDED"
    late = organization.person()
    for how in ("add", "set"):
        change(organization, group, **{how: [late]})
        assert organization.decision(late, chief) == "ADMINISTRATOR_GUARDED"


def test_b10_d17_a_complete_list_is_carried_out_by_its_difference(organization):
    office, people = organization.functional(), [organization.person() for _ in range(4)]
    group = organization.group(*people[:2])
    organization.grant(office, group, RIGHT_OPEN)
    wanted = dict(set=people[1:], request_id=unique("sync"))
    tried = change(organization, group, **{**wanted, "request_id": "", "validate_only": True})
    assert (tried.added_count, tried.removed_count, tried.unchanged_count) == (2, 1, 1)
    assert len(members(organization, group)) == 2
    answer = change(organization, group, **wanted)
    assert (answer.added_count, answer.removed_count, answer.unchanged_count) == (2, 1, 1)
    assert [organization.decision(one, office) for one in people] == ["NO_GRANT"] + ["ALLOWED_GROUP_GRANT"] * 3
    organization.add(group, people[0])
    repeated = change(organization, group, **wanted)
    assert (repeated.event_id, repeated.removed_count) == (answer.event_id, 1) and len(members(organization, group)) == 4
    with refused("INVALID_ARGUMENT", "MISSING_FIELD", field="member_ids"):
        change(organization, group, set=[])
    assert change(organization, group, set=[], remove_all=True).removed_count == 4
    assert {organization.decision(one, office) for one in people} == {"NO_GRANT"}


def test_b10_a_membership_that_ends_gives_nothing_from_then_on(organization):
    office, person = organization.functional(), organization.person()
    group = organization.group()
    organization.grant(office, group, RIGHT_OPEN)
    ends = lambda seconds: organization.ask(group_pb2.AddGroupMemberRequest(
        group_id=group.id, member_id=person.id, expire_time=timestamp(seconds)))
    with refused("INVALID_ARGUMENT", "INVALID_FIELD", field="expire_time"):
        ends(-1)
    first = ends(3600)
    assert first.member.HasField("expire_time")
    answer = organization.check(person, office)
    assert answer.allowed and answer.HasField("expire_time")
    soon = ends(2)
    assert not soon.unchanged and soon.member.create_time == first.member.create_time
    eventually(lambda: organization.decision(person, office) == "NO_GRANT")
    event = eventually(lambda: organization.events(action="group.member_expired"))[0].event
    assert (event.target.id, event.target.subject_id) == (group.id, person.id)
    assert members(organization, group) == []


def test_b10_two_groups_are_put_into_each_other_at_once(installation, organization):
    for _ in range(5):
        one, other = organization.group(), organization.group()
        put = lambda group, member: (
            group_members_pb2.AddGroupMembersRequest(group_id=group.id, member_ids=[member.id]), organization.owner)
        answers = at_once(installation, [put(one, other), put(other, one)])
        assert [answer.reason for answer in answers if isinstance(answer, CallError)] == ["GROUP_CYCLE"]


def test_hostile_lists_of_members_are_refused_and_change_nothing(organization, operator):
    group, person = organization.group(), organization.person()
    elsewhere = Organization(operator)
    nobody = type(group)(id="acc_" + "0" * 26)
    for ids, reason in (
        ([], None), ([nobody] * 1001, None), ([elsewhere], None), ([type(group)(id="acc_\0")], None), ([type(group)(id="")], None),
        ([nobody] * 1000, "NOT_FOUND"), ([elsewhere.group(), elsewhere.person()], "NOT_FOUND"),
    ):
        for how in ("add", "take"):
            with pytest.raises(CallError) as error:
                change(organization, group, **{how: ids})
            assert error.value.reason == reason or reason is None and error.value.code == "INVALID_ARGUMENT"
    with pytest.raises(CallError) as error:
        change(organization, group, set=[nobody] * 50_001)
    assert error.value.code == "INVALID_ARGUMENT"
    assert change(organization, group, add=[person] * 1000).added_count == 1
    with refused("NOT_FOUND", "NOT_FOUND"):
        change(elsewhere, group, set=[elsewhere.person()])
    assert members(organization, group) == [person.id]
