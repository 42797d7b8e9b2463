"""The images are what the Dockerfile promises, and the system of compose.yaml works."""

import json

import pytest

from system import IMAGES, SERVERS

TEMPORARY = "/tmp"

PORTS = {"mandate-identity": (7401, 7501), "mandate-mailbox": (7402, 7502), "mandate-audit": (7403, 7503)}


@pytest.fixture(params=SERVERS)
def server(request):
    return request.param


@pytest.mark.parametrize("name", IMAGES)
def test_image(podman, images, name):
    image = json.loads(podman("image", "inspect", images[name]))[0]
    config = image["Config"]
    assert config["User"] == "65532:65532"
    assert config["Entrypoint"] == [name]
    assert config["Labels"]["org.opencontainers.image.title"] == name
    assert config["Labels"]["org.opencontainers.image.version"] == "0.1.0"
    if name in SERVERS:
        assert config["Volumes"] == {"/var/lib/mandate": {}}
        assert config["StopSignal"] in ("SIGTERM", "15")
        assert set(config["ExposedPorts"]) == {f"{port}/tcp" for port in PORTS[name]}
        assert image["HealthcheckConfig" if "HealthcheckConfig" in image else "Healthcheck"]["Test"] == [
            "CMD", name, "healthcheck",
        ]


@pytest.mark.parametrize("name", IMAGES)
def test_image_starts_with_its_own_libraries(podman, images, name):
    printed = podman(
        "run", "--rm", "--network", "none", *podman.limits(), "--read-only", images[name], "--version"
    )
    assert "0.1.0" in printed


def test_example(system):
    system.example()


def test_nothing_more_than_needed(system, server):
    """Seen from inside the process: its user, its capabilities, what it may write."""
    status = dict(line.split(":\t", 1) for line in system.inside(server, "cat", "/proc/1/status").splitlines())
    assert status["Name"] == server[:15]
    assert status["Uid"].split() == ["65532"] * 4 and status["Gid"].split() == ["65532"] * 4
    assert int(status["CapEff"], 16) == int(status["CapPrm"], 16) == int(status["CapBnd"], 16) == 0
    assert status["NoNewPrivs"] == "1"
    mounts = [line.split() for line in system.inside(server, "cat", "/proc/1/mounts").splitlines()]
    read_only = {fields[1] for fields in mounts if "ro" in fields[3].split(",")}
    assert {"/", "/etc/mandate/certificates", "/etc/mandate/callers.json"} <= read_only
    system.inside(server, "touch", "/var/lib/mandate/new", f"{TEMPORARY}/new")
    system.inside(server, "rm", "/var/lib/mandate/new", f"{TEMPORARY}/new")


def test_restart_keeps_everything(system):
    """SIGTERM ends each server with 0 and a word; a new container on the same volume has what the old one had."""
    organization = system.example()
    for name in SERVERS:
        system.podman("stop", name)
        assert system.state(name, "ExitCode") == "0", system.logs(name)
        assert '"stopped"' in system.logs(name)
        system.podman("rm", name)
        system.start(name)
    for name in SERVERS:
        system.await_healthy(name)
    assert system.example() == organization


def test_backup_and_restore(system):
    """As docker/README.md says it."""
    organization = system.example()
    system.once("mandatectl", "backup", "identity", "kept.db")
    system.once("mandatectl", "organization", "create", "Later", "--owner", "owner@later.example")
    system.podman("stop", "mandate-identity")
    system.podman("rm", "mandate-identity")
    volume = "/var/lib/mandate"
    aside = f"mkdir {volume}/old && mv {volume}/identity.db* {volume}/old/"
    system.once("mandate-identity", "-c", aside, entrypoint="sh")
    system.once("mandate-identity", "restore", f"{volume}/old/identity.db.backups/kept.db")
    system.start("mandate-identity")
    for name in SERVERS:
        system.await_healthy(name)
    # Reads only: the first change after a restore waits for the longest lease there may be (test_backup).
    listed = system.once("mandatectl", "organization", "list")
    assert organization in listed and "Later" not in listed
