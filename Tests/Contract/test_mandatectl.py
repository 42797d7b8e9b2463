"""The operator's hand as a program uses it: its exit status, and secrets that are no arguments."""

import json
import os
import pty
import subprocess

import pytest
from mandate.mailbox.v1.access_pb2 import RIGHT_OPEN, RIGHT_SEND

from installation import binary, free_ports
from patience import PATIENCE_SECONDS
from scene import Organization, address, mailbox_of, unique

SERVERS = ("identity", "mailbox", "audit")
PASSWORD = "correct horse battery"
NOBODY = "0" * 26


@pytest.fixture(scope="module")
def house(operator):
    return Organization(operator)


@pytest.fixture(scope="module")
def office(house):
    return house.functional()


def command(installation, *arguments, name="operator-admin"):
    addresses = [f"--{server}=127.0.0.1:{installation.servers[server].port}" for server in SERVERS]
    # What the test says comes last, and counts.
    return [
        binary("mandatectl"), *arguments[:2], *addresses, f"--certificates={installation.certificates}", f"--name={name}",
        *arguments[2:],
    ]


def ctl(installation, *arguments, name="operator-admin", given=None, **environment):
    return subprocess.run(
        command(installation, *arguments, name=name), input=given, capture_output=True, text=True,
        timeout=PATIENCE_SECONDS, env=environment, start_new_session=True)


def typed(installation, *arguments, answers):
    """Runs it on a terminal of its own and types each answer after its question: exit status, and all that was shown."""
    process, terminal = pty.fork()
    if process == 0:
        line = command(installation, *arguments)
        os.execve(line[0], line, {})
    shown = b""
    for question, answer in answers:
        while not shown.endswith(question.encode()):
            shown += os.read(terminal, 1)
        os.write(terminal, answer.encode() + b"\n")
    try:
        while more := os.read(terminal, 4096):
            shown += more
    except OSError:
        pass  # The terminal's other end is closed: on Linux that is an error, not an end.
    os.close(terminal)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]), shown.decode().replace("\r\n", "\n")


@pytest.mark.parametrize("verb", ["check", "explain"])
def test_the_exit_status_says_whether_it_is_allowed(installation, house, office, verb):
    person = house.person()
    mailbox = mailbox_of(office)
    asked = lambda *question, **more: ctl(installation, verb, *question, **more)
    assert asked(person.id, mailbox, "open").returncode == 1
    house.grant(office, person, RIGHT_OPEN)
    assert asked(person.id, mailbox, "open").returncode == 0
    assert asked(person.id, mailbox, "open", "--output", "json").returncode == 0
    assert asked(person.id, mailbox, "send", "--output", "json").returncode == 1
    # A question that must be mended.
    for broken in [
        ("acc_x", mailbox, "open"), (person.id, "mbx_x", "open"), (person.id, mailbox, "read"), (person.id, mailbox), (),
        ("acc_" + NOBODY, mailbox, "open"), (person.id, "mbx_" + NOBODY, "open"),
        (person.id, mailbox, "open", "--nonsense"), (person.id, mailbox, "open", "--mailbox", "nowhere"),
    ]:
        ended = asked(*broken)
        assert ended.returncode == 2, (broken, ended)
    # Nobody who answers: no server, no certificate, one that the server does not know or does not let ask.
    [port] = free_ports(1)
    question = (person.id, mailbox, "open")
    assert asked(*question, "--mailbox", f"127.0.0.1:{port}").returncode == 3
    for name in ("nobody", "stranger"):
        ended = asked(*question, name=name)
        assert ended.returncode == 3 and ended.stderr, ended


@pytest.mark.parametrize("verb", ["check", "explain"])
def test_a_question_names_a_folder_and_an_answer_about_send_whom_recipients_see(installation, house, office, verb):
    person, mailbox = house.person(), mailbox_of(office)
    house.grant(office, person, RIGHT_OPEN, RIGHT_SEND)
    asked = lambda *words: ctl(installation, verb, person.id, mailbox, *words)
    assert asked("open", "--folder", "/Inbox", "--operation", "write").returncode == 0
    for broken, why in [
        (("open", "--folder", "Inbox"), "it begins with /"), (("send", "--folder", "/Inbox"), "folders limit the right to open"),
        (("open", "--operation", "read"), "none is named"), (("open", "--folder", "/Inbox", "--operation", "burn"), "burn"),
    ]:
        ended = asked(*broken)
        assert ended.returncode == 2 and why in ended.stderr, ended
    assert "recipients see" not in asked("open").stdout
    shown = asked("send").stdout
    # The preset shows the delegate.
    assert "recipients see" in shown and f"{person.display_name}, on behalf of the mailbox" in shown


def test_a_mailbox_is_opened_with_the_decisions_exit_status_and_an_event(installation, house, office):
    person, mailbox = house.person(), mailbox_of(office)
    asked = lambda *words, **more: ctl(installation, "mailbox", "open", *words, **more)
    denied = asked(person.id, mailbox)
    assert denied.returncode == 1 and "no-grant" in denied.stdout, denied
    house.grant(office, person, RIGHT_OPEN)
    for words in ((person.id, mailbox), (person.address.upper(), office.address)):
        opened = asked(*words, "--justification", "reading")
        assert opened.returncode == 0 and "evt_" in opened.stdout and mailbox in opened.stdout, opened
    tried = asked(person.id, mailbox, "--validate-only", "--output", "json")
    assert tried.returncode == 0 and json.loads(tried.stdout)["decision"]["allowed"] and "eventId" not in json.loads(tried.stdout)
    assert asked("acc_" + NOBODY, mailbox).returncode == 2
    page = ctl(installation, "mailbox", "get", mailbox, f"--as={house.owner.id}", f"--account={person.id}").stdout
    assert "ways:" in page and "direct" in page and page.count(office.address) == 1, page
    listed = ctl(installation, "mailbox", "identities", person.id)
    assert listed.returncode == 0 and person.address in listed.stdout, listed


