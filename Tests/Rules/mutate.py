"""Tries the recorded mutations: takes each rule out of the product and looks which of its tests fail.

    mutate.py [RULE…]    those of some rules (D17), of one (D17/2), or all
        --contract       the contract tests of the rule too, also when a unit test failed already
        --record         writes into mutations.txt what failed today
        --build          builds, and tries none
        --no-build       tries with what was built

A copy of the tree in .mandate/mutations (or where MANDATE_MUTATIONS says) holds all mutations of mutations.txt, each behind a
switch that one environment variable turns on: one build (cold 5 minutes), then a few seconds a mutation. Only the tests whose
names carry the rule's number run: first without any mutation, for a test that fails anyway would prove nothing. It ends with
1 when a mutation is noticed by no test of its rule: that rule has no test yet, whatever its page says.
"""

import argparse
import datetime
import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import mutations as records
from register import Register, all_tests

HOME = Path(__file__).resolve().parent
ROOT = HOME.parents[1]
COPY = Path(os.environ.get("MANDATE_MUTATIONS", ROOT / ".mandate" / "mutations"))
BUILT = (".build/", ".mandate/", "proto/generator/.build/", "Package.resolved")
"""In the copy, and not in git."""
PATIENCE_SECONDS = 300
"""A mutation may leave a test waiting for ever."""

SWIFT_END = re.compile(r'Test "(.*)" (?:with \d+ test cases? )?(passed|failed) after')
SWIFT_BEGIN = re.compile(r'Test "(.*)" started\.')
PYTEST_END = re.compile(r"^(?:FAILED|ERROR) Tests/(\S+?)::(\w+)", re.MULTILINE)
PYTEST_SUM = re.compile(r"^=*\s*(\d+ \w+, )*\d+ (passed|failed|errors?)\b", re.MULTILINE)


