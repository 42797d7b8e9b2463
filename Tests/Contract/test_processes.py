"""Servers that stop, die and come back: what was answered holds, and nobody is allowed on an old state."""

import signal
import subprocess
import threading
import time

import pytest
from mandate.audit.v1 import event_pb2, log_pb2
from mandate.identity.v1 import group_pb2
from mandate.mailbox.v1.access_pb2 import RIGHT_OPEN

from client import CallError, ConnectionEnded
from events import appended, listing
from installation import Installation, running
from patience import PATIENCE_SECONDS
from scene import Hands, Organization, eventually, pages, refused

LEASE_SECONDS = 2


@pytest.fixture
def own(tmp_path):
    """Servers of this test's own, which it may kill."""
    yield from running(Installation(tmp_path))


@pytest.fixture
def house(own):
    return Organization(Hands(own, "operator-admin"))


def again(own, name):
    """The server is back, and the test's hands have new connections."""
    own.servers[name].start()
    own.servers[name].await_ready()


def renewed(house):
    """The same organization by new connections."""
    house.operator = Hands(house.operator.installation, "operator-admin")
    return house


def test_a_server_that_stops_says_so_and_finishes(own, house):
    server = own.servers["mailbox"]
    with own.connect("mailbox") as connection:
        server.terminate()
        frame = connection.read_frame()
        assert frame.WhichOneof("kind") == "goaway" and frame.goaway.message
        with pytest.raises(ConnectionEnded):
            while True:
                connection.read_frame()
    assert server.await_end() == 0
    with pytest.raises(OSError):
        own.connect("mailbox")
    again(own, "mailbox")


@pytest.mark.parametrize("name", ["identity", "mailbox", "audit"])
def test_a_server_stops_while_the_others_use_it(own, house, name):
    own.servers[name].terminate()
    assert own.servers[name].await_end() == 0
    again(own, name)
    for server in own.servers.values():
        server.await_ready()


def test_d17_without_identity_nobody_is_allowed_on_an_old_state(own, house):
    person, office = house.person(), house.functional()
    house.grant(office, person, RIGHT_OPEN)
    assert house.decision(person, office) == "ALLOWED_GRANT"
    own.servers["identity"].kill()
    began, seen = time.monotonic(), []
    while sum(after > LEASE_SECONDS for after, _ in seen) < 20:
        after = time.monotonic() - began
        try:
            seen.append((after, house.decision(person, office)))
        except CallError as error:
            seen.append((after, error.reason))
        time.sleep(0.02)
    # Asked after the lease: neither allowed nor denied.
    assert {answer for after, answer in seen if after > LEASE_SECONDS} == {"STALE"}
    assert {answer for _, answer in seen} <= {"ALLOWED_GRANT", "STALE"}
    status, text = own.servers["mailbox"].ask("/readyz")
    assert status == 503 and text
    again(own, "identity")
    own.servers["mailbox"].await_ready()
    assert renewed(house).decision(person, office) == "ALLOWED_GRANT"


def test_d17_what_happened_while_mailbox_was_away_counts_when_it_is_back(own, house):
    person, colleague, office = house.person(), house.person(), house.functional()
    group = house.group(colleague)
    house.grant(office, person, RIGHT_OPEN)
    house.grant(office, group, RIGHT_OPEN)
    own.servers["mailbox"].kill()
    # A dead follower holds a write no longer than its lease.
    house.suspend(person)
    house.remove(group, colleague)
    newcomer = house.person()
    house.add(group, newcomer)
    again(own, "mailbox")
    renewed(house)
    assert house.decision(person, office) == "ACCOUNT_SUSPENDED"
    assert house.decision(colleague, office) == "NO_GRANT"
    assert house.decision(newcomer, office) == "ALLOWED_GROUP_GRANT"


