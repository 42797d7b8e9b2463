"""Who may call: the certificate's name, what the callers file lists for it, and whom it may act for."""

import pytest
from mandate.audit.v1 import log_pb2
from mandate.identity.v1 import account_pb2, organization_pb2, role_pb2
from mandate.mailbox.v1 import access_pb2, mailbox_pb2
from mandate.mailbox.v1.access_pb2 import RIGHT_OPEN, CheckRequest
from mandate.server.v1 import server_pb2

from client import CallError
from scene import Hands, Organization, mailbox_of, refused, timestamp

NOBODY = "0" * 26


@pytest.fixture(scope="module")
def house(operator):
    return Organization(operator)


@pytest.fixture(scope="module")
def office(house):
    return house.functional()


@pytest.fixture(scope="module")
def callers(installation):
    hands = {name: Hands(installation, name) for name in ("portal", "webmail", "narrow", "stranger")}
    yield hands
    for one in hands.values():
        one.close()


def test_a_caller_that_is_not_listed_is_refused(house, office, callers, unchanged):
    question = CheckRequest(account_id=house.owner.id, mailbox_id=mailbox_of(office), right=RIGHT_OPEN)
    for request in (question, account_pb2.GetAccountRequest(account_id=house.owner.id), role_pb2.GetRoleMatrixRequest()):
        with refused("PERMISSION_DENIED", "UNKNOWN_CALLER"):
            callers["stranger"].ask(request)
        with refused("PERMISSION_DENIED", "UNKNOWN_CALLER"):
            callers["stranger"].ask(request, account=house.owner.id)


def test_a_caller_may_call_what_it_is_listed_for(house, office, callers, unchanged):
    narrow = callers["narrow"]
    question = CheckRequest(account_id=house.owner.id, mailbox_id=mailbox_of(office), right=RIGHT_OPEN)
    assert narrow.ask(question).reason == access_pb2.DECISION_REASON_NO_GRANT
    for request in (
        access_pb2.BatchCheckRequest(checks=[question]), access_pb2.ExplainRequest(check=question),
        mailbox_pb2.ListMailboxesRequest(account_id=house.owner.id),
    ):
        with refused("PERMISSION_DENIED", "CALLER_NOT_ALLOWED"):
            narrow.ask(request)
    # On the other servers it is nobody.
    with refused("PERMISSION_DENIED", "UNKNOWN_CALLER"):
        narrow.ask(account_pb2.GetAccountRequest(account_id=house.owner.id))


def test_a_caller_that_may_not_act_names_no_account(house, office, callers, unchanged):
    for request in (
        account_pb2.GetAccountRequest(account_id=house.owner.id), mailbox_pb2.GetMailboxRequest(mailbox_id=mailbox_of(office)),
        log_pb2.GetLogRootRequest(organization_id=house.id),
    ):
        with refused("PERMISSION_DENIED", "CALLER_CANNOT_ACT"):
            callers["webmail"].ask(request, account=house.owner.id)
        with refused("UNAUTHENTICATED", "ACCOUNT_REQUIRED"):
            callers["webmail"].ask(request)
        with refused("UNAUTHENTICATED", "SESSION_INVALID"):
            callers["webmail"].ask(request, session="x" * 43)


def test_a_service_is_no_operator(house, callers, unchanged):
    portal = callers["portal"]
    assert portal.ask(account_pb2.GetAccountRequest(account_id=house.owner.id), account=house.owner.id).account.owner
    for request in (
        organization_pb2.ListOrganizationsRequest(),
        organization_pb2.CreateOrganizationRequest(
            organization=organization_pb2.Organization(display_name="X"), owner=house.account("owner")
        ),
    ):
        with refused("PERMISSION_DENIED", "CALLER_NOT_ALLOWED"):
            portal.ask(request)
    for server in ("identity", "mailbox", "audit"):
        for request in (
            server_pb2.GetServerRequest(), server_pb2.BackupServerRequest(name="x"), server_pb2.GetServerClockRequest(),
            server_pb2.AcceptServerClockRequest(wall_time=timestamp(0)),
        ):
            with refused("PERMISSION_DENIED", "CALLER_NOT_ALLOWED"):
                portal.ask(request, at=server)
    # It may call Append, as it may everything; but it is the source of nothing.
    with refused("PERMISSION_DENIED", "CALLER_NOT_ALLOWED"):
        portal.ask(log_pb2.AppendEventsRequest(source="identity", epoch="x", first_sequence=1, events=[b""]))


def test_an_account_that_cannot_act_is_refused(house, operator, unchanged):
    request = account_pb2.GetAccountRequest(account_id=house.owner.id)
    for account in ("acc_" + NOBODY, "nonsense", ""):
        with pytest.raises(CallError) as error:
            operator.ask(request, account=account)
        assert (error.value.code, error.value.reason) == ("UNAUTHENTICATED", "ACCOUNT_REQUIRED")
