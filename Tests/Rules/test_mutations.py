"""What a recorded mutation is, how it becomes a switch, and what is read from the tests' output."""

import pytest

from mutate import python_failed, swift_failed
from mutations import Mutation, faults, parse, with_switches
from register import python_tests, swift_tests

TEXT = """# the head

D17: nobody waits
in Sources/Some/A.swift
behind func b(
- await wait()
+

D17: whoever is there is allowed
in services/mailbox/Domain/B.swift
- a == b
-     && c
+ true
failed 2026-11-30 | Some/Tests.swift: D17 at once
"""


def made(before, after, behind=""):
    return Mutation("D17", 1, "nobody waits", "Sources/Some/A.swift", behind, before, after, "", "")


def test_a_paragraph_is_a_mutation_and_is_written_as_it_was():
    first, second = parse(TEXT)
    assert (first.name, second.name) == ("D17/1", "D17/2")
    assert (first.behind, first.before, first.after, first.failed) == ("func b(", "await wait()", "", "")
    assert (second.before, second.failed) == ("a == b\n    && c", "Some/Tests.swift: D17 at once")
    assert (str(first.module), str(second.module)) == ("Sources/Some", "services/mailbox/Domain")
    assert TEXT.endswith(first.text() + "\n" + second.text())


@pytest.mark.parametrize("paragraph", [
    "D17: nobody waits\nin A.swift\n- await wait()\n",
    "D17: nobody waits\n- await wait()\n+\n",
    "F1: nobody waits\nin A.swift\n- await wait()\n+\n",
    "D17: nobody waits\nin A.swift\n- await wait()\n+\nfailed yesterday | Some/Tests.swift: D17 at once\n",
])
def test_a_paragraph_that_is_no_mutation_is_refused(paragraph):
    with pytest.raises(ValueError, match="no mutation"):
        parse(paragraph)


@pytest.mark.parametrize("mutation, switched", [
    (made("a == b", "true"), '(mutant("D17/1") ? (true) : (a == b))'),
    (made("await wait()", ""), 'if !mutant("D17/1") { await wait() }'),
    (made("throw no", "return"), 'if mutant("D17/1") { return } else { throw no }'),
    (made("returned", "false"), '(mutant("D17/1") ? (false) : (returned))'),
])
def test_an_expression_and_a_statement_are_switched_each_in_its_way(mutation, switched):
    assert mutation.switched == switched


@pytest.mark.parametrize("mutation, fault", [
    (made("one", ""), None),
    (made("two", ""), "2 times"),
    (made("two", "", behind="func b("), None),
    (made("one", "", behind="func b("), "not behind"),
    (made("one", "", behind="two"), "2 times"),
    (made("b(", "", behind="func b("), "not behind"),
    (made("three", ""), "0 times"),
    (made("one", "one"), "changes nothing"),
])
def test_a_mutation_whose_text_is_not_there_once_is_a_fault(tmp_path, mutation, fault):
    source = tmp_path / mutation.file
    source.parent.mkdir(parents=True)
    source.write_text("one\ntwo\nfunc b() { two }\n")
    found = faults([mutation], tmp_path)
    assert [fault in each for each in found] == ([True] if fault else [])


def test_a_mutation_of_a_file_that_is_gone_is_a_fault(tmp_path):
    assert "there is no Sources/Some/A.swift" in faults([made("one", "")], tmp_path)[0]


def test_all_mutations_of_a_file_are_switched_at_once_and_its_module_gets_the_switch():
    changed = with_switches([made("a", "b"), made("c", "d")], lambda _: "x = a + c\n")
    assert changed["Sources/Some/A.swift"] == 'x = (mutant("D17/1") ? (b) : (a)) + (mutant("D17/1") ? (d) : (c))\n'
    assert "MANDATE_MUTANT" in changed["Sources/Some/Mutant.swift"]


def test_mutations_that_overlap_are_refused():
    with pytest.raises(ValueError, match="overlaps"):
        with_switches([made("a + c", "b"), made("c", "d")], lambda _: "x = a + c\n")


SWIFT = swift_tests("Some/Tests.swift", '@Test("D17 at once") func a() {}\n@Test("D17 later", arguments: [1]) func b() {}')


@pytest.mark.parametrize("output, failed", [
    ('✔ Test "D17 at once" passed after 0.1 seconds.\n✔ Test "D17 later" with 2 test cases passed after 0.1 seconds.', []),
    ('✘ Test "D17 at once" failed after 0.1 seconds with 1 issue.\n✔ Test "D17 later" passed after 0.1 seconds.', [0]),
    ('◇ Test "D17 at once" started.\nFatal error: crashed', [0]),
    ('◇ Test "D17 at once" started.\n✔ Test "D17 at once" passed after 0.1 seconds.\n◇ Test "D17 later" started.', [1]),
    ('✘ Test "another" failed after 0.1 seconds with 1 issue.', []),
    ('error: no tests matched', None),
])
def test_a_swift_test_failed_when_it_says_so_or_never_ended(output, failed):
    assert swift_failed(SWIFT, output) == (failed if failed is None else [SWIFT[place].place for place in failed])


PYTHON = python_tests("Contract/test_some.py", "def test_d17_at_once(): pass\ndef test_d17_later(): pass")


@pytest.mark.parametrize("output, failed", [
    ("..\n2 passed in 3.0s", []),
    ("F.\nFAILED Tests/Contract/test_some.py::test_d17_at_once[a] - assert 1\n1 failed, 1 passed in 3.0s", [0]),
    ("E\nERROR Tests/Contract/test_some.py::test_d17_later - OSError\n1 error in 3.0s", [1]),
    ("no tests ran in 0.01s", None),
    ("", None),
])
def test_a_contract_test_failed_when_pytest_says_so(output, failed):
    assert python_failed(PYTHON, output) == (failed if failed is None else [PYTHON[place].place for place in failed])
