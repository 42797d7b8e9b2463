"""The register of rules: which test holds which of the founders' rules, written as a page.

    register.py          writes REGISTER.md; fails when something is wrong
    register.py --check  writes nothing; fails when something is wrong or the page is not what it would write

1. A test of a rule is a Swift test whose display name begins with the rule's number, as in @Test("D17 ..."), or a pytest
   function whose name does, as in test_d17_...; several numbers stand one after the other. Nothing else is one.
2. A number that is not in rules.md is a fault, and so is one elsewhere in a test's name, where it would not count.
3. A rule without a test needs a line in record.txt that says what is missing. So no rule loses its last test in silence,
   and every test that comes or goes is a line in the page's diff.
4. A rule with tests needs a mutation that one of them fails by: in mutations.txt, where mutate.py tries them, or, when it
   is no change of a text in the product, a line in record.txt. So a test that holds nothing makes no rule tested.
5. What record.txt and mutations.txt say of a test holds only while that test is there under that name and carries the rule's
   number; and of the product, while the text that a mutation takes out is there.

It reads, and runs no test.
"""

import ast
import re
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import mutations as records

FIELDS = {"mutated": 5, "unbuilt": 3, "untested": 3, "doubt": 4}
STATES = ["tested and mutated", "tested", "partly", "built, not tested", "not built yet"]

SWIFT_TEST = re.compile(r'^[ \t]*@Test\(\s*"((?:[^"\\]|\\.)*)"(.*?)\bfunc `?(\w+)', re.MULTILINE | re.DOTALL)
# The sections of rules.md. Not every letter: H2 and V1 are no numbers of rules.
SWIFT_NUMBERS = re.compile(r"(?:[A-E]\d{1,2} )*")
PYTEST_NUMBERS = re.compile(r"test_((?:[a-e]\d{1,2}_)*)")


@dataclass
class NamedTest:
    place: str
    """As on the page: file and name."""
    numbers: list[str]
    rest: str
    """The name without its numbers."""
    switched_off: bool
    function: str

    @property
    def is_swift(self) -> bool:
        return self.place.split(": ", 1)[0].endswith(".swift")

    @property
    def name(self) -> str:
        return self.place.split(": ", 1)[1]


@dataclass
class Rule:
    number: str
    text: str
    tests: list[str] = field(default_factory=list)
    notes: dict[str, list[list[str]]] = field(default_factory=lambda: {kind: [] for kind in FIELDS})

    @property
    def counted(self) -> list[str]:
        doubted = {note[0] for note in self.notes["doubt"]}
        return [test for test in self.tests if test not in doubted]

    @property
    def state(self) -> str:
        if not self.counted:
            return "built, not tested" if self.notes["untested"] else "not built yet"
        if self.notes["unbuilt"] or self.notes["untested"]:
            return "partly"
        return "tested and mutated" if self.notes["mutated"] else "tested"


def swift_tests(path: str, text: str) -> list[NamedTest]:
    found = []
    for name, traits, function in SWIFT_TEST.findall(text):
        numbers = SWIFT_NUMBERS.match(name).group()
        off = ".disabled" in traits or ".enabled" in traits
        found.append(NamedTest(f"{path}: {name}", numbers.split(), name[len(numbers):], off, function))
    return found


def python_tests(path: str, text: str) -> list[NamedTest]:
    found = []
    for function in ast.walk(ast.parse(text)):
        if isinstance(function, ast.FunctionDef) and function.name.startswith("test_"):
            numbers = PYTEST_NUMBERS.match(function.name)
            rest = function.name[numbers.end():].upper().replace("_", " ")
            marks = " ".join(ast.unparse(decorator) for decorator in function.decorator_list)
            off = "mark.skip" in marks or "mark.xfail" in marks
            found.append(NamedTest(f"{path}: {function.name}", numbers[1].upper().split("_")[:-1], rest, off, function.name))
    return found


def all_tests(folder: Path) -> list[NamedTest]:
    found = []
    for path in sorted(folder.rglob("*.swift")):
        found += swift_tests(str(path.relative_to(folder)), path.read_text())
    for path in sorted(folder.rglob("test_*.py")):
        found += python_tests(str(path.relative_to(folder)), path.read_text())
    return found


