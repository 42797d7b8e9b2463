"""mandatectl at its edges: who reads it goes away, the disk is full, and a person presses Ctrl-C."""

import os
import pty
import re
import signal
import subprocess
import termios

import pytest

from events import listing
from installation import Installation, running
from patience import PATIENCE_SECONDS
from scene import Hands, Organization, eventually, mailbox_of, unique
from test_mandatectl import PASSWORD, command

CTRL_C, CTRL_Z = b"\x03", b"\x1a"


@pytest.fixture(scope="module")
def house(operator):
    return Organization(operator)


def started(arguments, **more):
    return subprocess.Popen(arguments, stderr=subprocess.PIPE, text=True, env={}, **more)


def read_one_line(process):
    """As `head -1`: what it reads, and then nobody does."""
    line = process.stdout.readline()
    process.stdout.close()
    told = process.stderr.read()
    return line, process.wait(timeout=PATIENCE_SECONDS), told


def test_it_ends_quietly_when_nobody_reads_any_more(installation, house, tmp_path):
    file = tmp_path / "questions.csv"
    office = house.functional()
    question = f"{house.owner.id},{mailbox_of(office)},open\n"
    # More than any pipe holds.
    file.write_text("account,mailbox,right\n" + question * 2000)
    check = started(command(installation, "check", f"--file={file}"), stdout=subprocess.PIPE)
    line, status, told = read_one_line(check)
    # 141 in a shell.
    assert line.startswith("account,") and status == -signal.SIGPIPE, told
    assert told.splitlines()[0].startswith("check") and len(told.splitlines()) == 1

    arguments = ("log", "watch", "--organization", house.id, "--as", house.owner.id, "--action=group.created", "--output=json")
    watch = started(command(installation, *arguments), stdout=subprocess.PIPE)
    begun = listing(house.id, action="audit_log.watch_begun")
    eventually(lambda: house.ask(begun).events)
    house.group()
    line = watch.stdout.readline()
    watch.stdout.close()
    house.group()
    assert watch.wait(timeout=PATIENCE_SECONDS) == -signal.SIGPIPE and line and not watch.stderr.read()


@pytest.mark.parametrize("redirection, reason", [
    (">/dev/full", "No space left on device"), (">&-", "Bad file descriptor"),
])
@pytest.mark.parametrize("arguments", [
    ("health",), ("organization", "get"), ("--generate-completion-script", "bash"),
], ids=" ".join)
def test_what_nobody_can_take_is_told_in_one_line(installation, house, arguments, redirection, reason):
    if arguments[0].startswith("--"):
        line = [command(installation)[0], *arguments]
    else:
        line = command(installation, *arguments, *([house.id, f"--as={house.owner.id}"] if len(arguments) > 1 else []))
    ended = subprocess.run(
        ["/bin/sh", "-c", f'exec "$@" {redirection}', "sh", *line], stderr=subprocess.PIPE, text=True, env={},
        timeout=PATIENCE_SECONDS)
    assert ended.returncode == 3 and ended.stderr == f"Error: standard output cannot be written: {reason}\n", ended


class Terminal:
    """A shell on a terminal of its own, and a program in it: the signals of the keys are for the program alone.

    Without its trap the shell would end as the program does, by the same signal.
    """

    SCRIPT = 'set -m; trap : INT; "$@"; echo "ended $?"; while read line; do $line; echo "ended $?"; done'

    def __init__(self, arguments):
        self.shell, self.side = pty.fork()
        if self.shell == 0:
            os.execve("/bin/sh", ["sh", "-c", self.SCRIPT, "sh", *arguments], {})
        self.shown = b""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        os.close(self.side)
        os.waitpid(self.shell, 0)

    @property
    def echoes(self):
        return bool(termios.tcgetattr(self.side)[3] & termios.ECHO)

    @property
    def program(self):
        return os.tcgetpgrp(self.side)

    def await_text(self, text):
        """Takes what is shown up to there."""
        self.shown = b""
        while not (found := re.search(text, self.shown)):
            self.shown += os.read(self.side, 1)
        return found

    def press(self, keys):
        os.write(self.side, keys)

    def status(self):
        """As the shell has it: of a signal, 128 and its number."""
        return int(self.await_text(rb"ended (\d+)\r\n")[1])


SIGN_IN = ("session", "create", "nobody@example.org")


@pytest.mark.parametrize("end, status", [
    (lambda terminal: terminal.press(b"secret" + CTRL_C), 128 + signal.SIGINT),
    (lambda terminal: os.kill(terminal.program, signal.SIGTERM), 128 + signal.SIGTERM),
    (lambda terminal: os.kill(terminal.program, signal.SIGHUP), 128 + signal.SIGHUP),
    (lambda terminal: terminal.press(b"se\x1b[Dcret\n"), 2),
    (lambda terminal: terminal.press(b"\x04"), 2),
], ids=["ctrl-c", "terminated", "hung up", "an arrow key", "ctrl-d"])
def test_however_a_question_ends_the_terminal_shows_again(installation, end, status):
    with Terminal(command(installation, *SIGN_IN)) as terminal:
        terminal.await_text(rb"Password: $")
        assert not terminal.echoes
        end(terminal)
        assert terminal.status() == status, terminal.shown
        assert terminal.echoes and b"secret" not in terminal.shown


def test_a_question_that_is_stopped_shows_again_and_goes_on(installation):
    with Terminal(command(installation, *SIGN_IN)) as terminal:
        for _ in range(2):
            terminal.await_text(rb"Password: $")
            assert not terminal.echoes
            terminal.press(CTRL_Z)
            assert terminal.status() == 128 + signal.SIGTSTP
            assert terminal.echoes
            terminal.press(b"fg\n")
        terminal.await_text(rb"Password: $")
        terminal.press(PASSWORD.encode() + b"\n")
        # Answered: there is no such account.
        assert terminal.status() == 2
        assert terminal.echoes and PASSWORD.encode() not in terminal.shown


@pytest.fixture(scope="module")
def own(tmp_path_factory):
    yield from running(Installation(tmp_path_factory.mktemp("interrupted")))


def test_an_import_that_is_interrupted_says_what_it_did(own, tmp_path):
    house = Organization(Hands(own, "operator-admin"))
    people, ids, count = tmp_path / "people.csv", tmp_path / "ids.csv", 3000
    people.write_text("address\n" + "".join(f"{unique('p')}@example.org\n" for _ in range(count)))
    with Terminal(command(own, "import", f"--as={house.owner.id}", f"--people={people}", f"--ids={ids}")) as terminal:
        terminal.await_text(rb"1 % of")
        # Nothing is answered until it has heard.
        identity = own.servers["identity"].process
        identity.send_signal(signal.SIGSTOP)
        terminal.press(CTRL_C)
        terminal.await_text(rb"Stopping after the rows under way")
        identity.send_signal(signal.SIGCONT)
        assert terminal.status() == 3
    # The last thing that it says.
    brought, left = re.search(rb"import: (\d+) brought, (\d+) not tried\r\nended", terminal.shown).groups()
    assert int(brought) + int(left) == count and int(left) > 0
    assert ids.read_text().count("\n") == 1 + int(brought)
