"""A trace is carried through all three services; logs have one line a call and no secrets."""

import pytest
from mandate.audit.v1 import event_pb2
from mandate.identity.v1 import administrator_pb2, session_pb2
from mandate.mailbox.v1 import access_pb2, delegation_pb2

import grpc_channel
from client import CallError
from events import listing
from installation import Installation, running
from scene import METHODS, Hands, Organization, eventually, mailbox_of, server_of

PASSWORD = "correct horse battery staple"


@pytest.fixture(scope="module")
def own(tmp_path_factory):
    """Servers that log each call."""
    own = Installation(tmp_path_factory.mktemp("traced"))
    for server in own.servers.values():
        server.settings = ["--log-level", "debug"]
    yield from running(own)


@pytest.fixture(scope="module")
def house(own):
    return Organization(Hands(own, "operator-admin"), password=PASSWORD)


def trace(number):
    return f"00-{number:032x}-{number:016x}-01"


def traced(house, request, number, **metadata):
    """A call of the owner's, or of a session's, in a trace."""
    metadata = {"mandate-account": house.owner.id} if not metadata else metadata
    method = METHODS[request.DESCRIPTOR.full_name]
    connection = house.operator.at(server_of(method))
    return connection.unary(method, request, metadata={**metadata, "traceparent": trace(number)})


def lines(own, server, **fields):
    """Lines about calls, with these fields."""
    return [line for line in own.servers[server].lines()
            if line.get("message") in ("call", "call failed") and fields.items() <= line.items()]


def said(own, server, number):
    """What a server said of a trace: method and code, in order."""
    return [(line["method"].rpartition(".")[2], line["code"]) for line in lines(own, server, traceparent=trace(number))]


def test_a_change_of_mailbox_is_traced_to_identity_and_into_the_log(own, house):
    person, office = house.person(), house.functional()
    request = delegation_pb2.GrantDelegationRequest(
        mailbox_id=mailbox_of(office), grantee_id=person.id, rights=[access_pb2.RIGHT_OPEN])
    event = traced(house, request, 0xA1).event_id
    assert said(own, "mailbox", 0xA1) == [("DelegationService/GrantDelegation", "OK")]
    assert said(own, "identity", 0xA1) == [("AuthorizationService/Authorize", "OK")]
    # The log has it as soon as the relay has brought it there.
    query = listing(house.id, action="delegation.granted", page_size=10)
    entry = eventually(lambda: [entry for entry in house.ask(query).events if entry.event.id == event])[0]
    assert entry.event.origin.traceparent == trace(0xA1)


def test_a_question_to_audit_is_traced_to_identity_and_into_the_log(own, house):
    traced(house, event_pb2.ListEventsRequest(organization_id=house.id, page_size=1), 0xA2)
    assert said(own, "audit", 0xA2) == [("EventService/ListEvents", "OK")]
    assert said(own, "identity", 0xA2) == [("AuthorizationService/Authorize", "OK")]
    query = listing(house.id, action="audit_log.read", page_size=10)
    assert trace(0xA2) in [entry.event.origin.traceparent for entry in house.ask(query).events]


def test_a_change_over_grpc_is_traced_as_well(own, house):
    person, office = house.person(), house.functional()
    request = delegation_pb2.GrantDelegationRequest(
        mailbox_id=mailbox_of(office), grantee_id=person.id, rights=[access_pb2.RIGHT_OPEN])
    metadata = {"mandate-account": house.owner.id, "traceparent": trace(0xA6)}
    with grpc_channel.channel(own, "mailbox", "operator-admin") as channel:
        method = METHODS[request.DESCRIPTOR.full_name]
        assert grpc_channel.ask(channel, method, [request.SerializeToString()], metadata).code == "OK"
    assert [line["protocol"] for line in lines(own, "mailbox", traceparent=trace(0xA6))] == ["h2"]
    assert said(own, "identity", 0xA6) == [("AuthorizationService/Authorize", "OK")]


def test_a_change_of_identity_is_traced_into_the_log(own, house):
    person = house.person()
    request = administrator_pb2.AssignRoleRequest(account_id=person.id, role_id="rol_support")
    event = traced(house, request, 0xA3).event_id
    assert said(own, "identity", 0xA3) == [("AdministratorService/AssignRole", "OK")]
    query = listing(house.id, action="role.", page_size=10)
    entry = eventually(lambda: [entry for entry in house.ask(query).events if entry.event.id == event])[0]
    assert entry.event.origin.traceparent == trace(0xA3)


def test_a_call_has_one_line_that_says_how_it_ended(own, house):
    before = len(lines(own, "mailbox"))
    with pytest.raises(CallError):
        traced(house, access_pb2.CheckRequest(account_id="nobody"), 0xA4)
    after = lines(own, "mailbox")
    assert len(after) == before + 1
    line = after[-1]
    assert line["method"] == "mandate.mailbox.v1.AccessService/Check" and line["level"] == "debug"
    assert (line["code"], line["reason"], line["protocol"]) == ("INVALID_ARGUMENT", "MISSING_FIELD", "native")
    assert line["caller"] == "spiffe://mandate.test/operator/admin" and line["traceparent"] == trace(0xA4)
    assert int(line["micros"]) >= 0


def test_no_secret_gets_into_a_log(own, house):
    hands = house.operator
    request = session_pb2.CreateSessionRequest(address=house.owner.address, password=PASSWORD)
    token = hands.ask(request).session_token
    assert len(token) > 20
    invitation = house.invite().invitation_token
    house.accept(invitation, "another secret phrase")
    person, office = house.person(), house.functional()
    request = delegation_pb2.GrantDelegationRequest(
        mailbox_id=mailbox_of(office), grantee_id=person.id, rights=[access_pb2.RIGHT_OPEN])
    traced(house, request, 0xA5, **{"mandate-session": token})
    with pytest.raises(CallError):
        hands.ask(session_pb2.CreateSessionRequest(address=house.owner.address, password="a wrong password"))
    for server in own.servers.values():
        text = server.log.read_text()
        assert lines(own, server.name)
        for secret in (PASSWORD, token, invitation, "another secret phrase", "a wrong password"):
            assert secret not in text, server.name
