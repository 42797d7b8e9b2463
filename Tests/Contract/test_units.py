"""Organizational units over the wire: a role for a unit on mailboxes, on accounts and on the units themselves (B10, C14)."""

import threading

import pytest

from client import CallError
from mandate.identity.v1 import account_pb2, unit_pb2
from mandate.identity.v1.administrator_pb2 import AssignRoleRequest
from mandate.mailbox.v1.access_pb2 import RIGHT_OPEN
from scene import Hands, Organization, pages, refused


@pytest.fixture(scope="module")
def house(operator):
    return Organization(operator)


def administrator(house, role, unit):
    """Whose only role is for a unit."""
    return house.ask(assignment(house.person(), role, unit)).account


def assignment(account, role, unit):
    return AssignRoleRequest(account_id=account.id, role_id=role, unit_id=unit.id)


def placed(house, account, unit):
    house.place(account, unit)
    return account


def test_c14_c15_a_policy_admin_of_a_unit_grants_on_its_mailboxes_and_on_no_others(house):
    a, b = house.unit(), house.unit()
    below = house.unit(a)
    policy, person = administrator(house, "rol_policy_admin", a), house.person()
    inside, deep, outside = (placed(house, house.functional(), unit) for unit in (a, below, b))
    for mailbox in (inside, deep):
        house.grant(mailbox, person, RIGHT_OPEN, by=policy)
        assert house.decision(person, mailbox) == "ALLOWED_GRANT"
    for mailbox in (outside, house.functional()):
        with refused("PERMISSION_DENIED", "ROLE_LACKS_SCOPE", scope="delegations", needed="edit", held="none", roles="none"):
            house.grant(mailbox, person, RIGHT_OPEN, by=policy)
    house.revoke(inside, person, by=policy)
    assert house.decision(person, inside) == "NO_GRANT"


def test_c14_d17_a_move_of_the_account_or_of_a_unit_counts_at_once(house):
    a, b = house.unit(), house.unit()
    below = house.unit(a)
    policy, person = administrator(house, "rol_policy_admin", a), house.person()
    office = placed(house, house.functional(), below)
    lacks = dict(scope="delegations", held="none")
    for out, back in (
        (lambda: house.place(office, b), lambda: house.place(office, below)),
        (lambda: house.place(office, None), lambda: house.place(office, below)),
        (lambda: house.move(below, b), lambda: house.move(below, a)),
        (lambda: house.move(below, None), lambda: house.move(below, a)),
    ):
        house.grant(office, person, RIGHT_OPEN, by=policy)
        out()
        with refused("PERMISSION_DENIED", "ROLE_LACKS_SCOPE", **lacks):
            house.revoke(office, person, by=policy)
        back()
        house.revoke(office, person, by=policy)


def test_c14_moving_needs_the_scope_at_both_places_and_gives_the_mover_nothing(house):
    a, b = house.unit(), house.unit()
    x, y = house.unit(a), house.unit(a)
    support = administrator(house, "rol_support", a)
    inside, outside = placed(house, house.person(), x), placed(house, house.person(), b)
    assert house.place(inside, y, by=support).account.unit_id == y.id
    lacks = dict(scope="organizational_units", needed="edit", held="none")
    for account, unit in ((inside, b), (inside, None), (outside, a), (outside, x), (house.person(), a)):
        with refused("PERMISSION_DENIED", "ROLE_LACKS_SCOPE", **lacks):
            house.place(account, unit, by=support)
    house.move(x, y, by=support)
    house.move(x, a, by=support)
    for unit, parent in ((x, b), (x, None), (a, b), (a, None), (b, a)):
        with refused("PERMISSION_DENIED", "ROLE_LACKS_SCOPE", **lacks):
            house.move(unit, parent, by=support)
    # Who assists everywhere and sets policies in one unit takes nobody there.
    both = house.assign(support, "rol_support").account
    house.ask(assignment(both, "rol_policy_admin", b))
    house.place(outside, None, by=both)
    with refused("PERMISSION_DENIED", "FULL_ADMIN_ONLY"):
        house.place(outside, b, by=both)
    with refused("PERMISSION_DENIED", "FULL_ADMIN_ONLY"):
        house.move(x, b, by=both)
    # C6: other administrators stay where they are, alone or with their unit.
    auditor = placed(house, house.administrator("rol_auditor"), y)
    with refused("PERMISSION_DENIED", "FULL_ADMIN_ONLY"):
        house.place(auditor, x, by=both)
    with refused("PERMISSION_DENIED", "FULL_ADMIN_ONLY"):
        house.move(y, x, by=both)
    assert house.move(y, x).unit.parent_id == x.id


