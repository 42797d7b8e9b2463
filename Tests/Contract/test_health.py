"""grpc.health.v1 on the three servers: whoever has a certificate may ask, and watchers hear each change."""

import subprocess

import grpc
import pytest

from installation import Installation, binary, running
from patience import PATIENCE_SECONDS
from scene import refused
from standard import Health

SERVERS = ("identity", "mailbox", "audit")
OWN = {
    "identity": "mandate.identity.v1.AccountService", "mailbox": "mandate.mailbox.v1.AccessService",
    "audit": "mandate.audit.v1.EventService",
}


@pytest.fixture(scope="module")
def own(tmp_path_factory):
    yield from running(Installation(tmp_path_factory.mktemp("health")))


@pytest.mark.parametrize("caller", ["operator-admin", "narrow", "stranger"])
@pytest.mark.parametrize("server", SERVERS)
def test_whoever_has_a_certificate_may_ask(installation, server, caller):
    with installation.connect(server, caller) as connection:
        health = Health(connection)
        assert health.check() == health.check(OWN[server]) == "SERVING"
        assert next(health.watch()) == "SERVING"
        services = health.list()
        assert {"", OWN[server], "mandate.server.v1.ServerService", "grpc.health.v1.Health"} <= set(services)
        assert set(services.values()) == {"SERVING"}
        assert all(health.check(service) == "SERVING" for service in services)


@pytest.mark.parametrize("server", SERVERS)
def test_a_service_that_is_not_there(installation, server):
    with installation.connect(server, "stranger") as connection:
        health = Health(connection)
        for service in ("x", OWN["audit" if server != "audit" else "mailbox"], OWN[server] + "/Check"):
            with refused("NOT_FOUND", "NOT_FOUND", field="service"):
                health.check(service)
            assert next(health.watch(service)) == "SERVICE_UNKNOWN"


def test_a_watcher_hears_that_the_lease_is_lost_and_found(own):
    with own.connect("mailbox", "stranger") as connection:
        told = Health(connection).watch(OWN["mailbox"])
        assert next(told) == "SERVING"
        own.servers["identity"].kill()
        assert next(told) == "NOT_SERVING"
        with own.connect("mailbox") as other:
            assert set(Health(other).list().values()) == {"NOT_SERVING"}
        own.servers["identity"].start()
        own.servers["identity"].await_ready()
        assert next(told) == "SERVING"


@pytest.mark.parametrize("server", SERVERS)
def test_a_watcher_hears_that_the_server_goes_away(own, server):
    with own.connect(server, "stranger") as connection:
        told = Health(connection).watch()
        assert next(told) == "SERVING"
        own.servers[server].terminate()
        # The call ends with OK after that: the server did not wait for the watcher to go.
        assert list(told) == ["NOT_SERVING"]
    assert own.servers[server].await_end() == 0
    own.servers[server].start()
    for one in own.servers.values():
        one.await_ready()


def test_the_operators_hand_asks_too(installation):
    def ask(name, *servers):
        addresses = [f"--{server}=127.0.0.1:{installation.servers[server].port}" for server in SERVERS]
        return subprocess.run(
            [binary("mandatectl"), "health", *servers, *addresses, f"--certificates={installation.certificates}", f"--name={name}"],
            capture_output=True, text=True, timeout=PATIENCE_SECONDS)

    ended = ask("stranger")
    assert (ended.returncode, ended.stdout) == (0, "identity serving\nmailbox serving\naudit serving\n"), ended.stderr
    assert ask("operator-admin", "audit").stdout == "audit serving\n"
    assert ask("nobody").returncode != 0


@pytest.mark.parametrize("server", SERVERS)
def test_a_probe_without_tls_asks_the_operations_port(installation, server):
    """As Kubernetes' gRPC probe does. Nothing but health is there."""
    channel = grpc.insecure_channel(f"127.0.0.1:{installation.servers[server].operations_port}")
    with channel:
        check = channel.unary_unary("/grpc.health.v1.Health/Check")
        assert check(b"", timeout=PATIENCE_SECONDS) == b"\x08\x01", "SERVING"
        for path in ("grpc.reflection.v1.ServerReflection/ServerReflectionInfo", f"{OWN[server]}/Check"):
            with pytest.raises(grpc.RpcError) as refused:
                channel.unary_unary(f"/{path}")(b"", timeout=PATIENCE_SECONDS)
            assert refused.value.code() == grpc.StatusCode.UNIMPLEMENTED
    assert installation.servers[server].ask("/livez")[0] == 200, "and HTTP/1.1 goes on"
