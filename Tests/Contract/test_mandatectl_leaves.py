"""Commands that are made from the contract: one call of one method, told and shown in people's words."""

import json

import pytest
from mandate.mailbox.v1.access_pb2 import RIGHT_OPEN

from scene import Organization, address, mailbox_of, unique
from test_mandatectl import ctl


@pytest.fixture(scope="module")
def house(operator):
    return Organization(operator)


@pytest.fixture
def run(installation, house):
    def run(*arguments, **options):
        return ctl(installation, *arguments, f"--as={house.owner.id}", **options)

    return run


def rows(ended):
    """Names and values, two spaces apart."""
    assert ended.returncode == 0, ended
    return dict(map(str.strip, line.split("  ", 1)) for line in ended.stdout.splitlines())


def table(ended):
    """The header, and the cells of each row; a cell has no space here."""
    assert ended.returncode == 0, ended
    header, *lines = ended.stdout.splitlines()
    return header.split(), [line.split() for line in lines]


def test_a_change_shows_the_resource_whether_it_changed_and_its_event(run, house):
    person = house.person()
    shown = rows(run("account", "suspend", person.address, "--justification", "left"))
    assert shown["account"] == person.id and shown["state"] == "suspended" and shown["changed"] == "yes"
    assert shown["event"].startswith("evt_") and shown["address"] == person.address
    again = rows(run("account", "suspend", person.id))
    assert again["changed"] == "nothing: it was suspended like this before"
    back = rows(run("account", "reactivate", person.id))
    assert back["state"] == "active" and back["changed"] == "yes"


def test_json_is_the_methods_response(run, house):
    person = house.person()
    suspended = json.loads(run("account", "suspend", person.id, "--output", "json").stdout)
    assert suspended["account"]["state"] == "ACCOUNT_STATE_SUSPENDED" and suspended["eventId"].startswith("evt_")
    assert json.loads(run("account", "get", person.id, "--output", "json").stdout)["account"]["id"] == person.id
    assert json.loads(run("log", "root", "--output", "json").stdout)["head"]["root"]
    matrix = json.loads(run("role", "matrix", "--output", "json").stdout)
    assert matrix["scopes"][0]["levels"][0]["roleId"] == "rol_full_admin"


def test_what_is_tried_out_changes_nothing(run, house):
    person = house.person()
    assert run("account", "suspend", person.id, "--validate-only").returncode == 0
    assert rows(run("account", "get", person.id))["state"] == "active"


def test_an_update_changes_what_is_said_and_nothing_else(run):
    made = rows(run("account", "create-functional", address("office"), "--display-name", "Office", "--external-id", unique("key")))
    assert made["mailbox"] == "mbx_" + made["account"].removeprefix("acc_")
    renamed = rows(run("account", "update", made["account"], "--display-name", "Front office"))
    assert renamed["name"] == "Front office" and renamed["external id"] == made["external id"]
    ended = run("account", "update", made["account"])
    assert ended.returncode == 2 and "say --display-name or --external-id" in ended.stderr, ended
    cleared = rows(run("account", "update", made["account"], "--external-id", ""))
    assert cleared["name"] == "Front office" and "external id" not in cleared


def test_a_change_of_what_was_seen_is_refused_once_it_is_another(run, house):
    person = house.person()
    seen = rows(run("account", "get", person.id))["etag"]
    assert rows(run("account", "suspend", person.id, "--etag", seen))["state"] == "suspended"
    ended = run("account", "reactivate", person.id, "--etag", seen)
    assert ended.returncode == 2 and "ETAG_MISMATCH" in ended.stderr and "give the --etag that it has now" in ended.stderr, ended
    now = rows(run("account", "get", person.id))["etag"]
    assert rows(run("account", "reactivate", person.id, "--etag", now))["state"] == "active"


def test_lists_have_the_columns_that_people_need_and_filters(run, house):
    person, office, group = house.person(), house.functional(), house.group()
    header, found = table(run("account", "list", "--account", person.address, "--account", office.id))
    assert header == ["ACCOUNT", "TYPE", "STATE", "ROLES", "ADDRESS", "NAME"]
    assert sorted(row[0] for row in found) == sorted([person.id, office.id])
    _, functional = table(run("account", "list", "--account-type", "functional"))
    assert office.id in [row[0] for row in functional] and {row[1] for row in functional} == {"functional"}
    assert run("account", "list", "--account-type", "robot").returncode == 2
    assert rows(run("group", "get", f"group:{group.display_name}"))["group"] == group.id

    shown = rows(run("group", "add", group.id, person.address))
    assert (shown["group"], shown["member"], shown["changed"]) == (group.id, person.id, "yes")
    header, members = table(run("group", "members", group.id))
    assert header == ["MEMBER", "CREATED", "EXPIRES"] and [row[0] for row in members] == [person.id]
    removed = rows(run("group", "remove", group.id, person.id))
    assert removed["changed"] == "yes" and removed["event"].startswith("evt_")
    assert run("group", "members", group.id).stdout == "none\n"


