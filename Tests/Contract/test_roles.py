"""What an administrator may do: the matrix, its judge, and who changes roles (rules C)."""

import pytest
from mandate.audit.v1 import event_pb2
from mandate.identity.v1 import account_resource_pb2, authorization_pb2, group_pb2, organization_pb2, policies_pb2, role_pb2
from mandate.identity.v1.administrator_pb2 import AssignRoleRequest, ListRoleAssignmentsRequest, UnassignRoleRequest
from mandate.identity.v1.authorization_pb2 import AuthorizeRequest
from mandate.mailbox.v1.access_pb2 import RIGHT_OPEN
from mandate.rpc.v1.options_pb2 import (
    ACCESS_KIND_ACCOUNT, ACCESS_LEVEL_EDIT, ACCESS_LEVEL_UNSPECIFIED, ACCESS_LEVEL_VIEW, AccessDemand,
)

from registry import METHODS
from sample_requests import ANSWERED, ask, sample
from scene import CONTRACT, Organization, refused

ROLES = ("rol_full_admin", "rol_policy_admin", "rol_support", "rol_auditor")

VIEW_DELEGATIONS = [AccessDemand(scope="delegations", level=ACCESS_LEVEL_VIEW)]


@pytest.fixture(scope="module")
def house(operator):
    return Organization(operator)


@pytest.fixture(scope="module")
def administrators(house):
    return {role.removeprefix("rol_"): house.administrator(role, role.replace("_", "-")) for role in ROLES}


@pytest.fixture(scope="module")
def matrix(operator):
    return operator.ask(role_pb2.GetRoleMatrixRequest()).scopes


def test_c1_the_matrix_has_the_sums_it_ships_with(matrix):
    assert len(matrix) == 45 == len({row.scope for row in matrix})
    levels = (ACCESS_LEVEL_EDIT, ACCESS_LEVEL_VIEW, ACCESS_LEVEL_UNSPECIFIED)
    assert all([level.role_id for level in row.levels] == list(ROLES) for row in matrix)
    sums = [tuple(sum(row.levels[column].level == level for row in matrix) for level in levels) for column in range(4)]
    assert sums == [(37, 8, 0), (25, 20, 0), (7, 11, 27), (0, 41, 4)]


@pytest.mark.parametrize("role", ROLES)
def test_c2_authorize_judges_by_the_matrix(operator, house, administrators, matrix, role):
    account = administrators[role.removeprefix("rol_")]
    for row in matrix:
        held, = [level.level for level in row.levels if level.role_id == role]
        for level in (ACCESS_LEVEL_VIEW, ACCESS_LEVEL_EDIT):
            judged = operator.ask(AuthorizeRequest(account_id=account.id, demands=[AccessDemand(scope=row.scope, level=level)]))
            assert judged.allowed == (held >= level), row.scope
            assert judged.held == [held] and judged.role_ids == [role] and judged.full_admin == (role == ROLES[0])
            assert judged.organization_id == house.id and not judged.owner
            expected = "UNSPECIFIED" if judged.allowed else "ROLE_LACKS_SCOPE"
            assert authorization_pb2.AuthorizeReason.Name(judged.reason) == "AUTHORIZE_REASON_" + expected


def test_c2_what_is_unknown_is_denied(operator, house, administrators):
    account = administrators["full_admin"]
    elsewhere = Organization(operator)
    cases = [
        (AuthorizeRequest(account_id=account.id, demands=[AccessDemand(scope="nothing", level=ACCESS_LEVEL_VIEW)]), "UNKNOWN_SCOPE"),
        (AuthorizeRequest(account_id="acc_" + "0" * 26, demands=VIEW_DELEGATIONS), "NO_SUCH_ACCOUNT"),
        (AuthorizeRequest(session_token="x" * 43, demands=VIEW_DELEGATIONS), "SESSION_INVALID"),
        (AuthorizeRequest(account_id=house.person().id, demands=VIEW_DELEGATIONS), "ROLE_LACKS_SCOPE"),
        (AuthorizeRequest(account_id=house.invite().account.id, demands=VIEW_DELEGATIONS), "ACCOUNT_NOT_ACTIVE"),
        (AuthorizeRequest(account_id=house.functional().id, demands=VIEW_DELEGATIONS), "ACCOUNT_NOT_ACTIVE"),
        (
            AuthorizeRequest(account_id=account.id, organization_id=elsewhere.id, demands=VIEW_DELEGATIONS),
            "OTHER_ORGANIZATION",
        ),
    ]
    for request, reason in cases:
        judged = operator.ask(request)
        assert not judged.allowed
        assert authorization_pb2.AuthorizeReason.Name(judged.reason) == "AUTHORIZE_REASON_" + reason, request


