"""Who changes a mailbox's list of delegates, what a grant says, and how one is changed, frozen and let count again (rules C6, D1
to D6, D11, D12, D14, D17, D20, D27, D28)."""

import pytest
from google.protobuf import field_mask_pb2
from mandate.audit.v1 import event_pb2
from mandate.identity.v1.policies_pb2 import POLICY_SWITCH_OFF as OFF, POLICY_SWITCH_ON as ON, PolicyNames
from mandate.identity.v1.system_operation_pb2 import (
    SYSTEM_OPERATION_SHARED_ACCOUNT_SETUP as SETUP, SYSTEM_OPERATION_SHARED_MAILBOX_SYNCHRONIZATION as SYNCHRONIZATION,
    RevokeSystemOperationRequest,
)
from mandate.mailbox.v1 import delegation_pb2, delegation_resource_pb2, delegation_stops_pb2
from mandate.mailbox.v1.access_pb2 import (
    RIGHT_OPEN, RIGHT_SEND, RIGHT_SET_UP, SENDER_DISPLAY_HIDE_DELEGATE, SENDER_DISPLAY_SHOW_DELEGATE,
)

from client import CallError
from scene import Organization, eventually, mailbox_of, refused, timestamp, unique
from test_mandatectl import ctl
from test_races import at_once

RIGHTS = (RIGHT_OPEN, RIGHT_SEND, RIGHT_SET_UP)


@pytest.fixture
def house(operator):
    return Organization(operator)


def named(mailbox, grantee, kind, **fields):
    return kind(mailbox_id=mailbox_of(mailbox), grantee_id=grantee.id, **fields)


def freeze(house, mailbox, grantee, by=None, **fields):
    return house.ask(named(mailbox, grantee, delegation_stops_pb2.FreezeDelegationRequest, **fields), by)


def unfreeze(house, mailbox, grantee, by=None, **fields):
    return house.ask(named(mailbox, grantee, delegation_stops_pb2.UnfreezeDelegationRequest, **fields), by)


def update(house, delegation, *paths, by=None, options=None, **fields):
    return house.ask(delegation_pb2.UpdateDelegationRequest(
        delegation=delegation_resource_pb2.Delegation(id=delegation.id, **fields),
        update_mask=field_mask_pb2.FieldMask(paths=paths), **(options or {})), by)


def delegates(house, mailbox, by=None, flatten=False):
    return house.ask(delegation_pb2.ListDelegatesRequest(mailbox_id=mailbox_of(mailbox), flatten=flatten), by).delegates


# A grant's terms.


def test_d3_d14_d27_a_grant_has_rights_a_sender_and_folders_and_the_same_again_changes_nothing(house):
    office, person = house.functional(), house.person()
    first = house.grant(
        office, person, RIGHT_OPEN, RIGHT_SEND, displayed_sender=SENDER_DISPLAY_HIDE_DELEGATE,
        read_folders=["/b", "/a/*", "/e\u0301"], write_folders=["/*"])
    stored = first.delegation
    assert list(stored.read_folders) == ["/a/*", "/b", "/\u00e9"] and list(stored.write_folders) == ["/*"]
    assert stored.displayed_sender == SENDER_DISPLAY_HIDE_DELEGATE and not stored.frozen and not stored.self_grant
    again = house.grant(
        office, person, RIGHT_SEND, RIGHT_OPEN, displayed_sender=SENDER_DISPLAY_HIDE_DELEGATE,
        read_folders=["/\u00e9", "/b", "/b", "/a/*"], write_folders=["/*"])
    assert again.unchanged and again.delegation == stored
    assert [one.delegation for one in delegates(house, office)] == [stored]
    for number in range(8):
        rights = [right for place, right in enumerate(RIGHTS) if number >> place & 1]
        assert list(house.grant(office, person, *rights).delegation.rights) == rights


