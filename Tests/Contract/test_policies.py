"""What an organization decides: its policies, where each comes from, and that what nothing enforces cannot be chosen (A7)."""

import json

import pytest
from google.protobuf.duration_pb2 import Duration
from mandate.identity.v1 import organization_pb2
from mandate.identity.v1.policies_pb2 import (
    ADMINISTRATORS_BY_FULL_ADMINS, ADMINISTRATORS_BY_OWNER, DEFAULT_SENDER_NONE, DEFAULT_SENDER_SHOW_DELEGATE, NOTIFY_POLICY_ALL, NOTIFY_POLICY_NONE, POLICY_SOURCE_ORGANIZATION,
    POLICY_SOURCE_PRESET, POLICY_SWITCH_OFF, POLICY_SWITCH_ON, OrganizationPolicies, UpdatePoliciesRequest,
)
from mandate.mailbox.v1 import access_pb2
from mandate.mailbox.v1.access_pb2 import RIGHT_OPEN

from registry import is_answer
from scene import Organization, mailbox_of, refused
from test_mandatectl import ctl

DAY = 86_400
NAMES = [field.name for field in OrganizationPolicies.DESCRIPTOR.fields
         if not is_answer(field) and field.name != "organization_id"]


@pytest.fixture
def house(operator):
    return Organization(operator)


def test_a7_every_policy_has_a_value_and_a_source(house):
    shown = house.policies()
    assert [entry.policy for entry in shown.entries] == NAMES
    for entry in shown.entries:
        assert entry.source == POLICY_SOURCE_PRESET and entry.value == entry.preset_value, entry.policy
        assert entry.effect and entry.supported, entry.policy
        # Nothing is shown as if it held that does not.
        assert entry.planned_value != entry.value, entry.policy
    assert {name for name in NAMES if getattr(shown.effective, name)} >= {"guard_administrators", "administrators_by"}
    assert shown.policies == OrganizationPolicies(
        organization_id=house.id, preset=organization_pb2.ORGANIZATION_PRESET_FUNCTIONAL_ACCOUNTS, revision=1,
        etag=shown.policies.etag)


def test_a7_what_the_organization_decides_holds_until_it_goes_back(house):
    fresh = house.policies()
    changed = house.decide(invitation_lifetime=Duration(seconds=3 * DAY), guard_administrators=POLICY_SWITCH_OFF)
    assert changed.event_id and not changed.unchanged and changed.policies.revision == 2
    own = [entry for entry in house.policies().entries if entry.source == POLICY_SOURCE_ORGANIZATION]
    assert [(entry.policy, entry.value, entry.preset_value) for entry in own] == [
        ("guard_administrators", "off", "on"), ("invitation_lifetime", "3d", "7d"),
    ]
    assert house.decide(guard_administrators=POLICY_SWITCH_OFF).unchanged
    with refused("ABORTED", "ETAG_MISMATCH"):
        house.decide(etag=fresh.policies.etag, guard_administrators=None)
    house.decide(etag=changed.policies.etag, invitation_lifetime=None, guard_administrators=None)
    assert list(house.policies().entries) == list(fresh.entries)


def test_a7_what_nothing_enforces_is_refused_by_name(house):
    with refused("INVALID_ARGUMENT", "UNSUPPORTED", field="policies.notify", value="all", supported="none"):
        house.decide(notify=NOTIFY_POLICY_ALL)
    with refused("INVALID_ARGUMENT", "UNSUPPORTED", field="policies.break_glass", value="on", supported="off"):
        house.decide(break_glass=POLICY_SWITCH_ON, invitation_lifetime=Duration(seconds=DAY))
    with refused("FAILED_PRECONDITION", "POLICIES_CONTRADICT", policies="break_glass,notify"):
        house.decide(break_glass=POLICY_SWITCH_ON, notify=NOTIFY_POLICY_NONE)
    with refused("INVALID_ARGUMENT", "INVALID_FIELD", field="policies.invitation_lifetime"):
        house.decide(invitation_lifetime=Duration(seconds=60))
    assert house.policies().policies.revision == 1


