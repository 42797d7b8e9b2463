"""Who may do what to whom (rules A4, C4 to C9): every method that touches an account, by every kind of administrator, on every
kind of account and on themselves.

What should come of each is computed here from the rules' own words, and not from the product's. Each call only tries the
change out (validate_only), so that none changes what the next one meets.
"""

import collections
import itertools

import pytest
from mandate.identity.v1 import role_pb2
from mandate.mailbox.v1.access_pb2 import RIGHT_OPEN

from client import CallError
from registry import ACCOUNT, METHODS, OWNER
from sample_requests import ask, sample
from scene import Organization, mailbox_of, unique

# What guards a method, besides the scope that it declares. Whoever adds a method that touches an account says which.
# administrators: C6, on another administrator only a Full admin. full_admin: C5. not_oneself: C4. not_owner: A4.
# owner_alone: A2. unguarded: nothing but its scope, with the reason why that is enough.
GUARDS = {
    "AssignRole": {"full_admin", "not_oneself"},
    "UnassignRole": {"full_admin", "not_oneself"},
    "SuspendAccount": {"administrators", "not_owner"},
    # It suspends first.
    "OffboardAccount": {"administrators", "not_owner"},
    "ReactivateAccount": {"administrators"},
    "SetAccountUnit": {"administrators"},
    "DeleteAccount": {"not_oneself", "administrators", "not_owner"},
    "AddAlias": {"administrators"},
    "RemoveAlias": {"administrators"},
    "MoveAlias": {"administrators"},
    "ChangePrimaryAddress": {"administrators"},
    "ChangeAccountType": {"not_oneself", "administrators", "not_owner"},
    "SetAccountUnit": {"administrators"},
    "InviteAdministrator": {"full_admin", "not_oneself"},
    # Its name opens nothing; a directory's key, by which who acts can be named, does.
    "UpdateAccount": {"administrators"},
    # To whom it goes is A3's, and a reason of form.
    "TransferOwnership": {"owner_alone"},
    "GrantDelegation": {"administrators"},
    "RevokeDelegation": {"administrators"},
    "RevokeMailboxDelegations": {"administrators"},
    # Of whether it is shared; the rest of a mailbox's settings lets nobody in.
    "UpdateMailboxSettings": {"administrators"},
    "FreezeDelegation": {"administrators"},
    "UnfreezeDelegation": {"administrators"},
}
# A name, a licence and the like open nothing (C6 lists what does).
UNGUARDED = {
    "UpdateProfile", "AddGroupMember", "RemoveGroupMember", "AssignLicence", "UnassignLicence",
    # What an account writes under its mail.
    "SetSignature", "DeleteSignature",
    # Of settings, and of no mailbox by itself: whoever may set something up is judged there (D4, D10).
    "GrantSystemOperation", "RevokeSystemOperation",
    # Of registered mailboxes alone, which are nobody's own: C6 is about an administrator's own.
    "TransferMailbox", "UnregisterMailbox",
}

RULES = {
    "administrators": "FULL_ADMIN_ONLY", "full_admin": "FULL_ADMIN_ONLY", "not_oneself": "OWN_ROLE", "not_owner": "IS_OWNER",
    "owner_alone": "OWNER_ONLY",
}
ADMINISTRATORS = ("owner", "full_admin", "policy_admin", "support", "auditor")
ACTORS = (*ADMINISTRATORS, "user")
TARGETS = (*(f"another {kind}" for kind in ACTORS), "functional", "themselves")


# The field by which a method says on whom it works, where its log does not name an account first.
ON_WHOM = {
    "AddGroupMember": "member_id", "RemoveGroupMember": "member_id", "GrantSystemOperation": "holder_id",
    "RevokeSystemOperation": "holder_id", "SetSignature": "account_id", "DeleteSignature": "account_id",
}


def touches_account(method):
    """Its log names an account that something is done to, or the mailbox of one."""
    return bool(on_whom(method))


def on_whom(method):
    """The path of the field that names an account, or a mailbox for its account; None for a method that names neither."""
    paths = (ON_WHOM.get(method.name), method.log.mailbox, method.log.subject, method.log.target)
    return next((path for path in paths if path and path.split(".")[-1] in ("account_id", "member_id", "holder_id", "mailbox_id")
                 or path == "account.id"), None)


TOUCHING = [
    method for method in METHODS
    if method.mutates and method.access.kind in (ACCOUNT, OWNER) and touches_account(method)
    and "validate_only" in method.Request.DESCRIPTOR.fields_by_name
]


def test_every_method_that_touches_an_account_says_what_guards_it():
    names = {method.name for method in TOUCHING}
    assert names == set(GUARDS) | UNGUARDED, "say it in GUARDS or UNGUARDED"
    assert not set(GUARDS) & UNGUARDED


@pytest.fixture(scope="module")
def house(operator):
    return Organization(operator)


