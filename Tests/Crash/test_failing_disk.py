"""A disk that fails while a commit is made durable: callers hear that nobody knows, and the server ends. The next process
finds out; whoever asks again with the same request id is told what happened, and nothing happens twice."""

import pytest

from crashing import CrashingInstallation, CrashingServer, torn_library
from patience import PATIENCE_SECONDS
from storage import check
from witness import Witness, check_log, logged
from writer import PatientHands, Writer, acknowledged

WRITERS = 3
# Calls to the WAL since the process began. A write belongs to one of some forty frames of a group.
FAILURES = [("wal.sync", 3), ("wal.sync", 30), ("wal.write", 500)]


class AskingHands(PatientHands):
    """Asks again where nobody knows."""

    def is_transient(self, error):
        return super().is_transient(error) or (error.code, error.reason) == ("UNKNOWN", "OUTCOME_UNKNOWN")


@pytest.mark.parametrize("name", ["identity", "mailbox", "audit"])
def test_what_nobody_knows_is_said_and_found_out(tmp_path, name):
    CrashingServer.torn = torn_library()
    if CrashingServer.torn is None:
        pytest.fail("a C compiler is needed for torn.c: install cc")
    installation = CrashingInstallation(tmp_path)
    server = installation.servers[name]
    try:
        installation.start()
        writers = [Writer(installation, number, AskingHands) for number in range(WRITERS)]
        witness = Witness(installation, writers)
        installation.await_log()
        for writer in writers:
            writer.events = logged(witness.hands, writer.house)
        for failing, passage in FAILURES:
            server.terminate()
            assert server.await_end() == 0
            server.start(failing=failing, passage=passage)
            for writer in writers:
                writer.start()
            assert server.process.wait(PATIENCE_SECONDS) == 1, server.tail()
            last_words = [line["message"] for line in server.problems() if line["level"] == "critical"]
            assert last_words == ["the server stops"], server.tail()
            server.start()
            server.await_ready()
            for writer in writers:
                writer.finish()
            for writer in writers:
                check_log(installation, witness.hands, writer)
                writer.check_all()
        for writer in writers:
            witness.prove(writer.house)
        installation.power_cut()
        work = tmp_path / "at-rest"
        work.mkdir()
        check(installation.databases, work, acknowledged(writers))
        installation.start_again()
    finally:
        problems = installation.stop()
    assert not problems, problems[:10]
    unknown = sum(writer.hands.retries["OUTCOME_UNKNOWN"] for writer in writers)
    assert unknown or name == "audit", "nobody was told"