def test_a_grant_is_given_shown_and_taken(run, house):
    office, group = house.functional(), house.group()
    person = house.person()
    house.add(group, person)
    grant = ("grant", office.address, f"group:{group.display_name}", "open", "send")
    granted = rows(run(*grant, "--expire-time", "2100-01-01T00:00:00Z", "--justification", "cover"))
    assert granted["rights"] == "open send" and granted["expires"] == "2100-01-01T00:00:00Z"
    assert (granted["mailbox"], granted["grantee"]) == (mailbox_of(office), group.id)
    assert rows(run(*grant, "--expire-time", "2100-01-01T00:00:00Z"))["changed"].startswith("nothing: ")
    header, [row] = table(run("mailbox", "delegates", office.address, "--flatten"))
    assert header[:4] == ["DELEGATION", "GRANTEE", "RIGHTS", "ACCOUNT"]
    assert row[:2] == [granted["delegation"], group.id] and row[4] == person.id
    assert run("revoke").returncode == 2
    assert rows(run("revoke", f"--mailbox-id={office.address}", "--grantee", group.id))["delegation"] == granted["delegation"]
    assert run("mailbox", "delegates", office.address).stdout == "none\n"
    house.grant(office, person, RIGHT_OPEN)
    assert mailbox_of(office) in [row[0] for row in table(run("mailbox", "list", person.address))[1]]


def test_a_role_is_given_and_taken_by_name(run, house):
    person = house.person()
    assert rows(run("administrator", "assign-role", person.id, "auditor"))["roles"] == "rol_auditor"
    assert rows(run("administrator", "assign-role", person.id, "rol_support"))["roles"] == "rol_auditor rol_support"
    header, listed = table(run("administrator", "list", "--account", person.address))
    assert header == ["ACCOUNT", "ROLE", "UNIT", "CREATED"] and sorted(row[1] for row in listed) == ["rol_auditor", "rol_support"]
    assert run("administrator", "assign-role", person.id).returncode == 2
    assert rows(run("administrator", "unassign-role", person.id, "auditor"))["changed"] == "yes"
    assert rows(run("administrator", "unassign-role", person.id, "Support"))["type"] == "user"
    assert [row[0] for row in table(run("role", "list"))[1]] == ["rol_auditor", "rol_full_admin", "rol_policy_admin", "rol_support"]
    assert table(run("role", "matrix"))[0] == ["SCOPE", "ROL_FULL_ADMIN", "ROL_POLICY_ADMIN", "ROL_SUPPORT", "ROL_AUDITOR"]


def test_d13_a_signature_comes_from_files_as_it_is(run, house, tmp_path):
    person = house.person()
    text, html = tmp_path / "text", tmp_path / "html"
    text.write_bytes("Grüße\r\n-- \n\n".encode())
    html.write_bytes(b"<p onclick='x'>&amp;</p>\n")
    ended = run("signature", "set", person.address, person.address, f"--text-file={text}", f"--html-file={html}", "--output", "json")
    stored = json.loads(ended.stdout)["signature"]
    assert stored["text"].encode() == text.read_bytes() and stored["html"].encode() == html.read_bytes()
    read = json.loads(run("signature", "get", person.address, person.address, "--output", "json").stdout)
    assert read["signature"] == stored and not read.get("inherited")
    given = run("signature", "set", person.address, person.address, "--text-file=-", given="Anna")
    assert rows(given)["text"] == "Anna" and "html" not in rows(given)
    header, [row] = table(run("signature", "list", person.address))
    assert header[:3] == ["ACCOUNT", "MAILBOX", "TEXT"] and row[:3] == [person.id, mailbox_of(person), "Anna"]
    assert rows(run("signature", "delete", person.address, person.address))["text"] == "Anna"
    for wrong in ([], ["--text-file=-", "--html-file=-"], [f"--text-file={tmp_path / 'nowhere'}"], [f"--text-file={tmp_path}"]):
        assert run("signature", "set", person.id, person.id, *wrong, given="").returncode == 2, wrong
    text.write_bytes(b"\xff")
    ended = run("signature", "set", person.id, person.id, f"--text-file={text}")
    assert ended.returncode == 2 and "not UTF-8" in ended.stderr, ended


def test_d7_a_mailboxs_settings_are_shown_and_changed_by_name(run, house, tmp_path):
    office = house.functional()
    shown = rows(run("mailbox", "settings", office.address))
    assert shown["mailbox"] == mailbox_of(office) and shown["shared"] == "yes"
    text = tmp_path / "text"
    text.write_text("The office")
    changed = rows(run(
        "mailbox", "update-settings", office.address, "--allow-shared-access=off", "--displayed-sender=hide-delegate",
        f"--text-file={text}"))
    assert changed["changed"] == "yes" and changed["event"].startswith("evt_") and changed["allow shared access"] == "off"
    shown = rows(run("mailbox", "settings", office.address))
    assert shown["shared"] == "no" and shown["effective displayed sender"] == "hide-delegate"
    back = rows(run("mailbox", "update-settings", office.id.replace("acc_", "mbx_"), "--allow-shared-access=inherit"))
    assert back["changed"] == "yes" and back["allow shared access"] == "none"
    assert rows(run("mailbox", "settings", office.address))["shared"] == "yes"
    ended = run("mailbox", "update-settings", office.address)
    assert ended.returncode == 2 and "say --allow-shared-access" in ended.stderr, ended
    assert run("mailbox", "update-settings", office.address, "--allow-shared-access=maybe").returncode == 2
