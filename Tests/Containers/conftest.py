"""The images, from docker/Dockerfile around programs that were built outside, and the system of docker/compose.yaml."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest

from podman import BASE, ROOT, Failed, Podman, Unavailable
from system import IMAGES, NETWORK, SERVERS, System

PROGRAMS = Path(os.environ.get("MANDATE_BIN", ROOT / ".build" / "release"))
# What apt says when its mirror does not answer.
NO_MIRROR = ("Failed to fetch", "Could not resolve", "Temporary failure resolving", "Unable to locate package")


@pytest.fixture(scope="session")
def folder():
    """Of this run, and deleted at its end: images and containers, and the programs they are made of."""
    parent = ROOT / ".mandate" / "containers"
    parent.mkdir(parents=True, exist_ok=True)
    path = Path(tempfile.mkdtemp(prefix="run-", dir=parent))
    yield path
    shutil.rmtree(path)


@pytest.fixture(scope="session")
def podman(folder):
    missing = [name for name in IMAGES if not (PROGRAMS / name).exists()]
    if missing:
        pytest.skip(f"not built: {', '.join(missing)} in {PROGRAMS} (make build)")
    state = Path(tempfile.mkdtemp(prefix="mandate-", dir="/tmp"))
    tool = Podman(folder / "storage", state)
    try:
        tool.prepare()
    except (Unavailable, Failed, subprocess.TimeoutExpired) as error:
        tool.delete()
        pytest.skip(str(error))
    yield tool
    tool("rm", "--force", "--depend", "--time", "0", NETWORK, check=False)
    tool.delete()


@pytest.fixture(scope="session")
def images(podman, folder):
    """All four, by name."""
    programs, nothing = folder / "built", folder / "nothing"
    gather(programs / "programs")
    nothing.mkdir()
    # Where a layer is a copy of everything, one of each instruction is too many.
    layers = podman.driver != "vfs"
    for name in IMAGES:
        try:
            podman(
                *("build", "--quiet", "--isolation", "chroot", "--format", "docker", "--network", "host"),
                f"--layers={str(layers).lower()}",
                *("--build-arg", f"RUNTIME_IMAGE={BASE}", "--build-context", f"programs={programs}"),
                *("--target", name, "--tag", f"{name}:0.1.0", "--file", ROOT / "docker" / "Dockerfile", nothing),
            )
        except Failed as error:
            said = [line for line in str(error).splitlines() if any(sign in line for sign in NO_MIRROR)]
            if said:
                pytest.skip(f"Debian's mirror does not answer: {said[0]}")
            raise
        except subprocess.TimeoutExpired as error:
            pytest.skip(f"too slow here: {name} was not built in {error.timeout} s")
    return {name: f"localhost/{name}:0.1.0" for name in IMAGES}


def gather(into):
    """The programs, and the Swift libraries that they load from the toolchain."""
    (into / "lib").mkdir(parents=True)
    for name in IMAGES:
        # As the Dockerfile links them: without symbols.
        subprocess.run(["strip", "-o", into / name, PROGRAMS / name], check=True)
        loaded = subprocess.run(["ldd", PROGRAMS / name], capture_output=True, text=True, check=True).stdout
        for line in loaded.splitlines():
            library = line.partition("=>")[2].split(" (")[0].strip()
            if "/swift/" in library:
                shutil.copy(library, into / "lib")


@pytest.fixture(scope="session")
def system(podman, images):
    """Certificates, then the three servers, healthy."""
    system = System(podman)
    system.once("certificates")
    for name in ("mandate-identity", "mandate-audit", "mandate-mailbox"):
        system.start(name)
    for name in SERVERS:
        system.await_healthy(name)
    return system
