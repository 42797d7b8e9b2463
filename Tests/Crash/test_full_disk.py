"""A disk that is full at every possible write: a clear refusal, reads go on, nothing is lost, and room made is used.

The free space varies by pages of 4 KiB, so that every page a run of changes needs is once the one that is missing.
A quick run leaves out three in four.
"""

import subprocess
import threading
import time

import pytest
from client import CallError
from mandate.audit.v1 import event_pb2, log_pb2
from mandate.mailbox.v1 import delegation_pb2
from mandate.mailbox.v1.access_pb2 import RIGHT_OPEN
from mandate.server.v1 import server_pb2

from crashing import CrashingInstallation
from disk import Disk, can_mount
from events import appended
from knobs import THOROUGH
from patience import PATIENCE_SECONDS
from scene import Hands, Organization, eventually, mailbox_of, refused
from storage import check, check_database, opened
from witness import Witness, check_log, logged
from writer import PatientHands, Writer, acknowledged

# A group of writes takes some twenty pages of the WAL.
STEPS = range(0, 24, 1 if THOROUGH else 4)
WRITERS = 3

pytestmark = pytest.mark.skipif(not can_mount(), reason="a full disk needs root, to mount a small tmpfs")


class DiskHands(PatientHands):
    """Retries what a full disk refuses, and takes no other refusal for one."""

    def is_transient(self, error):
        if error.code == "RESOURCE_EXHAUSTED":
            return error.reason == "STORAGE_FULL" and "disk is full" in error.message
        return super().is_transient(error)

    @property
    def refusals(self):
        return self.retries["STORAGE_FULL"]


class Rig:
    """Three servers, one of which has its database on a small disk."""

    def __init__(self, folder, name):
        self.name = name
        self.installation = CrashingInstallation(folder)
        self.server = self.installation.servers[name]
        self.disk = Disk(folder / "disk")
        self.server.database = self.disk.folder / f"{name}.db"

    def start(self):
        self.installation.start()
        self.hands = PatientHands(self.installation)
        self.quiet = Organization(self.hands)
        self.person, self.office = self.quiet.person(), self.quiet.functional()
        self.quiet.grant(self.office, self.person, RIGHT_OPEN)

    def reads_go_on(self):
        if self.name == "audit":
            request = log_pb2.GetLogRootRequest(organization_id=self.quiet.id)
            assert self.hands.ask(request, account=self.quiet.owner.id).head.size > 0
            return
        assert self.quiet.decision(self.person, self.office) == "ALLOWED_GRANT"
        assert self.quiet.get(self.person) == self.person
        request = delegation_pb2.ListDelegatesRequest(mailbox_id=mailbox_of(self.office))
        assert len(self.quiet.ask(request).delegates) == 1

    def stop(self):
        problems = self.installation.stop()
        self.disk.unmount()
        return problems


@pytest.fixture
def rig(tmp_path, request):
    rig = Rig(tmp_path, request.param)
    try:
        rig.start()
        yield rig
    finally:
        problems = rig.stop()
    assert not problems, problems[:10]


@pytest.mark.parametrize("rig", ["identity", "mailbox"], indirect=True)
def test_changes_are_refused_until_there_is_room_again(rig, tmp_path):
    writers = [Writer(rig.installation, number, DiskHands) for number in range(WRITERS)]
    witness = Witness(rig.installation, writers)
    rig.installation.await_log()
    for writer in writers:
        writer.events = logged(witness.hands, writer.house)
    filled = 0
    for leaving in STEPS:
        before = sum(writer.hands.refusals for writer in writers)
        rig.disk.fill(leaving)
        for writer in writers:
            writer.start()
        deadline = time.monotonic() + PATIENCE_SECONDS
        while sum(writer.hands.refusals for writer in writers) == before and time.monotonic() < deadline:
            time.sleep(0.01)
        filled += sum(writer.hands.refusals for writer in writers) > before
        rig.reads_go_on()
        rig.disk.empty()
        # Without a restart: what was refused goes through, by the same request id.
        for writer in writers:
            writer.finish()
        rig.reads_go_on()
    assert filled == len(STEPS), f"the disk was full in {filled} of {len(STEPS)} runs"
    for writer in writers:
        check_log(rig.installation, witness.hands, writer)
        writer.check_all()
    rig.installation.power_cut()
    work = tmp_path / "at-rest"
    work.mkdir()
    check(rig.installation.databases, work, acknowledged(writers))
    rig.installation.start_again()


class Impatient(threading.Thread):
    """Repeats a change without a pause, and counts how often there was no room for it."""

    def __init__(self, rig):
        super().__init__(name="impatient")
        self.hands, self.owner = Hands(rig.installation, "operator-admin"), rig.quiet.owner
        self.request = delegation_pb2.GrantDelegationRequest(
            mailbox_id=mailbox_of(rig.office), grantee_id=rig.quiet.group().id, rights=[RIGHT_OPEN]
        )
        self.refusals, self.ending = 0, threading.Event()

    def run(self):
        while not self.ending.is_set():
            try:
                self.hands.ask(self.request, account=self.owner.id)
            except CallError as error:
                # Nothing else may come of it; a slow machine may be late.
                if error.reason != "STORAGE_FULL":
                    continue
                self.refusals += 1
        self.hands.close()


