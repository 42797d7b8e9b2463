"""The register itself: what counts as a test of a rule, and what is a fault."""

import pytest

from mutations import Mutation
from register import Register, main, python_tests, swift_tests

RULES = """
- A1 P One owner.
- D17 Z + At once.
- D2 C A union.
"""
MISSING = "unbuilt | A1 | all\nunbuilt | D17 | all\nunbuilt | D2 | all\n"


def swift(name, traits=""):
    return swift_tests("Some/Tests.swift", f'    @Test("{name}"{traits})\n    func some() {{}}\n')


def python(source):
    return python_tests("Contract/test_some.py", source)


def register(tests, record="", mutations=None):
    """With a line for each rule without a test and a mutation for each test, so that only what is asked is a fault."""
    carried = {number for test in tests for number in test.numbers}
    missing = [line for line in MISSING.splitlines() if line.split(" | ")[1] not in carried]
    if mutations is None:
        mutations = [mutation(number, test.place) for test in tests for number in test.numbers if number in RULES]
    return Register(RULES, "\n".join([*missing, record]), tests, mutations)


def mutation(rule, failed):
    return Mutation(rule, 1, "what is no longer so", "Some.swift", "", "true", "false", "2026-11-30", failed)


@pytest.mark.parametrize("tests, numbers", [
    (swift("D17 at once"), ["D17"]),
    (swift("D17 D2 at once"), ["D17", "D2"]),
    (swift("at once"), []),
    (swift("H2 at once"), []),
    (swift_tests("T.swift", '@Test(\n    "D2 a \\"union\\"", arguments: [1])\nfunc some(_: Int) {}'), ["D2"]),
    (python("def test_d17_at_once(): pass"), ["D17"]),
    (python("class TestAll:\n    def test_d17_d2_at_once(self): pass"), ["D17", "D2"]),
    (python("def test_at_once(): pass"), []),
    (python("def test_h2_at_once(): pass"), []),
])
def test_the_numbers_at_the_head_of_a_name_make_it_a_test_of_the_rule(tests, numbers):
    assert [test.numbers for test in tests] == [numbers]
    assert not register(tests).faults


@pytest.mark.parametrize("source", [
    '// @Test("D17 at once")\nfunc some() {}',
    'let name = "D17 at once"; func some() {}',
])
def test_what_is_no_test_is_none(source):
    assert swift_tests("T.swift", source) == []


@pytest.mark.parametrize("tests, fault", [
    (swift("D99 at once"), "D99 is no rule"),
    (python("def test_a1_e9_some(): pass"), "E9 is no rule"),
    (swift("the promise of D17"), "D17 counts only at the beginning"),
    (swift("A1 one owner; D17 at once"), "D17 counts only at the beginning"),
    (python("def test_the_promise_of_d17(): pass"), "D17 counts only at the beginning"),
    (swift("D17 at once", ", .disabled()"), "never switched off"),
    (python("@pytest.mark.skip\ndef test_d17_at_once(): pass"), "never switched off"),
    (python("@pytest.mark.xfail(strict=True)\ndef test_d17_at_once(): pass"), "never switched off"),
])
def test_a_name_that_says_what_does_not_count_is_a_fault(tests, fault):
    made = register(tests)
    assert [fault in each for each in made.faults] == [True]
    assert made.faults[0] in made.page()


@pytest.mark.parametrize("line", ["- D17 Z the number of another rule", "- a line without a number", "- F1 Z an unknown section"])
def test_a_line_of_the_rules_that_is_no_rule_is_a_fault(line):
    assert Register(f"{RULES}{line}\n", MISSING, []).faults[0].startswith("rules.md")


def test_a_page_that_is_not_what_the_tests_say_fails_the_check_until_it_is_written_again(tmp_path, capsys):
    home, source = tmp_path / "Rules", tmp_path / "test_some.py"
    home.mkdir()
    (home / "rules.md").write_text(RULES)
    (home / "record.txt").write_text(MISSING)
    (home / "mutations.txt").write_text(
        "D17: nobody waits\nin a.txt\n- wait\n+\nfailed 2026-11-30 | test_some.py: test_d17_at_once\n")
    (tmp_path.parent / "a.txt").write_text("wait")
    source.write_text("def test_d17_at_once(): pass")
    check = lambda: main(["--check"], tmp_path)
    assert check() == 1
    assert main([], tmp_path) == 0 == check()
    page = (home / "REGISTER.md").read_text()
    source.write_text("def test_at_once(): pass")
    assert check() == 1 and "stale" in capsys.readouterr().err
    assert (home / "REGISTER.md").read_text() == page
    source.write_text("def test_d17_at_once(): pass")
    (tmp_path.parent / "a.txt").write_text("no more")
    assert check() == 1 and "`wait` is there 0 times" in capsys.readouterr().err


