"""People and functions: invitations, states, names, signing in (rules A, B)."""

import time

import pytest
from google.protobuf import field_mask_pb2
from mandate.identity.v1 import account_pb2, account_resource_pb2, authorization_pb2, organization_pb2
from mandate.identity.v1.session_pb2 import CreateSessionRequest, DeleteSessionRequest

from client import CallError
from scene import Hands, Organization, address, pages, refused, unique

PASSWORD = "correct horse battery"


@pytest.fixture(scope="module")
def webmail(installation):
    """A caller that people sign in through: it may not name accounts itself."""
    hands = Hands(installation, "webmail")
    yield hands
    hands.close()


# Invitations.


def test_a5_an_invitation_is_taken_once(organization):
    invitation = organization.invite()
    lifetime = invitation.expire_time.ToMicroseconds() / 1e6 - time.time()
    assert abs(lifetime - 7 * 86400) < 600
    organization.accept(invitation.invitation_token)
    with refused("FAILED_PRECONDITION", "INVITATION_INVALID"):
        organization.accept(invitation.invitation_token)


@pytest.mark.parametrize("token", ["x", "0" * 43, "ü" * 20])
def test_a5_an_unknown_token_is_refused(organization, token):
    with refused("FAILED_PRECONDITION", "INVITATION_INVALID"):
        organization.accept(token)


def test_b5_an_address_is_unique_in_the_installation_without_case(organization, operator):
    person = organization.person()
    elsewhere = Organization(operator)
    account = elsewhere.account("twin")
    account.address = person.address.upper()
    with refused("ALREADY_EXISTS", "ALREADY_EXISTS"):
        elsewhere.ask(account_pb2.InviteAccountRequest(account=account))
    with refused("ALREADY_EXISTS", "ALREADY_EXISTS"):
        elsewhere.ask(account_pb2.CreateFunctionalAccountRequest(account=account))
    # Found without case, stored as given.
    found = organization.ask(account_pb2.GetAccountRequest(address=person.address.upper())).account
    assert found == person


def test_b5_a_domain_in_its_own_script_is_the_one_with_its_a_labels(organization):
    account, domain = organization.account("info"), unique("bücher")
    account.address = f"Info@{domain}.example"
    made = organization.ask(account_pb2.CreateFunctionalAccountRequest(account=account)).account
    assert made.address == account.address and made.ascii_address == f"Info@{domain.encode('idna').decode()}.example"
    for form in (made.ascii_address, made.address.upper()):
        assert organization.ask(account_pb2.GetAccountRequest(address=form)).account == made


@pytest.mark.parametrize("wrong, reason", [
    ("nobody", "INVALID_FIELD"), ("a@b", "INVALID_FIELD"), ("a b@example.org", "INVALID_FIELD"),
    ("@example.org", "INVALID_FIELD"), ("a@", "INVALID_FIELD"), ("a@@example.org", "INVALID_FIELD"),
    ("a@\u2603.example", "INVALID_FIELD"), ("ä@example.org", "LOCAL_PART_NOT_ASCII"),
])
def test_b5_what_is_no_address_is_refused(organization, operator, wrong, reason):
    before = operator.position("identity")
    account = organization.account("person")
    account.address = wrong
    with refused("INVALID_ARGUMENT", reason, field="account.address"):
        organization.ask(account_pb2.InviteAccountRequest(account=account))
    assert operator.position("identity") == before


# States.


def test_b3_suspending_twice_changes_nothing(organization):
    person = organization.person()
    first = organization.suspend(person)
    assert first.account.state == account_resource_pb2.ACCOUNT_STATE_SUSPENDED and first.account.HasField("suspend_time")
    assert first.event_id.startswith("evt_") and not first.unchanged
    again = organization.suspend(person)
    assert again.unchanged and again.account == first.account
    back = organization.reactivate(person)
    assert back.account.state == account_resource_pb2.ACCOUNT_STATE_ACTIVE and not back.account.HasField("suspend_time")
    assert organization.reactivate(person).unchanged


