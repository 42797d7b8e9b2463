"""The running system: the services of compose.yaml as containers of the same names."""

import time

import compose
from podman import BASE, Failed

SERVERS = ("mandate-identity", "mandate-mailbox", "mandate-audit")
IMAGES = (*SERVERS, "mandatectl")
HEALTHY_SECONDS = 60
# The container that the others share the network of.
NETWORK = "network"


class System:
    """The services of compose.yaml, as containers of the same names."""

    def __init__(self, podman):
        self.podman = podman
        self.services = compose.load()["services"]
        self.hosts = podman.state / "hosts"
        self.hosts.write_text("".join(f"127.0.0.1 {name}\n" for name in ("localhost", *SERVERS)))
        # Joined by all others. Its namespace has a loopback device and no other.
        podman(
            *("run", "--detach", "--name", NETWORK, "--network", "none", *podman.limits()),
            *("--stop-timeout", "0", BASE, "sleep", "infinity"),
        )

    def _arguments(self, name):
        flags, command = compose.run_arguments(self.services[name], self.podman.limits)
        return ["--network", f"container:{NETWORK}", "--volume", f"{self.hosts}:/etc/hosts:ro", *flags], command

    def start(self, name):
        flags, command = self._arguments(name)
        self.podman("run", "--detach", "--name", name, *flags, *command)

    def once(self, name, *command, entrypoint=None, check=True):
        """Runs a service's container to its end, as `docker compose run --rm` does; what it printed."""
        flags, standing = self._arguments(name)
        if entrypoint:
            flags[-1:-1] = ["--entrypoint", entrypoint]
        return self.podman("run", "--rm", *flags, *(command or standing), check=check)

    def await_healthy(self, name):
        deadline = time.monotonic() + HEALTHY_SECONDS
        while True:
            asked = self.podman("healthcheck", "run", name, check=False)
            if asked.returncode == 0:
                return
            if time.monotonic() > deadline or self.state(name, "Running") != "true":
                raise Failed(f"{name} is not healthy: {asked.stdout}{asked.stderr}\n{self.logs(name)}")
            time.sleep(0.2)

    def state(self, name, field):
        return self.podman("inspect", "--format", "{{.State." + field + "}}", name)

    def logs(self, name):
        done = self.podman("logs", "--tail", "30", name, check=False)
        return done.stdout + done.stderr

    def inside(self, name, *command, check=True):
        return self.podman("exec", name, *command, check=check)

    def example(self):
        """The organization that the example made, or found again."""
        printed = self.once("example")
        assert printed.splitlines()[-1] == "example: ok", printed
        return next(line.split()[1].strip(",") for line in printed.splitlines() if line.startswith("organization"))
