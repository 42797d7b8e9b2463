"""Server reflection: a client without .proto files learns the contract from the server, and calls by it."""

import pytest
from google.protobuf import descriptor_pb2, descriptor_pool, message_factory

from generate import PROTO
from installation import Installation, running
from scene import refused
from standard import Reflection

SERVERS = ("identity", "mailbox", "audit")
VERSIONS = ("v1", "v1alpha")
NOT_FOUND, INVALID_ARGUMENT = 5, 3


def committed():
    """The files of proto/mandate.binpb by name."""
    files = descriptor_pb2.FileDescriptorSet.FromString((PROTO / "mandate.binpb").read_bytes())
    return {file.name: file for file in files.file}


def services_of(server):
    """What a server serves: its own package, and what all have. Only two have a feed."""
    packages = [f"mandate.{server}.v1", "mandate.server.v1"] + (["mandate.feed.v1"] if server != "audit" else [])
    return sorted(
        f"{file.package}.{service.name}" for file in committed().values() for service in file.service
        if file.package in packages or file.package.startswith("grpc."))


@pytest.fixture
def own(tmp_path):
    """Servers of this test's own, which it may stop."""
    yield from running(Installation(tmp_path))


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("server", SERVERS)
def test_the_server_hands_out_the_committed_contract(installation, server, version):
    expected = committed()
    with installation.connect(server, "webmail") as connection:
        reflection = Reflection(connection, version)
        assert reflection.services() == services_of(server)
        for service in services_of(server):
            files = [descriptor_pb2.FileDescriptorProto.FromString(file) for file in reflection.files(file_containing_symbol=service)]
            assert service in [f"{files[0].package}.{one.name}" for one in files[0].service]
            assert all(file == expected[file.name] for file in files)
            # Nothing is missing that they import, and nothing comes twice.
            names = [file.name for file in files]
            assert len(names) == len(set(names)) and {name for file in files for name in file.dependency} <= set(names)


def test_a_client_can_call_by_what_it_learned(installation):
    with installation.connect("audit") as connection:
        reflection = Reflection(connection)
        pool = descriptor_pool.DescriptorPool()
        files = reflection.files(file_containing_symbol="mandate.server.v1.ServerService")
        files = {file.name: file for file in map(descriptor_pb2.FileDescriptorProto.FromString, files)}
        while files:
            # A file after all that it imports.
            name = next(name for name, file in files.items() if not files.keys() & set(file.dependency))
            pool.Add(files.pop(name))
        method = pool.FindMethodByName("mandate.server.v1.ServerService.GetServer")
        call = connection.call(
            "mandate.server.v1.ServerService/GetServer", message_factory.GetMessageClass(method.input_type)(), done=True)
        call._answer_type = message_factory.GetMessageClass(method.output_type)
        assert call.answer().name == "mandate-audit"


@pytest.mark.parametrize("version", VERSIONS)
def test_what_is_not_there_is_an_answer(installation, version):
    with installation.connect("identity", "webmail") as connection:
        reflection = Reflection(connection, version)
        extended = {"containing_type": "google.protobuf.MethodOptions", "extension_number": 50701}
        assert reflection.error(file_by_filename="x") == NOT_FOUND
        assert reflection.error(file_containing_symbol="mandate.identity.v1") == NOT_FOUND
        assert reflection.error(file_containing_extension={**extended, "extension_number": 1}) == NOT_FOUND
        assert reflection.error(all_extension_numbers_of_type="x") == NOT_FOUND
        assert reflection.error() == INVALID_ARGUMENT
        files = reflection.files(file_containing_extension=extended)
        assert files == reflection.files(file_by_filename="mandate/rpc/v1/options.proto")
        assert descriptor_pb2.FileDescriptorProto.FromString(files[0]).name == "mandate/rpc/v1/options.proto"
        numbers = reflection.ask(all_extension_numbers_of_type="google.protobuf.MethodOptions")
        assert list(numbers.all_extension_numbers_response.extension_number) == [50701, 50702]


def test_a_stream_that_nobody_closes_does_not_keep_a_server_up(own):
    with own.connect("audit") as connection:
        reflection = Reflection(connection)
        assert reflection.services() == services_of("audit")
        own.servers["audit"].terminate()
        with refused("UNAVAILABLE", "DRAINING"):
            reflection.call.receive()
    assert own.servers["audit"].await_end() == 0


def test_reflection_is_for_listed_callers(installation):
    with installation.connect("mailbox", "narrow") as connection:
        assert Reflection(connection).services() == services_of("mailbox")
    for version in VERSIONS:
        with installation.connect("mailbox", "stranger") as connection, refused("PERMISSION_DENIED", "UNKNOWN_CALLER"):
            Reflection(connection, version).call.receive()