CHANGES = [method for method in METHODS if method.mutates and method.demanding]


@pytest.mark.parametrize("method", CHANGES, ids=str)
def test_c3_an_auditor_changes_nothing(house, administrators, method):
    request = sample(method, house)
    with refused("PERMISSION_DENIED", "ROLE_LACKS_SCOPE", roles="rol_auditor") as refusal:
        ask(method, request, house, by=administrators["auditor"])
    scopes, needed, held = (refusal.error.metadata[key].split(",") for key in ("scope", "needed", "held"))
    assert set(scopes) == {demand.scope for demand in method.demands(request)} and set(needed) == {"edit"}
    assert set(held) <= {"view", "none"} and len(scopes) == len(needed) == len(held)


def test_c3_what_an_account_can_change_demands_edit():
    """Else an auditor could."""
    changes = [method for method in METHODS if method.mutates and method.access.kind == ACCESS_KIND_ACCOUNT]
    # Everybody ends their own session, and answers what was offered to them.
    assert {method.name for method in changes if method not in CHANGES} == {"DeleteSession", *ANSWERED}
    assert all(demand.level == ACCESS_LEVEL_EDIT for method in CHANGES for demand in method.access.demands)
    assert all(demand.level == ACCESS_LEVEL_EDIT for method in CHANGES for _, demand in method.nameable())


def test_c2_every_demand_names_a_row_of_the_matrix(matrix):
    rows = {row.scope for row in matrix}
    for method in METHODS:
        for demand in [*method.access.demands, *(demand for _, demand in method.nameable())]:
            assert demand.scope in rows, method


@pytest.mark.parametrize("method", CHANGES, ids=str)
def test_c15_a_plain_user_is_told_what_was_needed(house, method):
    with refused("PERMISSION_DENIED", "ROLE_LACKS_SCOPE", roles="none") as refusal:
        ask(method, sample(method, house), house, by=house.person())
    assert set(refusal.error.metadata["needed"].split(",")) == {"edit"}
    assert set(refusal.error.metadata["held"].split(",")) == {"none"}


def test_c15_of_several_scopes_only_what_is_lacking_is_named(house, administrators):
    group, person = house.group(), house.person()
    request = group_pb2.AddGroupMemberRequest(group_id=group.id, member_id=person.id)
    both = {"scope": "organizational_units,delegations", "needed": "edit,edit"}
    for column, says in (
        ("support", {"scope": "delegations", "needed": "edit", "held": "view"}),
        ("auditor", {**both, "held": "view,view"}),
    ):
        with refused("PERMISSION_DENIED", "ROLE_LACKS_SCOPE", **says):
            house.ask(request, by=administrators[column])
    with refused("PERMISSION_DENIED", "ROLE_LACKS_SCOPE", **both, held="none,none", roles="none"):
        house.ask(request, by=person)
    house.ask(request, by=administrators["policy_admin"])


def test_c2_authorize_judges_several_scopes_at_once(operator, administrators):
    units = AccessDemand(scope="organizational_units", level=ACCESS_LEVEL_EDIT)
    grants = AccessDemand(scope="delegations", level=ACCESS_LEVEL_EDIT)
    judged = operator.ask(AuthorizeRequest(account_id=administrators["support"].id, demands=[units, grants]))
    assert not judged.allowed and judged.held == [ACCESS_LEVEL_EDIT, ACCESS_LEVEL_VIEW]
    judged = operator.ask(AuthorizeRequest(account_id=administrators["policy_admin"].id, demands=[units, grants]))
    assert judged.allowed and judged.held == [ACCESS_LEVEL_EDIT, ACCESS_LEVEL_EDIT]


@pytest.mark.parametrize(
    "demands,reason,field",
    [
        ([AccessDemand(scope="delegations")], "MISSING_FIELD", "demands[0].level"),
        ([*VIEW_DELEGATIONS, AccessDemand(level=ACCESS_LEVEL_VIEW)], "MISSING_FIELD", "demands[1].scope"),
        ([AccessDemand(scope="delegations", level=99)], "INVALID_FIELD", "demands[0].level"),
        (VIEW_DELEGATIONS * 17, "TOO_LONG", "demands"),
    ],
)
def test_c2_a_demand_of_half_is_no_question(operator, demands, reason, field):
    with refused("INVALID_ARGUMENT", reason, field=field):
        operator.ask(AuthorizeRequest(account_id="acc_" + "0" * 26, demands=demands))