@pytest.mark.parametrize("rig", ["mailbox"], indirect=True)
def test_checks_go_on_as_long_as_the_disk_is_full(rig):
    """Who administers changes meanwhile: mailbox acknowledges that behind its own writes, all of which fail."""
    administrator = rig.quiet.administrator("rol_support")
    impatient = [Impatient(rig) for _ in range(WRITERS)]
    rig.reads_go_on()
    streams = follower_streams(rig.server)
    rig.disk.fill(0)
    for client in impatient:
        client.start()
    try:
        for _ in range(20):
            rig.quiet.suspend(administrator)
            rig.reads_go_on()
            rig.quiet.reactivate(administrator)
    finally:
        for client in impatient:
            client.ending.set()
            client.join()
    assert all(client.refusals for client in impatient), "there was room"
    assert follower_streams(rig.server) == streams, "mailbox has lost sight of identity"


def follower_streams(server):
    _, text = server.ask("/metrics")
    return [line for line in text.splitlines() if line.startswith("mandate_follower_streams_total ")]


@pytest.mark.parametrize("rig", ["audit"], indirect=True)
def test_a_log_without_room_refuses_and_the_outboxes_hold(rig, tmp_path):
    writers = [Writer(rig.installation, number) for number in range(WRITERS)]
    witness = Witness(rig.installation, writers)
    rig.installation.await_log()
    for writer in writers:
        writer.events = logged(witness.hands, writer.house)
    producer = Hands(rig.installation, "mandate-mailbox")
    event = event_pb2.Event(organization_id=rig.quiet.id, action="account.suspended", target={"resource_type": "x" * 4000})
    number = 1
    for leaving in STEPS:
        rig.disk.fill(leaving)
        for writer in writers:
            writer.start()
        # A source of the test's own meets the full disk itself.
        with refused("RESOURCE_EXHAUSTED", "STORAGE_FULL"):
            for number in range(number, number + 2000):
                event.id = f"evt_{number:026}"
                append = log_pb2.AppendEventsRequest(
                    source="mailbox", epoch="of-this-test", first_sequence=number, events=[appended(event).SerializeToString()]
                )
                producer.ask(append)
        for writer in writers:
            writer.finish()
        # Events wait, and changes are not held up by that.
        eventually(lambda: not rig.installation.outbox_is_empty())
        rig.reads_go_on()
        # Whoever reads events is recorded, so that must wait too. What is small may still find a place at the end.
        with refused("RESOURCE_EXHAUSTED", "STORAGE_FULL"):
            for _ in range(200):
                logged(rig.hands, rig.quiet, restored=True)
        rig.disk.empty()
        assert producer.ask(append).next_sequence == number + 1
        rig.installation.await_log()
    for writer in writers:
        check_log(rig.installation, witness.hands, writer)
        witness.prove(writer.house)
    rig.installation.power_cut()
    work = tmp_path / "at-rest"
    work.mkdir()
    check(rig.installation.databases, work, acknowledged(writers))
    rig.installation.start_again()


@pytest.mark.parametrize("killed", [False, True], ids=["stopped", "killed"])
@pytest.mark.parametrize("rig", ["identity", "mailbox", "audit"], indirect=True)
def test_a_start_without_room_says_so(rig, killed):
    """The WAL and its index are made anew at a start; with any number of pages the server runs, or says why not."""
    server, said = rig.server, 0
    for leaving in STEPS:
        if killed:
            server.kill()
        else:
            server.terminate()
            assert server.await_end() == 0
        rig.disk.fill(leaving)
        server.start()
        deadline = time.monotonic() + PATIENCE_SECONDS
        while server.process.poll() is None and not server.is_serving() and time.monotonic() < deadline:
            time.sleep(0.02)
        if server.process.poll() is not None:
            assert server.process.returncode == 1, f"{leaving} pages: {server.process.returncode}\n{server.tail()}"
            assert "the disk is full" in server.tail(), server.tail()
            said += 1
            rig.disk.empty()
            server.start()
        rig.disk.empty()
        for one in rig.installation.servers.values():
            one.await_ready()
    assert said or killed, "no start was ever refused: the test does not test"
    rig.reads_go_on()


@pytest.mark.parametrize("rig", ["identity"], indirect=True)
def test_a_new_database_without_room(rig):
    server = rig.server
    other = rig.disk.folder / "new.db"
    arguments = list(server.arguments)
    for flag, value in (("--database", str(other)), ("--listen-port", "0")):
        arguments[arguments.index(flag) + 1] = value
    for leaving in range(0, 12, 2):
        rig.disk.fill(leaving)
        ended = subprocess.run(arguments, capture_output=True, text=True, timeout=PATIENCE_SECONDS)
        assert ended.returncode == 1 and "the disk is full" in ended.stderr, ended.stderr
        rig.disk.empty()


@pytest.mark.parametrize("rig", ["mailbox"], indirect=True)
def test_a_backup_without_room_is_refused_and_leaves_nothing(rig, tmp_path):
    tries = 0
    for leaving in range(0, 400, 1 if THOROUGH else 4):
        rig.disk.fill(leaving)
        try:
            with refused("RESOURCE_EXHAUSTED", "STORAGE_FULL"):
                rig.hands.ask(server_pb2.BackupServerRequest(name="a.backup"), at="mailbox")
        except AssertionError:
            break
        finally:
            rig.disk.empty()
        assert not any((rig.disk.folder / "mailbox.db.backups").glob("*"))
        tries += 1
    assert tries > 3
    check_database(opened(rig.disk.folder / "mailbox.db.backups" / "a.backup", tmp_path), "the backup")