@pytest.mark.parametrize("path", ["preset", "*", "", "revision", "guard_administrators.x", "policies.notify", "é" * 200])
def test_a_mask_names_policies_and_nothing_else(house, path):
    request = UpdatePoliciesRequest(policies=OrganizationPolicies(organization_id=house.id))
    request.update_mask.paths.append(path)
    with refused("INVALID_ARGUMENT", "INVALID_FIELD", field="update_mask"):
        house.ask(request)


@pytest.mark.parametrize("preset", ("FUNCTIONAL_ACCOUNTS", "SHARED_MAILBOXES", "PERSONAL_SHARING"))
def test_a7_an_organization_begins_with_a_preset_and_each_policy_can_be_changed(operator, preset):
    house = Organization(operator, preset=organization_pb2.OrganizationPreset.Value(f"ORGANIZATION_PRESET_{preset}"))
    assert house.created.organization.roles_enabled == (preset == "FUNCTIONAL_ACCOUNTS")
    held = house.policies().effective
    on = {entry.policy for entry in house.policies().entries if entry.value == "on"} - {"guard_administrators", "sharing_default"}
    assert on == {
        "FUNCTIONAL_ACCOUNTS": set(), "SHARED_MAILBOXES": {"setup_needs_operations"},
        "PERSONAL_SHARING": {"owner_grants", "all_or_nothing", "common_group", "no_displayed_sender"},
    }[preset]
    assert list(held.owner_plans.names) == (["pro", "ultra"] if preset == "PERSONAL_SHARING" else [])
    assert held.displayed_sender == (DEFAULT_SENDER_NONE if preset == "PERSONAL_SHARING" else DEFAULT_SENDER_SHOW_DELEGATE)
    for name in (
        "owner_grants", "all_or_nothing", "setup_needs_operations", "common_group", "sharing_default", "no_displayed_sender",
    ):
        other = POLICY_SWITCH_OFF if getattr(held, name) == POLICY_SWITCH_ON else POLICY_SWITCH_ON
        assert getattr(house.decide(**{name: other}).effective, name) == other, name
        house.decide(**{name: None})
    assert house.policies().effective.owner_plans == held.owner_plans
    # What it began with stays: what is asked for with it is each policy by itself.
    with refused("INVALID_ARGUMENT", "INVALID_FIELD", field="update_mask"):
        request = organization_pb2.UpdateOrganizationRequest(organization=house.created.organization)
        request.update_mask.paths.append("preset")
        house.ask(request)


def test_a7_d3_d4_d14_what_cannot_both_hold_is_refused_with_both_names(operator, house):
    with refused("FAILED_PRECONDITION", "POLICIES_CONTRADICT", policies="all_or_nothing,set_up_manages_access"):
        house.decide(all_or_nothing=POLICY_SWITCH_ON, set_up_manages_access=POLICY_SWITCH_ON)
    house.decide(no_displayed_sender=POLICY_SWITCH_ON)
    with refused("FAILED_PRECONDITION", "POLICIES_CONTRADICT", policies="no_displayed_sender,displayed_sender"):
        house.decide(displayed_sender=DEFAULT_SENDER_SHOW_DELEGATE)
    assert house.policies().policies.revision == 2


def test_c5_c15_each_policy_by_its_own_demand(house):
    policy, support = house.administrator("rol_policy_admin", "policy"), house.administrator("rol_support", "support")
    assert house.decide(by=policy, break_glass=POLICY_SWITCH_OFF).policies.break_glass == POLICY_SWITCH_OFF
    for name in ("administrators_by", "guard_administrators", "transfer_needs_acceptance"):
        with refused("PERMISSION_DENIED", "ROLE_LACKS_SCOPE", scope="administrator_role", needed="edit", held="view"):
            house.decide(by=policy, **{name: None})
    with refused("PERMISSION_DENIED", "ROLE_LACKS_SCOPE", scope="delegations,administrator_role", held="view,view"):
        house.decide(by=support, break_glass=None, owner_grants=None, guard_administrators=None, invitation_lifetime=None)
    assert len(house.policies(by=support).entries) == len(NAMES)


