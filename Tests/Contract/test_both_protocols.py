"""Every method, natively and over gRPC, with the same bytes: the same status, message, details, metadata and answer."""

import pytest
from google.protobuf import descriptor_pb2, descriptor_pool, message_factory
from mandate.audit.v1.log_pb2 import TreeHead
from mandate.rpc.v1 import frame_pb2

import grpc_channel
import registry
from client import CODES, Call
from generate import PROTO
from grpc_channel import ENDLESS, End
from registry import is_secret
from sample_requests import sample
from scene import Hands, eventually, unique

SERVERS = ("identity", "mailbox", "audit")


def methods():
    """(server, path, descriptor) of every method in the committed contract. Services that belong to none of the three
    are asked for at each: who does not have one says so the same way on both protocols."""
    contract = descriptor_pb2.FileDescriptorSet.FromString((PROTO / "mandate.binpb").read_bytes())
    pool = descriptor_pool.DescriptorPool()
    for file in contract.file:
        pool.Add(file)
    for file in contract.file:
        for service in file.service:
            full = pool.FindServiceByName(f"{file.package}.{service.name}")
            owner = file.package.removeprefix("mandate.").split(".")[0]
            for server in [owner] if owner in SERVERS else SERVERS:
                for method in full.methods:
                    yield server, f"{full.full_name}/{method.name}", method


METHODS = list(methods())
OWN = {method.path: method for method in registry.METHODS}
# Reading the log is an event of the log, so that no two answers with the tree's head are the same; nor are those with a
# secret that is shown once.
RECORDED = {
    path for path, method in OWN.items()
    if any(is_secret(field) or field.message_type == TreeHead.DESCRIPTOR for field in method.answer.fields)
}
NAMES = [f"{server}: {path}" for server, path, _ in METHODS]


class Raw(Call):
    """A call that keeps its response as it came."""

    response = None

    def _take(self, kind, frame):
        if kind == "response":
            self.response = frame.response
        super()._take(kind, frame)


def ask_natively(connection, path, method, messages, metadata):
    """As `grpc_channel.ask`."""
    call = Raw(connection, connection._next_stream, path)
    call._answer_type = Bytes
    connection._next_stream += 2
    connection._calls[call.stream] = call
    request = frame_pb2.Request(method=path, no_message=method.client_streaming, done=not method.client_streaming)
    request.timeout.FromSeconds(10)
    for key, value in metadata.items():
        request.metadata.add(key=key, value=value)
    if not method.client_streaming:
        request.message = messages[0]
    connection.send(frame_pb2.Frame(stream=call.stream, request=request))
    if method.client_streaming:
        for message in messages:
            call._frame(message=frame_pb2.Message(body=message))
        call.half_close()
    while not call._ended and not call._messages:
        connection._pump()
    answer = call._messages.popleft() if call._messages else None
    if answer is not None and path in ENDLESS:
        call.cancel()
        return End("CANCELLED", "", [], [], answer)
    while not call._ended:
        connection._pump()
    assert not call._messages, "a second answer"
    status = call.response.status
    if status.code == 0 and not method.server_streaming:
        answer = call.response.message
    pairs = sorted((pair.key, pair.value) for pair in call.response.metadata)
    return End(CODES[status.code], status.message, list(status.details), pairs, answer)


class Bytes:
    FromString = staticmethod(bytes)


class Callers:
    """Both protocols' connections of each caller to each server."""

    def __init__(self, installation):
        self.installation, self._hands, self._channels = installation, {}, {}

    def compare(self, server, path, method, messages, metadata, caller):
        """The end of the call, which must be the same both ways."""
        if caller not in self._hands:
            self._hands[caller] = Hands(self.installation, caller)
        if (server, caller) not in self._channels:
            self._channels[server, caller] = grpc_channel.channel(self.installation, server, caller)
        connection, channel = self._hands[caller].at(server), self._channels[server, caller]

        def natively():
            return ask_natively(connection, path, method, messages, metadata)

        def both():
            native, grpc = natively(), grpc_channel.ask(channel, path, messages, metadata)
            if path in RECORDED:
                native.answer, grpc.answer = native.answer is None, grpc.answer is None
                return native, grpc
            # Else what is asked for changed meanwhile: the log takes its events a moment later.
            return natively() == native and (native, grpc)

        native, grpc = eventually(both)
        assert grpc == native
        return native

    def close(self):
        for one in (*self._hands.values(), *self._channels.values()):
            one.close()


@pytest.fixture(scope="module")
def callers(installation):
    callers = Callers(installation)
    yield callers
    callers.close()


@pytest.mark.parametrize(("server", "path", "method"), METHODS, ids=NAMES)
def test_the_same_answer(callers, organization, server, path, method):
    """A request that means something, sent twice with one request_id, so that a change happens once."""
    message = sample(OWN[path], organization) if path in OWN else message_factory.GetMessageClass(method.input_type)()
    if "request_id" in message.DESCRIPTOR.fields_by_name:
        message.request_id = unique("request")
    message = message.SerializeToString()
    for metadata in ({}, {"mandate-account": organization.owner.id}):
        callers.compare(server, path, method, [message], metadata, "operator-admin")


@pytest.mark.parametrize(("server", "path", "method"), METHODS, ids=NAMES)
def test_the_same_refusal(callers, server, path, method):
    """Nothing at all, nonsense, and a caller that is not listed."""
    for messages in ([b""], [b"\xff"], *([[]] if method.client_streaming else [])):
        callers.compare(server, path, method, messages, {"mandate-account": "nobody"}, "operator-admin")
        callers.compare(server, path, method, messages, {}, "operator-admin")
    callers.compare(server, path, method, [b""], {}, "stranger")


def test_a_method_that_is_none(callers):
    for server in SERVERS:
        for path in ("mandate.identity.v1.AccountService/Nothing", "a.b.Nothing/Nothing", "nothing", ""):
            method = METHODS[0][2]
            assert callers.compare(server, path, method, [b""], {}, "operator-admin").code == "UNIMPLEMENTED"
