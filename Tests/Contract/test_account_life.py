"""What becomes of accounts: types, suspensions that end, deletion, profiles (rules B1, B3, B8, C4 to C8), with mailbox behind."""

import time

import pytest
from google.protobuf import field_mask_pb2
from mandate.identity.v1 import account_pb2, account_resource_pb2, account_states_pb2, authorization_pb2, session_pb2
from mandate.mailbox.v1 import mailbox_pb2, mailbox_resource_pb2
from mandate.mailbox.v1.access_pb2 import RIGHT_OPEN, RIGHT_SEND

from client import CallError
from scene import eventually, mailbox_of, refused, timestamp, unique
from test_races import at_once

PASSWORD = "correct horse battery"
USER, ADMINISTRATOR, FUNCTIONAL = (
    account_resource_pb2.ACCOUNT_TYPE_USER, account_resource_pb2.ACCOUNT_TYPE_ADMINISTRATOR, account_resource_pb2.ACCOUNT_TYPE_FUNCTIONAL)


def deletion(account, **fields):
    return account_states_pb2.DeleteAccountRequest(account_id=account.id, justification="left", **fields)


def retyping(account, account_type, **fields):
    return account_states_pb2.ChangeAccountTypeRequest(account_id=account.id, account_type=account_type, **fields)


def suspension(account, **fields):
    return account_states_pb2.SuspendAccountRequest(account_id=account.id, justification="on leave", **fields)


def profile(account, *paths, **fields):
    wanted = account_resource_pb2.Account(id=account.id, **fields)
    return account_pb2.UpdateProfileRequest(account=wanted, update_mask=field_mask_pb2.FieldMask(paths=paths or fields))


def sign_in(house, account):
    request = session_pb2.CreateSessionRequest(address=account.address, password=PASSWORD)
    return house.operator.other("webmail").ask(request).session_token


def kind_of(house, account):
    request = mailbox_pb2.GetMailboxRequest(mailbox_id=mailbox_of(account))
    return mailbox_resource_pb2.MailboxKind.Name(house.ask(request).mailbox.kind).removeprefix("MAILBOX_KIND_")


def changes_of(house, event_id):
    event = eventually(lambda: [one.event for one in house.events() if one.event.id == event_id])[0]
    return event, {change.path: (change.before, change.after) for change in event.changes}


# Deleting.


def test_b3_a_deleted_account_gives_nothing_from_the_answer_on(organization):
    office, friend, jo = organization.functional(), organization.person(), organization.person(password=PASSWORD)
    organization.grant(office, jo, RIGHT_OPEN)
    organization.grant(jo, friend, RIGHT_OPEN)
    token = sign_in(organization, jo)
    assert organization.decision(jo, office) == "ALLOWED_GRANT"
    assert organization.decision(jo, jo) == "ALLOWED_OWNER"
    assert organization.decision(friend, jo) == "ALLOWED_GRANT"

    answer = organization.ask(deletion(jo))
    assert organization.decision(jo, office) == "ACCOUNT_DELETED"
    assert not organization.check(jo, jo).allowed and not organization.check(friend, jo).allowed
    assert answer.account.state == account_resource_pb2.ACCOUNT_STATE_DELETED
    judged = organization.operator.ask(authorization_pb2.AuthorizeRequest(session_token=token))
    assert judged.reason == authorization_pb2.AUTHORIZE_REASON_SESSION_INVALID
    with refused("UNAUTHENTICATED", "WRONG_CREDENTIALS"):
        sign_in(organization, jo)
    event, changes = changes_of(organization, answer.event_id)
    assert event.action == "account.deleted" and event.target.id == jo.id
    assert changes["state"] == ("active", "deleted") and changes["sessions"] == ("1", "")


def test_b3_a_tombstone_says_who_it_was_and_is_never_restored(organization):
    jo = organization.person("jo")
    tombstone = organization.ask(deletion(jo)).account
    assert organization.get(jo) == tombstone and tombstone.display_name == jo.display_name
    assert tombstone.address == jo.address
    everybody = account_pb2.ListAccountsRequest(organization_id=organization.id)
    assert jo.id not in [one.id for one in organization.ask(everybody).accounts]
    everybody.state = account_resource_pb2.ACCOUNT_STATE_DELETED
    assert [one.id for one in organization.ask(everybody).accounts] == [jo.id]
    with refused("FAILED_PRECONDITION", "WRONG_STATE") as refusal:
        organization.reactivate(jo)
    assert "deleting is final" in refusal.error.message
    again = organization.ask(deletion(jo))
    assert again.unchanged and not again.event_id


def test_b3_a_deletion_that_is_only_tried_deletes_nothing(organization):
    jo = organization.person()
    assert organization.ask(deletion(jo, validate_only=True)).account.state == account_resource_pb2.ACCOUNT_STATE_DELETED
    assert organization.get(jo) == jo
    with refused("ABORTED", "ETAG_MISMATCH"):
        organization.ask(deletion(jo, etag="another"))
    assert organization.get(jo) == jo


