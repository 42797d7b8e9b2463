"""What an attack is: a function that does it once and returns the answer it got, and what that answer must be."""

import time
from collections import Counter
from dataclasses import dataclass
from typing import Callable

MIB = 1 << 20

# How much more than before the attack a server may have in memory, while it lasts and soon after it.
#
# SMALL   Bytes that are thrown away: a few connections' buffers, log lines, what malloc keeps in its arenas.
# FRAMES  Frames of 4 MiB: the frame, its copy in the decoder, and up to 8 times as much in the arena of each of the
#         event loops and of the thread that reads what is large; that goes back to malloc at once and from there to
#         the system when malloc likes.
SMALL, FRAMES = (48 * MIB, 24 * MIB), (192 * MIB, 96 * MIB)

ATTACKS = []


@dataclass
class Attack:
    name: str
    answer: str
    once: Callable
    memory: tuple
    quick: int
    full: int

    def repeat(self, target, count, seconds):
        """Until `count` times or `seconds`, at least once. The answers, and how often each came."""
        answers, until = Counter(), time.monotonic() + seconds
        for _ in range(count):
            answers[self.once(target)] += 1
            if time.monotonic() > until:
                break
        return answers


def attack(answer, name=None, memory=SMALL, quick=2, full=10_000):
    """Registers a function `once(target)` as an attack. Repeated `quick` times in a quick round, and in a full one
    until it was done `full` times or the time for it is over."""

    def register(once):
        words = name or once.__name__.replace("_", " ")
        ATTACKS.append(Attack(words, answer, once, memory, quick, full))
        return once

    return register
