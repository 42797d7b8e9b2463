"""The three real servers on free ports in a temporary folder, set up as an operator would."""

import json
import os
import random
import re
import resource
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request

from generate import PROTO, ROOT
from nameserver import NameServer
from patience import PATIENCE_SECONDS

NAMES = ("identity", "mailbox", "audit")


def services(server):
    """All that are a server's own."""
    files = sorted(PROTO.glob(f"mandate/{server}/v1/*.proto"))
    names = [name for file in files for name in re.findall(r"^service (\w+)", file.read_text(), re.MULTILINE)]
    return [f"mandate.{server}.v1.{name}/*" for name in names]


# Callers besides the ones of services/*/callers.json, by server.
#   portal   speaks for accounts and may call everything that a service may
#   webmail  people sign in through it: it may call the servers' own services, and not name accounts
#   narrow   may call one method
# A certificate for `stranger` exists, and no server lists it.
EXTRA_CALLERS = {
    "identity": [
        {"uri": "spiffe://mandate.test/service/portal", "methods": ["*"], "acts_for_accounts": True},
        {"uri": "spiffe://mandate.test/service/webmail", "methods": services("identity")},
    ],
    "mailbox": [
        {"uri": "spiffe://mandate.test/service/portal", "methods": ["*"], "acts_for_accounts": True},
        {"uri": "spiffe://mandate.test/service/webmail", "methods": services("mailbox")},
        {"uri": "spiffe://mandate.test/service/narrow", "methods": ["mandate.mailbox.v1.AccessService/Check"]},
    ],
    "audit": [
        {"uri": "spiffe://mandate.test/service/portal", "methods": ["*"], "acts_for_accounts": True},
        {"uri": "spiffe://mandate.test/service/webmail", "methods": services("audit")},
    ],
}


def binary(name):
    """A built program: MANDATE_BIN names the folder, from the repository's root."""
    return str(ROOT / os.environ.get("MANDATE_BIN", ".build/debug") / name)


# Handed out to a server of this process. It may be away for a moment, and finds its port again. Processes that share the
# tests share the ports: each has a thousand.
taken_ports = set()
WORKER = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
PORTS = range(20_000 + 1_000 * (WORKER % 12), 21_000 + 1_000 * (WORKER % 12))


def free_ports(count):
    """Ports that were free a moment ago: the servers must know each other's before any of them runs.

    Below those that the system gives to connections (32768 and more on Linux): a connection cannot take one meanwhile.
    """
    ports = []
    while len(ports) < count:
        port = random.choice(PORTS)
        if port in taken_ports:
            continue
        with socket.socket() as one:
            one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                one.bind(("127.0.0.1", port))
            except OSError:
                continue
        taken_ports.add(port)
        ports.append(port)
    return ports


def make_certificates(folder, services, operators=("admin",)):
    names = [argument for name in services for argument in ("--service", name)]
    names += [argument for name in operators for argument in ("--operator", name)]
    subprocess.run(
        [binary("mandatectl"), "certificates", "--into", str(folder), *names], check=True, capture_output=True
    )