def test_of_other_commands_the_status_tells_what_to_mend_from_what_to_ask_again(installation, house):
    got = lambda *arguments, **more: ctl(installation, "account", "get", *arguments, **more).returncode
    assert got(house.owner.id, "--as", house.owner.id) == 0
    assert got("acc_" + NOBODY, "--as", house.owner.id) == 2
    assert got(house.owner.id) == 2, "nobody acts"
    [port] = free_ports(1)
    assert got(house.owner.id, "--as", house.owner.id, "--identity", f"127.0.0.1:{port}") == 3


@pytest.mark.parametrize("verb", ["server", "health", "clock"])
def test_a_server_that_is_not_reached_hides_no_other(installation, verb):
    [port] = free_ports(1)
    # Two words before the addresses: the first server named is one of the two that answer.
    ended = ctl(installation, verb, "identity", "audit", "mailbox", "--audit", f"127.0.0.1:{port}")
    shown = [line.split(maxsplit=1) for line in ended.stdout.splitlines()]
    assert ended.returncode == 3, ended
    assert [row[0].removeprefix("mandate-") for row in shown][-3:] == ["identity", "mailbox", "audit"]
    assert shown[-1][1].startswith("not reached: ") and "is it running?" in ended.stderr


@pytest.mark.parametrize("verb", ["server", "clock"])
def test_json_of_the_servers_that_are_reached_is_well_formed(installation, verb):
    [port] = free_ports(1)
    for lost, answering in [(["identity"], ["mandate-mailbox", "mandate-audit"]), (SERVERS, [])]:
        nowhere = [f"--{server}=127.0.0.1:{port}" for server in lost]
        ended = ctl(installation, verb, *SERVERS, *nowhere, "--output", "json")
        assert ended.returncode == 3
        assert [answer["name"] for answer in json.loads(ended.stdout)] == answering
        assert "mandate-identity: not reached: " in ended.stderr


def organization(installation, *arguments, **more):
    owner = address("owner")
    ended = ctl(
        installation, "organization", "create", unique("Acme"), "--owner", owner, "--output", "json", *arguments, **more)
    assert ended.returncode == 0, ended
    return owner, json.loads(ended.stdout)


def signed_in(installation, owner, password):
    ended = ctl(installation, "session", "create", owner, "--output", "json", "--password-file", "-", given=password + "\n")
    assert ended.returncode == 0, ended
    return json.loads(ended.stdout)["sessionToken"]


def test_a_password_is_typed_twice_and_never_shown(installation):
    owner = address("owner")
    create = ("organization", "create", unique("Acme"), "--owner", owner, "--password")
    again = [("New password: ", PASSWORD), ("Once more: ", PASSWORD)]
    status, shown = typed(installation, *create, answers=[again[0], ("Once more: ", PASSWORD + "!")])
    assert status == 2 and "the two passwords differ" in shown
    status, shown = typed(installation, *create, answers=again)
    assert status == 0 and "organization" in shown and PASSWORD not in shown, shown
    status, shown = typed(installation, "session", "create", owner, answers=[("Password: ", PASSWORD)])
    assert status == 0 and "token" in shown and PASSWORD not in shown, shown


def test_without_a_terminal_it_says_what_to_give(installation, house):
    ended = ctl(installation, "session", "create", house.owner.address, given=PASSWORD)
    assert ended.returncode == 2 and "--password-file FILE, or --password-file - for standard input" in ended.stderr, ended


def test_passwords_and_tokens_come_from_files(installation, tmp_path):
    secret = tmp_path / "password"
    secret.write_text(PASSWORD + "\nnot this\n")
    secret.chmod(0o600)
    owner, made = organization(installation, "--password-file", str(secret))
    session = signed_in(installation, owner, PASSWORD)
    token = tmp_path / "session"
    token.write_text(session)
    token.chmod(0o600)
    account = made["owner"]["id"]
    assert ctl(installation, "account", "get", account, "--session-file", str(token)).returncode == 0
    assert ctl(installation, "account", "get", account, MANDATE_SESSION=session).returncode == 0
    token.chmod(0o644)
    ended = ctl(installation, "account", "get", account, "--session-file", str(token))
    assert ended.returncode == 2 and "everybody on this machine may read" in ended.stderr, ended


def test_an_invitation_is_accepted_with_two_secrets_in_one_input(installation):
    _, made = organization(installation)
    owner, new = made["owner"]["id"], address("new")
    ended = ctl(
        installation, "account", "invite", new, "--organization", made["organization"]["id"], "--as", owner, "--output", "json")
    token = json.loads(ended.stdout)["invitationToken"]
    accepted = ctl(
        installation, "invitation", "accept", "--token-file", "-", "--password-file", "-", given=f"{token}\n{PASSWORD}\n")
    assert accepted.returncode == 0, accepted
    assert signed_in(installation, new, PASSWORD)


@pytest.mark.parametrize("arguments", [
    ("session", "create", "a@b.example", "--password", PASSWORD), ("invitation", "accept", "inv_token"),
    ("organization", "create", "Acme", "--owner", "a@b.example", "--owner-password", PASSWORD),
    ("server", "identity", "--session", "token"),
], ids=" ".join)
def test_no_secret_is_an_argument(installation, unchanged, arguments):
    assert ctl(installation, *arguments).returncode == 2
