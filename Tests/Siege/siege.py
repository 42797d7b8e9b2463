"""The servers of a campaign, the pairs in play, and the processes that change and check them."""

import json
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Contract"))

import generate  # noqa: E402

if str(generate.OUTPUT) not in sys.path:  # In the contract tests it has been done.
    generate.generate()

from installation import Installation, Server, binary, free_ports, make_certificates  # noqa: E402
from scene import Hands, Organization  # noqa: E402

import analysis  # noqa: E402
from cast import REPLICAS, Cast  # noqa: E402
from proxy import Proxy  # noqa: E402

END_SECONDS = 90


class Siege(Installation):
    """The three servers, and a second replica of mailbox with a database of its own. Each replica may be routed
    to identity through a proxy, so that the two can be cut off one by one."""

    def __init__(self, folder):
        super().__init__(folder)
        second = folder / "second"
        second.mkdir()
        self.servers["second"] = Server("mailbox", second, free_ports(1)[0])
        self.proxies = {replica: Proxy(self.servers["identity"].port) for replica in REPLICAS}
        self.hands = None
        self.house = None

    def start(self):
        make_certificates(self.certificates, ["mandate-identity", "mandate-mailbox", "mandate-audit"])
        for key, server in self.servers.items():
            self._configure(key)
            server.start()
        self.await_ready()
        self.hands = Hands(self, "operator-admin")
        self.house = Organization(self.hands)

    def renew(self):
        """New connections: the old ones may have been idle for too long, or their server is another one."""
        self.hands.close()
        self.hands = self.house.operator = Hands(self, "operator-admin")

    def route(self, *, through_proxies):
        """Restarts the replicas so that they reach identity directly or through the proxies."""
        for key in REPLICAS:
            self.servers[key].terminate()
            assert self.servers[key].await_end() == 0
            self._configure(key, through_proxies)
            self.servers[key].start()
        self.await_ready()
        self.renew()

    def _configure(self, key, through_proxy=False):
        server = self.servers[key]
        addresses = {name: f"127.0.0.1:{self.servers[name].port}" for name in ("identity", "audit")}
        if through_proxy:
            addresses["identity"] = f"127.0.0.1:{self.proxies[key].port}"
        server.configure(self.certificates, generate.ROOT / "services" / server.name / "callers.json", addresses)

    def stop(self):
        if self.hands:
            self.hands.close()
        problems = super().stop()
        for proxy in self.proxies.values():
            proxy.close()
        return problems

    def await_ready(self):
        for server in self.servers.values():
            if server.process.poll() is None:
                server.await_ready()

    def pairs(self, each):
        """So many pairs of each kind, as lines for mandate-siege. Nobody of them is let in twice."""
        return Cast(self).pairs(each)

    def load(self, command, **options):
        """A process of mandate-siege."""
        options.setdefault("mailbox", ",".join(f"127.0.0.1:{self.servers[one].port}" for one in REPLICAS))
        options["certificates"] = self.certificates
        if command != "check":
            options["identity"] = f"127.0.0.1:{self.servers['identity'].port}"
            options["account"] = self.house.owner.id
        return Load(command, options)


class Load:
    """One process of mandate-siege: ends when its standard input does, and then says what became of its calls."""

    def __init__(self, command, options):
        flags = [text for name, value in options.items() for text in ("--" + name.replace("_", "-"), str(value))]
        self.process = subprocess.Popen(
            [binary("mandate-siege"), command, *flags], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    @property
    def is_running(self):
        return self.process.poll() is None

    def finish(self, seconds=END_SECONDS):
        """The tally. Every call has a deadline: who does not end has lost an answer."""
        try:
            text, _ = self.process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            self.kill()
            raise AssertionError(f"mandate-siege did not end within {seconds} s: a call is unanswered") from None
        assert self.process.returncode == 0, f"mandate-siege ended with {self.process.returncode}"
        tally = json.loads(text)
        assert tally["begun"] == tally["ended"], tally
        return tally

    def kill(self):
        self.process.kill()
        self.process.wait()


class Campaign:
    """Rounds of letting in and keeping out, checked by processes of their own; then the verdict."""

    def __init__(self, siege, name, pairs, *, checkers=2):
        self.folder = siege.folder / name
        self.folder.mkdir()
        self.siege, self.checkers = siege, checkers
        self.pairs = self.folder / "pairs"
        self.pairs.write_text("\n".join(pairs) + "\n")
        self.timeline = self.folder / "timeline"

    def run(self, rounds, *, hold_ms=2, disturb=None, connections=2, in_flight=2):
        """`disturb()` is called again and again while the rounds go on. Returns the verdict and all tallies, the
        revoker's first."""
        options = dict(connections=connections, in_flight=in_flight, pairs=self.pairs)
        loads = [self.siege.load("check", records=self._records(n), **options) for n in range(self.checkers)]
        revoker = self.siege.load(
            "revoke", rounds=rounds, hold_ms=hold_ms, pairs=self.pairs, timeline=self.timeline,
            records=self._records("revoker"),
        )
        loads.insert(0, revoker)
        try:
            while disturb and revoker.is_running:
                disturb()
            revoker.process.wait()
            tallies = [load.finish() for load in loads]
        finally:
            for load in loads:
                load.kill()
        return self.verdict(), tallies

    def _records(self, name):
        return self.folder / f"records-{name}"

    def verdict(self):
        files = sorted(self.folder.glob("records-*"))
        decisions = (decision for file in files for decision in analysis.read_decisions(file))
        return analysis.judge(analysis.read_stands(self.timeline), decisions)
