"""What every method says of who may call it, and what an account may do with what is its own."""

import pytest
from mandate.identity.v1 import account_pb2, account_resource_pb2, session_pb2
from mandate.mailbox.v1 import delegation_pb2, mailbox_pb2
from mandate.mailbox.v1.access_pb2 import RIGHT_OPEN
from mandate.rpc.v1 import options_pb2

from scene import CONTRACT, Hands, Organization, mailbox_of, refused

PASSWORD = "correct horse battery"

# What changes something and is neither repeatable nor tried out.
WITHOUT_REQUEST_ID = {
    # Each makes a session; what is repeated is a second sign-in.
    "mandate.identity.v1.SessionService/CreateSession",
    # Ends the session that it carries, which is over afterwards whether it is asked once or twice.
    "mandate.identity.v1.SessionService/DeleteSession",
    # Source, epoch and sequence say what is new.
    "mandate.audit.v1.LogService/AppendEvents",
    # Writes a file that must not be there yet.
    "mandate.server.v1.ServerService/BackupServer",
    # Names the jump that it accepts.
    "mandate.server.v1.ServerService/AcceptServerClock",
}

METHODS = [
    (f"{service.full_name}/{method.name}", method, method.GetOptions().Extensions[options_pb2.access])
    for file in CONTRACT
    for service in file.DESCRIPTOR.services_by_name.values()
    for method in service.methods
]


@pytest.fixture(scope="module")
def house(operator):
    return Organization(operator)


@pytest.fixture(scope="module")
def webmail(installation):
    hands = Hands(installation, "webmail")
    yield hands
    hands.close()


@pytest.mark.parametrize("path,method,access", METHODS, ids=[path for path, _, _ in METHODS])
def test_what_changes_something_says_so(path, method, access):
    """By its request: what can be repeated or tried out changes something, and what only reads needs neither."""
    changes = {"request_id", "validate_only"} & set(method.input_type.fields_by_name)
    assert access.mutates == (bool(changes) or path in WITHOUT_REQUEST_ID)
    assert not (changes and path in WITHOUT_REQUEST_ID)


def test_the_list_names_methods_that_exist():
    assert WITHOUT_REQUEST_ID <= {path for path, _, _ in METHODS}


@pytest.mark.parametrize("path,method,access", METHODS, ids=[path for path, _, _ in METHODS])
def test_every_method_declares_who_may_call_it(path, method, access):
    assert access.kind in options_pb2.AccessKind.values() and access.kind != options_pb2.ACCESS_KIND_UNSPECIFIED
    for demand in access.demands:
        assert demand.scope and demand.level in (options_pb2.ACCESS_LEVEL_VIEW, options_pb2.ACCESS_LEVEL_EDIT)
    for_accounts = access.kind in (options_pb2.ACCESS_KIND_ACCOUNT, options_pb2.ACCESS_KIND_OWNER)
    assert for_accounts or not (access.demands or access.by or access.or_self or access.or_mailbox_owner)
    # What an operator may without an account is read, and is found by naming no organization.
    assert not access.or_operator or for_accounts and not access.mutates
    assert not access.or_operator or "organization_id" in method.input_type.fields_by_name


def sign_in(account):
    return session_pb2.CreateSessionRequest(address=account.address, password=PASSWORD)


def reads(account):
    """What an account may read of itself."""
    return [
        account_pb2.GetAccountRequest(account_id=account.id),
        mailbox_pb2.GetMailboxRequest(mailbox_id=mailbox_of(account)),
        delegation_pb2.ListDelegatesRequest(mailbox_id=mailbox_of(account)),
        delegation_pb2.ListDelegatesRequest(mailbox_id=mailbox_of(account), flatten=True),
    ]


def test_an_account_reads_itself_its_mailbox_and_who_has_access_to_it(house, webmail):
    person, delegate = house.person(password=PASSWORD), house.person()
    house.grant(person, delegate, RIGHT_OPEN)
    found, mailbox, plain, flat = (house.ask(request, by=person) for request in reads(person))
    assert found.account.id == person.id and found.account.address == person.address
    assert mailbox.mailbox.account_id == person.id
    assert [entry.account_id for entry in plain.delegates] == [delegate.id]
    assert [entry.account_id for entry in flat.delegates] == [delegate.id]
    # By its session too, through a caller that may not name accounts.
    token = webmail.ask(sign_in(person)).session_token
    for request, answer in zip(reads(person), (found, mailbox, plain, flat)):
        assert webmail.ask(request, session=token) == answer


def test_c15_d28_what_is_anothers_is_refused_as_what_is_not_there(operator, house):
    person, elsewhere = house.person(), Organization(operator)
    nobody = account_resource_pb2.Account(id="acc_" + "0" * 26)
    others = [house.owner, house.functional(), elsewhere.owner, nobody]
    for requests in zip(*(reads(account) for account in others)):
        refusals = []
        for request in requests:
            with refused("PERMISSION_DENIED", "ROLE_LACKS_SCOPE", needed="view", held="none", roles="none") as refusal:
                house.ask(request, by=person)
            refusals.append((refusal.error.message, refusal.error.domain, refusal.error.metadata))
        assert all(one == refusals[0] for one in refusals)
        assert refusals[0][2]["scope"] in ("account_details", "delegations")


def test_d28_who_may_see_mailboxes_learns_nothing_of_other_organizations(operator, house):
    elsewhere, nobody = Organization(operator), account_resource_pb2.Account(id="acc_" + "0" * 26)
    for requests in zip(*(reads(account) for account in (elsewhere.owner, nobody))):
        refusals = []
        for request in requests:
            with refused("NOT_FOUND", "NOT_FOUND") as refusal:
                house.ask(request)
            refusals.append((refusal.error.message, refusal.error.domain, refusal.error.metadata))
        assert refusals[0] == refusals[1]


def test_b3_a_suspended_account_reads_nothing_of_its_own(house):
    person = house.person()
    house.suspend(person)
    for request in reads(person):
        with refused("PERMISSION_DENIED", "WRONG_STATE"):
            house.ask(request, by=person)
    house.reactivate(person)
    for request in reads(person):
        house.ask(request, by=person)


def test_a_delegate_does_not_see_who_else_has_access(house):
    person, delegate = house.person(), house.person()
    house.grant(person, delegate, RIGHT_OPEN)
    # The mailbox itself it sees.
    house.ask(mailbox_pb2.GetMailboxRequest(mailbox_id=mailbox_of(person)), by=delegate)
    for request in (one for one in reads(person) if not isinstance(one, mailbox_pb2.GetMailboxRequest)):
        with refused("PERMISSION_DENIED", "ROLE_LACKS_SCOPE"):
            house.ask(request, by=delegate)


def test_an_account_and_a_session_of_another_read_neither(operator, house):
    """Also where each alone might read what is its own."""
    person, other = house.person(password=PASSWORD), house.person()
    token = operator.ask(sign_in(person)).session_token
    for account in (person, other):
        for request in reads(account):
            reason = "SELECTORS_DISAGREE" if account is person else "ROLE_LACKS_SCOPE"
            with pytest.raises(Exception) as error:
                operator.ask(request, session=token, account=other.id)
            # Where what one may do in the mailbox could stand in for a role, who acts is asked first.
            assert error.value.reason in (reason, "SELECTORS_DISAGREE")