def test_a_rule_that_lost_its_last_test_is_a_fault_until_somebody_says_what_is_missing():
    tests = swift("A1 D17 one")
    mutations = [mutation(rule, tests[0].place) for rule in ("A1", "D17")]
    assert [fault[:15] for fault in Register(RULES, "", tests, mutations).faults] == ["D2 has no test,"]
    assert not Register(RULES, "untested | D2 | the union", tests, mutations).faults


@pytest.mark.parametrize("mutations, faults", [
    ([], ["D17 has tests, and no mutation"]),
    ([mutation("D17", "Some/Tests.swift: D17 at once")], []),
    ([mutation("D17", "")], ["no test is known to fail by it", "D17 has tests, and no mutation"]),
    ([mutation("D17", "Some/Tests.swift: D17 gone")], ["is no test of it", "D17 has tests, and no mutation"]),
    ([mutation("D17", "Some/Tests.swift: D17 at once"), mutation("D99", "Some/Tests.swift: D17 at once")], ["is no test of it"]),
])
def test_a_rule_with_tests_needs_a_mutation_that_one_of_them_fails_by(mutations, faults):
    found = register(swift("D17 at once"), mutations=mutations).faults
    assert [part in each for part, each in zip(faults, found, strict=True)] == [True] * len(faults)


def test_two_tests_of_rules_never_have_one_name():
    tests = swift("D17 at once") + swift_tests("Other/Tests.swift", '@Test("D17 at once") func some() {}')
    assert ["two tests have this name" in fault for fault in register(tests).faults] == [True]


def test_a_mutation_that_is_no_text_of_the_product_is_a_line_of_the_record():
    line = "mutated | D17 | 2026-11-30 | Some/Tests.swift: D17 at once | the wait"
    assert not register(swift("D17 at once"), line, mutations=[]).faults


@pytest.mark.parametrize("line", [
    "mutated | D17 | 2026-11-30 | Some/Tests.swift: D17 another name | the wait",
    "mutated | A1 | 2026-11-30 | Some/Tests.swift: D17 at once | the wait",
    "mutated | D17 | yesterday | Some/Tests.swift: D17 at once | the wait",
    "mutated | D17 | 2026-11-30 | Some/Tests.swift: D17 at once",
    "doubt | A1 | Some/Tests.swift: D17 at once | another rule",
    "unbuilt | D99 | all",
    "unbuilt | D17 |",
    "D17",
])
def test_a_line_that_says_nothing_true_of_the_tests_is_a_fault(line):
    assert len(register(swift("D17 at once"), line).faults) == 1


@pytest.mark.parametrize("record, state", [
    ("", "tested and mutated"),
    ("unbuilt | D17 | plans", "partly"),
    ("untested | D17 | plans", "partly"),
    ("doubt | D17 | Some/Tests.swift: D17 at once | waits for nobody\nunbuilt | D17 | all", "not built yet"),
    ("doubt | D17 | Some/Tests.swift: D17 at once | waits for nobody\nuntested | D17 | all", "built, not tested"),
])
def test_the_state_of_a_rule(record, state):
    made = register(swift("D17 at once"), record, [] if record.startswith("doubt") else None)
    assert not made.faults and made.rules["D17"].state == state
    assert f"| [D17](#d17) | {state} |" in made.page()


def test_a_doubted_test_is_shown_and_does_not_count():
    doubt = "doubt | D17 | Some/Tests.swift: D17 at once | waits for nobody"
    made = register(swift("D17 at once"), doubt, [])
    assert len(made.faults) == 1 and made.rules["D17"].counted == []
    assert "does not count: `Some/Tests.swift: D17 at once`: waits for nobody" in made.page()
