"""Where servers die: the names of Sources/SQL/CrashPoint.swift, and the system calls of torn.c."""

import random

# For each server: the places, and how many passages a process gets at most before it dies there.
WRITER = {"group.begun": 40, "group.written": 40, "group.committed": 40, "group.published": 40}
RELAY = {"relay.read": 15, "relay.sent": 15, "relay.acknowledged": 15}
BACKUP = {"backup.copied": 2, "backup.synced": 2}
# database.* happens in checkpoints only: the writer makes one at its start and when the WAL has 1000 pages.
CALLS = {"wal.write": 400, "wal.sync": 40, "database.write": 100, "database.sync": 2}

POINTS = {
    "identity": {**WRITER, **RELAY, **BACKUP, **CALLS, "feed.waiting": 15},
    "mailbox": {**WRITER, **RELAY, **BACKUP, **CALLS, "follower.received": 15, "follower.applied": 15},
    "audit": {
        **WRITER, **BACKUP, **CALLS, "append.received": 15, "append.written": 15, "append.committed": 15,
    },
}


def plan(crashes, each_round, seed):
    """Rounds, each a list of (point, passage) by server: in a random order, each point as often as the others."""
    dice = random.Random(seed)
    places = [(server, point) for server, points in POINTS.items() for point in points]
    chosen = []
    while len(chosen) < crashes:
        chosen += dice.sample(places, min(len(places), crashes - len(chosen)))
    for begin in range(0, crashes, each_round):
        plans = {server: [] for server in POINTS}
        for server, point in chosen[begin:begin + each_round]:
            plans[server].append((point, dice.randint(1, POINTS[server][point])))
        yield plans