@pytest.mark.parametrize("fields, field, why", [
    ({"read_folders": ["Inbox"]}, "read_folders[0]", "begins with /"),
    ({"read_folders": ["/a", "/b//c"]}, "read_folders[1]", "a name"),
    ({"write_folders": ["/a/../b"]}, "write_folders[0]", ".."),
    ({"write_folders": ["/"]}, "write_folders[0]", "a name"),
    ({"delete_folders": ["/a", "/b", "/c\x01"]}, "delete_folders[2]", "control"),
    ({"read_folders": ["/a/*/b"]}, "read_folders[0]", "*"),
    ({"read_folders": ["/" + "x" * 512]}, "read_folders[0]", "512"),
])
def test_d27_what_is_no_folder_is_refused_with_its_place_and_what_is_wrong(house, fields, field, why):
    office, person = house.functional(), house.person()
    with refused("INVALID_ARGUMENT", "FOLDER_PATH", field=field) as refusal:
        house.grant(office, person, RIGHT_OPEN, **fields)
    assert why in refusal.error.message
    with refused("INVALID_ARGUMENT", "FOLDERS_WITHOUT_OPEN"):
        house.grant(office, person, RIGHT_SEND, read_folders=["/a"])
    assert not delegates(house, office)


def test_d3_d11_d12_d14_what_policies_do_not_let_a_grant_say_is_refused_each_with_its_reason(house):
    owner, person, office = house.person(), house.person(), house.functional()
    house.decide(all_or_nothing=ON)
    for rights in ((), (RIGHT_OPEN,), (RIGHT_SET_UP,), RIGHTS):
        with refused("FAILED_PRECONDITION", "UNSUPPORTED", policy="all_or_nothing"):
            house.grant(office, person, *rights)
    house.grant(office, person, RIGHT_OPEN, RIGHT_SEND)
    house.decide(all_or_nothing=None, no_displayed_sender=ON)
    with refused("FAILED_PRECONDITION", "UNSUPPORTED", policy="no_displayed_sender"):
        house.grant(office, person, RIGHT_SEND, displayed_sender=SENDER_DISPLAY_SHOW_DELEGATE)
    house.decide(no_displayed_sender=None, common_group=ON)
    with refused("FAILED_PRECONDITION", "NO_COMMON_GROUP"):
        house.grant(owner, person, RIGHT_OPEN)
    house.group(owner, person)
    house.grant(owner, person, RIGHT_OPEN)
    house.decide(common_group=None, owner_plans=PolicyNames(names=["pro", "ultra"]))
    with refused("FAILED_PRECONDITION", "OWNER_PLAN", plans="pro ultra"):
        house.grant(owner, person, RIGHT_OPEN, RIGHT_SEND)
    house.license(owner, house.subscription(plan="pro"))
    assert not house.grant(owner, person, RIGHT_OPEN, RIGHT_SEND).unchanged


# Changed, frozen and let count again.


def test_update_changes_what_the_mask_names_and_is_judged_as_a_grant(house):
    office, person = house.functional(), house.person()
    first = house.grant(office, person, RIGHT_OPEN, read_folders=["/a"], expire_time=timestamp(3600)).delegation
    wanted = {"rights": [RIGHT_SEND, RIGHT_OPEN], "read_folders": ["/b"], "displayed_sender": SENDER_DISPLAY_SHOW_DELEGATE}
    only = update(house, first, "rights", **wanted).delegation
    assert list(only.rights) == [RIGHT_OPEN, RIGHT_SEND] and list(only.read_folders) == ["/a"]
    assert only.expire_time == first.expire_time and only.displayed_sender == 0 and only.id == first.id
    every = update(house, first, "rights", "read_folders", "displayed_sender", "expire_time", **wanted)
    assert list(every.delegation.read_folders) == ["/b"] and not every.delegation.HasField("expire_time")
    again = update(house, first, "rights", "read_folders", "displayed_sender", "expire_time", **wanted)
    assert again.unchanged and not again.event_id and again.delegation == every.delegation
    for paths, fields, reason in (
        (("rights",), {"rights": [RIGHT_SEND]}, "FOLDERS_WITHOUT_OPEN"),
        (("expire_time",), {"expire_time": timestamp(-5)}, "INVALID_FIELD"),
        (("write_folders",), {"write_folders": ["x"]}, "FOLDER_PATH"),
        (("rights",), {"mailbox_id": mailbox_of(house.person())}, "SELECTORS_DISAGREE"),
        (("rights",), {"grantee_id": house.person().id}, "SELECTORS_DISAGREE"),
        (("granted_by",), {}, "INVALID_FIELD"), ((), {}, "MISSING_FIELD"),
    ):
        with refused("INVALID_ARGUMENT", reason):
            update(house, first, *paths, **fields)
    house.suspend(person)
    with refused("FAILED_PRECONDITION", "WRONG_STATE"):
        update(house, first, "rights", rights=[RIGHT_OPEN])