def test_a2_a5_while_the_owner_adds_administrators_nobody_else_says_otherwise(house):
    full, person = house.administrator("rol_full_admin", "full"), house.person()
    house.assign(person, "rol_support", by=full)
    house.decide(by=full, administrators_by=ADMINISTRATORS_BY_OWNER)
    for value in (ADMINISTRATORS_BY_FULL_ADMINS, None):
        with refused("PERMISSION_DENIED", "OWNER_ONLY"):
            house.decide(by=full, administrators_by=value)
    with refused("PERMISSION_DENIED", "OWNER_ONLY"):
        house.unassign(person, "rol_support", by=full)
    house.decide(administrators_by=None)
    house.unassign(person, "rol_support", by=full)


def test_c6_d17_the_guard_over_administrators_holds_everywhere_once_it_was_answered(operator, house):
    support, auditor = house.administrator("rol_support", "support"), house.administrator("rol_auditor", "auditor")
    policy, member = house.administrator("rol_policy_admin", "policy"), house.person()
    group = house.group(member)
    check = access_pb2.CheckRequest(account_id=member.id, mailbox_id=mailbox_of(auditor), right=RIGHT_OPEN)
    for turn in range(3):
        house.decide(guard_administrators=POLICY_SWITCH_OFF)
        house.grant(auditor, group, RIGHT_OPEN, by=policy)
        assert operator.ask(check).allowed
        house.suspend(auditor, by=support)
        house.reactivate(auditor, by=support)
        house.decide(guard_administrators=POLICY_SWITCH_ON)
        answer = operator.ask(check)
        assert not answer.allowed and answer.reason == access_pb2.DECISION_REASON_ADMINISTRATOR_GUARDED, turn
        with refused("PERMISSION_DENIED", "FULL_ADMIN_ONLY"):
            house.suspend(auditor, by=support)
        with refused("PERMISSION_DENIED", "FULL_ADMIN_ONLY"):
            house.grant(auditor, member, RIGHT_OPEN, by=policy)


def test_policies_at_the_shell(installation, house):
    def run(*arguments):
        return ctl(installation, "policy", *arguments, f"--as={house.owner.id}")

    shown = run("show", house.id)
    assert shown.returncode == 0, shown.stderr
    header, *rows = shown.stdout.splitlines()
    assert header.split()[:3] == ["POLICY", "VALUE", "SOURCE"] and len(rows) == len(NAMES)
    assert rows[NAMES.index("notify")].split()[:3] == ["notify", "none", "preset"]
    assert "delegates once something enforces it" in rows[NAMES.index("notify")]
    done = run("set", house.id, "invitation_lifetime=3d", "guard-administrators=off", "--justification=trial")
    assert done.returncode == 0, done.stderr
    assert [row.split()[:3] for row in done.stdout.splitlines()[1:]] == [
        ["guard_administrators", "off", "organization"], ["invitation_lifetime", "3d", "organization"],
    ]
    values = json.loads(run("show", house.id, "--output=json").stdout)
    assert "259200s" in values["effective"].values() and len(values["entries"]) == len(NAMES)
    tried = run("set", "guard_administrators=", "--validate-only")
    assert tried.returncode == 0 and "can be done" in tried.stdout
    # Without an organization it is that of who acts.
    again = run("set", "guard_administrators=preset", "invitation_lifetime=")
    assert again.returncode == 0 and all(entry.source == POLICY_SOURCE_PRESET for entry in house.policies().entries)


@pytest.mark.parametrize(
    "assignment,says",
    [
        ("notify=all", "it can be none"), ("guard=on", "guard_administrators"), ("guard_administrators=maybe", "on, off"),
        ("invitation_lifetime=1m", "1h to 90d"), ("invitation_lifetime=week", "as in 7d"), ("request_lifetime=never", "or 30s"), ("notify", "notify=VALUE"),
    ],
)
def test_at_the_shell_a_value_that_cannot_be_says_which_can(installation, house, assignment, says):
    done = ctl(installation, "policy", "set", house.id, assignment, f"--as={house.owner.id}")
    assert done.returncode == 2 and says in done.stderr, done.stderr
    assert house.policies().policies.revision == 1
