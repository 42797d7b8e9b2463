"""Domains and addresses over the wire (rule B5): DNS is a server of our own, true and hostile."""

import struct
import threading

import pytest

from client import CallError
from installation import Installation, running
from mandate.identity.v1 import account_pb2, account_resource_pb2, address_pb2, domain_pb2
from mandate.mailbox.v1 import access_pb2
from nameserver import CNAME, REFUSED, SERVFAIL, encoded, message, record, text
from scene import Hands, Organization, address, refused, unique


@pytest.fixture
def house(organization):
    return organization


@pytest.fixture
def names(installation):
    return installation.names


def test_b5_a_domain_is_verified_by_its_record(house, names):
    domain = house.claim(publish=False)
    assert domain.record_name == f"_mandate.{domain.name}" and domain.record_value.startswith("mandate-verification=")
    request = domain_pb2.VerifyDomainRequest(domain_id=domain.id)
    with refused("FAILED_PRECONDITION", "VERIFICATION_MISSING", record_name=domain.record_name,
                 record_value=domain.record_value):
        house.ask(request)
    names.publish(domain.record_name, "v=spf1 -all", domain.record_value)
    assert house.verify(domain).state == domain_pb2.DOMAIN_STATE_VERIFIED
    asked = len(names.asked)
    assert house.ask(request).unchanged and len(names.asked) == asked
    assert [one.id for one in house.ask(domain_pb2.ListDomainsRequest(organization_id=house.id)).domains] == [domain.id]


def test_b5_a_record_that_is_too_long_for_udp_comes_over_tcp(house, names):
    domain = house.claim(publish=False)
    records = [text("x" * 250)] * 30 + [text(domain.record_value)]
    names.answer(domain.record_name, lambda query, tcp: [
        message(query, *records) if tcp else message(query, flags=0x0380)])
    assert house.verify(domain).state == domain_pb2.DOMAIN_STATE_VERIFIED
    assert (domain.record_name, True) in names.asked


