"""Podman on a storage of its own, and why it cannot be used here when it cannot."""

import os
import platform
import resource
import shutil
import subprocess
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BASE = "localhost/mandate-base"
# Longest that one command may take: debootstrap, or the build of an image that installs packages.
COMMAND_SECONDS = 120


class Unavailable(Exception):
    """What is missing on this machine. No fault of the product."""


class Failed(Exception):
    pass


class Podman:
    """Commands of podman. Images and containers lie in `storage`, what is only of their running in `state`, whose path
    must be short; nothing of the machine's own podman is touched."""

    def __init__(self, storage, state):
        self.storage, self.state = storage, state
        self.driver = "vfs"

    def prepare(self):
        """Finds what works here, or says what does not; then there is `BASE`."""
        for tool in ("podman", "runc"):
            if not shutil.which(tool):
                raise Unavailable(f"there is no {tool} (apt-get install podman runc debootstrap)")
        # Copying whole layers works everywhere; laying one over the other is faster.
        if self("info", check=False, driver="overlay").returncode == 0:
            self.driver = "overlay"
        elif (said := self("info", check=False)).returncode != 0:
            raise Unavailable(f"podman does not start: {said.stderr.strip()[-300:]}")
        self.import_base()

    def __call__(self, *arguments, check=True, stdin=None, driver=None):
        """Runs one command: what it printed, or with `check=False` the completed process."""
        driver = driver or self.driver
        done = subprocess.run(
            [
                *("podman", "--root", self.storage / driver, "--runroot", self.state / driver),
                *("--tmpdir", self.state / "tmp", "--storage-driver", driver),
                *("--runtime", "runc", "--cgroup-manager", "cgroupfs"),
                *("--events-backend", "file", *arguments),
            ],
            stdin=stdin, capture_output=True, text=True, timeout=COMMAND_SECONDS,
        )
        if not check:
            return done
        if done.returncode != 0:
            text = " ".join(str(argument) for argument in arguments)
            raise Failed(f"podman {text} ended with {done.returncode}:\n{(done.stdout + done.stderr)[-3000:]}")
        return done.stdout.strip()

    def delete(self):
        """Deletes everything. What podman starts when a container ends may still be at work, and mounts its storage."""
        deadline = time.monotonic() + COMMAND_SECONDS
        mount = self.storage / self.driver / self.driver
        while self.storage.exists() or self.state.exists():
            # Asked of whatever stands there: a mount of the same file system is none to Path.is_mount.
            subprocess.run(["umount", "--lazy", mount], capture_output=True)
            shutil.rmtree(self.storage, ignore_errors=True)
            shutil.rmtree(self.state, ignore_errors=True)
            assert time.monotonic() < deadline, f"{self.storage} cannot be deleted"
            time.sleep(0.2)

    def limits(self, files=1024):
        """Explicit, and never more than this process has: the defaults ask for more than some machines grant."""
        files = min(files, resource.getrlimit(resource.RLIMIT_NOFILE)[1])
        return ["--ulimit", f"nofile={files}:{files}", "--ulimit", "nproc=4096:4096"]

    def import_base(self):
        """A minimal Debian as `BASE`, made with debootstrap and kept for the next time; tries a container on it."""
        if image := os.environ.get("RUNTIME_IMAGE"):
            self("pull", "--quiet", image)
            self("tag", image, BASE)
        else:
            with open(debian_archive()) as archive:
                self("import", "-", BASE, stdin=archive)
        tried = self("run", "--rm", "--network", "none", *self.limits(), BASE, "true", check=False)
        if tried.returncode != 0:
            raise Unavailable(f"podman cannot run a container here: {tried.stderr.strip()[-300:]}")


def debian_archive():
    """Debian of this machine's release, because programs built here want its libraries, from this machine's mirror."""
    release = platform.freedesktop_os_release()
    if release.get("ID") != "debian":
        raise Unavailable(f"the programs are built for {release.get('NAME')}, and a base is made of Debian only")
    suite = release["VERSION_CODENAME"]
    archive = ROOT / ".mandate" / "containers" / f"{suite}.tar"
    if archive.exists():
        return archive
    if not shutil.which("debootstrap"):
        raise Unavailable("there is no debootstrap (apt-get install debootstrap)")
    if os.geteuid() != 0:
        raise Unavailable(f"debootstrap needs root, and there is no base from an earlier run ({archive})")
    archive.parent.mkdir(parents=True, exist_ok=True)
    tree = archive.with_suffix(".tree")
    shutil.rmtree(tree, ignore_errors=True)
    made = subprocess.run(
        ["debootstrap", "--variant=minbase", suite, tree, mirror(suite)], capture_output=True, text=True,
        timeout=COMMAND_SECONDS,
    )
    if made.returncode != 0:
        shutil.rmtree(tree, ignore_errors=True)
        raise Unavailable(f"debootstrap made no base: {made.stdout.strip()[-300:]}")
    part = archive.with_suffix(".part")
    subprocess.run(
        [
            *("tar", "-C", tree, "--exclude=./var/cache/apt/archives/*.deb", "--exclude=./var/lib/apt/lists/*_*"),
            *("-cf", part, "."),
        ],
        check=True,
    )
    shutil.rmtree(tree)
    part.rename(archive)
    return archive


def mirror(suite):
    """Where this machine gets that release's packages."""
    listed = subprocess.run(
        ["apt-get", "indextargets", "--format", "$(RELEASE) $(COMPONENT) $(REPO_URI)", "Created-By: Packages"],
        capture_output=True, text=True, check=True,
    ).stdout
    for line in listed.splitlines():
        name, component, address = line.split()
        if (name, component) == (suite, "main"):
            return address
    raise Unavailable(f"apt knows no mirror of {suite}")
