"""What a server's program does besides serving: --version, --help, healthcheck, restore."""

import subprocess

import pytest
from mandate.server.v1 import server_pb2

from installation import Installation, binary, free_ports, running
from patience import PATIENCE_SECONDS
from scene import eventually, unique

SERVERS = ("identity", "mailbox", "audit")


def run(server, *arguments, **environment):
    return subprocess.run(
        [binary(f"mandate-{server}"), *arguments], capture_output=True, text=True, timeout=PATIENCE_SECONDS, env=environment)


@pytest.fixture(scope="module")
def own(tmp_path_factory):
    yield from running(Installation(tmp_path_factory.mktemp("commands")))


@pytest.mark.parametrize("server", SERVERS)
def test_version_and_help_need_no_settings(server, installation, operator):
    version = operator.ask(server_pb2.GetServerRequest(), at=server).version
    ended = run(server, "--version")
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, f"mandate-{server} {version}\n", "")
    for asked in (["--help"], ["healthcheck", "--help"], ["restore", "--help"], ["restore", "x", "-h"], ["--lease", "500", "--help"]):
        ended = run(server, *asked)
        assert ended.returncode == 0 and ended.stdout.startswith(f"mandate-{server} {version}\n"), asked
        assert "restore BACKUP --database FILE" in ended.stdout and "MANDATE_" in ended.stdout


@pytest.mark.parametrize("server", SERVERS)
def test_restore_needs_the_database_only(server, installation, operator, tmp_path):
    name = unique("backup")
    operator.ask(server_pb2.BackupServerRequest(name=name), at=server)
    backup = installation.servers[server].database.with_name(f"{server}.db.backups") / name
    restored = tmp_path / "restored.db"
    ended = run(server, "restore", str(backup), "--database", str(restored))
    assert ended.returncode == 0 and ended.stdout.startswith(f"restored {restored} at position "), ended
    assert restored.stat().st_size > 0
    ended = run(server, "restore", str(backup), MANDATE_DATABASE=str(restored))
    assert ended.returncode == 1 and "is there; move it away first" in ended.stderr


@pytest.mark.parametrize("server", SERVERS)
def test_healthcheck_asks_the_server_on_this_machine(server, installation):
    port = str(installation.servers[server].operations_port)
    for ended in (run(server, "healthcheck", "--operations-port", port), run(server, "healthcheck", MANDATE_OPERATIONS_PORT=port)):
        assert (ended.returncode, ended.stdout, ended.stderr) == (0, "ready\n", "")


@pytest.mark.parametrize("server", SERVERS)
def test_healthcheck_says_that_nobody_answers(server):
    [port] = free_ports(1)
    ended = run(server, "healthcheck", "--operations-port", str(port))
    assert ended.returncode == 1 and ended.stdout == "" and f"nothing answers at 127.0.0.1:{port}" in ended.stderr


def test_healthcheck_says_why_a_server_is_not_ready(own):
    own.servers["identity"].kill()
    mailbox = own.servers["mailbox"]
    eventually(lambda: mailbox.ask("/readyz")[0] == 503)
    ended = run("mailbox", "healthcheck", "--operations-port", str(mailbox.operations_port))
    assert ended.returncode == 1 and "not ready: identity not heard for" in ended.stderr
    own.servers["identity"].start()
    own.servers["identity"].await_ready()
    mailbox.await_ready()
