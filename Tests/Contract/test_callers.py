"""Who may call: the certificate's name, what the callers file lists for it, and whom it may act for."""

import pytest
from mandate.identity.v1 import account_pb2
from mandate.mailbox.v1 import access_pb2, mailbox_pb2
from mandate.mailbox.v1.access_pb2 import RIGHT_OPEN, CheckRequest
from mandate.rpc.v1.options_pb2 import ACCESS_KIND_OPERATOR

from client import CallError
from registry import ACCOUNT, METHODS, OWNER
from sample_requests import sample
from scene import Hands, Organization, mailbox_of, refused

OF_ACCOUNTS = [method for method in METHODS if method.access.kind in (ACCOUNT, OWNER)]
OF_OPERATORS = [method for method in METHODS if method.access.kind == ACCESS_KIND_OPERATOR]
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


@pytest.mark.parametrize("method", METHODS, ids=str)
def test_a_caller_that_is_not_listed_is_refused(house, callers, method):
    """Whatever it asks and for whomever."""
    for server in method.servers:
        for metadata in ({}, {"mandate-account": house.owner.id}):
            call = callers["stranger"].at(server).call(method.path, method.Request(), done=True, metadata=metadata)
            with refused("PERMISSION_DENIED", "UNKNOWN_CALLER"):
                call.answer()


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


@pytest.fixture(scope="module")
def samples(house):
    return {method: sample(method, house) for method in METHODS}


@pytest.mark.parametrize("method", OF_ACCOUNTS, ids=str)
def test_a_method_of_accounts_needs_one(house, callers, samples, unchanged, method):
    """Named by a caller that may, or by its session."""
    ask = lambda caller, **who: callers[caller].ask(samples[method], at=method.servers[0], **who)
    with refused("UNAUTHENTICATED", "ACCOUNT_REQUIRED"):
        ask("portal")
    with refused("PERMISSION_DENIED", "CALLER_CANNOT_ACT"):
        ask("webmail", account=house.owner.id)
    with refused("UNAUTHENTICATED", "SESSION_INVALID"):
        ask("webmail", session="x" * 43)


@pytest.mark.parametrize("method", OF_OPERATORS, ids=str)
def test_a_service_is_no_operator(house, callers, samples, unchanged, method):
    """Though it may call everything, and speak for the owner."""
    for server in method.servers:
        for account in (None, house.owner.id):
            with refused("PERMISSION_DENIED", "CALLER_NOT_ALLOWED"):
                callers["portal"].ask(samples[method], at=server, account=account)


def test_a_service_is_the_source_of_nothing(callers, samples, unchanged):
    """It may call AppendEvents, as it may everything."""
    with refused("PERMISSION_DENIED", "CALLER_NOT_ALLOWED"):
        callers["portal"].ask(next(samples[method] for method in METHODS if method.name == "AppendEvents"))


def test_an_account_that_cannot_act_is_refused(house, operator, unchanged):
    request = account_pb2.GetAccountRequest(account_id=house.owner.id)
    for account in ("acc_" + NOBODY, "nonsense", ""):
        with pytest.raises(CallError) as error:
            operator.ask(request, account=account)
        assert (error.value.code, error.value.reason) == ("UNAUTHENTICATED", "ACCOUNT_REQUIRED")