def test_c4_c6_c8_a4_who_deletes_whom(organization, operator):
    support, auditor = organization.administrator("rol_support"), organization.administrator("rol_auditor")
    full = organization.administrator("rol_full_admin")
    with refused("PERMISSION_DENIED", "OWN_ROLE"):
        organization.ask(deletion(full), full)
    with refused("PERMISSION_DENIED", "FULL_ADMIN_ONLY"):
        organization.ask(deletion(auditor), support)
    with refused("FAILED_PRECONDITION", "IS_OWNER"):
        organization.ask(deletion(organization.owner), full)
    with refused("PERMISSION_DENIED", "ROLE_LACKS_SCOPE", scope="account_status"):
        organization.ask(deletion(organization.person()), auditor)
    with refused("NOT_FOUND", "NOT_FOUND"):
        stranger = type(organization)(operator).person()
        organization.ask(deletion(stranger))
    organization.ask(deletion(organization.person()), support)


def test_c7_two_who_delete_each_other_at_once(installation, organization):
    full = organization.administrator("rol_full_admin")
    organization.ask(deletion(full, validate_only=True))
    one, other = (organization.administrator("rol_full_admin") for _ in range(2))
    for round in range(10):
        answers = at_once(installation, [(deletion(other), one), (deletion(one), other)])
        won = [not isinstance(answer, CallError) for answer in answers]
        assert won.count(True) == 1, answers
        one = one if won[0] else other
        other = organization.administrator("rol_full_admin")


# Types.


def test_b1_an_account_that_becomes_functional_acts_no_more_and_its_mailbox_stays_open_to_delegates(organization):
    office, friend = organization.functional(), organization.person()
    jo = organization.administrator("rol_support", password=PASSWORD)
    organization.grant(office, jo, RIGHT_OPEN)
    organization.grant(jo, friend, RIGHT_OPEN, RIGHT_SEND)
    token = sign_in(organization, jo)
    assert kind_of(organization, jo) == "PERSONAL"

    answer = organization.ask(retyping(jo, FUNCTIONAL))
    assert answer.account.account_type == FUNCTIONAL and not answer.account.role_ids
    assert organization.decision(jo, office) == organization.decision(jo, jo) == "FUNCTIONAL_ACCOUNT"
    assert organization.decision(friend, jo, RIGHT_SEND) == "ALLOWED_GRANT"
    assert kind_of(organization, jo) == "FUNCTIONAL"
    judged = organization.operator.ask(authorization_pb2.AuthorizeRequest(session_token=token))
    assert not judged.allowed
    with refused("UNAUTHENTICATED", "WRONG_CREDENTIALS"):
        sign_in(organization, jo)
    event, changes = changes_of(organization, answer.event_id)
    assert event.action == "account.type_changed"
    assert changes["account_type"] == ("administrator", "functional") and changes["roles"] == ("rol_support", "")
    assert changes["sessions"] == changes["credentials"] == ("1", "")

    back = organization.ask(retyping(jo, USER))
    assert back.without_password and back.account.account_type == USER
    assert organization.decision(jo, jo) == "ALLOWED_OWNER" and kind_of(organization, jo) == "PERSONAL"
    assert organization.decision(friend, jo, RIGHT_SEND) == "ALLOWED_GRANT"
    with refused("UNAUTHENTICATED", "WRONG_CREDENTIALS"):
        sign_in(organization, jo)


def test_c4_c6_c8_whose_type_is_changed_by_whom(organization):
    policy, support = organization.administrator("rol_policy_admin"), organization.administrator("rol_support")
    with refused("PERMISSION_DENIED", "ROLE_LACKS_SCOPE", scope="account_type"):
        organization.ask(retyping(organization.person(), FUNCTIONAL), support)
    with refused("PERMISSION_DENIED", "OWN_ROLE"):
        organization.ask(retyping(policy, ADMINISTRATOR), policy)
    with refused("PERMISSION_DENIED", "FULL_ADMIN_ONLY"):
        organization.ask(retyping(support, FUNCTIONAL), policy)
    with refused("FAILED_PRECONDITION", "WRONG_TYPE"):
        organization.ask(retyping(organization.person(), ADMINISTRATOR))
    with refused("FAILED_PRECONDITION", "IS_OWNER"):
        organization.ask(retyping(organization.owner, FUNCTIONAL), organization.administrator("rol_full_admin"))
    with refused("INVALID_ARGUMENT", "INVALID_FIELD"):
        organization.ask(retyping(support, 17))
    organization.ask(retyping(organization.person(), FUNCTIONAL), policy)


# Suspensions.


