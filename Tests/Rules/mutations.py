"""The recorded mutations: for each rule the smallest change that takes it away, and a test that fails by it.

mutations.txt holds them, one a paragraph:

    D17: a write is answered before its followers have it     the rule, and what is no longer so
    in Sources/Mutations/Mutator.swift                        one file of the product
    behind package func perform<                              where the text stands more than once: a text that does not
    - await acknowledged(written.position)                    what is there
    +                                                         what comes in its place; several lines: each with its sign
    failed 2026-11-30 | Contract/test_a.py: test_d17_b        when it was last tried, and a test of the rule that failed

Because a build costs minutes and a run seconds, all are built at once, each behind a switch (`mutant("D17/1")`) that reads the
environment (mutation schemata: Untch, Offutt and Harrold, 1993). So what is taken out must be an expression, or whole
statements: those that go without replacement, or that begin with one of the words of `STATEMENT`.
"""

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

STATEMENT = re.compile(r"(if|guard|for|while|switch|return|throw|try|await|defer)\b")
SWITCH = "MANDATE_MUTANT"
SWITCH_SOURCE = f"""\
// Written by Tests/Rules/mutate.py: which mutation this process runs with.
import Foundation

private let tried = ProcessInfo.processInfo.environment["{SWITCH}"]

@inline(never) func mutant(_ name: String) -> Bool {{ tried == name }}
"""


@dataclass
class Mutation:
    rule: str
    number: int
    """Which of the rule's, from 1."""
    what: str
    file: str
    behind: str
    before: str
    after: str
    date: str
    failed: str
    """A test as register.py names it; empty: not tried yet."""

    @property
    def name(self) -> str:
        return f"{self.rule}/{self.number}"

    def place(self, source: str) -> int:
        """Where `before` begins. Raises ValueError when that is not clear."""
        if self.behind and source.count(self.behind) != 1:
            raise ValueError(f"`{self.behind}` is there {source.count(self.behind)} times, not once")
        start = source.find(self.behind) + len(self.behind)
        count = source.count(self.before)
        if not self.behind and count != 1:
            raise ValueError(f"`{self.before}` is there {count} times, not once")
        place = source.find(self.before, start)
        if place < 0:
            raise ValueError(f"`{self.before}` is not behind `{self.behind}`")
        return place

    @property
    def switched(self) -> str:
        """What stands in place of `before`: both, and the switch."""
        if not self.after:
            return f'if !mutant("{self.name}") {{ {self.before} }}'
        if STATEMENT.match(self.before):
            return f'if mutant("{self.name}") {{ {self.after} }} else {{ {self.before} }}'
        return f'(mutant("{self.name}") ? ({self.after}) : ({self.before}))'

    @property
    def module(self) -> Path:
        """The folder of its module: Sources/NAME or services/NAME/LAYER."""
        parts = Path(self.file).parts
        return Path(*parts[:3 if parts[0] == "services" else 2])

    def text(self) -> str:
        """As in mutations.txt."""
        lines = [f"{self.rule}: {self.what}", f"in {self.file}"]
        lines += [f"behind {self.behind}"] if self.behind else []
        lines += [f"- {line}" for line in self.before.split("\n")]
        lines += [f"+ {line}".rstrip() for line in self.after.split("\n")]
        lines += [f"failed {self.date} | {self.failed}"] if self.failed else []
        return "\n".join(lines) + "\n"


def parse(text: str) -> list[Mutation]:
    """Raises ValueError for a paragraph that is none."""
    numbers, mutations = Counter(), []
    for paragraph in re.split(r"\n\s*\n", text):
        lines = [line for line in paragraph.splitlines() if line and not line.startswith("#")]
        if not lines:
            continue
        form = re.fullmatch(
            r"([A-E]\d{1,2}): (.+)\nin (\S+)\n(?:behind (.+)\n)?((?:- .*\n)+)((?:\+.*\n)+)"
            r"(?:failed (\d{4}-\d\d-\d\d) \| (.+)\n)?", "\n".join(lines) + "\n")
        if not form:
            raise ValueError(f"mutations.txt: no mutation: {lines[0]}")
        rule, what, file, behind, before, after, date, failed = form.groups(default="")
        numbers[rule] += 1
        cut = lambda block: "\n".join(line[2:] for line in block.splitlines())
        mutations.append(Mutation(rule, numbers[rule], what, file, behind, cut(before), cut(after), date, failed))
    return mutations


def faults(mutations: list[Mutation], root: Path) -> list[str]:
    """What would keep them from being applied: their text is no longer there."""
    found = []
    for mutation in mutations:
        source = root / mutation.file
        try:
            if not source.exists():
                raise ValueError(f"there is no {mutation.file}")
            if mutation.before == mutation.after:
                raise ValueError("it changes nothing")
            mutation.place(source.read_text())
        except ValueError as fault:
            found.append(f"mutation {mutation.name} ({mutation.what}): {mutation.file}: {fault}")
    return found


def with_switches(mutations: list[Mutation], read) -> dict[str, str]:
    """The changed files: `read` gives a file's text by its name. Later places first, so that none moves another."""
    changed: dict[str, str] = {}
    for file in sorted({mutation.file for mutation in mutations}):
        source = read(file)
        placed = sorted(((m.place(source), m) for m in mutations if m.file == file), key=lambda one: -one[0])
        end = len(source)
        for place, mutation in placed:
            if place + len(mutation.before) > end:
                raise ValueError(f"{mutation.name} overlaps another in {file}")
            source = source[:place] + mutation.switched + source[place + len(mutation.before):]
            end = place
        changed[file] = source
        changed[str(next(m for m in mutations if m.file == file).module / "Mutant.swift")] = SWITCH_SOURCE
    return changed
