"""What an account does with a mailbox: folders in questions, whom recipients see, opening it, and as whom it sends (rules D9,
D14, D15, D24, D27, D28)."""

import pytest
from mandate.audit.v1 import event_pb2
from mandate.audit.v1.log_pb2 import EVENT_CLASS_COMMUNICATION as COMMUNICATION
from mandate.identity.v1.policies_pb2 import (
    DEFAULT_SENDER_HIDE_DELEGATE, DEFAULT_SENDER_NONE, DEFAULT_SENDER_SHOW_DELEGATE, POLICY_SWITCH_ON,
)
from mandate.mailbox.v1 import access_pb2, delegation_stops_pb2, mailbox_pb2, mailbox_resource_pb2
from mandate.mailbox.v1.access_pb2 import (
    FOLDER_OPERATION_DELETE as DELETE, FOLDER_OPERATION_READ as READ, FOLDER_OPERATION_WRITE as WRITE, RIGHT_OPEN, RIGHT_SEND,
    RIGHT_SET_UP, SENDER_DISPLAY_HIDE_DELEGATE as HIDE, SENDER_DISPLAY_SHOW_DELEGATE as SHOW, BatchCheckRequest, CheckRequest,
    ExplainRequest,
)
from mandate.mailbox.v1.mailbox_pb2 import GetMailboxRequest, ListSenderIdentitiesRequest, OpenMailboxRequest

from client import CallError
from events import told
from scene import Organization, eventually, mailbox_of, pages, refused, unique

NOBODY = "acc_" + "0" * 26
NOWHERE = "mbx_" + "0" * 26


@pytest.fixture
def office(organization):
    return organization.functional()


@pytest.fixture
def person(organization):
    return organization.person()


# Folders in questions.

BAD_PATHS = ["Inbox", "/Inbox/", "//", "/a//b", "/./a", "/a/..", "/a\n", "/a\u0085b", "/Inbox/*", "/*",
             # 510 bytes that NFC makes 1,020 of.
             "/" + "\u0958" * 170]


@pytest.mark.parametrize("folder", BAD_PATHS, ids=ascii)
def test_d27_text_that_is_no_folders_path_is_refused_and_says_why(operator, office, person, folder):
    question = CheckRequest(account_id=person.id, mailbox_id=mailbox_of(office), right=RIGHT_OPEN, folder=folder)
    with refused("INVALID_ARGUMENT", "FOLDER_PATH", field="folder") as refusal:
        operator.ask(question)
    with refused("INVALID_ARGUMENT", "FOLDER_PATH", field="check.folder"):
        operator.ask(ExplainRequest(check=question))
    fine = CheckRequest(account_id=person.id, mailbox_id=mailbox_of(office), right=RIGHT_OPEN, folder="/Inbox")
    answers = operator.ask(BatchCheckRequest(checks=[question, fine])).answers
    assert CallError.of(answers[0].error).reason == "FOLDER_PATH"
    assert answers[1].decision.reason == access_pb2.DECISION_REASON_NO_GRANT
    assert refusal.error.message.startswith("folder is no folder's path: ")


@pytest.mark.parametrize("fields, field", [
    ({"right": RIGHT_SEND, "folder": "/Inbox"}, "folder"),
    ({"right": RIGHT_SET_UP, "folder": "/Inbox", "operation": READ}, "folder"),
    ({"right": RIGHT_OPEN, "operation": WRITE}, "operation"),
    ({"right": RIGHT_SEND, "operation": READ}, "operation"),
])
def test_d27_a_folder_goes_with_open_and_an_operation_with_a_folder(operator, office, person, fields, field):
    question = CheckRequest(account_id=person.id, mailbox_id=mailbox_of(office), **fields)
    with refused("INVALID_ARGUMENT", "INVALID_FIELD", field=field):
        operator.ask(question)
    with refused("INVALID_ARGUMENT", "INVALID_FIELD", field=f"check.{field}"):
        operator.ask(ExplainRequest(check=question))
    answer = operator.ask(BatchCheckRequest(checks=[question])).answers[0]
    assert CallError.of(answer.error).reason == "INVALID_FIELD"


def test_d27_a_folder_of_more_than_512_bytes_is_too_long(operator, office, person):
    question = CheckRequest(account_id=person.id, mailbox_id=mailbox_of(office), right=RIGHT_OPEN, folder="/" + "x" * 512)
    with refused("INVALID_ARGUMENT", "TOO_LONG", field="folder"):
        operator.ask(question)


