#!/usr/bin/env python3
"""That nothing in a leaf tells about a person: leaves.py DATABASE FILE..., with the values of the institution one a line.

Leaves stay for as long as there is a log. So each value is looked for in every leaf, and must be in none; and each must be
among the values beside the leaves, or what is looked for is not what the log was told.
"""

import sqlite3
import sys

database, *files = sys.argv[1:]
values = {line.rstrip("\n").encode() for name in files for line in open(name, encoding="utf-8")} - {b""}
with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as connection:
    leaves = [leaf for leaf, in connection.execute("SELECT leaf FROM events")]
    beside = {value.encode() for value, in connection.execute("SELECT DISTINCT value FROM personal_values")}
everything = b"\0\0".join(leaves)
inside = sorted(value for value in values if value in everything)
missing = sorted(values - beside)
for found, what in ((inside, "in a leaf"), (missing, "not beside a leaf either")):
    for value in found[:5]:
        print(f"{value.decode()!r} is {what}", file=sys.stderr)
if inside or missing or not leaves:
    sys.exit(f"{len(inside)} of {len(values)} values are in one of {len(leaves)} leaves, {len(missing)} nowhere")
print(f"{len(values)} names, addresses and keys of people: each beside a leaf, in none of {len(leaves)} leaves")