def test_c8_support_edits_states_and_not_delegations(house, administrators):
    support, person, office = administrators["support"], house.person(), house.functional()
    assert house.suspend(person, by=support).account.state == account_resource_pb2.ACCOUNT_STATE_SUSPENDED
    house.reactivate(person, by=support)
    with refused("PERMISSION_DENIED", "ROLE_LACKS_SCOPE", scope="delegations", needed="edit", held="view", roles="rol_support"):
        house.grant(office, person, RIGHT_OPEN, by=support)


def test_c4_nobody_changes_their_own_role(house, administrators):
    for account in (house.owner, administrators["full_admin"]):
        for role in ("rol_full_admin", "rol_support"):
            for Request in (AssignRoleRequest, UnassignRoleRequest):
                with refused("PERMISSION_DENIED", "OWN_ROLE"):
                    house.ask(Request(account_id=account.id, role_id=role), by=account)


def test_a2_where_the_owner_adds_and_removes_administrators_nobody_else_does(operator):
    house = Organization(operator)
    house.decide(administrators_by=policies_pb2.ADMINISTRATORS_BY_OWNER)
    administrators = {column: house.administrator(f"rol_{column}") for column in ("full_admin", "support")}
    full, person = administrators["full_admin"], house.person()
    with refused("PERMISSION_DENIED", "OWNER_ONLY"):
        house.assign(person, "rol_support", by=full)
    with refused("PERMISSION_DENIED", "OWNER_ONLY"):
        house.unassign(administrators["support"], "rol_support", by=full)
    assert house.get(person).account_type == account_resource_pb2.ACCOUNT_TYPE_USER
    assert house.get(house.assign(person, "rol_support").account).account_type == account_resource_pb2.ACCOUNT_TYPE_ADMINISTRATOR
    assert house.unassign(person, "rol_support").account.account_type == account_resource_pb2.ACCOUNT_TYPE_USER
    assert house.unassign(person, "rol_support").unchanged


def test_c5_a_full_admin_changes_roles_among_administrators(house, administrators):
    full, other = administrators["full_admin"], house.administrator("rol_support")
    answer = house.assign(other, "rol_auditor", by=full)
    assert answer.account.role_ids == ["rol_auditor", "rol_support"] and not answer.unchanged
    assert {one.role_id for one in answer.assignments} == {"rol_auditor", "rol_support"}
    assert house.assign(other, "rol_auditor", by=full).unchanged
    assert house.get(other) == answer.account and answer.account.etag != other.etag
    assert house.unassign(other, "rol_support", by=full).account.role_ids == ["rol_auditor"]
    for ask in (house.assign, house.unassign):
        with refused("PERMISSION_DENIED", "ROLE_LACKS_SCOPE", scope="administrator_role"):
            ask(other, "rol_support", by=administrators["policy_admin"])


def test_c2_each_scope_is_held_as_the_best_of_several_roles_holds_it(operator, house):
    both = house.assign(house.administrator("rol_support"), "rol_policy_admin").account
    demands = [AccessDemand(scope=scope, level=ACCESS_LEVEL_EDIT) for scope in ("delegations", "active_sessions", "subscription")]
    judged = operator.ask(AuthorizeRequest(account_id=both.id, demands=demands))
    assert judged.role_ids == ["rol_policy_admin", "rol_support"] and not judged.full_admin
    assert judged.held == [ACCESS_LEVEL_EDIT, ACCESS_LEVEL_EDIT, ACCESS_LEVEL_VIEW] and not judged.allowed
    house.grant(house.functional(), house.person(), RIGHT_OPEN, by=both)


def test_a_role_and_a_unit_that_are_not_there_are_not_found(house, administrators):
    for request in (
        {"role_id": "rol_" + "0" * 26}, {"role_id": "rol_support", "unit_id": "unt_" + "0" * 26},
    ):
        for Request in (AssignRoleRequest, UnassignRoleRequest):
            with refused("NOT_FOUND", "NOT_FOUND"):
                house.ask(Request(account_id=administrators["support"].id, **request))
    for request in ({"role_id": "rol_owner"}, {"role_id": "ROL_SUPPORT"}, {"role_id": "rol_support", "unit_id": "acc_" + "0" * 26}):
        with refused("INVALID_ARGUMENT", "INVALID_FIELD"):
            house.ask(AssignRoleRequest(account_id=administrators["support"].id, **request))


