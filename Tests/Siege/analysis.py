"""Whether anybody was allowed after an acknowledged revocation, or denied after an acknowledged grant.

A *stand* is a time in which one state is certain: from when a change was acknowledged until the next one was sent. A
decision is judged when its check was sent and answered within one stand: whenever the server decided, the state was
that one. A check that reaches over an end of a stand may have met either state and says nothing.
"""

import bisect
import struct
from collections import defaultdict
from typing import NamedTuple

RECORD = struct.Struct("<QQIHH")  # As Load/RecordFile.swift writes it.


class Stand(NamedTuple):
    pair: int
    allowed: bool
    begin: int
    end: int


class Decision(NamedTuple):
    sent: int
    answered: int
    pair: int
    replica: int
    allowed: int


class Verdict:
    """What the decisions of a campaign prove."""

    def __init__(self):
        self.judged = {True: 0, False: 0}
        self.late_allowed, self.late_denied = [], []

    @property
    def violations(self):
        return self.late_allowed + self.late_denied

    def __str__(self):
        return (
            f"{self.judged[False]} decisions after an acknowledged revocation, "
            f"{len(self.late_allowed)} of them allowed; "
            f"{self.judged[True]} after an acknowledged grant, {len(self.late_denied)} of them denied"
        )


def read_stands(path):
    for line in path.read_text().splitlines():
        pair, state, begin, end = line.split()
        yield Stand(int(pair), state == "on", int(begin), int(end))


def read_decisions(path):
    data = path.read_bytes()
    whole = len(data) - len(data) % RECORD.size  # A checker that was killed may have written half a record.
    yield from map(Decision._make, RECORD.iter_unpack(data[:whole]))


def judge(stands, decisions):
    """`stands` of one pair do not overlap."""
    by_pair = defaultdict(list)
    for stand in sorted(stands, key=lambda one: one.begin):
        by_pair[stand.pair].append(stand)
    begins = {pair: [stand.begin for stand in its] for pair, its in by_pair.items()}
    verdict = Verdict()
    for decision in decisions:
        index = bisect.bisect_right(begins.get(decision.pair, ()), decision.sent) - 1
        if index < 0:
            continue
        stand = by_pair[decision.pair][index]
        if decision.answered > stand.end:
            continue
        verdict.judged[stand.allowed] += 1
        if stand.allowed and not decision.allowed:
            verdict.late_denied.append((decision, stand))
        elif decision.allowed and not stand.allowed:
            verdict.late_allowed.append((decision, stand))
    return verdict