# What a server can say that is no answer, and what a caller hears of it.
HOSTILE = {
    "it refuses": (lambda query, tcp: [message(query, code=REFUSED)], "refused"),
    "it fails": (lambda query, tcp: [message(query, code=SERVFAIL)], "refused"),
    "a name points at itself": (
        lambda query, tcp: [message(query, record(16, b"\1x", owner=struct.pack("!H", 0xC000 | len(query))))], "malformed"),
    "it is cut short": (lambda query, tcp: [message(query, text("mandate"))[:-3]], "malformed"),
    "a string ends behind the record": (lambda query, tcp: [message(query, record(16, b"\xc8x"))], "malformed"),
    "far too many": (
        lambda query, tcp: [message(query, *[text("x")] * 2000) if tcp else message(query, flags=0x0380)], "too_large"),
    "another id": (lambda query, tcp: [message(query, text("lie"), id=query[0] ^ 1)], "timeout"),
    "another question": (
        lambda query, tcp: [message(query, text("lie"), question=encoded("other.example") + query[-4:])], "timeout"),
    "nothing": (lambda query, tcp: [], "timeout"),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_b5_a_hostile_answer_verifies_nothing_and_can_be_asked_for_again(house, names, what):
    domain = house.claim(publish=False)
    reply, cause = HOSTILE[what]
    names.answer(domain.record_name, reply)
    with refused("UNAVAILABLE", "LOOKUP_FAILED", cause=cause):
        house.ask(domain_pb2.VerifyDomainRequest(domain_id=domain.id))
    names.publish(domain.record_name, domain.record_value)
    assert house.verify(domain).state == domain_pb2.DOMAIN_STATE_VERIFIED


def test_b5_an_alias_of_the_record_is_followed_by_the_resolver(house, names):
    domain = house.claim(publish=False)
    names.answer(domain.record_name, lambda query, tcp: [
        message(query, record(CNAME, encoded("token.host.example")), text(domain.record_value))])
    assert house.verify(domain).state == domain_pb2.DOMAIN_STATE_VERIFIED


def test_b5_a_stranger_s_claim_keeps_nobody_out_and_a_verified_domain_is_one_organization_s(operator, house, names):
    stranger = Organization(operator)
    theirs = stranger.claim(publish=False)
    ours = house.verify(house.claim(theirs.name))
    names.publish(theirs.record_name, theirs.record_value)
    with refused("ALREADY_EXISTS", "ALREADY_EXISTS") as refusal:
        stranger.verify(theirs)
    assert house.id not in str(refusal.error.metadata)
    with refused("FAILED_PRECONDITION", "DOMAIN_NOT_VERIFIED", domain=ours.name):
        stranger.alias(stranger.owner, f"x@{ours.name}")
    with refused("NOT_FOUND", "NOT_FOUND"):
        stranger.ask(domain_pb2.GetDomainRequest(domain_id=ours.id))


def test_b5_a_domain_in_use_is_not_released(house):
    domain = house.verify(house.claim())
    person = house.person()
    house.alias(person, f"a@{domain.name}")
    house.alias(person, f"b@{domain.name.upper()}")
    request = domain_pb2.ReleaseDomainRequest(domain_id=domain.id)
    with refused("FAILED_PRECONDITION", "DOMAIN_IN_USE", addresses="2"):
        house.ask(request)
    found = house.ask(address_pb2.ListAddressesRequest(organization_id=house.id, domain_name=domain.name)).addresses
    assert [(one.key, one.account_id, one.primary) for one in found] == [
        (f"{word}@{domain.name}", person.id, False) for word in "ab"]
    for one in found:
        house.ask(address_pb2.RemoveAliasRequest(account_id=person.id, alias=one.address))
    house.ask(request)
    with refused("NOT_FOUND", "NOT_FOUND"):
        house.ask(request)


def test_b5_d17_a_check_by_an_alias_follows_where_it_moves_and_never_finds_both(house):
    office, ada, bo = house.functional(), house.person(), house.person()
    house.grant(office, ada, access_pb2.RIGHT_OPEN)
    alias = house.alias(ada)

    def check():
        question = access_pb2.CheckRequest(account_address=alias.upper(), mailbox_address=office.address,
                                           right=access_pb2.RIGHT_OPEN)
        return house.operator.ask(question)

    assert check().allowed
    for to, allowed in [(bo, False), (ada, True)] * 5:
        answer = house.ask(address_pb2.MoveAliasRequest(account_id=to.id, alias=alias))
        assert list(answer.account.aliases) == [alias] and not answer.previous_account.aliases
        assert check().allowed == allowed
    house.ask(address_pb2.RemoveAliasRequest(account_id=ada.id, alias=alias))
    assert access_pb2.DecisionReason.Name(check().reason) == "DECISION_REASON_NO_SUCH_ACCOUNT"


def test_b5_an_address_is_one_account_s_also_when_two_organizations_take_it_at_once(operator, installation):
    houses = [Organization(operator) for _ in range(2)]
    hands = [Hands(installation, "operator-admin") for _ in houses]
    for _ in range(10):
        alias, outcomes, start = address("both"), [], threading.Barrier(2)

        def take(house, hand):
            start.wait()
            try:
                hand.ask(address_pb2.AddAliasRequest(account_id=house.owner.id, alias=alias), account=house.owner.id)
                outcomes.append("taken")
            except CallError as error:
                outcomes.append(error.reason)

        threads = [threading.Thread(target=take, args=pair) for pair in zip(houses, hands)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert sorted(outcomes) == ["ALREADY_EXISTS", "taken"]
    for hand in hands:
        hand.close()


def test_c8_support_adds_no_alias_and_claims_no_domain(house):
    support, person = house.administrator("rol_support"), house.person()
    with refused("PERMISSION_DENIED", "ROLE_LACKS_SCOPE", scope="email_aliases", held="view"):
        house.alias(person, by=support)
    with refused("PERMISSION_DENIED", "ROLE_LACKS_SCOPE", scope="domains", held="none"):
        house.claim(by=support)


def test_c6_only_a_full_admin_changes_another_administrator_s_addresses(house):
    policy, support = house.administrator("rol_policy_admin"), house.administrator("rol_support")
    request = address_pb2.ChangePrimaryAddressRequest(account_id=support.id, address=address("new"))
    with refused("PERMISSION_DENIED", "FULL_ADMIN_ONLY"):
        house.ask(request, policy)
    changed = house.ask(request).account
    assert changed.address == request.address and list(changed.aliases) == [support.address]


@pytest.fixture(scope="module")
def strict(tmp_path_factory):
    """An installation whose operator allows no unverified domain."""
    own = Installation(tmp_path_factory.mktemp("strict"))
    own.servers["identity"].domains = ["--domains-unverified", "refused"]
    yield from running(own)


def test_b5_without_the_operator_s_word_an_address_needs_a_verified_domain(strict):
    hands = Hands(strict, "operator-admin")
    # The first owner's organization can have verified nothing yet.
    house = Organization(hands)
    name = f"{unique('domain')}.example"
    new = account_resource_pb2.Account(organization_id=house.id, address=f"help@{name}", display_name="Help")
    for make in (account_pb2.CreateFunctionalAccountRequest, account_pb2.InviteAccountRequest):
        with refused("FAILED_PRECONDITION", "DOMAIN_NOT_VERIFIED", domain=name):
            house.ask(make(account=new))
    domain = house.claim(name)
    with refused("FAILED_PRECONDITION", "DOMAIN_NOT_VERIFIED"):
        house.ask(account_pb2.CreateFunctionalAccountRequest(account=new))
    house.verify(domain)
    assert house.ask(account_pb2.CreateFunctionalAccountRequest(account=new)).account.address == new.address
    # What stands below it is another domain.
    new.address = f"help@mail.{name}"
    with refused("FAILED_PRECONDITION", "DOMAIN_NOT_VERIFIED"):
        house.ask(account_pb2.CreateFunctionalAccountRequest(account=new))
    hands.close()