def test_b3_a_suspension_ends_by_itself_and_mailbox_allows_again(organization):
    office, jo = organization.functional(), organization.person()
    organization.grant(office, jo, RIGHT_OPEN)
    request = suspension(jo, end_time=timestamp(2), reason=account_resource_pb2.SUSPEND_REASON_ABSENT)
    suspended = organization.ask(request).account
    assert suspended.suspend_reason == account_resource_pb2.SUSPEND_REASON_ABSENT
    assert suspended.suspend_end_time.ToMicroseconds() == request.end_time.ToMicroseconds()
    eventually(lambda: organization.decision(jo, office) == "ALLOWED_GRANT")
    assert time.time() >= request.end_time.ToMicroseconds() / 1e6 - 0.5
    active = organization.get(jo)
    assert active.state == account_resource_pb2.ACCOUNT_STATE_ACTIVE and not active.HasField("suspend_end_time")
    assert active.suspend_reason == account_resource_pb2.SUSPEND_REASON_UNSPECIFIED
    (event,) = eventually(
        lambda: [one.event for one in organization.events() if one.event.action == "account.suspension_ended"])
    assert event.target.id == jo.id and event.actor.id == "identity"


def test_b3_suspended_again_is_suspended_as_said_last(organization):
    jo = organization.person()
    organization.ask(suspension(jo, end_time=timestamp(1)))
    changed = organization.ask(suspension(jo, reason=account_resource_pb2.SUSPEND_REASON_LEFT))
    assert not changed.unchanged and not changed.account.HasField("suspend_end_time")
    assert organization.ask(suspension(jo, reason=account_resource_pb2.SUSPEND_REASON_LEFT)).unchanged
    # Behind the end of the first one, an account that was suspended after it until the same time is active again.
    other = organization.person()
    organization.ask(suspension(other, end_time=timestamp(2)))
    eventually(lambda: organization.get(other).state == account_resource_pb2.ACCOUNT_STATE_ACTIVE)
    assert organization.get(jo).state == account_resource_pb2.ACCOUNT_STATE_SUSPENDED
    with refused("INVALID_ARGUMENT", "INVALID_FIELD", field="end_time"):
        organization.ask(suspension(jo, end_time=timestamp(-1)))


def test_b4_the_policy_can_be_set_and_is_ninety_days_unless_it_is(organization):
    def entry():
        return {one.policy: one.value for one in organization.policies().entries}["delete_suspended_after"]

    assert entry() == "90d"
    assert organization.decide(delete_suspended_after={"seconds": 86400}).effective.delete_suspended_after.seconds == 86400
    assert organization.decide(delete_suspended_after={"seconds": 0}).effective.delete_suspended_after.seconds == 0
    assert entry() == "never"
    with refused("INVALID_ARGUMENT", "INVALID_FIELD"):
        organization.decide(delete_suspended_after={"seconds": 3600})
    with refused("PERMISSION_DENIED", "ROLE_LACKS_SCOPE", scope="automatic_account_deletion"):
        organization.decide(by=organization.administrator("rol_policy_admin"), delete_suspended_after={"seconds": 0})


# Profiles.


def test_b8_everybody_changes_their_own_profile(organization):
    fields = {"display_name": "Jo March", "language": "de-at", "time_zone": "Europe/Vienna",
              "picture_url": "https://pictures.example/jo.png",
              "displayed_sender": account_resource_pb2.DISPLAYED_SENDER_HIDE_DELEGATE}
    for jo in (organization.person(password=PASSWORD), organization.administrator("rol_auditor", password=PASSWORD)):
        webmail = organization.operator.other("webmail")
        account = webmail.ask(profile(jo, **fields), session=sign_in(organization, jo)).account
        assert {name: getattr(account, name) for name in fields} == {**fields, "language": "de-AT"}
        assert organization.get(jo) == account
        assert organization.ask(profile(jo, **fields), jo).unchanged
        assert organization.ask(profile(jo, "language"), jo).account.language == ""


def test_b8_c8_anothers_profile_is_an_administrators_to_change(organization):
    jo, desk, auditor = organization.person(), organization.functional(), organization.administrator("rol_auditor")
    sender = {"displayed_sender": account_resource_pb2.DISPLAYED_SENDER_SHOW_DELEGATE}
    for target in (jo, desk):
        for actor in (organization.person(), auditor):
            with refused("PERMISSION_DENIED", "ROLE_LACKS_SCOPE", scope="account_details"):
                organization.ask(profile(target, **sender), actor)
    support = organization.administrator("rol_support")
    for target in (jo, desk, auditor):
        changed = organization.ask(profile(target, **sender), support).account
        assert changed.displayed_sender == account_resource_pb2.DISPLAYED_SENDER_SHOW_DELEGATE


@pytest.mark.parametrize("fields", [
    {"language": "de_AT"}, {"language": "x" * 64}, {"time_zone": "../etc/passwd"}, {"time_zone": "Z" * 65},
    {"picture_url": "javascript:alert(1)"}, {"picture_url": "https://a.example/" + "x" * 500},
    {"displayed_sender": 9}, {"display_name": "x" * 201}, {"address": "jo@example.org"},
])
def test_b8_what_no_profile_is_is_refused(organization, fields):
    jo = organization.person(unique("jo"))
    with pytest.raises(CallError) as refusal:
        organization.ask(profile(jo, **fields), jo)
    assert refusal.value.code == "INVALID_ARGUMENT"
    assert organization.get(jo) == jo
