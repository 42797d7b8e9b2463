"""gRPC's interop cases against `rpc-interop`: the product's server with gRPC's own test service.

A stack is a client of another making. Each case is written once and run with every stack; what a stack cannot do is
skipped with that reason.

    grpcio   the C++ core of Google's, in Python's clothes
    grpclib  a second one, pure Python over the h2 package
    wire     our own over the h2 package: sees the bytes, and can be told to compress one message and not the next
    native   mandate-rpc/1, the same router by another protocol
"""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Contract"))

import generate  # noqa: E402

generate.generate()

from installation import make_certificates  # noqa: E402
from server import InteropServer  # noqa: E402

STACKS = ("grpcio", "grpclib", "wire", "native")


@pytest.fixture(scope="session")
def certificates(tmp_path_factory):
    folder = tmp_path_factory.mktemp("certificates")
    make_certificates(folder, ["interop", "client"])
    return folder


@pytest.fixture(scope="session")
def server(certificates):
    """Asks for no client certificate."""
    server = InteropServer(certificates)
    yield server
    server.stop()


@pytest.fixture(scope="session")
def guarded(certificates):
    """Asks for one."""
    server = InteropServer(certificates, authority=True)
    yield server
    server.stop()


def new_stack(name, server, **options):
    return __import__(f"{name}_stack").Stack(server, **options)


@pytest.fixture(scope="session", params=STACKS)
def stack_name(request):
    return request.param


@pytest.fixture(scope="session")
def stack(stack_name, server):
    """One connection of the stack, for all its cases."""
    stack = new_stack(stack_name, server)
    yield stack
    stack.close()


@pytest.fixture(scope="session")
def connect(stack_name):
    """More connections: `with connect(server) as stack`."""
    from contextlib import closing

    return lambda server, **options: closing(new_stack(stack_name, server, **options))
