"""Servers that are told where to die, and a thread for each that starts it again and again."""

import os
import shutil
import subprocess
import threading
import time
from collections import Counter
from pathlib import Path

from client import CallError
from generate import ROOT
from installation import Installation, Server
from mandate.server.v1 import server_pb2
from scene import Hands, eventually

# A place that is not on the way of this server's work is never reached: then it is killed where it is.
PASSAGE_SECONDS = 10
LEASE_MILLISECONDS = 300


def torn_library():
    """torn.c, compiled; None where there is no C compiler."""
    compiler = shutil.which("cc") or shutil.which("clang")
    if not compiler:
        return None
    library = ROOT / ".mandate" / "torn.so"
    source = Path(__file__).with_name("torn.c")
    fresh = library.with_suffix(f".{os.getpid()}")
    subprocess.run([compiler, "-O1", "-shared", "-fPIC", "-o", str(fresh), str(source), "-ldl"], check=True)
    os.replace(fresh, library)
    return library


class CrashingServer(Server):
    """A server with a place to die at, or a call to its disk that fails."""

    torn = None

    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.settings = ["--lease", str(LEASE_MILLISECONDS)]

    def start(self, point=None, passage=1, *, failing=None):
        environment = dict(os.environ)
        if failing:
            environment |= {"MANDATE_FAIL_CALL": f"{failing}:{passage}", "LD_PRELOAD": str(self.torn)}
        elif point and point.split(".")[0] in ("wal", "database"):
            environment |= {"MANDATE_CRASH_CALL": f"{point}:{passage}", "LD_PRELOAD": str(self.torn)}
        elif point:
            environment["MANDATE_CRASH"] = f"{point}:{passage}"
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen(self.arguments, stderr=log, stdout=log, env=environment)

    def is_serving(self):
        return any(line.get("message") == "serving" for line in self.lines())


class CrashingInstallation(Installation):
    def __init__(self, folder):
        super().__init__(folder)
        self.servers = {name: CrashingServer(name, folder, server.port) for name, server in self.servers.items()}

    @property
    def databases(self):
        return {name: server.database for name, server in self.servers.items()}

    def power_cut(self):
        """All at once."""
        for server in self.servers.values():
            server.process.kill()
        for server in self.servers.values():
            server.process.wait()

    def start_again(self):
        for server in self.servers.values():
            server.start()
        for server in self.servers.values():
            server.await_ready()

    def await_log(self):
        """Until the log has everything."""
        eventually(self.outbox_is_empty)

    def outbox_is_empty(self):
        """Whether the log has everything."""
        for name in ("identity", "mailbox"):
            _, text = self.servers[name].ask("/metrics")
            lines = [line for line in text.splitlines() if line.startswith("mandate_outbox_events ")]
            if float(lines[0].split()[1]) != 0:
                return False
        return True


class Reaper(threading.Thread):
    """Lets one server die at one place after the other."""

    def __init__(self, installation, name, plan):
        super().__init__(name=f"reaper of {name}")
        self.installation, self.server, self.plan = installation, installation.servers[name], plan
        # Deaths at the place, and processes that did not get there in time and were killed where they were.
        self.died, self.late, self.problems = Counter(), Counter(), []

    def run(self):
        for point, passage in self.plan:
            self.server.start(point, passage)
            began = time.monotonic()
            while self.server.process.poll() is None and time.monotonic() - began < PASSAGE_SECONDS:
                if point.startswith("backup."):
                    self.back_up()
                time.sleep(0.01)
            if self.server.process.poll() is None:
                self.server.kill()
                self.late[point] += 1
            else:
                self.died[point] += 1
            code = self.server.process.returncode
            if code != -9:
                self.problems.append(f"{self.name}: {point} ended with {code}\n{self.server.tail()}")
            self.problems += [f"{self.name}: {point}: {line}" for line in self.server.problems()]
        # The others go on dying; until the round ends this one works.
        self.server.start()

    def back_up(self):
        if not self.server.is_serving():
            return
        hands = Hands(self.installation, "operator-admin")
        try:
            name = f"{time.monotonic_ns()}.backup"
            hands.ask(server_pb2.BackupServerRequest(name=name), at=self.server.name)
            (self.server.database.with_suffix(".db.backups") / name).unlink()
        except (OSError, CallError):
            pass  # It died meanwhile, as it was told to.
        finally:
            hands.close()
