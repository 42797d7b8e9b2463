"""What docker/compose.yaml says, read, and as arguments of `podman run`.

Containers share one network that has nothing but loopback, where every service's name is 127.0.0.1: so they find each
other at the names and ports of the file, and nothing of the machine is reachable or taken.
"""

import json
import os
import re

import yaml

from podman import ROOT

FILE = ROOT / "docker" / "compose.yaml"
# What stands for nothing in such a run: who publishes, builds, restarts, and when.
NOT_OURS = {"ports", "build", "restart", "depends_on", "profiles"}


def load():
    """The file, with its variables at their defaults."""
    text = re.sub(r"\$\{\w+:-([^}]*)\}", r"\1", FILE.read_text())
    return yaml.safe_load(text)


def seconds(text):
    assert text.endswith("s"), text
    return int(text[:-1])


def run_arguments(service, limits):
    """Arguments of `podman run` for one service. A key that this does not know is an error and not silence: what the
    file says is what is tested."""
    service = dict(service)
    flags, command = [], []
    for key in NOT_OURS:
        service.pop(key, None)
    image = service.pop("image")
    for name, value in service.pop("environment", {}).items():
        flags += ["--env", f"{name}={value}"]
    for volume in service.pop("volumes", []):
        source, rest = volume.split(":", 1)
        if source.startswith("."):
            source = os.path.normpath(FILE.parent / source)
        flags += ["--volume", f"{source}:{rest}"]
    for mount in service.pop("tmpfs", []):
        flags += ["--tmpfs", mount]
    for capability in service.pop("cap_drop", []):
        flags += ["--cap-drop", capability]
    for option in service.pop("security_opt", []):
        flags += ["--security-opt", option]
    if service.pop("read_only", False):
        flags += ["--read-only"]
    flags += ["--pids-limit", str(service.pop("pids_limit"))]
    flags += ["--memory", service.pop("mem_limit")]
    flags += ["--stop-timeout", str(seconds(service.pop("stop_grace_period", "10s")))]
    flags += limits(service.pop("ulimits", {}).get("nofile", 1024))
    if "entrypoint" in service:
        flags += ["--entrypoint", json.dumps(service.pop("entrypoint"))]
    command += service.pop("command", [])
    assert not service, f"compose.yaml has keys that the test does not know: {sorted(service)}"
    return [*flags, f"localhost/{image}"], command