def test_d27_who_opens_the_whole_mailbox_opens_every_folder_of_it(organization, office, person):
    organization.grant(office, person, RIGHT_OPEN)
    for operation in (0, READ, WRITE, DELETE):
        answer = organization.check(person, office, folder="/Büro/Post", operation=operation)
        assert answer.reason == access_pb2.DECISION_REASON_ALLOWED_GRANT


# What the folders below are asked for: what the grant gives.
IN_FOLDERS = {
    "/Inbox": {READ, DELETE}, "/Inbox/Invoices": {READ, DELETE}, "/Inbox/a/b": {READ, DELETE}, "/Inboxes": set(),
    "/inbox": set(), "/Drafts": {READ, WRITE}, "/Drafts/Old": set(), "/": set(), "/B\u00fcro": {WRITE}, "/Bu\u0308ro": {WRITE},
}


def test_d27_a_grant_of_folders_gives_what_it_says_there_and_nowhere_else(organization, operator, office, person):
    granted = organization.grant(
        office, person, RIGHT_OPEN, RIGHT_SEND, read_folders=["/Inbox/*", "/Drafts"], write_folders=["/Drafts", "/Bu\u0308ro"],
        delete_folders=["/Inbox/*"]).delegation
    assert organization.decision(person, office, RIGHT_SEND) == "ALLOWED_GRANT"
    assert organization.decision(person, office) == "FOLDER_EXCLUDED"
    for folder, given in IN_FOLDERS.items():
        for operation in (READ, WRITE, DELETE):
            answer = organization.check(person, office, folder=folder, operation=operation)
            assert answer.allowed == (operation in given), (folder, operation)
            question = CheckRequest(
                account_id=person.id, mailbox_id=mailbox_of(office), right=RIGHT_OPEN, folder=folder, operation=operation)
            explained = operator.ask(ExplainRequest(check=question))
            assert explained.decision == answer
            [direct] = [one for one in explained.conditions if one.kind == access_pb2.ACCESS_CONDITION_KIND_DIRECT_GRANT]
            assert direct.detail == f"{granted.id}: {'counts' if answer.allowed else 'folder_excluded'}"
    # In the order of their bytes, in form C.
    folders = access_pb2.FolderGrants(
        read_folders=["/Drafts", "/Inbox/*"], write_folders=["/B\u00fcro", "/Drafts"], delete_folders=["/Inbox/*"])
    row = operator.ask(mailbox_pb2.ListMailboxesRequest(account_id=person.id)).mailboxes[1]
    assert row.folders == row.paths[0].folders == folders and list(row.rights) == [RIGHT_SEND]
    assert mailbox_resource_pb2.MAILBOX_SURFACE_SECTIONS in row.surfaces
    # Who can open folders only opens the mailbox, and sees which.
    answer = operator.ask(OpenMailboxRequest(account_id=person.id, mailbox_id=mailbox_of(office)))
    assert answer.decision.allowed and answer.decision.delegation_id == granted.id and answer.access == row


# Whom recipients see.


@pytest.mark.parametrize("default, said, seen, source", [
    (DEFAULT_SENDER_SHOW_DELEGATE, 0, SHOW, "organization"), (DEFAULT_SENDER_HIDE_DELEGATE, 0, HIDE, "organization"),
    (DEFAULT_SENDER_NONE, 0, 0, None), (DEFAULT_SENDER_SHOW_DELEGATE, HIDE, HIDE, "grant"),
    (DEFAULT_SENDER_NONE, SHOW, SHOW, "grant"),
])
def test_d14_an_allowed_send_says_whom_recipients_see_and_explain_whose_word_that_is(
        organization, operator, office, person, default, said, seen, source):
    organization.decide(displayed_sender=default)
    granted = organization.grant(office, person, RIGHT_OPEN, RIGHT_SEND, displayed_sender=said).delegation
    answer = organization.check(person, office, RIGHT_SEND)
    name = (person if seen == SHOW else office).display_name
    assert (answer.displayed_sender, answer.displayed_name) == (seen, name)
    question = CheckRequest(account_id=person.id, mailbox_id=mailbox_of(office), right=RIGHT_SEND)
    condition = operator.ask(ExplainRequest(check=question)).conditions[-1]
    assert condition.kind == access_pb2.ACCESS_CONDITION_KIND_SENDER
    word = {SHOW: "show_delegate", HIDE: "hide_delegate"}.get(seen)
    assert condition.detail == (f"{word}: {source}" if source else "")
    row = operator.ask(mailbox_pb2.ListMailboxesRequest(account_id=person.id)).mailboxes[1]
    assert (row.displayed_sender, row.displayed_name) == (seen, name)
    identity = operator.ask(ListSenderIdentitiesRequest(account_id=person.id)).identities[-1]
    assert (identity.displayed_sender, identity.displayed_name, identity.delegation_id) == (seen, name, granted.id)