@pytest.fixture(scope="module")
def actors(house):
    """One account of each kind. The owner is the house's own."""
    made = {kind: house.administrator(f"rol_{kind}", kind.replace("_", "-")) for kind in ADMINISTRATORS[1:]}
    return {"owner": house.owner, **made, "user": house.person()}


@pytest.fixture(scope="module")
def targets(house, actors):
    """Others of each kind, somebody with access to each one's mailbox, and a group that each is in."""
    delegate = house.person("delegate")
    made = {f"another {kind}": house.administrator(f"rol_{kind}") for kind in ADMINISTRATORS[1:]}
    made |= {"another owner": house.owner, "another user": house.person(), "functional": house.functional()}
    group = house.group(*(one for one in [*made.values(), *actors.values()] if one.account_type != 3))
    for one in {account.id: account for account in [*made.values(), *actors.values()]}.values():
        house.grant(one, delegate, RIGHT_OPEN)
    return made, delegate, group


@pytest.fixture(scope="module")
def levels(operator):
    """What a role has of each scope, from the matrix; a user has nothing, and the owner what a Full admin has (A1)."""
    rows = operator.ask(role_pb2.GetRoleMatrixRequest()).scopes
    held = collections.defaultdict(lambda: collections.defaultdict(int))
    for row in rows:
        for level in row.levels:
            held[level.role_id.removeprefix("rol_")][row.scope] = level.level
    held["owner"] = held["full_admin"]
    return held


def aim(request, path, account):
    """Writes into the request on whom it works."""
    *holders, last = path.split(".")
    for holder in holders:
        request = getattr(request, holder)
    setattr(request, last, mailbox_of(account) if last == "mailbox_id" else account.id)


def own_mailbox(request):
    return "mbx_" + request.account_id.removeprefix("acc_")


# What a request needs besides, to be about the target.
BESIDES = {
    "UpdateAccount": lambda request, delegate, group: (
        setattr(request.account, "external_id", unique("key")), request.update_mask.paths.append("external_id")),
    **dict.fromkeys(("RevokeDelegation", "FreezeDelegation", "UnfreezeDelegation"), lambda request, delegate, group: (
        request.ClearField("delegation_id"), setattr(request, "grantee_id", delegate.id))),
    "GrantDelegation": lambda request, delegate, group: (
        request.ClearField("rights"), request.rights.append(RIGHT_OPEN), setattr(request, "grantee_id", delegate.id)),
    "AddGroupMember": lambda request, delegate, group: setattr(request, "group_id", group.id),
    "SetSignature": lambda request, delegate, group: setattr(request, "mailbox_id", own_mailbox(request)),
    "DeleteSignature": lambda request, delegate, group: setattr(request, "mailbox_id", own_mailbox(request)),
    "RemoveGroupMember": lambda request, delegate, group: setattr(request, "group_id", group.id),
}


def forbidden(method, request, actor, target, levels):
    """The reasons of all rules that forbid it, by what the rules say; empty when none does."""
    themselves = target == "themselves"
    is_own = themselves and (method.access.or_self or method.access.or_mailbox_owner)
    lacks = any(levels[actor][demand.scope] < demand.level for demand in method.demands(request))
    if lacks and not is_own:
        return {"ROLE_LACKS_SCOPE"}
    kind = actor if themselves else target.removeprefix("another ")
    guards = GUARDS.get(method.name, set())
    is_full = actor in ("owner", "full_admin")
    said = {
        "administrators": kind in ADMINISTRATORS and not themselves and not is_full,
        "full_admin": not is_full,
        "not_oneself": themselves,
        "not_owner": kind == "owner",
        "owner_alone": actor != "owner",
    }
    reasons = {RULES[guard] for guard in guards if said[guard]}
    if method.access.kind == OWNER and actor != "owner":
        reasons.add("OWNER_ONLY")
    return reasons


CASES = [(actor, target) for actor, target in itertools.product(ACTORS, TARGETS) if (actor, target) != ("owner", "another owner")]


@pytest.mark.parametrize("method", TOUCHING, ids=str)
def test_a4_c4_c5_c6_c8_who_may_do_it_to_whom(house, actors, targets, levels, method):
    others, delegate, group = targets
    template, wrong = sample(method, house), []
    for actor, target in CASES:
        by = actors[actor]
        request = type(template)()
        request.CopyFrom(template)
        aim(request, on_whom(method), by if target == "themselves" else others[target])
        BESIDES.get(method.name, lambda *_: None)(request, delegate, group)
        request.validate_only = True
        expected = forbidden(method, request, actor, target, levels)
        try:
            ask(method, request, house, by=by)
            got = "done"
        except CallError as error:
            got = error.reason
        allowed = got not in {*RULES.values(), "ROLE_LACKS_SCOPE"}
        if got not in expected if expected else not allowed:
            wrong.append((actor, target, got, sorted(expected)))
    assert not wrong, "\n".join(f"{actor} on {target}: {got}, expected {expected or 'no rule against it'}"
                               for actor, target, got, expected in wrong)