def test_who_holds_what_is_listed(operator):
    house = Organization(operator)
    kim = house.assign(house.administrator("rol_support"), "rol_auditor").account
    def listed(**fields):
        return house.ask(ListRoleAssignmentsRequest(organization_id=house.id, **fields))
    assert {(one.account_id, one.role_id) for one in listed().assignments} == {
        (house.owner.id, "rol_full_admin"), (kim.id, "rol_support"), (kim.id, "rol_auditor")}
    first = listed(account_id=kim.id, page_size=1)
    second = listed(account_id=kim.id, page_size=1, page_token=first.next_page_token)
    assert {one.role_id for page in (first, second) for one in page.assignments} == {"rol_support", "rol_auditor"}
    assert len(first.assignments) == len(second.assignments) == 1 and not second.next_page_token
    with refused("NOT_FOUND", "NOT_FOUND"):
        listed(account_id=Organization(operator).owner.id)
    roles = house.ask(role_pb2.ListRolesRequest(organization_id=house.id)).roles
    assert [role.id for role in roles] == sorted(ROLES) and not any(role.organization_id for role in roles)


def test_a4_the_owner_keeps_full_admin(house, administrators):
    house.assign(house.owner, "rol_auditor", by=administrators["full_admin"])
    with refused("FAILED_PRECONDITION", "IS_OWNER"):
        house.unassign(house.owner, "rol_full_admin", by=administrators["full_admin"])
    house.unassign(house.owner, "rol_auditor", by=administrators["full_admin"])
    assert house.get(house.owner).role_ids == ["rol_full_admin"]


def test_b2_roles_go_to_active_people(house):
    with refused("FAILED_PRECONDITION", "WRONG_STATE"):
        house.assign(house.invite().account, "rol_support")
    with refused("FAILED_PRECONDITION", "WRONG_TYPE"):
        house.assign(house.functional(), "rol_support")


def test_c7_leaving_one_full_admin_warns(operator):
    house = Organization(operator)
    second, third = (house.administrator("rol_full_admin") for _ in range(2))
    assert not house.unassign(third, "rol_full_admin").warnings
    warnings = house.unassign(second, "rol_full_admin").warnings
    assert warnings == [role_pb2.ADMINISTRATOR_WARNING_LAST_FULL_ADMIN]


def test_c9_groups_carry_no_roles():
    """Nothing of the contract can name a group where a role is held: it is an account's, by its id's form."""
    holders = {}
    for message in (message for file in CONTRACT for message in file.DESCRIPTOR.message_types_by_name.values()):
        if {"role_id", "role_ids"} & set(message.fields_by_name):
            holders[message.name] = {name for name in message.fields_by_name if name.endswith("_id")} - {"organization_id"}
    assert holders.pop("RoleLevel") == {"role_id"}
    # Answers about one account or actor; and what invites an account to roles.
    for answer in (
        "Account", "AuthorizeResponse", "EventActor", "AdministratorRoles", "Invitation", "InviteAdministratorRequest",
    ):
        assert not {"group_id", "member_id", "grantee_id"} & holders.pop(answer, set())
    assert set(holders) == {"RoleAssignment", "AssignRoleRequest", "UnassignRoleRequest"}
    assert all({"account_id", "role_id"} <= ids <= {"account_id", "role_id", "unit_id", "request_id", "event_id"} for ids in holders.values())


def test_c9_a_group_is_no_account(house):
    group = house.group()
    with refused("INVALID_ARGUMENT", "INVALID_FIELD", field="account_id"):
        house.ask(AssignRoleRequest(account_id=group.id, role_id="rol_support"))
    with refused("NOT_FOUND", "NOT_FOUND"):
        house.ask(AssignRoleRequest(account_id="acc_" + group.id.removeprefix("grp_"), role_id="rol_support"))


def test_c6_an_administrator_is_suspended_by_a_full_admin_only(house, administrators):
    with refused("PERMISSION_DENIED", "FULL_ADMIN_ONLY"):
        house.suspend(administrators["auditor"], by=administrators["support"])


def test_c3_reading_the_log_needs_its_scope(house, administrators):
    request = event_pb2.ListEventsRequest(organization_id=house.id)
    for column in ("full_admin", "policy_admin"):
        assert house.ask(request, by=administrators[column]).head.organization_id == house.id
    for column in ("support", "auditor"):
        with refused("PERMISSION_DENIED", "ROLE_LACKS_SCOPE", scope="audit_log", needed="view", held="none"):
            house.ask(request, by=administrators[column])


def test_a8_roles_are_on_in_the_preset_of_functional_accounts(house):
    assert house.created.organization.roles_enabled
    assert house.created.organization.preset == organization_pb2.ORGANIZATION_PRESET_FUNCTIONAL_ACCOUNTS
