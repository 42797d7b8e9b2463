"""Calls that are refused: each with a code and a reason, nothing changed, and the connection lives on."""

import pytest
from google.protobuf.descriptor import FieldDescriptor
from google.protobuf.timestamp_pb2 import Timestamp
from mandate.identity.v1 import account_pb2, account_states_pb2, group_pb2
from mandate.mailbox.v1 import delegation_pb2, mailbox_pb2
from mandate.mailbox.v1.access_pb2 import RIGHT_OPEN, CheckRequest

from client import CallError, ConnectionEnded
from edges import got, places, put
from registry import ACCOUNT, BY_REQUEST, METHODS, is_answer
from sample_requests import ask, sample
from scene import Organization, address, mailbox_of, refused, start

NOBODY = "0" * 26
BROKEN_TEXT = {"NUL": b"a\0b", "broken UTF-8": b"a\xffb", "an overlong NUL": b"\xc0\x80", "a surrogate": b"\xed\xa0\x80"}


@pytest.fixture(scope="module")
def house(operator):
    return Organization(operator)


@pytest.fixture(scope="module")
def office(house):
    return house.functional()


# A stream's messages are refused on their stream: test_feed.
UNARY = [method for method in METHODS if not method.streams_in]


def ids(request):
    """The paths of the ids in a request, but its own."""
    return [
        path for path, field in places(request.DESCRIPTOR)
        if (field.name == "id" or field.name.endswith("_id")) and field.name != "request_id" and not is_answer(field)
    ]


NAMING = [method for method in UNARY if method.access.kind == ACCOUNT and ids(method.Request)]


@pytest.fixture(scope="module")
def samples(house):
    """A call in order for every method, made before a test looks at what changes."""
    return {method: sample(method, house) for method in UNARY}


# Fields. What rules say of them is in test_edges.


@pytest.mark.parametrize("broken", BROKEN_TEXT)
def test_text_with_nul_or_broken_utf8_is_refused(house, operator, unchanged, broken):
    """A text field of each method's message; the bytes are made by hand, for Python would not."""
    marker = "MARKER"
    for method in UNARY:
        texts = [field for field in method.Request.DESCRIPTOR.fields if field.type == FieldDescriptor.TYPE_STRING]
        for field in texts:
            request = method.Request()
            put(request, (field.name,), [marker] if field.label == field.LABEL_REPEATED else marker)
            body = request.SerializeToString()
            body = body.replace(marker.encode(), BROKEN_TEXT[broken].ljust(len(marker), b"x"))
            call = start(operator.at(method.servers[0]), method.path, body, house.owner.id)
            with refused("INVALID_ARGUMENT", "MALFORMED_MESSAGE"):
                call.answer()


@pytest.mark.parametrize("method", UNARY, ids=str)
def test_fields_that_nobody_knows_are_passed_over(house, method):
    """A newer caller's. Field 20,000 is in no message: as a varint, eight bytes, a length and four bytes."""
    unknown = bytes.fromhex("80e2099601" "81e2090000000000000000" "82e20903616263" "85e20900000000")
    ask(method, method.Request.FromString(unknown + sample(method, house).SerializeToString() + unknown), house)


@pytest.mark.parametrize("method", NAMING, ids=str)
def test_d28_an_unknown_id_and_another_organizations_answer_alike(house, operator, method):
    """By the answer nobody learns what is there."""
    elsewhere = Organization(operator)
    known = sample(method, house)
    unknown = type(known).FromString(known.SerializeToString())
    for path in ids(known):
        if value := got(known, path):
            put(unknown, path, value[:4] + NOBODY)
    assert known != unknown
    errors = []
    for request in (known, unknown):
        with pytest.raises(CallError) as error:
            ask(method, request, elsewhere, by=elsewhere.owner)
        errors.append((error.value.code, error.value.reason, error.value.message, error.value.metadata))
    assert errors[0] == errors[1] and errors[0][:2] == ("NOT_FOUND", "NOT_FOUND")


def test_an_address_of_another_organization_finds_nothing(house, operator):
    messages = set()
    for wanted in (Organization(operator).owner.address, address("nobody"), "nonsense"):
        with refused("NOT_FOUND", "NOT_FOUND") as refusal:
            house.ask(account_pb2.GetAccountRequest(address=wanted))
        messages.add(str(refusal.error))
    assert len(messages) == 1


@pytest.mark.parametrize("id", [
    "nonsense", "acc_", "acc_" + "0" * 25, "acc_" + "0" * 27, "acc_" + "u" * 26, "ACC_" + NOBODY, "acc_" + "z" * 26,
    "org_" + NOBODY, "'; DROP TABLE accounts; --", "../../etc/passwd", "acc_" + "Ä" * 26,
])
def test_what_is_no_id_finds_nothing(house, office, operator, unchanged, id):
    for request in (
        account_pb2.GetAccountRequest(account_id=id), account_states_pb2.SuspendAccountRequest(account_id=id),
        group_pb2.GetGroupRequest(group_id=id),
        delegation_pb2.GrantDelegationRequest(mailbox_id=mailbox_of(office), grantee_id=id, rights=[RIGHT_OPEN]),
        delegation_pb2.RevokeDelegationRequest(delegation_id=id), mailbox_pb2.GetMailboxRequest(mailbox_id=id),
    ):
        with pytest.raises(CallError) as error:
            house.ask(request)
        assert (error.value.code, error.value.reason) in (("NOT_FOUND", "NOT_FOUND"), ("INVALID_ARGUMENT", "INVALID_FIELD"))
        assert "DROP" not in error.value.message and "/" not in error.value.message


