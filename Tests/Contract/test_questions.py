"""Questions by address, the empty set of rights, and the guard over administrators' own mailboxes (rules B5, D3, C6)."""

import itertools

import pytest
from mandate.mailbox.v1 import access_pb2, delegation_pb2, mailbox_pb2
from mandate.mailbox.v1.access_pb2 import RIGHT_OPEN, RIGHT_SEND, BatchCheckRequest, CheckRequest

from scene import Organization, mailbox_of, refused


@pytest.fixture
def office(organization):
    return organization.functional()


@pytest.fixture
def person(organization):
    return organization.person()


def test_b5_a_question_by_address_is_answered_as_the_one_by_id(organization, operator, office, person):
    group = organization.group(person)
    organization.grant(office, group, RIGHT_SEND)
    elsewhere = Organization(operator)
    people = [(account.id, account.address) for account in (person, office, organization.owner, elsewhere.owner)]
    people.append(("acc_" + "0" * 26, "nobody@nowhere.example"))
    for (account, address), (mailbox, its_address) in itertools.product(people, people):
        by_id = CheckRequest(account_id=account, mailbox_id="mbx_" + mailbox[4:], right=RIGHT_SEND)
        by_address = CheckRequest(account_address=address.upper(), mailbox_address=its_address, right=RIGHT_SEND)
        answer = operator.ask(by_id)
        assert operator.ask(by_address) == answer
        assert operator.ask(CheckRequest(account_id=account, mailbox_address=its_address, right=RIGHT_SEND)) == answer
        explained = operator.ask(access_pb2.ExplainRequest(check=by_address)).decision
        assert explained == answer
        assert operator.ask(BatchCheckRequest(checks=[by_address])).answers[0].decision == answer


@pytest.mark.parametrize("text", ["no address", "@", "\u00fc", "a@b@\u00fc.example", "x" * 254, "\u212aim@a.example"])
def test_b5_text_that_is_no_address_finds_nothing(operator, person, text):
    reason = lambda **names: operator.ask(CheckRequest(right=RIGHT_OPEN, **names)).reason
    assert reason(account_address=text, mailbox_address=person.address) == access_pb2.DECISION_REASON_NO_SUCH_ACCOUNT
    assert reason(account_id=person.id, mailbox_address=text) == access_pb2.DECISION_REASON_NO_SUCH_MAILBOX


def test_d3_a_delegate_of_nothing_is_listed_and_can_do_nothing(organization, office, person):
    delegation = organization.grant(office, person).delegation
    assert organization.decision(person, office) == "RIGHT_MISSING"
    listed = organization.ask(delegation_pb2.ListDelegatesRequest(mailbox_id=mailbox_of(office))).delegates
    assert [delegate.delegation.id for delegate in listed] == [delegation.id]
    flat = organization.ask(delegation_pb2.ListDelegatesRequest(mailbox_id=mailbox_of(office), flatten=True)).delegates
    assert not flat
    mailboxes = organization.ask(mailbox_pb2.ListMailboxesRequest(account_id=person.id)).mailboxes
    assert [entry.mailbox.id for entry in mailboxes] == [mailbox_of(person)]


def test_c6_a_group_gets_no_administrators_own_mailbox(organization, person):
    group = organization.group(person)
    with refused("FAILED_PRECONDITION", "ADMINISTRATOR_GUARDED"):
        organization.grant(organization.owner, group, RIGHT_OPEN)
    own = delegation_pb2.ListDelegatesRequest(mailbox_id=mailbox_of(organization.owner))
    assert not organization.ask(own).delegates
    assert organization.grant(organization.owner, person, RIGHT_OPEN).delegation.id
    assert organization.decision(person, organization.owner) == "ALLOWED_GRANT"
