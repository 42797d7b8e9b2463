"""D13: one signature an account and mailbox, kept as given; it ends with access and does not come back with it."""

import pytest
from mandate.audit.v1 import event_pb2
from mandate.identity.v1 import account_states_pb2, group_pb2
from mandate.mailbox.v1.access_pb2 import RIGHT_OPEN, RIGHT_SEND
from mandate.mailbox.v1.mailbox_settings_pb2 import SHARED_ACCESS_OFF, SHARED_ACCESS_ON
from mandate.mailbox.v1.signature_pb2 import (
    DeleteSignatureRequest, GetSignatureRequest, ListSignaturesRequest, SetSignatureRequest,
)

from client import CallError
from events import told
from scene import Organization, eventually, mailbox_of, refused


@pytest.fixture(scope="module")
def house(operator):
    return Organization(operator)


def signature(house, account, mailbox, by=None):
    return house.ask(GetSignatureRequest(account_id=account.id, mailbox_id=mailbox_of(mailbox)), by)


def removed(house, account):
    """The events of what ended, of this account."""
    return [entry for entry in house.events(action="signature.removed") if entry.event.target.id == account.id]


TEXTS = [
    "Grüße\r\n-- \n\tAnna", "مع التحية", "ご挨拶", "\U0001f3f3\ufe0f\u200d\U0001f308", "e\u0301", "\u00e9", " ", "\ufeffx\u2028",
    "\u202edesrever", "\U0001f600" * 2500,
]


def test_d13_texts_are_kept_to_the_byte(house):
    person = house.person()
    for text in TEXTS:
        assert not house.sign(person, person, text, by=person).unchanged, text
        assert signature(house, person, person, by=person).signature.text == text
    html = "<script>alert('&')</script><p onclick=x>" + "x" * (100_000 - 40)
    assert len(html) == 100_000
    house.sign(person, person, "", html=html, by=person)
    found = signature(house, person, person, by=person)
    assert found.signature.html == html and found.signature.text == "" and not found.inherited
    [row] = house.ask(ListSignaturesRequest(account_id=person.id), person).signatures
    assert row == found.signature


MISTAKES = [
    ({"text": "x" * 10_001}, "TOO_LONG"), ({"text": "é" * 5001}, "TOO_LONG"), ({"html": "x" * 100_001}, "TOO_LONG"),
    ({}, "MISSING_FIELD"), ({"account_id": "acc_x", "text": "x"}, "INVALID_FIELD"), ({"mailbox_id": "", "text": "x"}, "MISSING_FIELD"),
]


@pytest.mark.parametrize("fields, reason", MISTAKES)
def test_a_mistake_changes_nothing(house, fields, reason):
    person = house.person()
    stored = house.sign(person, person, "before").signature
    with pytest.raises(CallError) as error:
        house.ask(SetSignatureRequest(**{"account_id": person.id, "mailbox_id": mailbox_of(person), **fields}))
    assert error.value.code == "INVALID_ARGUMENT" and error.value.reason == reason, error.value
    assert signature(house, person, person).signature == stored


def test_what_no_text_can_hold_is_refused(house):
    person = house.person()
    with pytest.raises(CallError) as error:
        house.sign(person, person, "before\0behind")
    assert error.value.code == "INVALID_ARGUMENT"
    assert signature(house, person, person).inherited


def test_d13_d28_who_may_set_one_and_where(house, operator):
    person, office, other = house.person(), house.functional(), house.functional()
    support, auditor = house.administrator("rol_support"), house.administrator("rol_auditor")
    house.grant(office, person, RIGHT_SEND)
    for by in (person, support, house.owner):
        assert house.sign(person, office, f"by {by.id}", by=by).event_id
    for by in (auditor, house.person()):
        with refused("PERMISSION_DENIED", "ROLE_LACKS_SCOPE", scope="account_details", needed="edit"):
            house.sign(person, office, "x", by=by)
    assert signature(house, person, office, by=auditor).signature.text == f"by {house.owner.id}"
    with refused("FAILED_PRECONDITION", "NO_ACCESS"):
        house.sign(person, other, "x")
    # To the account itself a mailbox that it can do nothing in is not there.
    for mailbox in (mailbox_of(other), mailbox_of(Organization(operator).functional()), "mbx_" + "0" * 26):
        with refused("NOT_FOUND", "NOT_FOUND"):
            house.ask(SetSignatureRequest(account_id=person.id, mailbox_id=mailbox, text="x"), person)
        with refused("NOT_FOUND", "NOT_FOUND"):
            house.ask(GetSignatureRequest(account_id=person.id, mailbox_id=mailbox), person)


