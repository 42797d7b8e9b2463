"""Lists and the log as mandatectl shows them: nothing ends in silence, and a watch ends in peace."""

import json
import signal
import subprocess

import pytest
from mandate.mailbox.v1.access_pb2 import RIGHT_OPEN

from events import listing
from installation import Installation, running
from patience import PATIENCE_SECONDS
from scene import Hands, Organization, eventually, mailbox_of
from test_mandatectl import command, ctl


@pytest.fixture(scope="module")
def house(operator):
    return Organization(operator)


def test_a_list_that_ends_at_its_limit_says_how_to_go_on(installation, house):
    made = [house.group().id for _ in range(5)]
    asked = lambda *more: ctl(installation, "group", "list", "--organization", house.id, "--as", house.owner.id, *more)
    first = asked("--limit", "2", "--output", "json")
    listed = json.loads(first.stdout)
    token = listed["nextPageToken"]
    assert len(listed["groups"]) == 2 and f"--page-token {token}" in first.stderr and "--limit 0" in first.stderr
    rest = asked("--page-token", token, "--output", "json")
    assert "nextPageToken" not in json.loads(rest.stdout) and not rest.stderr
    assert [group["id"] for group in listed["groups"] + json.loads(rest.stdout)["groups"]] == sorted(made)
    table = asked("--limit", "4")
    assert len(table.stdout.splitlines()) == 5 and "--page-token" in table.stderr
    everything = asked("--limit", "0")
    assert len(everything.stdout.splitlines()) == 6 and not everything.stderr
    assert asked("--limit=-1").returncode == 2


def test_the_log_is_filtered_and_shows_both_times(installation, house):
    group, person = house.group(), house.person()
    added = house.add(group, person)
    query = listing(house.id, target_id=group.id)
    both = eventually(lambda: len(found := house.ask(query).events) >= 2 and found)
    [event] = [entry for entry in both if entry.event.id == added.event_id]
    moment = event.event.occur_time.ToJsonString()
    listed = ctl(
        installation, "log", "list", "--organization", house.id, "--as", house.owner.id, "--target", group.id,
        "--occur-start-time", moment, "--outcome", "succeeded", "--without-action", "group.created", "--without-action",
        "audit_log.")
    header, row = listed.stdout.splitlines()
    assert header.split()[:5] == ["INDEX", "OCCURRED", "RECORDED", "ACTION", "OUTCOME"]
    assert row.split()[:5] == [
        str(event.index), moment[:19] + "Z", event.record_time.ToJsonString()[:19] + "Z", "group.member_added", "succeeded",
    ]
    # It was done: that the role was asked is no reason, and nothing in the row speaks of what was needed.
    assert [demand.scope for demand in event.event.decision.demands] and "needs" not in row


def test_what_an_event_tells_about_persons_is_shown_and_checked(installation, house):
    person, office = house.person(), house.functional()
    granted = house.grant(office, person, RIGHT_OPEN, justification="Vertretung \u2013 \u6f22\u5b57")
    eventually(lambda: granted.event_id in {entry.event.id for entry in house.events()})
    acting = ("--organization", house.id, "--as", house.owner.id)
    listed = ctl(installation, "log", "list", *acting, "--mailbox-id", mailbox_of(office))
    header, row = listed.stdout.splitlines()
    assert header.split()[-2:] == ["FROM", "TOLD"]
    assert "127.0.0.1" in row and row.rstrip().endswith("justification: Vertretung \u2013 \u6f22\u5b57")
    proved = ctl(installation, "log", "prove", granted.event_id, *acting)
    lines = dict(line.split(None, 1) for line in proved.stdout.splitlines() if " " in line)
    assert lines["justification"] == "Vertretung \u2013 \u6f22\u5b57" and lines["origin.address"] == "127.0.0.1"
    assert lines["verified"] == "yes"
    shown = json.loads(ctl(installation, "log", "prove", granted.event_id, *acting, "--output", "json").stdout)
    assert {one["path"] for one in shown["recorded"]["personal"]} == {"justification", "origin.address"}
    assert {one["path"] for one in shown["recorded"]["event"]["personal"]} == {"justification", "origin.address"}
    # The communication log is another one.
    missing = ctl(installation, "log", "prove", granted.event_id, *acting, "--event-class", "communication")
    assert missing.returncode != 0


def test_c3_a_watch_shows_what_comes_and_ends_with_ctrl_c(installation, house):
    arguments = command(
        installation, "log", "watch", "--organization", house.id, "--as", house.owner.id, "--action", "group.created",
        "--output", "json")
    watch = subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={})
    begun = listing(house.id, action="audit_log.watch_begun")
    eventually(lambda: house.ask(begun).events)
    group = house.group()
    entry = json.loads(watch.stdout.readline())
    assert entry["event"]["target"]["id"] == group.id and entry["recordTime"] and entry["event"]["occurTime"]
    watch.send_signal(signal.SIGINT)
    rest, told = watch.communicate(timeout=PATIENCE_SECONDS)
    assert watch.returncode == 0 and not rest, told
    assert told == f"Go on with --from-index {int(entry['index']) + 1}.\n"
    ended = listing(house.id, action="audit_log.watch_ended")
    [end] = eventually(lambda: house.ask(ended).events)
    assert end.event.decision.reason == "CANCELLED"
    assert {change.path: change.after for change in end.event.changes}["watch.events"] == "1"


@pytest.fixture(scope="module")
def own(tmp_path_factory):
    yield from running(Installation(tmp_path_factory.mktemp("watched")))


def test_c3_a_watch_goes_on_over_a_restart_of_the_log(own):
    house = Organization(Hands(own, "operator-admin"))
    arguments = command(
        own, "log", "watch", "--organization", house.id, "--as", house.owner.id, "--action", "group.created",
        "--from-index", "0", "--output", "json")
    watch = subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={})
    shown = lambda: json.loads(watch.stdout.readline())["event"]["target"]["id"]
    assert house.group().id == shown()
    log = own.servers["audit"]
    log.terminate()
    assert log.await_end() == 0
    # Its event waits at identity until the log is back.
    group = house.group()
    log.start()
    log.await_ready()
    assert group.id == shown()
    watch.send_signal(signal.SIGINT)
    rest, told = watch.communicate(timeout=PATIENCE_SECONDS)
    assert watch.returncode == 0 and not rest
    assert "Going on at index" in told and "Watching again." in told and "Go on with --from-index" in told
    house.operator = Hands(own, "operator-admin")
    ended = listing(house.id, action="audit_log.watch_ended", oldest_first=True)
    found = eventually(lambda: len(events := house.ask(ended).events) == 2 and events)
    assert [entry.event.decision.reason for entry in found] == ["DRAINING", "CANCELLED"]