def test_d14_what_is_no_allowed_send_says_nobody_and_an_owner_is_no_delegate(organization, office, person):
    organization.grant(office, person, RIGHT_OPEN, RIGHT_SEND)
    own = organization.check(person, person, RIGHT_SEND)
    assert own.displayed_name == person.display_name and not own.displayed_sender
    for answer in (organization.check(person, office), organization.check(organization.owner, office, RIGHT_SEND)):
        assert not answer.displayed_name and not answer.displayed_sender


def test_d25_explain_names_what_stops_a_delegation(organization, operator, office, person):
    granted = organization.grant(office, person, RIGHT_SEND).delegation
    question = CheckRequest(account_id=person.id, mailbox_id=mailbox_of(office), right=RIGHT_SEND)

    def direct():
        conditions = operator.ask(ExplainRequest(check=question)).conditions
        return next(one.detail for one in conditions if one.kind == access_pb2.ACCESS_CONDITION_KIND_DIRECT_GRANT)

    assert direct() == f"{granted.id}: counts"
    organization.decide(all_or_nothing=POLICY_SWITCH_ON)
    assert direct() == f"{granted.id}: all_or_nothing"
    organization.ask(delegation_stops_pb2.FreezeDelegationRequest(delegation_id=granted.id))
    assert direct() == f"{granted.id}: grant_frozen"
    assert organization.decision(person, office, RIGHT_SEND) == "GRANT_FROZEN"


# One mailbox.


def test_d24_a_mailbox_says_what_whoever_asks_can_do_there(organization, office, person):
    granted = organization.grant(office, organization.owner, RIGHT_SEND).delegation
    answer = organization.ask(GetMailboxRequest(mailbox_id=mailbox_of(office)))
    [path] = answer.access.paths
    assert (path.kind, path.delegation_id) == (mailbox_resource_pb2.ACCESS_PATH_KIND_DIRECT, granted.id)
    assert list(answer.access.rights) == list(path.rights) == [RIGHT_SEND]
    assert mailbox_resource_pb2.MAILBOX_SURFACE_SECTIONS not in answer.access.surfaces and len(answer.access.surfaces) == 3
    own = organization.ask(GetMailboxRequest(mailbox_id=mailbox_of(person)), by=person).access
    assert own.owner and [one.kind for one in own.paths] == [mailbox_resource_pb2.ACCESS_PATH_KIND_OWNER]


def test_d24_another_accounts_access_is_for_roles_and_the_owner(organization, operator, office, person):
    group = organization.group(person)
    outer = organization.group(group)
    organization.grant(office, outer, RIGHT_OPEN)
    asked = GetMailboxRequest(mailbox_id=mailbox_of(office), account_id=person.id)
    [path] = organization.ask(asked).access.paths
    assert path.kind == mailbox_resource_pb2.ACCESS_PATH_KIND_GROUP and list(path.through_group_ids) == [outer.id, group.id]
    assert path.through_group_count == 2
    # Nothing to be done there is no access.
    nothing = organization.ask(GetMailboxRequest(mailbox_id=mailbox_of(office), account_id=organization.person().id))
    assert nothing.mailbox.id == mailbox_of(office) and not nothing.HasField("access")
    # Nobody of the organization (D28).
    for stranger in (Organization(operator).person().id, NOBODY):
        with refused("NOT_FOUND", "NOT_FOUND"):
            organization.ask(GetMailboxRequest(mailbox_id=mailbox_of(office), account_id=stranger))
    organization.grant(person, organization.owner, RIGHT_OPEN)
    about = GetMailboxRequest(mailbox_id=mailbox_of(person), account_id=organization.owner.id)
    assert list(organization.ask(about, by=person).access.rights) == [RIGHT_OPEN]


# Opening.


def opened(organization, **filters):
    return organization.events(event_class=COMMUNICATION, action="mailbox.opened", **filters)


