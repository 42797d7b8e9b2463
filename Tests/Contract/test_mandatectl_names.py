"""Names wherever ids go, and imports, as a program uses them: what is found, and the exit status."""

import pytest
from mandate.identity.v1 import account_pb2, group_pb2

from installation import free_ports
from scene import Organization, address, mailbox_of, unique
from test_mandatectl import PASSWORD, ctl, signed_in


@pytest.fixture(scope="module")
def house(operator):
    return Organization(operator)


def brought(house, key):
    """An active person and a group with the same external id."""
    invited = house.ask(account_pb2.InviteAccountRequest(account=house.account("ann", external_id=key)))
    person = house.accept(invited.invitation_token)
    group = group_pb2.Group(organization_id=house.id, display_name=unique("Sales"), external_id=key)
    return person, house.ask(group_pb2.CreateGroupRequest(group=group)).group


def test_what_people_call_things_goes_wherever_ids_go(installation, house):
    key = unique("key")
    person, group = brought(house, key)
    office = house.functional()
    owner = house.owner.address.upper()
    run = lambda *arguments: ctl(installation, *arguments)
    assert run("group", "add", f"group:{group.display_name}", person.address.upper(), "--as", owner).returncode == 0
    granted = run("grant", office.address, f"group:{group.display_name}", "open", "--as", owner, "--output", "json")
    assert granted.returncode == 0 and group.id in granted.stdout, granted
    # Nobody acts: an address is known, an external id with its organization, a group is not.
    assert run("check", person.address, office.address, "open").returncode == 0
    assert run("check", f"ext:{key}", mailbox_of(office), "open", "--organization", house.id).returncode == 0
    assert run("check", f"ext:{key}", mailbox_of(office), "open").returncode == 2
    # In an organization that is said, or of who acts, an address names what is there: another's is nobody's.
    other = Organization(house.operator)
    for where in (("--organization", other.id), ("--as", other.owner.address)):
        asked = run("check", person.address, office.address, "open", *where)
        assert asked.returncode == 2 and "allowed" not in asked.stdout, asked
    assert run("check", person.address, office.address, "open", "--organization", house.id).returncode == 0
    # Who acts says in which organization.
    assert person.id in run("account", "list", "--as", house.owner.address).stdout
    assert run("account", "get", f"ext:{key}", "--as", owner).returncode == 0
    # Two candidates, none, and another's.
    ended = run("grant", office.address, f"ext:{key}", "open", "--as", owner)
    assert ended.returncode == 2 and person.address in ended.stderr and group.display_name in ended.stderr, ended
    for name in (address("nobody"), "ext:nobody", "anna", f"group:{group.display_name}"):
        assert run("account", "get", name, "--as", owner).returncode == 2, name
    assert run("account", "get", person.address, "--as", address("nobody")).returncode == 2


def test_an_import_says_by_its_status_what_became_of_it(installation, operator, tmp_path):
    house = Organization(operator)
    person, office = address("person"), address("office")

    def run(*more, **files):
        arguments = []
        for kind, text in files.items():
            path = tmp_path / f"{kind}.csv"
            path.write_text(text)
            arguments += [f"--{kind}", str(path)]
        return ctl(installation, "import", f"--as={house.owner.address}", *arguments, *more)

    files = {
        "people": f"address,external_id\n{person},7\n", "mailboxes": f"address\n{office}\n",
        "groups": "display_name\nSales\n", "members": "group,member\ngroup:Sales,ext:7\n",
        "delegations": f"mailbox,grantee,rights\n{office},group:Sales,open\n",
    }
    ids = tmp_path / "ids.csv"
    assert run("--dry-run", **files).returncode == 0
    first = run("--ids", str(ids), **files)
    assert first.returncode == 0, first
    made = ids.read_text()
    assert made.startswith("kind,name,id\n") and made.count("\n") == 5
    assert ctl(installation, "check", person, office, "open").returncode == 0
    assert ctl(installation, "account", "suspend", person, "--as", house.owner.address).returncode == 0
    again = run("--ids", str(ids), **files)
    assert again.returncode == 0 and "1 of those there already differ" in again.stderr and "line 2" not in again.stderr, again
    again = run("--ids", str(ids), "--differences", **files)
    assert again.returncode == 0 and "people, line 2: there already, suspended" in again.stderr, again
    assert again.stderr.splitlines()[-1] == "import: 0 brought, 5 there already", again
    assert ids.read_text() == made
    # One bad row, and every other is done.
    some = run(members=f"group,member\ngroup:Sales,ext:nobody\ngroup:Sales,{house.owner.address}\n")
    assert some.returncode == 1 and "members, line 2: refused" in some.stderr and "1 brought" in some.stderr, some
    # A broken file, and nothing is done.
    broken = run(members=f"group,member\ngroup:Sales,{office}\ngroup:Sales,{office.upper()}\n")
    assert broken.returncode == 2 and "members, line 2; members, line 3" in broken.stderr, broken
    [port] = free_ports(1)
    assert run("--identity", f"127.0.0.1:{port}", "--ids", str(ids), **files).returncode == 3
    assert run("--organization", "ext:nobody", "--ids", str(ids), **files).returncode != 0
    assert ids.read_text() == made, "nothing was brought, and nothing is forgotten"
    assert run("--ids", str(tmp_path / "missing" / "ids.csv"), **files).returncode == 2