def test_c14_what_an_administrator_of_a_unit_sees_and_makes(house):
    a = house.unit()
    x = house.unit(a)
    support = administrator(house, "rol_support", a)
    person = placed(house, house.person(), x)
    listed = lambda **fields: house.ask(account_pb2.ListAccountsRequest(organization_id=house.id, **fields), by=support)
    assert [one.id for one in listed(unit_id=x.id).accounts] == [person.id]
    assert not listed(unit_id=x.id, account_ids=[house.owner.id]).accounts
    with refused("PERMISSION_DENIED", "ROLE_LACKS_SCOPE", scope="account_details", held="none"):
        listed()
    units = lambda **fields: house.ask(unit_pb2.ListUnitsRequest(organization_id=house.id, **fields), by=support)
    assert [one.id for one in units(parent_id=a.id).units] == [x.id]
    for fields in ({}, {"top": True}, {"unit_ids": [x.id]}):
        with refused("PERMISSION_DENIED", "ROLE_LACKS_SCOPE", scope="organizational_units", held="none"):
            units(**fields)
    made = house.unit(x, by=support)
    assert house.ask(unit_pb2.GetUnitRequest(unit_id=made.id), by=support).unit == made
    with refused("PERMISSION_DENIED", "ROLE_LACKS_SCOPE"):
        house.unit(by=support)
    # C5: a Full admin of a unit assigns no roles.
    full = administrator(house, "rol_full_admin", a)
    with refused("PERMISSION_DENIED", "FULL_ADMIN_ONLY"):
        house.ask(assignment(person, "rol_support", a), by=full)


def test_b10_units_page_by_page_and_a_unit_goes_when_it_is_empty(house):
    top = house.unit()
    made = [house.unit(top) for _ in range(5)]
    ask = lambda request: house.ask(request)
    rows = pages(ask, unit_pb2.ListUnitsRequest(organization_id=house.id, parent_id=top.id), "units", 2)
    assert [row.id for row in rows] == sorted(unit.id for unit in made)
    person = placed(house, house.person(), top)
    with refused("FAILED_PRECONDITION", "UNIT_NOT_EMPTY", units="5", accounts="1", role_assignments="0"):
        house.ask(unit_pb2.DeleteUnitRequest(unit_id=top.id))
    house.place(person, None)
    for unit in (*made, top):
        house.ask(unit_pb2.DeleteUnitRequest(unit_id=unit.id))
    with refused("NOT_FOUND", "NOT_FOUND"):
        house.ask(unit_pb2.GetUnitRequest(unit_id=top.id))


def test_b10_two_moves_at_once_make_no_cycle(installation, house):
    a, b = house.unit(), house.unit()
    for _ in range(30):
        failed = []

        def move(unit, under):
            hands = Hands(installation, "operator-admin")
            try:
                hands.ask(unit_pb2.MoveUnitRequest(unit_id=unit.id, parent_id=under.id), account=house.owner.id)
            except CallError as error:
                failed.append(error.reason)
            hands.close()

        threads = [threading.Thread(target=move, args=pair) for pair in ((a, b), (b, a))]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert failed == ["UNIT_CYCLE"]
        for unit in (a, b):
            house.move(unit, None)