class Server:
    """One server process, its ports and its log."""

    def __init__(self, name, folder, port):
        self.name, self.port, self.operations_port = name, port, None
        self.log = folder / f"{name}.log"
        self.database = folder / f"{name}.db"
        self.process = None
        self.arguments = []
        # More flags for this server, and how many files it may open; None: as many as this process.
        self.settings, self.open_files = [], None
        # Organizations of tests are in domains that are nobody's.
        self.domains = ["--domains-unverified", "allowed"]
        # What it says in despair because a test drove it there.
        self.expected = set()

    def configure(self, certificates, callers, addresses):
        own = certificates / f"mandate-{self.name}"
        self.arguments = [
            binary(f"mandate-{self.name}"),
            *("--listen-port", str(self.port), "--operations-port", "0"),
            *("--tls-certificate", f"{own}.pem", "--tls-key", f"{own}.key"),
            *("--tls-authority", str(certificates / "authority.pem")),
            *("--callers", str(callers), "--database", str(self.database)),
            *("--identity", addresses["identity"], "--audit", addresses["audit"]),
            *self.domains, *self.settings,
        ]

    def start(self):
        """Starts the process, for the first time or again; the log is the process's own."""
        with open(self.log, "wb") as log:
            limit = self.open_files and (lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (self.open_files,) * 2))
            self.process = subprocess.Popen(self.arguments, stderr=log, stdout=log, preexec_fn=limit)

    def lines(self):
        """The log's lines as objects; a line that is no JSON (a crash) as one at level error."""
        found = []
        for line in self.log.read_text(errors="replace").splitlines():
            try:
                found.append(json.loads(line))
            except ValueError:
                found.append({"level": "error", "message": line})
        return found

    def problems(self):
        return [
            line for line in self.lines()
            if line.get("level") in ("error", "critical") and line["message"] not in self.expected
        ]

    def await_ready(self):
        """Until /readyz says so. The operations port is in the log's line "serving"."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        answer = "no answer yet"
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                raise RuntimeError(f"mandate-{self.name} ended with {self.process.returncode}:\n{self.tail()}")
            serving = [line for line in self.lines() if line.get("message") == "serving"]
            if serving:
                assert int(serving[0]["port"]) == self.port
                self.operations_port = int(serving[0]["operations_port"])
                status, answer = self.ask("/readyz")
                if status == 200:
                    return
            time.sleep(0.05)
        raise RuntimeError(f"mandate-{self.name} is not ready: {answer}\n{self.tail()}")

    def ask(self, path):
        """Status and text of the operations port."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.operations_port}{path}", timeout=PATIENCE_SECONDS) as response:
                return response.status, response.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()

    def tail(self):
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-15:])

    def kill(self):
        """As a machine that loses its power: no time to say goodbye."""
        self.process.kill()
        self.process.wait()

    def memory(self, which="VmRSS"):
        """Bytes that the process has in memory now; with VmHWM the most since `forget_peak`."""
        with open(f"/proc/{self.process.pid}/status") as status:
            return next(int(line.split()[1]) * 1024 for line in status if line.startswith(which + ":"))

    def forget_peak(self):
        with open(f"/proc/{self.process.pid}/clear_refs", "w") as command:
            command.write("5")

    def processor_seconds(self):
        """Time that the process has computed."""
        with open(f"/proc/{self.process.pid}/stat") as stat:
            user, system = stat.read().rsplit(")", 1)[1].split()[11:13]
        return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")

    def terminate(self):
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)

    def await_end(self):
        """The exit code; None when it did not end in time and had to be killed."""
        try:
            return self.process.wait(timeout=PATIENCE_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            return None


class Installation:
    """Identity, mailbox and audit, who know each other, and certificates for those who call them."""

    def __init__(self, folder):
        self.folder = folder
        self.certificates = folder / "certificates"
        self.other_authority = folder / "other-authority"
        # What identity takes for DNS.
        self.names = NameServer()
        ports = free_ports(len(NAMES))
        self.servers = {name: Server(name, folder, port) for name, port in zip(NAMES, ports)}

    def start(self):
        make_certificates(
            self.certificates,
            ["mandate-identity", "mandate-mailbox", "mandate-audit", "portal", "webmail", "narrow", "stranger"],
        )
        make_certificates(self.other_authority, ["portal"])
        addresses = {name: f"127.0.0.1:{server.port}" for name, server in self.servers.items()}
        self.servers["identity"].domains += ["--domains-resolver", f"127.0.0.1:{self.names.port}"]
        for name, server in self.servers.items():
            callers = json.loads((ROOT / "services" / name / "callers.json").read_text())
            callers["callers"] += EXTRA_CALLERS[name]
            file = self.folder / f"{name}.callers.json"
            file.write_text(json.dumps(callers))
            server.configure(self.certificates, file, addresses)
            server.start()
        for server in self.servers.values():
            server.await_ready()

    def stop(self):
        """Ends all three at once, as a machine that shuts down does. Returns what was not as it should be."""
        problems = []
        self.names.close()
        for server in self.servers.values():
            server.terminate()
        for server in self.servers.values():
            if server.process is None:
                continue
            code = server.await_end()
            if code != 0:
                problems.append(f"mandate-{server.name} ended with {code} after SIGTERM:\n{server.tail()}")
            problems += [f"mandate-{server.name} logged {line}" for line in server.problems()]
        return problems

    def connect(self, server, caller="operator-admin", **options):
        """A connection to `server` as `caller`: the name of a certificate, or None for none at all."""
        from client import Connection

        certificates = options.pop("certificates", self.certificates)
        if caller is not None:
            options.update(certificate=certificates / f"{caller}.pem", key=certificates / f"{caller}.key")
        options.setdefault("authority", self.certificates / "authority.pem")
        options.setdefault("timeout", PATIENCE_SECONDS)
        options.setdefault("call_timeout", PATIENCE_SECONDS)
        return Connection("127.0.0.1", self.servers[server].port, **options)


def running(installation):
    """Starts it, hands it to tests and stops it: a fixture's body, for whatever has `start` and `stop`. It must end
    cleanly after everything that the tests did to it."""
    try:
        installation.start()
        yield installation
    finally:
        problems = installation.stop()
    assert not problems, f"{len(problems)} problems, first of all:\n" + "\n".join(problems[:10])