class Register:
    def __init__(self, rules: str, record: str, tests: list[NamedTest], mutations: list[records.Mutation] = ()):
        self.faults: list[str] = []
        parsed = re.findall(r"^- ([A-E]\d+) (.*)$", rules, re.MULTILINE)
        self.rules = {number: Rule(number, text) for number, text in parsed}
        if len(parsed) != len(re.findall("^- ", rules, re.MULTILINE)) or len(self.rules) != len(parsed):
            self.faults.append("rules.md: a line that is no rule, or a number twice")
        for test in tests:
            self._place(test)
        names = Counter(test.name for test in tests if test.is_swift and test.numbers)
        self.faults += [f"{name}: two tests have this name, and their output does not tell which failed"
                        for name, count in names.items() if count > 1]
        for line in record.splitlines():
            if line.strip() and not line.startswith("#"):
                self._note(line)
        for mutation in mutations:
            self._mutated(mutation)
        for rule in self.rules.values():
            if not rule.counted and not rule.notes["unbuilt"] and not rule.notes["untested"]:
                self.faults.append(f"{rule.number} has no test, and record.txt does not say what is missing")
            if rule.counted and not rule.notes["mutated"]:
                self.faults.append(f"{rule.number} has tests, and no mutation is known that one of them fails by")

    def _place(self, test: NamedTest) -> None:
        for number in test.numbers:
            if number in self.rules:
                self.rules[number].tests.append(test.place)
            else:
                self.faults.append(f"{test.place}: {number} is no rule")
        for number in re.findall(r"\b[A-E]\d{1,2}\b", test.rest):
            if number in self.rules:
                self.faults.append(f"{test.place}: {number} counts only at the beginning of the name")
        if test.numbers and test.switched_off:
            self.faults.append(f"{test.place}: a test of a rule is never switched off")

    def _note(self, line: str) -> None:
        kind, *fields = (part.strip() for part in line.split(" | "))
        if len(fields) + 1 != FIELDS.get(kind) or not all(fields) or fields[0] not in self.rules:
            self.faults.append(f"record.txt: {line}: not a line as its head describes, or no rule")
            return
        number, *fields = fields
        rule = self.rules[number]
        if kind == "mutated" and not re.fullmatch(r"\d{4}-\d\d-\d\d", fields[0]):
            self.faults.append(f"record.txt: {line}: no date")
        if kind == "mutated" and fields[1] not in rule.counted or kind == "doubt" and fields[0] not in rule.tests:
            self.faults.append(f"record.txt: {line}: no such test of {number}")
        rule.notes[kind].append(fields)

    def _mutated(self, mutation: records.Mutation) -> None:
        rule = self.rules.get(mutation.rule)
        if rule is None or mutation.failed not in rule.counted:
            why = f"{mutation.failed} is no test of it" if mutation.failed else "no test is known to fail by it"
            self.faults.append(f"mutation {mutation.name} ({mutation.what}): {why}; try it with mutate.py --record")
        else:
            rule.notes["mutated"].append([mutation.date, mutation.failed, mutation.what])

    def page(self) -> str:
        rules = self.rules.values()
        count = Counter(rule.state for rule in rules)
        mutated = sum(bool(rule.notes["mutated"]) for rule in rules)
        lines = [
            "# Which test holds which rule", "",
            "Written by `make rules` from [rules.md](rules.md), the founders' rules; from the names of the tests; and from "
            "[record.txt](record.txt) and [mutations.txt](mutations.txt). `make stale` fails when it is not up to date, so a rule that loses a test shows here. "
            "What the words mean and how to mutate: [CONTRIBUTING.md](../../CONTRIBUTING.md).", "",
            f"{len(rules)} rules: " + ", ".join(f"{count[state]} {state}" for state in STATES)
            + f". A test fails without the code of {mutated}.", "",
        ]
        if self.faults:
            lines += ["## Faults", "", *(f"- {fault}" for fault in self.faults), ""]
        lines += ["| rule | state | tests | last mutation |", "|---|---|---|---|"]
        for rule in rules:
            last = max((note[0] for note in rule.notes["mutated"]), default="")
            lines.append(f"| [{rule.number}](#{rule.number.lower()}) | {rule.state} | {len(rule.counted)} | {last} |")
        for rule in rules:
            lines += ["", f"## {rule.number}", "", f"> {rule.text}", "", f"**{rule.state}**", ""]
            lines += [f"- not built: {note[0]}" for note in rule.notes["unbuilt"]]
            lines += [f"- not tested: {note[0]}" for note in rule.notes["untested"]]
            lines += [f"- `{test}`" for test in rule.counted]
            lines += [f"- does not count: `{test}`: {why}" for test, why in rule.notes["doubt"]]
            lines += [f"- mutated {date}: {change}; failed: `{test}`" for date, test, change in rule.notes["mutated"]]
        return "\n".join(lines) + "\n"


def main(arguments: list[str], folder: Path) -> int:
    home = folder / "Rules"
    mutations, faults = [], []
    try:
        mutations = records.parse((home / "mutations.txt").read_text())
        faults = records.faults(mutations, folder.parent)
    except ValueError as fault:
        faults = [str(fault)]
    register = Register(
        (home / "rules.md").read_text(), (home / "record.txt").read_text(), all_tests(folder), mutations)
    page = home / "REGISTER.md"
    faults += register.faults
    if "--check" not in arguments:
        page.write_text(register.page())
    elif not page.exists() or page.read_text() != register.page():
        faults.append("Tests/Rules/REGISTER.md is stale; run 'make rules', look at what changed, and commit it")
    for fault in faults:
        print(f"rules: {fault}", file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], Path(__file__).resolve().parents[1]))