def test_a4_the_owner_cannot_be_suspended(organization):
    admin = organization.administrator("rol_full_admin")
    with refused("FAILED_PRECONDITION", "IS_OWNER"):
        organization.suspend(organization.owner, by=admin)
    assert organization.get(organization.owner).state == account_resource_pb2.ACCOUNT_STATE_ACTIVE


def test_a_suspended_administrator_may_do_nothing(organization):
    admin = organization.administrator("rol_full_admin")
    organization.suspend(admin)
    with refused("PERMISSION_DENIED", "WRONG_STATE"):
        organization.ask(
            account_pb2.CreateFunctionalAccountRequest(account=organization.account("x")), by=admin
        )


# Names and lists.


def test_names_change_by_mask(organization):
    person = organization.person()
    change = account_resource_pb2.Account(id=person.id, display_name="Zoë 漢字 🚚", external_id="ignored")
    request = account_pb2.UpdateAccountRequest(
        account=change, update_mask=field_mask_pb2.FieldMask(paths=["display_name"])
    )
    changed = organization.ask(request).account
    assert changed.display_name == "Zoë 漢字 🚚" and changed.external_id == person.external_id
    assert changed.revision > person.revision and organization.get(person) == changed


def test_a_mask_names_only_what_may_change(organization, operator):
    person = organization.person()
    before = operator.position("identity")
    for path in ("role_ids", "unit_id", "state", "address", "nothing"):
        request = account_pb2.UpdateAccountRequest(
            account=account_resource_pb2.Account(id=person.id, role_ids=["rol_full_admin"]),
            update_mask=field_mask_pb2.FieldMask(paths=[path]),
        )
        with refused("INVALID_ARGUMENT", "INVALID_FIELD", field="update_mask"):
            organization.ask(request)
    assert operator.position("identity") == before


def test_accounts_are_listed_by_id_and_filtered(organization):
    people = [organization.person() for _ in range(4)]
    office, invited = organization.functional(), organization.invite().account
    ask = lambda **fields: pages(
        organization.ask, account_pb2.ListAccountsRequest(organization_id=organization.id, **fields), "accounts", 3
    )
    everybody = [one.id for one in ask()]
    assert everybody == sorted(everybody)
    assert set(everybody) == {one.id for one in [organization.owner, office, invited, *people]}
    assert [one.id for one in ask(account_type=account_resource_pb2.ACCOUNT_TYPE_FUNCTIONAL)] == [office.id]
    assert [one.id for one in ask(state=account_resource_pb2.ACCOUNT_STATE_INVITED)] == [invited.id]


def test_an_operator_lists_organizations_and_an_account_gets_its_own(organization, operator):
    listed = pages(operator.ask, organization_pb2.ListOrganizationsRequest(), "organizations", 50)
    assert organization.created.organization in listed
    request = organization_pb2.GetOrganizationRequest(organization_id=organization.id)
    assert organization.ask(request).organization == organization.created.organization
    with refused("NOT_FOUND", "NOT_FOUND"):
        Organization(operator).ask(request)


# Signing in.


def test_b9_a_session_carries_calls_and_ends(operator, webmail):
    house = Organization(operator, password=PASSWORD)
    session = webmail.ask(CreateSessionRequest(address=house.owner.address.upper(), password=PASSWORD))
    assert session.account.id == house.owner.id and session.expire_time.ToMicroseconds() / 1e6 > time.time()
    token = session.session_token
    request = account_pb2.GetAccountRequest(account_id=house.owner.id)
    assert webmail.ask(request, session=token).account.id == house.owner.id
    judged = webmail.ask(authorization_pb2.AuthorizeRequest(session_token=token))
    assert judged.allowed and judged.account_id == house.owner.id and judged.owner
    webmail.ask(DeleteSessionRequest(), session=token)
    with refused("UNAUTHENTICATED", "SESSION_INVALID"):
        webmail.ask(request, session=token)
    judged = webmail.ask(authorization_pb2.AuthorizeRequest(session_token=token))
    assert judged.reason == authorization_pb2.AUTHORIZE_REASON_SESSION_INVALID and not judged.allowed