def test_d2_d17_what_is_frozen_does_not_count_from_the_answer_on_and_counts_again(house):
    office, person, other = house.functional(), house.person(), house.person()
    group = house.group(other)
    first = house.grant(office, person, RIGHT_OPEN).delegation
    house.grant(office, group, RIGHT_OPEN)
    for _ in range(20):
        assert freeze(house, office, person).delegation.frozen
        assert house.decision(person, office) == "GRANT_FROZEN"
        assert not unfreeze(house, office, person).delegation.frozen
        assert house.decision(person, office) == "ALLOWED_GRANT"
    freeze(house, office, person)
    assert freeze(house, office, person).unchanged and house.decision(other, office) == "ALLOWED_GROUP_GRANT"
    # D1: what is there is there.
    assert house.grant(office, person, RIGHT_OPEN).unchanged
    assert house.grant(office, person, RIGHT_SEND).delegation.frozen
    assert [one.delegation.frozen for one in delegates(house, office)] == [True, False]
    assert [one.account_id for one in delegates(house, office, flatten=True)] == [other.id]
    assert unfreeze(house, office, person).delegation.id == first.id
    assert unfreeze(house, office, person).unchanged
    with refused("NOT_FOUND", "NOT_FOUND"):
        freeze(house, office, house.person())
    with refused("INVALID_ARGUMENT", "SELECTORS_DISAGREE", field="grantee_id", other="delegation_id"):
        freeze(house, office, other, delegation_id=first.id)


def changes(house, delegation, office, person, by=None):
    """Each way to change the list, as a call that takes fields of the request."""
    yield lambda **fields: house.grant(office, person, RIGHT_SEND, by=by, **fields)
    yield lambda **fields: update(house, delegation, "rights", by=by, options=fields, rights=[RIGHT_SET_UP])
    yield lambda **fields: freeze(house, office, person, by=by, **fields)
    yield lambda **fields: unfreeze(house, office, person, by=by, **fields)


def test_d26_only_tried_out_nothing_changes_and_a_request_id_gives_the_answer_again(house):
    office, person = house.functional(), house.person()
    first = house.grant(office, person, RIGHT_OPEN).delegation
    for number, change in enumerate(changes(house, first, office, person)):
        before = [one.delegation for one in delegates(house, office)]
        tried = change(validate_only=True)
        assert not tried.event_id and [one.delegation for one in delegates(house, office)] == before
        if number == 3:
            assert not tried.unchanged, "it is frozen"
        id = unique("request")
        answer = change(request_id=id)
        house.grant(office, person, *RIGHTS)
        again = change(request_id=id)
        assert (again.delegation, again.event_id) == (answer.delegation, answer.event_id)
        assert list(delegates(house, office)[0].delegation.rights) == list(RIGHTS)


def test_an_etag_lets_one_of_two_change_what_both_have_seen(house):
    office, person = house.functional(), house.person()
    seen = house.grant(office, person, RIGHT_OPEN).delegation
    update(house, seen, "rights", rights=[RIGHT_SEND], etag=seen.etag)
    now = delegates(house, office)[0].delegation
    with refused("ABORTED", "ETAG_MISMATCH", etag=now.etag):
        update(house, seen, "rights", rights=[RIGHT_SET_UP], etag=seen.etag)
    for change in (freeze, unfreeze):
        with refused("ABORTED", "ETAG_MISMATCH", etag=now.etag):
            change(house, office, person, etag=seen.etag)
    assert freeze(house, office, person, etag=now.etag).delegation.frozen