# Methods, messages, metadata, deadlines.


@pytest.mark.parametrize("method", [
    "mandate.mailbox.v1.AccessService/Chock", "mandate.mailbox.v1.Nothing/Check", "Check", "", "/", "a/b/c",
    "/mandate.mailbox.v1.AccessService/Check", "mandate.identity.v1.AccountService/GetAccount", "漢/字",
])
def test_an_unknown_method_is_unimplemented(operator, unchanged, method):
    with refused("UNIMPLEMENTED", "UNKNOWN_METHOD"):
        start(operator.at("mailbox"), method, b"").answer()


@pytest.mark.parametrize("body", [b"\xff", b"\x0a\xff", b"\x0a\x05ab", b"\x0b\x0c", b"\x08\x01", b"\x00\x00", bytes(64)])
def test_bytes_that_are_no_message_are_refused(operator, unchanged, body):
    with refused("INVALID_ARGUMENT", "MALFORMED_MESSAGE"):
        start(operator.at("mailbox"), "mandate.mailbox.v1.AccessService/Check", body).answer()


def test_a_unary_call_has_its_message_in_the_request(operator, unchanged):
    connection, method = operator.at("mailbox"), "mandate.mailbox.v1.AccessService/Check"
    with refused("INVALID_ARGUMENT", "MALFORMED_MESSAGE"):
        start(connection, method, b"", no_message=True).answer()
    with refused("INVALID_ARGUMENT", "MALFORMED_MESSAGE"):
        connection.call(method, CheckRequest(account_id="x")).answer()
    assert connection.ping(1) == 1


def test_a_deadline_that_has_passed_changes_nothing(house, office, operator, unchanged):
    request = delegation_pb2.GrantDelegationRequest(
        mailbox_id=mailbox_of(office), grantee_id=house.owner.id, rights=[RIGHT_OPEN], justification="too late"
    )
    with refused("DEADLINE_EXCEEDED", "DEADLINE_EXCEEDED"):
        operator.ask(request, account=house.owner.id, timeout=0)


# Of a resource, set by another method and told by the log, so its option does not say that it is an answer.
SET_ELSEWHERE = {"suspend_end_time"}


def times(method):
    """The paths of the times that a caller may set."""
    for path, field in places(method.Request.DESCRIPTOR):
        if field.message_type == Timestamp.DESCRIPTOR and not is_answer(field) and field.name not in SET_ELSEWHERE:
            yield path


@pytest.mark.parametrize("seconds, nanos", [(0, -1), (0, 10**9), (253402300800, 0), (-62135596801, 0), (2**63 - 1, 0)])
def test_a_time_that_is_none_is_refused_in_every_method(house, samples, unchanged, seconds, nanos):
    tried = [(method, path) for method in UNARY for path in times(method)]
    for method, path in tried:
        request = type(samples[method]).FromString(samples[method].SerializeToString())
        put(request, path, Timestamp(seconds=seconds, nanos=nanos))
        if "update_mask" in request.DESCRIPTOR.fields_by_name:
            request.update_mask.paths[:] = [path[-1]]
        with refused("INVALID_ARGUMENT", "INVALID_FIELD", field=".".join(path)):
            ask(method, request, house)
    assert len(tried) >= 7


@pytest.mark.parametrize("seconds, nanos", [(-1, 0), (0, -1), (1, -1), (0, 10**9), (366 * 86400, 1), (10**12, 0), (2**63 - 1, 0)])
def test_a_timeout_that_is_none_is_refused(house, operator, unchanged, seconds, nanos):
    from google.protobuf.duration_pb2 import Duration

    call = start(
        operator.at("identity"), "mandate.identity.v1.AccountService/GetAccount",
        account_pb2.GetAccountRequest(account_id=house.owner.id).SerializeToString(), house.owner.id,
        timeout=Duration(seconds=seconds, nanos=nanos),
    )
    with refused("INVALID_ARGUMENT", "INVALID_FIELD", field="timeout"):
        call.answer()


def test_metadata_has_its_limits(house, operator, unchanged):
    request = account_pb2.GetAccountRequest(account_id=house.owner.id)
    ask = lambda **metadata: operator.at("identity").unary(
        BY_REQUEST[request.DESCRIPTOR.full_name].path, request, metadata={"mandate-account": house.owner.id, **metadata}
    )
    # Keys, values, and 32 bytes for each of the two pairs.
    room = 16384 - 2 * 32 - len("mandate-account" + house.owner.id + "note")
    assert ask(note="x" * room).account.id == house.owner.id
    with refused("RESOURCE_EXHAUSTED", "LIMIT_EXCEEDED"):
        ask(note="x" * (room + 1))
    with refused("RESOURCE_EXHAUSTED", "LIMIT_EXCEEDED"):
        ask(**{f"k{number}": "" for number in range(600)})
    for key in ("Upper", "with space", "ä", "", "traceparent"):
        assert ask(**{key: "nobody reads \u00e4 or \x01"}).account.id == house.owner.id
    with refused("INVALID_ARGUMENT", "INVALID_FIELD", field="metadata.key"):
        ask(**{"mandate-Session": "x"})
    with refused("INVALID_ARGUMENT", "INVALID_FIELD", field="metadata.value"):
        ask(**{"mandate-person-address": "\u00e4"})


def test_no_connection_ended_over_refused_calls(operator):
    try:
        for server in ("identity", "mailbox", "audit"):
            assert operator.at(server).ping(7) == 7
    except ConnectionEnded as ended:
        pytest.fail(f"the server ended a connection over a refused call: {ended}")