def test_d13_without_one_the_mailboxs_default_is_given(house):
    person, office = house.person(), house.functional()
    house.grant(office, person, RIGHT_SEND)
    assert signature(house, person, office).inherited
    house.set_up(office, default_signature_text="The office")
    found = signature(house, person, office)
    assert found.inherited and found.signature.text == "The office" and not found.signature.etag
    house.sign(person, office, "Anna")
    assert signature(house, person, office).signature.text == "Anna"
    gone = house.ask(DeleteSignatureRequest(account_id=person.id, mailbox_id=mailbox_of(office)))
    assert gone.signature.text == "Anna" and signature(house, person, office).inherited
    with refused("NOT_FOUND", "NOT_FOUND"):
        house.ask(DeleteSignatureRequest(account_id=person.id, mailbox_id=mailbox_of(office)))


def test_d13_while_access_is_paused_it_is_of_no_use_and_then_there_again(house):
    person, office = house.person(), house.functional()
    house.grant(office, person, RIGHT_SEND)
    stored = house.sign(person, office, "kept").signature
    for pause, resume in (
        (lambda: house.suspend(person), lambda: house.reactivate(person)),
        (lambda: house.suspend(office), lambda: house.reactivate(office)),
        (lambda: house.set_up(office, allow_shared_access=SHARED_ACCESS_OFF),
         lambda: house.set_up(office, allow_shared_access=SHARED_ACCESS_ON)),
    ):
        pause()
        with refused("FAILED_PRECONDITION", "NO_ACCESS"):
            signature(house, person, office)
        assert not house.ask(ListSignaturesRequest(account_id=person.id)).signatures
        resume()
        assert signature(house, person, office).signature == stored
    assert not removed(house, person)


def revoked(house, person, office, group):
    house.revoke(office, person)
    return lambda: house.grant(office, person, RIGHT_SEND)


def left(house, person, office, group):
    house.remove(group, person)
    return lambda: house.add(group, person)


def group_revoked(house, person, office, group):
    house.revoke(office, group)
    return lambda: house.grant(office, group, RIGHT_SEND)


def group_deleted(house, person, office, group):
    house.ask(group_pb2.DeleteGroupRequest(group_id=group.id))
    return lambda: house.grant(office, person, RIGHT_SEND)


@pytest.mark.parametrize("lose", [revoked, left, group_revoked, group_deleted])
def test_d13_it_ends_with_access_and_does_not_come_back(house, lose):
    person, office = house.person(), house.functional()
    group = house.group(person)
    house.grant(office, person if lose is revoked else group, RIGHT_SEND)
    house.sign(person, office, "old")
    house.sign(person, person, "own")
    give = lose(house, person, office, group)
    with refused("FAILED_PRECONDITION", "NO_ACCESS"):
        signature(house, person, office)
    give()
    assert signature(house, person, office).inherited
    [entry] = eventually(lambda: removed(house, person))
    event = entry.event
    assert event.actor.kind == event_pb2.EVENT_ACTOR_KIND_SYSTEM and event.target.mailbox_id == mailbox_of(office)
    assert told(entry)["changes.text.before"] == "old" and b"old" not in event.SerializeToString()
    assert {one.subject_id for one in event.personal if one.path.startswith("changes.")} == {person.id}
    assert signature(house, person, office).inherited
    assert signature(house, person, person).signature.text == "own"
    house.sign(person, office, "new")
    assert signature(house, person, office).signature.text == "new"


def test_d13_b3_those_of_a_deleted_account_and_for_its_mailbox_go(house):
    leaver, colleague, office = house.person(), house.person(), house.functional()
    house.grant(office, leaver, RIGHT_OPEN)
    house.grant(leaver, colleague, RIGHT_OPEN)
    for account, mailbox in ((leaver, office), (leaver, leaver), (colleague, leaver), (colleague, colleague)):
        house.sign(account, mailbox, "x")
    house.ask(account_states_pb2.DeleteAccountRequest(account_id=leaver.id))
    eventually(lambda: len(removed(house, leaver)) == 2 and len(removed(house, colleague)) == 1)
    assert [row.mailbox_id for row in house.ask(ListSignaturesRequest(account_id=colleague.id)).signatures] == [mailbox_of(colleague)]
    with refused("NOT_FOUND", "NOT_FOUND"):
        house.ask(ListSignaturesRequest(account_id=leaver.id))


def test_d13_a_revocation_and_the_end_of_the_signature_are_one_write(house, operator):
    person, office = house.person(), house.functional()
    house.grant(office, person, RIGHT_SEND)
    house.sign(person, office, "old")
    house.revoke(office, person)
    eventually(lambda: removed(house, person))
    events = [entry.event.action for entry in house.events(mailbox_id=mailbox_of(office))]
    assert events.count("signature.removed") == 1
    assert abs(events.index("signature.removed") - events.index("delegation.revoked")) == 1