def test_two_at_once_leave_one_of_both_states(installation, house):
    office, person = house.functional(), house.person()
    house.grant(office, person, RIGHT_OPEN)
    requests = [
        (named(office, person, kind), house.owner)
        for kind in (delegation_stops_pb2.FreezeDelegationRequest, delegation_stops_pb2.UnfreezeDelegationRequest) * 4
    ]
    answers = at_once(installation, requests)
    assert not [one for one in answers if isinstance(one, CallError)]
    last = max((one.delegation for one in answers), key=lambda one: one.revision)
    stored = delegates(house, office)[0].delegation
    assert stored == last
    assert house.decision(person, office) == ("GRANT_FROZEN" if stored.frozen else "ALLOWED_GRANT")


# Who may.


def everything(house, mailbox, by):
    """All that is done with a list of delegates, by somebody: the reasons of what was refused, None for what was done."""
    person, said = house.person(), []

    def attempt(work):
        try:
            said.append((work(), None)[1])
        except CallError as error:
            said.append(error.reason)

    attempt(lambda: house.grant(mailbox, person, RIGHT_OPEN, by=by))
    found = [one.delegation for one in delegates(house, mailbox) if one.delegation.grantee_id == person.id]
    delegation = found[0] if found else house.grant(mailbox, person, RIGHT_OPEN).delegation
    attempt(lambda: update(house, delegation, "rights", by=by, rights=[RIGHT_SEND]))
    attempt(lambda: freeze(house, mailbox, person, by=by))
    attempt(lambda: unfreeze(house, mailbox, person, by=by))
    attempt(lambda: house.revoke(mailbox, person, by=by))
    return said


def test_d5_an_owner_under_owner_grants_changes_the_list_of_its_own_mailbox(house):
    owner, other = house.person(), house.person()
    assert everything(house, owner, owner) == ["ROLE_LACKS_SCOPE"] * 5
    house.decide(owner_grants=ON)
    assert everything(house, owner, owner) == [None] * 5
    assert everything(house, other, owner) == ["ROLE_LACKS_SCOPE"] * 5
    events = eventually(lambda: [one for one in house.events() if one.event.action == "delegation.unfrozen"])
    assert events[0].event.actor.id == owner.id
    house.decide(owner_grants=OFF)
    assert everything(house, owner, owner) == ["ROLE_LACKS_SCOPE"] * 5


def test_d4_d20_who_sets_up_changes_the_list_under_its_policy_and_with_both_operations(house):
    office, assistant = house.functional(), house.person()
    house.grant(office, assistant, RIGHT_SET_UP)
    house.hold(assistant, SETUP), house.hold(assistant, SYNCHRONIZATION)
    assert everything(house, office, assistant) == ["ROLE_LACKS_SCOPE"] * 5
    house.decide(set_up_manages_access=ON)
    assert everything(house, office, assistant) == [None] * 5
    assert delegates(house, office, by=assistant) == delegates(house, office)
    # It gives what it has not itself, also to itself: flagged and shown.
    own = house.grant(office, assistant, *RIGHTS, by=assistant)
    assert own.delegation.self_grant and own.delegation.granted_by == assistant.id
    event = eventually(lambda: [one.event for one in house.events() if one.event.id == own.event_id])[0]
    assert event_pb2.EVENT_FLAG_SELF_GRANT in event.flags
    house.ask(RevokeSystemOperationRequest(holder_id=assistant.id, operation=SETUP))
    assert everything(house, office, assistant) == ["ROLE_LACKS_SCOPE"] * 5
    house.hold(assistant, SETUP)
    freeze(house, office, assistant)
    assert everything(house, office, assistant) == ["ROLE_LACKS_SCOPE"] * 5