def test_b5_an_address_in_its_own_script_is_shown_in_both_forms_wherever_people_scan(installation, house):
    name = unique("peter")
    written, both = f"{name}@exa\u212aple.example", f"{name}@exa\u212aple.example ({name}@exakple.example)"

    def shown(*arguments):
        ended = ctl(installation, *arguments, "--as", house.owner.id)
        assert ended.returncode == 0 and both in ended.stdout, ended
        return ended.stdout

    invited = shown("account", "invite", written)
    house.accept(next(line.split()[-1] for line in invited.splitlines() if line.startswith("token")))
    for command in (("account", "list"), ("account", "get", written), ("mailbox", "get", written), ("mailbox", "list", written)):
        shown(*command)


def test_b9_a_session_that_is_over_is_called_so(installation, operator, tmp_path):
    house = Organization(operator, password=PASSWORD)
    token = signed_in(installation, house.owner.address, PASSWORD)
    people = tmp_path / "people.csv"
    people.write_text(f"address\n{address('new')}\n")
    commands = (
        ("account", "list"), ("import", f"--people={people}"), ("mailbox", "get", house.owner.address))
    for command in commands:
        assert ctl(installation, *command, MANDATE_SESSION=token).returncode == 0, command
    assert ctl(installation, "session", "delete", MANDATE_SESSION=token).returncode == 0
    for command in commands:
        ended = ctl(installation, *command, MANDATE_SESSION=token)
        assert ended.returncode == 2 and "SESSION_INVALID" in ended.stderr and "session create" in ended.stderr, ended
    # What is advised works while the variable still has the old one.
    create = ("session", "create", house.owner.address, "--password-file", "-")
    assert ctl(installation, *create, given=PASSWORD + "\n", MANDATE_SESSION=token).returncode == 0
    # An empty one is none, and two are one too many.
    question = ("check", house.owner.address, house.owner.address, "open")
    assert ctl(installation, *question, MANDATE_SESSION="").returncode == 0
    twice = ctl(installation, *commands[0], "--as", house.owner.id, MANDATE_SESSION=token)
    assert twice.returncode == 2 and "MANDATE_SESSION" in twice.stderr, twice


def test_many_questions_are_each_answered_or_none_is_asked(installation, house, tmp_path):
    office, owner, nobody = house.functional(), house.owner, address("nobody")
    questions = tmp_path / "questions.csv"

    def asked(*rows, more=()):
        questions.write_text("account,mailbox,right\n" + "".join(row + "\n" for row in rows))
        return ctl(installation, "check", f"--file={questions}", *more)

    answered = asked(
        f"{owner.address},{owner.address},open", f"{nobody},{office.address},open", f"{owner.id},{nobody},send",
        f"{owner.id},{mailbox_of(office)},open")
    assert answered.returncode == 0, answered
    assert answered.stdout.splitlines()[1:] == [
        f"{owner.address},{owner.address},open,allowed,allowed-owner,,{owner.id},{mailbox_of(owner)}",
        f"{nobody},{office.address},open,denied,no-such-account,,,{mailbox_of(office)}",
        f"{owner.id},{nobody},send,denied,no-such-mailbox,,{owner.id},",
        f"{owner.id},{mailbox_of(office)},open,denied,no-grant,,{owner.id},{mailbox_of(office)}",
    ]
    broken = asked(f"{owner.id},{mailbox_of(office)},read", f"{owner.id}", "acc_x,mbx_x,open")
    assert broken.returncode == 2 and not broken.stdout, broken
    assert all(f"line {line}: " in broken.stderr for line in (2, 3, 4)), broken
    assert asked(more=("--output=json",)).returncode == 2