def test_d15_e1_a_mailbox_that_is_opened_is_on_record_for_readers_of_communication(organization, operator, office, person):
    granted = organization.grant(office, person, RIGHT_OPEN).delegation
    request = OpenMailboxRequest(
        account_id=person.id, mailbox_address=office.address.upper(), justification="reading", request_id=unique("open"))
    answer = operator.ask(request)
    assert answer.decision.allowed and answer.decision.delegation_id == granted.id and answer.consistency_token
    assert answer.access.mailbox.id == mailbox_of(office) and list(answer.access.rights) == [RIGHT_OPEN]
    [recorded] = eventually(lambda: opened(organization, mailbox_id=mailbox_of(office)))
    event = recorded.event
    assert event.id == answer.event_id and event.outcome == event_pb2.EVENT_OUTCOME_SUCCEEDED
    assert event.actor.id == "spiffe://mandate.test/operator/admin" and not event.actor.role_ids
    assert [(one.account_id, one.delegation_id) for one in event.on_behalf_of] == [(person.id, granted.id)]
    assert (event.target.mailbox_id, event.target.subject_id) == (mailbox_of(office), person.id)
    assert (event.decision.reason, event.decision.domain) == ("ALLOWED_GRANT", "mandate.mailbox")
    assert told(recorded)["justification"] == "reading" and told(recorded)["origin.request_id"] == request.request_id
    assert event.id not in {entry.event.id for entry in organization.events()}
    # Again: one use, and what holds now.
    assert operator.ask(request).event_id == answer.event_id
    organization.revoke(office, person)
    assert operator.ask(request).decision.reason == access_pb2.DECISION_REASON_NO_GRANT


def test_d15_d28_a_denial_is_an_answer_on_record_in_the_accounts_own_organization(organization, operator, office, person):
    elsewhere = Organization(operator)
    theirs = elsewhere.functional()
    for mailbox in (mailbox_of(theirs), NOWHERE):
        answer = operator.ask(OpenMailboxRequest(account_id=person.id, mailbox_id=mailbox))
        assert answer.decision.reason == access_pb2.DECISION_REASON_NO_SUCH_MAILBOX and not answer.event_id
    assert operator.ask(OpenMailboxRequest(account_id=NOBODY, mailbox_id=mailbox_of(office))).decision.reason == (
        access_pb2.DECISION_REASON_NO_SUCH_ACCOUNT)
    answer = operator.ask(OpenMailboxRequest(account_address=person.address, mailbox_id=mailbox_of(office)))
    assert answer.decision.reason == access_pb2.DECISION_REASON_NO_GRANT and not answer.HasField("access")
    events = eventually(lambda: (found := opened(organization)) and len(found) == 3 and [one.event for one in found])
    assert {event.outcome for event in events} == {event_pb2.EVENT_OUTCOME_DENIED}
    assert [event.decision.reason for event in events] == ["NO_GRANT", "NO_SUCH_MAILBOX", "NO_SUCH_MAILBOX"]
    assert {event.on_behalf_of[0].account_id for event in events} == {person.id}
    assert not opened(elsewhere) and not elsewhere.events(action="mailbox.opened")


# As whom somebody sends.


def test_d14_every_address_that_an_account_can_send_as_its_own_first(organization, operator, office, person):
    aliases = sorted(organization.alias(person) for _ in range(3))
    granted = organization.grant(office, person, RIGHT_SEND).delegation
    organization.grant(organization.owner, person, RIGHT_OPEN)
    for asked in ({"account_id": person.id}, {"account_address": aliases[0].upper()}):
        for size in (1, 2, 3, 7):
            listed = pages(operator.ask, ListSenderIdentitiesRequest(**asked), "identities", size)
            assert [one.address for one in listed] == [person.address, *aliases, office.address]
    assert [one.primary for one in listed] == [True, False, False, False, True]
    assert [one.owner for one in listed] == [True] * 4 + [False]
    assert [one.delegation_id for one in listed] == [""] * 4 + [granted.id]
    for one in listed:
        question = CheckRequest(account_id=person.id, mailbox_address=one.address, right=RIGHT_SEND)
        answer = operator.ask(question)
        assert answer.allowed
        assert (answer.displayed_name, answer.displayed_sender) == (one.displayed_name, one.displayed_sender)
    organization.revoke(office, person)
    assert len(operator.ask(ListSenderIdentitiesRequest(account_id=person.id)).identities) == 4


def test_d28_whose_identities_are_asked_for_is_found_or_not(operator, person):
    for asked in ({"account_id": NOBODY}, {"account_address": "nobody@nowhere.example"}, {"account_address": "no address"}):
        with refused("NOT_FOUND", "NOT_FOUND"):
            operator.ask(ListSenderIdentitiesRequest(**asked))
    with refused("INVALID_ARGUMENT", "MISSING_FIELD", field="account"):
        operator.ask(ListSenderIdentitiesRequest())
    with refused("INVALID_ARGUMENT", "STALE_PAGE_TOKEN"):
        operator.ask(ListSenderIdentitiesRequest(account_id=person.id, page_token="x"))