def copy(mutations):
    """The tree as git sees it, with what is not committed; what has not changed keeps its time, for the build's sake."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT, check=True, capture_output=True)
    names = {name for name in listed.stdout.decode().split("\0") if name and (ROOT / name).is_file()}
    changed = records.with_switches(mutations, lambda file: (ROOT / file).read_text())
    for name in sorted(names | changed.keys()):
        target = COPY / name
        target.parent.mkdir(parents=True, exist_ok=True)
        text = changed[name].encode() if name in changed else (ROOT / name).read_bytes()
        if not target.exists() or target.read_bytes() != text:
            target.write_bytes(text)
        if name not in changed:
            shutil.copymode(ROOT / name, target)
    for path in sorted(COPY.rglob("*")):
        name = str(path.relative_to(COPY))
        if path.is_file() and name not in names | changed.keys() and not name.startswith(BUILT):
            path.unlink()


def build():
    """Everything, tests and programs."""
    done = subprocess.run(["swift", "build", "--build-tests"], cwd=COPY, capture_output=True, text=True)
    if done.returncode:
        errors = dict.fromkeys(line for line in (done.stdout + done.stderr).splitlines() if "error:" in line)
        sys.exit("the mutations do not build:\n" + "\n".join(errors))


def run(command, mutation, **environment):
    """Its output, also when it did not end."""
    environment = {**os.environ, **environment}
    if mutation:
        environment[records.SWITCH] = mutation.name
    process = subprocess.Popen(
        command, cwd=COPY, env=environment, text=True, errors="replace", stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, start_new_session=True)
    try:
        return process.communicate(timeout=PATIENCE_SECONDS)[0]
    except subprocess.TimeoutExpired:
        # First what waits: `swift test` keeps its tests' output back until they have ended.
        for children in Path(f"/proc/{process.pid}/task").glob("*/children"):
            for child in children.read_text().split():
                os.kill(int(child), signal.SIGKILL)
    try:
        return process.communicate(timeout=30)[0]
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        return process.communicate()[0]


def swift_failed(tests, output):
    """Those that failed, or had begun when the process died or waited for ever. None: no test ran."""
    ends = SWIFT_END.findall(output)
    passed = {name for name, end in ends if end == "passed"}
    lost = ({name for name, _ in ends} | set(SWIFT_BEGIN.findall(output))) - passed
    return [test.place for test in tests if test.name in lost] if lost or passed else None


def python_failed(tests, output):
    """Those that failed or found no servers to talk to. None: no test ran."""
    failed = {f"{path}: {name}" for path, name in PYTEST_END.findall(output)}
    return [test.place for test in tests if test.place in failed] if PYTEST_SUM.search(output) else None


def failures(tests, mutation):
    """Runs tests of one kind, Swift's or pytest's."""
    if not tests:
        return []
    if tests[0].is_swift:
        filters = [f"^{test.place.split('/')[0]}Tests\\..*/{test.function}\\(" for test in tests]
        output = run(
            ["swift", "test", "--skip-build", *(part for one in filters for part in ("--filter", one))], mutation,
            SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH="2")
        failed = swift_failed(tests, output)
    else:
        nodes = ["Tests/" + test.place.replace(": ", "::") for test in tests]
        command = [sys.executable, "-m", "pytest", "-q", "-rfE", "--tb=no", *nodes]
        failed = python_failed(tests, output := run(command, mutation, MANDATE_BIN=".build/debug"))
    if failed is None:
        sys.exit(f"no test ran:\n{output[-3000:]}")
    return failed


class Trial:
    """The tests of each rule that count, and which of them pass without any mutation."""

    def __init__(self, rules):
        tests = {test.place: test for test in all_tests(ROOT / "Tests")}
        self.tests = {number: [tests[place] for place in rule.counted] for number, rule in rules.items()}
        self.sound = {}

    def of(self, rule, swift):
        if (rule, swift) not in self.sound:
            tests = [test for test in self.tests[rule] if test.is_swift == swift]
            broken = failures(tests, None)
            for place in broken:
                print(f"fails without any mutation, and so proves nothing: {place}", flush=True)
            self.sound[rule, swift] = [test for test in tests if test.place not in broken]
        return self.sound[rule, swift]

    def failures(self, mutation, contract):
        found = failures(self.of(mutation.rule, swift=True), mutation)
        if contract or not found:
            found += failures(self.of(mutation.rule, swift=False), mutation)
        return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rules", nargs="*", metavar="RULE")
    for flag in ("contract", "record", "build", "no-build"):
        parser.add_argument(f"--{flag}", action="store_true")
    asked = parser.parse_args()
    mutations = records.parse((HOME / "mutations.txt").read_text())
    if faults := records.faults(mutations, ROOT):
        sys.exit("\n".join(faults))
    wanted = [m for m in mutations if not asked.rules or m.rule in asked.rules or m.name in asked.rules]
    if unknown := set(asked.rules) - {m.rule for m in wanted} - {m.name for m in wanted}:
        sys.exit(f"no mutation is recorded of {', '.join(sorted(unknown))}")
    if not asked.no_build:
        copy(mutations)
        build()
    if asked.build:
        return 0
    register = Register((HOME / "rules.md").read_text(), (HOME / "record.txt").read_text(), all_tests(ROOT / "Tests"))
    trial, unnoticed = Trial(register.rules), 0
    for mutation in wanted:
        failed = trial.failures(mutation, asked.contract)
        unnoticed += not failed
        print(f"{mutation.name}: {mutation.what}: " + (f"{len(failed)} failed" if failed else "NO TEST FAILED"), flush=True)
        for place in failed:
            print(f"    {place}", flush=True)
        if asked.record:
            before = mutation.text()
            mutation.date = datetime.date.today().isoformat() if failed else ""
            mutation.failed = mutation.failed if mutation.failed in failed else next(iter(failed), "")
            text = (HOME / "mutations.txt").read_text()
            (HOME / "mutations.txt").write_text(text.replace(before, mutation.text()))
    return 1 if unnoticed else 0


if __name__ == "__main__":
    sys.exit(main())
