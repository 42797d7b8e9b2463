"""A short form of `make revocation` (rule D17), and the arithmetic of its verdict."""

import random
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Siege"))

import analysis  # noqa: E402
import faults  # noqa: E402
import samples  # noqa: E402
from analysis import Decision, Stand  # noqa: E402
from installation import running  # noqa: E402
from siege import Campaign, Siege  # noqa: E402

ROUNDS = 200
# The account of pair 0 is let in, then kept out, then let in again.
STANDS = [Stand(0, True, 500, 600), Stand(0, False, 300, 400), Stand(0, True, 100, 200)]


@pytest.mark.parametrize("sent, answered, pair, allowed, judged, wrong", [
    (300, 400, 0, 1, "off", True), (310, 390, 0, 1, "off", True), (310, 390, 0, 0, "off", False),
    (100, 200, 0, 0, "on", True), (510, 590, 0, 0, "on", True), (510, 590, 0, 1, "on", False),
    # It reaches over an end: the server may have met either state.
    (299, 350, 0, 1, None, False), (310, 401, 0, 1, None, False), (250, 290, 0, 1, None, False),
    (150, 450, 0, 0, None, False), (50, 90, 0, 1, None, False), (700, 800, 0, 0, None, False),
    # Nothing is known of another pair.
    (310, 390, 1, 1, None, False),
])
def test_a_decision_is_judged_within_one_stand(sent, answered, pair, allowed, judged, wrong):
    verdict = analysis.judge(STANDS, [Decision(sent, answered, pair, 0, allowed)])
    assert verdict.judged == {True: int(judged == "on"), False: int(judged == "off")}
    assert len(verdict.late_allowed) == int(wrong and judged == "off")
    assert len(verdict.late_denied) == int(wrong and judged == "on")


def test_records_are_read_as_they_are_written(tmp_path):
    file, decision = tmp_path / "records", Decision((1 << 63) + 1, (1 << 63) + 2, 70_000, 513, 1)
    # Half a record at the end: its writer was killed.
    file.write_bytes(analysis.RECORD.pack(*decision) * 2 + bytes(23))
    assert list(analysis.read_decisions(file)) == [decision] * 2


@pytest.fixture(scope="module")
def siege(tmp_path_factory):
    yield from running(Siege(tmp_path_factory.mktemp("siege")))


@pytest.fixture(scope="module")
def pairs(siege):
    return siege.pairs(4)


def test_d17_nobody_is_allowed_after_an_acknowledged_revocation(siege, pairs):
    campaign = Campaign(siege, "quiet", pairs)
    verdict, (revoker, *_) = campaign.run(ROUNDS)
    assert not verdict.violations, verdict.violations[:3]
    assert revoker["outcomes"]["acknowledged"] >= 2 * ROUNDS
    # The revoker itself asks after each change.
    assert min(verdict.judged.values()) >= ROUNDS
    # The same decisions against the opposite story: all of them would be found.
    story = campaign.timeline.read_text()
    campaign.timeline.write_text(story.replace(" on ", " x ").replace(" off ", " on ").replace(" x ", " off "))
    assert len(campaign.verdict().violations) == sum(verdict.judged.values())


def test_d17_not_while_a_follower_is_stopped_either(siege, pairs):
    chance = random.Random(1)
    campaign = Campaign(siege, "paused", pairs)
    verdict, tallies = campaign.run(24, hold_ms=300, disturb=lambda: faults.paused(siege, chance))
    assert not verdict.violations, verdict.violations[:3]
    assert min(verdict.judged.values()) >= 12
    assert sum(tally["outcomes"].get("unavailable STALE", 0) for tally in tallies), "no lease ran out"


@pytest.mark.parametrize("change, words", [
    ({}, None), ({"memory": 47 * samples.MIB}, None), ({"memory": 50 * samples.MIB}, "memory grew"),
    # What is new in the database may be in its cache, too, up to the cache's size.
    ({"memory": 50 * samples.MIB, "database": 10 * samples.MIB}, None),
    ({"memory": 70 * samples.MIB, "database": 10 * samples.MIB}, "memory grew"),
    ({"memory": 130 * samples.MIB, "database": 900 * samples.MIB}, "memory grew"),
    ({"descriptors": 38}, None), ({"descriptors": 50}, "descriptors grew"), ({"wal": 65 * samples.MIB}, "WAL grew"),
])
def test_a_soak_is_flat_between_its_middle_third_and_its_last(tmp_path, change, words):
    """`change` comes to one server, in the last third."""
    series = samples.Series(tmp_path / "soak.csv")
    for second in range(90):
        for server in ("mailbox", "audit"):
            sample = samples.Sample(second, server, 40 * samples.MIB, 9, 30, database=0, wal=4 * samples.MIB, log=0)
            series.add(sample._replace(**change) if server == "mailbox" and second >= 60 else sample)
    series.close()
    _, found = series.report(90)
    assert [f"mailbox: {words}" in line or f"mailbox: the {words}" in line for line in found] == [True] * bool(words)
    assert series.report(900)[1], "too short to say anything"