def test_what_was_answered_is_there_after_a_kill(own, house):
    """Writers are answered until the power goes; each answered write is there afterwards, and none twice."""
    answered, begun = [], threading.Event()

    def write():
        hands = Hands(own, "operator-admin")
        try:
            while True:
                group = group_pb2.Group(organization_id=house.id, display_name=f"{threading.get_ident()} {time.monotonic_ns()}")
                answered.append(hands.ask(group_pb2.CreateGroupRequest(group=group), account=house.owner.id).group)
                if len(answered) > 100:
                    begun.set()
        except (OSError, CallError):
            begun.set()

    writers = [threading.Thread(target=write) for _ in range(4)]
    for writer in writers:
        writer.start()
    begun.wait(30)
    own.servers["identity"].kill()
    for writer in writers:
        writer.join(30)
    again(own, "identity")
    own.servers["mailbox"].await_ready()
    listed = pages(renewed(house).ask, group_pb2.ListGroupsRequest(organization_id=house.id), "groups", 100)
    assert len(answered) > 100
    stored = {group.id: group for group in listed}
    assert len(stored) == len(listed)
    assert [group for group in answered if stored.get(group.id) != group] == []
    # And everything that is there is in the log, once, without a hole.
    query = listing(house.id, action="group.created", oldest_first=True)
    eventually(lambda: len(pages(house.ask, copy(query), "events", 500)) == len(listed))
    entries = pages(house.ask, copy(query), "events", 500)
    assert {entry.event.target.id for entry in entries} == set(stored)


def test_the_log_may_be_away_and_loses_nothing(own, house):
    person, office = house.person(), house.functional()
    own.servers["audit"].kill()
    events = []
    for _ in range(20):
        events.append(house.grant(office, person, RIGHT_OPEN).event_id)
        events.append(house.revoke(office, person).event_id)
    again(own, "audit")
    renewed(house)
    query = listing(house.id, action="delegation.", oldest_first=True)
    listed = eventually(lambda: len(found := pages(house.ask, copy(query), "events", 100)) >= 40 and found)
    assert [entry.event.id for entry in listed] == events, "in order, each once"


def copy(request):
    same = type(request)()
    same.CopyFrom(request)
    return same


def run(server, **changed):
    """A second process with the server's settings but for some, until it ends by itself."""
    arguments = list(server.arguments)
    for flag, value in changed.items():
        flag = "--" + flag.replace("_", "-")
        if flag in arguments:
            arguments[arguments.index(flag) + 1] = value
        else:
            arguments += [flag, value]
    return subprocess.run(arguments, capture_output=True, text=True, timeout=PATIENCE_SECONDS)


@pytest.mark.parametrize("flag, value, word", [
    ("no_such_setting", "1", "--no-such-setting"), ("listen_port", "70000", "listen.port"), ("listen_port", "x", "listen.port"),
    ("tls_key", "/nowhere/key", "/nowhere/key"), ("callers", "/nowhere/callers", "/nowhere/callers"),
    ("identity", "nowhere", "identity"), ("lease", "0", "lease"), ("log_level", "loud", "log.level"),
])
def test_a_server_says_what_is_wrong_with_its_settings(installation, tmp_path, flag, value, word):
    ended = run(installation.servers["mailbox"], **{"database": str(tmp_path / "x.db"), "listen_port": "0", flag: value})
    assert ended.returncode == 1 and word in ended.stderr, ended.stderr


def test_two_servers_never_share_a_database(installation):
    server = installation.servers["identity"]
    second = run(server, listen_port="0")
    assert second.returncode == 1 and "identity.db" in second.stderr, second.stderr
    assert server.process.poll() is None and server.ask("/readyz")[0] == 200


def test_sigint_stops_as_sigterm_does(own):
    server = own.servers["audit"]
    server.process.send_signal(signal.SIGINT)
    assert server.await_end() == 0
    again(own, "audit")


def test_other_bytes_under_a_number_stop_the_source_loudly(tmp_path):
    """Equivocation: a database that was put back from a copy, or worse. The log refuses it, and says so."""
    own = Installation(tmp_path)
    try:
        own.start()
        hands = Hands(own, "mandate-identity")
        event = lambda action: appended(event_pb2.Event(organization_id="org_" + "0" * 26, action=action)).SerializeToString()
        append = lambda action: log_pb2.AppendEventsRequest(source="identity", epoch="x", first_sequence=1, events=[event(action)])
        assert hands.ask(append("account.suspended")).next_sequence == 2
        with refused("DATA_LOSS", "EQUIVOCATION"):
            hands.ask(append("account.reactivated"))
        assert hands.ask(append("account.suspended")).next_sequence == 2
    finally:
        own.stop()
    assert [line for line in own.servers["audit"].lines() if line["level"] in ("warning", "error", "critical")]
