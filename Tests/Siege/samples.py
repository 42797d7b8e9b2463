"""What a server holds, looked at from outside, over time; and whether it stays flat."""

import csv
import os
from statistics import median
from typing import NamedTuple

MIB = 1 << 20
# A server's memory may differ so much between the middle third and the last one,
MEMORY_RATIO, MEMORY_BYTES = 1.10, 4 * MIB
# and beside that by what SQLite has taken into its caches meanwhile: every page that is new, and a head for it, until
# the caches are full, 32 MiB of the writer's and 2 MiB of each reader. (Seen: flat from a database of 40 MiB on.)
CACHE_BYTES_MAX, CACHE_RATIO = 42 * MIB, 1.3
# Visitors come and go: at the moment of a sample some more of them may be there.
DESCRIPTORS = 8
# Where SQLite cuts its write-ahead log (services' setting).
WAL_BYTES_MAX = 64 * MIB


class Sample(NamedTuple):
    seconds: int
    server: str
    memory: int
    threads: int
    descriptors: int
    database: int
    wal: int
    log: int


def size(path):
    return path.stat().st_size if path.exists() else 0


def take(seconds, name, server):
    """None while the server is away."""
    process = server.process.pid
    try:
        with open(f"/proc/{process}/status") as status:
            fields = dict(line.split(":", 1) for line in status)
        descriptors = len(os.listdir(f"/proc/{process}/fd"))
        memory, threads = int(fields["VmRSS"].split()[0]) * 1024, int(fields["Threads"])
    except (OSError, KeyError):
        return None
    wal = server.database.with_name(server.database.name + "-wal")
    return Sample(seconds, name, memory, threads, descriptors, size(server.database), size(wal), size(server.log))


class Series:
    """All samples of a soak, written down as they come."""

    def __init__(self, path):
        self.samples = []
        self._file = open(path, "w", newline="")
        self._csv = csv.writer(self._file)
        self._csv.writerow(Sample._fields)

    def add(self, sample):
        self.samples.append(sample)
        self._csv.writerow(sample)
        self._file.flush()

    def close(self):
        self._file.close()

    def report(self, seconds):
        """Lines for people, and what is not as it must be. `seconds`: the length of the soak."""
        lines, faults = [], []
        for server in sorted({sample.server for sample in self.samples}):
            its = [sample for sample in self.samples if sample.server == server]
            middle = [sample for sample in its if seconds / 3 <= sample.seconds < 2 * seconds / 3]
            last = [sample for sample in its if 2 * seconds / 3 <= sample.seconds]
            if not middle or not last:
                faults.append(f"{server}: too few samples")
                continue
            memory = [median(sample.memory for sample in part) for part in (middle, last)]
            descriptors = [median(sample.descriptors for sample in part) for part in (middle, last)]
            wal = max(sample.wal for sample in its)
            lines.append(
                f"{server}: memory {memory[0] / MIB:.1f} then {memory[1] / MIB:.1f} MiB, "
                f"descriptors {descriptors[0]:.0f} then {descriptors[1]:.0f}, WAL at most {wal / MIB:.1f} MiB, "
                f"database {its[-1].database / MIB:.1f} MiB, log {its[-1].log / 1024:.0f} KiB"
            )
            cached = [min(CACHE_BYTES_MAX, median(sample.database for sample in part)) for part in (middle, last)]
            if memory[1] > memory[0] * MEMORY_RATIO + MEMORY_BYTES + CACHE_RATIO * (cached[1] - cached[0]):
                faults.append(f"{server}: memory grew from {memory[0] / MIB:.1f} to {memory[1] / MIB:.1f} MiB")
            if descriptors[1] > descriptors[0] + DESCRIPTORS:
                faults.append(f"{server}: descriptors grew from {descriptors[0]:.0f} to {descriptors[1]:.0f}")
            if wal > WAL_BYTES_MAX:
                faults.append(f"{server}: the WAL grew to {wal / MIB:.1f} MiB")
        return lines, faults