def test_b9_a_session_works_on_the_other_servers(operator, webmail):
    from mandate.mailbox.v1.mailbox_pb2 import GetMailboxRequest

    house = Organization(operator, password=PASSWORD)
    token = webmail.ask(CreateSessionRequest(address=house.owner.address, password=PASSWORD)).session_token
    mailbox = "mbx_" + house.owner.id.removeprefix("acc_")
    assert webmail.ask(GetMailboxRequest(mailbox_id=mailbox), session=token).mailbox.account_id == house.owner.id
    webmail.ask(DeleteSessionRequest(), session=token)
    with refused("UNAUTHENTICATED", "SESSION_INVALID"):
        webmail.ask(GetMailboxRequest(mailbox_id=mailbox), session=token)


def test_b3_suspending_an_account_ends_its_sessions(operator, webmail):
    house = Organization(operator)
    person = house.person(password=PASSWORD)
    token = webmail.ask(CreateSessionRequest(address=person.address, password=PASSWORD)).session_token
    house.suspend(person)
    with refused("UNAUTHENTICATED", "SESSION_INVALID"):
        webmail.ask(DeleteSessionRequest(), session=token)
    with refused("UNAUTHENTICATED", "WRONG_CREDENTIALS"):
        webmail.ask(CreateSessionRequest(address=person.address, password=PASSWORD))
    house.reactivate(person)
    # The session stays ended; signing in works again.
    with refused("UNAUTHENTICATED", "SESSION_INVALID"):
        webmail.ask(DeleteSessionRequest(), session=token)
    assert webmail.ask(CreateSessionRequest(address=person.address, password=PASSWORD)).session_token


def test_b9_a_wrong_password_and_an_unknown_address_answer_alike(operator, webmail):
    house = Organization(operator, password=PASSWORD)
    with refused("UNAUTHENTICATED", "WRONG_CREDENTIALS") as wrong:
        webmail.ask(CreateSessionRequest(address=house.owner.address, password=PASSWORD + "x"))
    with refused("UNAUTHENTICATED", "WRONG_CREDENTIALS") as unknown:
        webmail.ask(CreateSessionRequest(address=address("nobody"), password=PASSWORD))
    assert str(wrong.error) == str(unknown.error) and wrong.error.metadata == unknown.error.metadata


def test_b9_five_wrong_passwords_slow_down_and_never_lock(operator, webmail):
    house = Organization(operator, password=PASSWORD)
    right = CreateSessionRequest(address=house.owner.address, password=PASSWORD)
    answers = []
    # On a machine that takes longer between two than the wait, one more makes the wait twice as long.
    while "SLOWED_DOWN" not in answers:
        with pytest.raises(CallError) as error:
            webmail.ask(CreateSessionRequest(address=house.owner.address, password="wrong password"))
        answers.append(error.value.reason)
    assert answers.index("SLOWED_DOWN") >= 5 and set(answers[:-1]) == {"WRONG_CREDENTIALS"}
    wait = int(error.value.metadata["retry_after_seconds"])
    assert wait >= 1
    time.sleep(wait)
    assert webmail.ask(right).session_token


def test_b1_nobody_signs_in_without_a_password(organization, webmail):
    person, office = organization.person(), organization.functional()
    for account in (person, office, organization.owner):
        for password in ("", "guess-guess"):
            with pytest.raises(Exception) as error:
                webmail.ask(CreateSessionRequest(address=account.address, password=password))
            assert error.value.reason in ("WRONG_CREDENTIALS", "MISSING_FIELD")


@pytest.mark.parametrize("password, reason", [("short", "INVALID_FIELD"), ("x" * 1025, "TOO_LONG")])
def test_a_password_has_8_to_1024_bytes(organization, operator, password, reason):
    token = organization.invite().invitation_token
    before = operator.position("identity")
    with refused("INVALID_ARGUMENT", reason, field="password"):
        organization.accept(token, password)
    assert operator.position("identity") == before
    assert organization.accept(token, "x" * 8).state == account_resource_pb2.ACCOUNT_STATE_ACTIVE
