"""What every contract test stands on: generated messages, three running servers, connections, an organization."""

import pytest

import generate

generate.generate()

from installation import Installation, running  # noqa: E402  (needs nothing generated, but its client does)


@pytest.fixture(scope="session")
def installation(tmp_path_factory):
    """The servers, for all tests. They must end cleanly after everything that the tests did to them."""
    installation = Installation(tmp_path_factory.mktemp("mandate"))
    # The operator's connections stay for all tests, and on a busy machine those of other servers may take five minutes.
    for server in installation.servers.values():
        server.settings = ["--timeout-idle", "3600000"]
    yield from running(installation)


@pytest.fixture(scope="session")
def operator(installation):
    """The operator's connections to the three servers."""
    from scene import Hands

    hands = Hands(installation, "operator-admin")
    yield hands
    hands.close()


@pytest.fixture
def organization(operator):
    """A fresh organization with its owner, made by the operator."""
    from scene import Organization

    return Organization(operator)


@pytest.fixture
def unchanged(operator):
    """No database is written while the test runs. The log is left out: it takes events a moment later."""
    before = [operator.position(server) for server in ("identity", "mailbox")]
    yield
    assert [operator.position(server) for server in ("identity", "mailbox")] == before
