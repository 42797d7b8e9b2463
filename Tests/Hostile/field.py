"""The field: a server, an honest client beside it, and one attack after another.

Of each attack is asked: did every repetition get its answer, does the process live and stay ready, is its log without
errors, is its memory within bounds during and after, did no call of the honest client fail - and, in a full round, is
the honest client's 99th percentile at most twice its quiet value.
"""

import json
import multiprocessing
import os
import statistics
import subprocess
import sys
import time
import traceback
from dataclasses import dataclass
from pathlib import Path

from attack import MIB
from mandate.mailbox.v1.access_pb2 import RIGHT_OPEN
from patience import PATIENCE_SECONDS
from scene import Hands, Organization, mailbox_of
from target import Target

QUIET_SECONDS, ATTACK_SECONDS = 1.0, 1.5
SLOWER_AT_MOST = 2.0
# Less than this is no difference that a client in Python can measure.
NOISE_SECONDS = 0.0005
# A noisy machine slows one measurement, a server that is slow all of them.
MEASUREMENTS = 3

REPORTS = []


@dataclass
class Report:
    name: str
    answer: str
    count: int
    memory: tuple  # bytes before, at most, after
    quiet: float | None = None  # seconds
    during: float | None = None

    @property
    def is_fair(self):
        return self.during <= max(SLOWER_AT_MOST * self.quiet, self.quiet + NOISE_SECONDS)


class Honest:
    """The honest client's process, seen from here."""

    def __init__(self, installation, account, mailbox, port):
        script = Path(__file__).with_name("honest.py")
        contract = str(script.parents[1] / "Contract")
        self.process = subprocess.Popen(
            [sys.executable, str(script), str(port), str(installation.certificates), account, mailbox],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": contract},
        )

    def _say(self, command):
        self.process.stdin.write(command + "\n")
        self.process.stdin.flush()

    def begin(self):
        self._say("begin")

    def end(self):
        """Calls, their 99th percentile in seconds, and the first that went wrong."""
        self._say("end")
        return json.loads(self.process.stdout.readline())

    def close(self):
        self._say("quit")
        self.process.wait()


def prefer(process):
    """Puts a process before all else that the machine does: that is not what is measured. Its threads keep their order
    among themselves. Needs the right to; without it the measurement is as noisy as the machine."""
    try:
        for thread in map(int, os.listdir(f"/proc/{process}/task")):
            rank = 20 - os.getpriority(os.PRIO_PROCESS, thread)
            os.sched_setscheduler(thread, os.SCHED_RR, os.sched_param(rank))
    except PermissionError:
        pass


def in_a_process(work, yields):
    """What `work()` returns, from a process of its own. One that yields runs when no other wants to: an attacker brings
    a machine of its own, and must not win by taking this one from the server whose times are judged."""

    def run(result):
        if yields:
            os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))
        try:
            result.send((work(), None))
        except BaseException:
            result.send((None, traceback.format_exc()))

    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=run, args=(theirs,))
    process.start()
    theirs.close()
    try:
        returned, failure = ours.recv()
    except EOFError:
        returned, failure = None, "the attacker's process ended without a word"
    process.join()
    assert not failure, failure
    return returned


class Field:
    def __init__(self, installation, full):
        self.installation, self.full, self.quiet = installation, full, []
        self.target = Target(installation)
        self.server = self.target.server
        hands = Hands(installation, "operator-admin")
        house = Organization(hands)
        person, office = house.person(), house.functional()
        house.grant(office, person, RIGHT_OPEN)
        hands.close()
        self.honest = Honest(installation, person.id, mailbox_of(office), self.server.port)
        if full:
            # All three: without word from identity mailbox would rightly answer STALE.
            for process in (self.honest, *installation.servers.values()):
                prefer(process.process.pid)
        self._warm()

    def _warm(self):
        self.honest.begin()
        time.sleep(0.5)
        assert not self.honest.end()["wrong"]

    def close(self):
        self.honest.close()

    def withstand(self, attack):
        for attempt in range(MEASUREMENTS):
            report = self._measure(attack)
            if not self.full or report.is_fair:
                break
        REPORTS.append(report)
        assert not self.full or report.is_fair, f"the honest client was {report.during / report.quiet:.1f} times slower"

    def _measure(self, attack):
        quiet = self._quiet() if self.full else None
        before = self.server.memory()
        self.server.forget_peak()
        count, seconds = (attack.full, ATTACK_SECONDS) if self.full else (attack.quick, PATIENCE_SECONDS)
        self.honest.begin()
        answers = in_a_process(lambda: attack.repeat(self.target, count, seconds), yields=self.full)
        during = self.honest.end()
        peak = self.server.memory("VmHWM")
        after = self._settle(before + attack.memory[1])

        assert set(answers) == {attack.answer}, f"expected {attack.answer}: {dict(answers)}"
        assert during["calls"] and not during["wrong"], f"the honest client: {during}"
        self.alive()
        assert peak - before <= attack.memory[0], f"{(peak - before) // MIB} MiB more during the attack"
        assert after - before <= attack.memory[1], f"{(after - before) // MIB} MiB more after the attack"
        return Report(attack.name, attack.answer, answers.total(), (before, peak, after), quiet, during["p99"])

    def _quiet(self):
        """The 99th percentile without an attack: just now, or as it mostly was, if that is more. One lucky second is
        not what an attack is held against."""
        self.honest.begin()
        time.sleep(QUIET_SECONDS)
        now = self.honest.end()["p99"]
        self.quiet.append(now)
        return max(now, statistics.median(self.quiet))

    def _settle(self, bound):
        """Memory, once it is within the bound or had its time to come back."""
        until = time.monotonic() + PATIENCE_SECONDS
        while (memory := self.server.memory()) > bound and time.monotonic() < until:
            time.sleep(0.1)
        return memory

    def alive(self):
        assert self.server.process.poll() is None, f"the server died:\n{self.server.tail()}"
        assert not self.server.problems(), self.server.problems()[:3]
        status, text = self.server.ask("/readyz")
        assert status == 200, text


def table(reports):
    head = ("attack", "answer", "times", "MiB before", "most", "after", "p99 quiet", "p99 during", "ratio")
    rows = [head]
    for one in reports:
        times = ("", "", "")
        if one.quiet:
            times = (f"{one.quiet * 1e3:.2f} ms", f"{one.during * 1e3:.2f} ms", f"{one.during / one.quiet:.2f}")
        rows.append((one.name, one.answer, str(one.count), *(f"{bytes / MIB:.0f}" for bytes in one.memory), *times))
    widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
    aligned = lambda row: "  ".join(
        cell.ljust(width) if column < 2 else cell.rjust(width) for column, (cell, width) in enumerate(zip(row, widths))
    )
    return "\n".join(aligned(row).rstrip() for row in rows) + "\n"