def test_d5_c15_a_plain_delegate_never_does_and_hears_what_its_roles_lack(house):
    owner, delegate = house.person(), house.person()
    house.decide(owner_grants=ON, set_up_manages_access=ON)
    house.grant(owner, delegate, *RIGHTS)
    assert everything(house, owner, delegate) == ["ROLE_LACKS_SCOPE"] * 5
    with refused("PERMISSION_DENIED", "ROLE_LACKS_SCOPE", scope="delegations", needed="edit", held="none"):
        house.revoke(owner, delegate, by=delegate)
    # D28: another mailbox's delegation and none at all.
    other = house.grant(house.functional(), house.person(), RIGHT_OPEN).delegation
    for id in (other.id, "dlg_" + "0" * 26):
        with refused("PERMISSION_DENIED", "ROLE_LACKS_SCOPE", scope="delegations", needed="edit", held="none"):
            house.ask(delegation_pb2.RevokeDelegationRequest(delegation_id=id), by=owner)


def test_c6_on_an_administrators_own_mailbox_only_that_one_and_a_full_admin_do(house):
    support, assistant = house.administrator("rol_support"), house.person()
    house.decide(owner_grants=ON, set_up_manages_access=ON)
    house.grant(support, assistant, RIGHT_SET_UP)
    house.hold(assistant, SETUP), house.hold(assistant, SYNCHRONIZATION)
    assert everything(house, support, assistant) == ["FULL_ADMIN_ONLY"] * 5
    assert everything(house, support, house.administrator("rol_policy_admin")) == ["FULL_ADMIN_ONLY"] * 5
    assert everything(house, support, support) == [None] * 5
    house.decide(guard_administrators=OFF)
    assert everything(house, support, assistant) == [None] * 5


def test_d17_whoever_loses_the_right_changes_nothing_from_the_answer_on(house):
    owner, assistant, office = house.person(), house.person(), house.functional()
    house.decide(owner_grants=ON, set_up_manages_access=ON)
    group = house.group(assistant)
    house.hold(group, SETUP), house.hold(group, SYNCHRONIZATION)
    for _ in range(10):
        house.grant(office, assistant, RIGHT_SET_UP)
        house.grant(office, house.person(), RIGHT_OPEN, by=assistant)
        house.remove(group, assistant)
        with refused("PERMISSION_DENIED", "ROLE_LACKS_SCOPE"):
            house.grant(office, house.person(), RIGHT_OPEN, by=assistant)
        house.add(group, assistant)
        house.revoke(office, assistant)
        with refused("PERMISSION_DENIED", "ROLE_LACKS_SCOPE"):
            house.grant(office, assistant, *RIGHTS, by=assistant)
        house.suspend(owner)
        with refused("PERMISSION_DENIED", "WRONG_STATE"):
            house.grant(owner, assistant, RIGHT_OPEN, by=owner)
        house.reactivate(owner)


# At the shell.


def test_mandatectl_grants_with_folders_and_sender_updates_freezes_and_unfreezes(installation, house):
    office, person = house.functional(), house.person()
    mailbox, grantee = mailbox_of(office), person.id

    def run(*words, status=0):
        done = ctl(installation, *words, "--as", house.owner.id)
        assert done.returncode == status, done.stdout + done.stderr
        return done.stdout + done.stderr

    shown = run(
        "grant", mailbox, grantee, "open", "send", "--read-folder", "/Inbox/*", "--displayed-sender", "hide-delegate")
    assert "/Inbox/*" in shown
    delegation = delegates(house, office)[0].delegation
    assert delegation.displayed_sender == SENDER_DISPLAY_HIDE_DELEGATE
    run("delegation", "freeze", delegation.id)
    assert house.decision(person, office, RIGHT_SEND) == "GRANT_FROZEN"
    assert "it was frozen before" in run("delegation", "freeze", "--mailbox-id", mailbox, "--grantee", grantee)
    run("delegation", "unfreeze", delegation.id)
    run("delegation", "update", delegation.id, "--right", "open", "--read-folder", "")
    assert house.decision(person, office) == "ALLOWED_GRANT"
    for words in (("delegation", "freeze"), ("delegation", "unfreeze", "--mailbox-id", mailbox)):
        assert "Say DELEGATION, or --mailbox-id and --grantee." in run(*words, status=2)
    broken = run("grant", mailbox, grantee, "open", "--read-folder", "Inbox", status=2)
    assert "read_folders[0]" in broken and "/Inbox/*" in broken
