"""Who may do what in which mailbox: grants, decisions and lists (rules D)."""

import itertools
import time

import pytest
from mandate.audit.v1 import event_pb2
from mandate.identity.v1 import account_resource_pb2
from mandate.mailbox.v1 import access_pb2, delegation_pb2, mailbox_pb2, mailbox_resource_pb2
from mandate.mailbox.v1.access_pb2 import RIGHT_OPEN, RIGHT_SEND, RIGHT_SET_UP, BatchCheckRequest, CheckRequest

from client import CallError
from scene import Organization, eventually, mailbox_of, pages, refused, timestamp

RIGHTS = (RIGHT_OPEN, RIGHT_SEND, RIGHT_SET_UP)
COMBINATIONS = [set for size in (0, 1, 2, 3) for set in itertools.combinations(RIGHTS, size)]


@pytest.fixture
def office(organization):
    return organization.functional()


@pytest.fixture
def person(organization):
    return organization.person()


# Grants.


@pytest.mark.parametrize("rights", COMBINATIONS, ids=lambda rights: "+".join(map(str, rights)) or "none")
def test_d3_the_three_rights_are_independent(organization, office, person, rights):
    granted = organization.grant(office, person, *rights)
    assert tuple(granted.delegation.rights) == rights
    for right in RIGHTS:
        expected = "ALLOWED_GRANT" if right in rights else "RIGHT_MISSING"
        assert organization.decision(person, office, right) == expected


def test_d1_granting_what_is_there_changes_nothing(organization, office, person):
    first = organization.grant(office, person, RIGHT_OPEN, RIGHT_SEND)
    again = organization.grant(office, person, RIGHT_SEND, RIGHT_OPEN, RIGHT_SEND)
    assert again.unchanged and again.delegation == first.delegation and not first.unchanged
    assert list(first.delegation.rights) == [RIGHT_OPEN, RIGHT_SEND]
    assert first.delegation.granted_by == organization.owner.id


def test_d1_other_rights_replace_the_delegation(organization, office, person):
    first = organization.grant(office, person, RIGHT_OPEN)
    second = organization.grant(office, person, RIGHT_SEND)
    assert second.delegation.id == first.delegation.id and not second.unchanged
    assert second.delegation.revision > first.delegation.revision
    assert organization.decision(person, office, RIGHT_OPEN) == "RIGHT_MISSING"
    assert organization.decision(person, office, RIGHT_SEND) == "ALLOWED_GRANT"


def test_d6_each_refused_grantee_has_its_own_reason(organization, operator, office, person):
    invited = organization.invite().account
    suspended = organization.person()
    organization.suspend(suspended)
    elsewhere = Organization(operator).person()
    with refused("FAILED_PRECONDITION", "WRONG_STATE"):
        organization.grant(office, invited, RIGHT_OPEN)
    with refused("FAILED_PRECONDITION", "WRONG_STATE"):
        organization.grant(office, suspended, RIGHT_OPEN)
    with refused("FAILED_PRECONDITION", "SELF_GRANT"):
        organization.grant(person, person, RIGHT_OPEN)
    with refused("FAILED_PRECONDITION", "WRONG_TYPE"):
        organization.grant(person, office, RIGHT_OPEN)
    with refused("INVALID_ARGUMENT", "CROSS_ORGANIZATION"):
        organization.grant(office, elsewhere, RIGHT_OPEN)
    for mailbox in (office, person):
        assert not organization.ask(delegation_pb2.ListDelegatesRequest(mailbox_id=mailbox_of(mailbox))).delegates
    # After acceptance the same call succeeds (rule B2), and after reactivation.
    organization.reactivate(suspended)
    assert organization.grant(office, suspended, RIGHT_OPEN).delegation.grantee_id == suspended.id


def test_d20_an_administrator_may_grant_to_themselves(organization, office):
    organization.grant(office, organization.owner, RIGHT_OPEN)
    assert organization.decision(organization.owner, office) == "ALLOWED_GRANT"


def test_b2_an_invited_account_can_be_granted_something_once_it_accepted(organization, office):
    invitation = organization.invite()
    assert organization.decision(invitation.account, office) == "ACCOUNT_INVITED"
    with refused("FAILED_PRECONDITION", "WRONG_STATE"):
        organization.grant(office, invitation.account, RIGHT_OPEN)
    person = organization.accept(invitation.invitation_token)
    organization.grant(office, person, RIGHT_OPEN)
    assert organization.decision(person, office) == "ALLOWED_GRANT"


# Revocation.


def test_d17_after_revoke_the_next_decision_denies(organization, office, person):
    for _ in range(50):
        organization.grant(office, person, RIGHT_OPEN)
        assert organization.decision(person, office) == "ALLOWED_GRANT"
        organization.revoke(office, person)
        assert organization.decision(person, office) == "NO_GRANT"


def test_revoking_by_delegation_or_by_mailbox_and_grantee(organization, office, person):
    granted = organization.grant(office, person, RIGHT_OPEN).delegation
    revoked = organization.ask(delegation_pb2.RevokeDelegationRequest(delegation_id=granted.id))
    assert revoked.delegation.id == granted.id
    with refused("NOT_FOUND", "NOT_FOUND"):
        organization.ask(delegation_pb2.RevokeDelegationRequest(delegation_id=granted.id))
    with refused("NOT_FOUND", "NOT_FOUND"):
        organization.revoke(office, person)


def test_d17_suspension_denies_at_once_and_reactivation_allows_again(organization, office, person):
    organization.grant(office, person, RIGHT_OPEN)
    for _ in range(10):
        organization.suspend(person)
        assert organization.decision(person, office) == "ACCOUNT_SUSPENDED"
        assert organization.decision(person, person) == "ACCOUNT_SUSPENDED"
        organization.reactivate(person)
        assert organization.decision(person, office) == "ALLOWED_GRANT"


def test_b3_a_suspended_office_denies_its_delegates(organization, office, person):
    organization.grant(office, person, RIGHT_OPEN)
    organization.suspend(office)
    assert organization.decision(person, office) == "MAILBOX_SUSPENDED"
    organization.reactivate(office)
    assert organization.decision(person, office) == "ALLOWED_GRANT"


def test_d17_leaving_a_group_denies_at_once(organization, office, person):
    group = organization.group()
    organization.grant(office, group, RIGHT_OPEN)
    for _ in range(10):
        organization.add(group, person)
        assert organization.decision(person, office) == "ALLOWED_GROUP_GRANT"
        organization.remove(group, person)
        assert organization.decision(person, office) == "NO_GRANT"


# Decisions.


def test_d8_the_owner_of_a_mailbox_needs_no_grant(organization, person):
    assert {organization.decision(person, person, right) for right in RIGHTS} == {"ALLOWED_OWNER"}
    assert organization.decision(organization.owner, organization.owner) == "ALLOWED_OWNER"


def test_b1_a_functional_account_does_nothing(organization, office):
    assert organization.decision(office, office) == "FUNCTIONAL_ACCOUNT"


def test_d2_direct_and_group_grants_add_up(organization, office, person):
    group = organization.group(person)
    organization.grant(office, person, RIGHT_OPEN)
    through = organization.grant(office, group, RIGHT_SEND).delegation
    assert organization.decision(person, office, RIGHT_OPEN) == "ALLOWED_GRANT"
    answer = organization.check(person, office, RIGHT_SEND)
    assert answer.reason == access_pb2.DECISION_REASON_ALLOWED_GROUP_GRANT and answer.delegation_id == through.id
    assert organization.decision(person, office, RIGHT_SET_UP) == "RIGHT_MISSING"


def test_d2_nested_groups_and_later_members_have_it(organization, office):
    inner, outer = organization.group(), organization.group()
    organization.add(outer, inner)
    organization.grant(office, outer, RIGHT_OPEN)
    person = organization.person()
    assert organization.decision(person, office) == "NO_GRANT"
    organization.add(inner, person)
    assert organization.decision(person, office) == "ALLOWED_GROUP_GRANT"
    organization.remove(outer, inner)
    assert organization.decision(person, office) == "NO_GRANT"


def test_d18_delegation_is_not_transitive(organization, office, person):
    other = organization.person()
    organization.grant(office, person, RIGHT_OPEN)
    organization.grant(person, other, RIGHT_OPEN)
    assert organization.decision(other, person) == "ALLOWED_GRANT"
    assert organization.decision(other, office) == "NO_GRANT"


def test_d28_what_one_may_not_know_of_answers_like_what_is_not_there(organization, operator, person):
    elsewhere = Organization(operator).functional()
    nowhere = account_resource_pb2.Account(id="acc_" + "0" * 26)
    answers = [organization.check(person, mailbox) for mailbox in (elsewhere, nowhere)]
    assert {answer.reason for answer in answers} == {access_pb2.DECISION_REASON_NO_SUCH_MAILBOX}
    assert organization.decision(nowhere, person) == "NO_SUCH_ACCOUNT"


def test_d19_a_grant_begins_and_ends(organization, office, person):
    organization.grant(office, person, RIGHT_OPEN, start_time=timestamp(3600))
    answer = organization.check(person, office)
    assert answer.reason == access_pb2.DECISION_REASON_GRANT_NOT_YET
    assert abs(answer.expire_time.ToMicroseconds() / 1e6 - time.time() - 3600) < 60

    end = timestamp(1.5)
    organization.grant(office, person, RIGHT_OPEN, expire_time=end)
    answer = organization.check(person, office)
    assert answer.allowed and answer.expire_time == end
    eventually(lambda: not organization.check(person, office).allowed)
    assert organization.decision(person, office) == "GRANT_EXPIRED"
    assert time.time() >= end.ToMicroseconds() / 1e6


def test_d19_a_begin_and_an_end_are_events_of_the_system_once_each(organization, office, person):
    granted = organization.grant(office, person, RIGHT_OPEN, start_time=timestamp(0.5), expire_time=timestamp(1))
    told = ("delegation.started", "delegation.expired")

    def found():
        events = [entry.event for entry in organization.events(target_id=granted.delegation.id)]
        return sorted((event for event in events if event.action in told), key=lambda event: event.occur_time.ToMicroseconds())

    begun, ended = eventually(lambda: len(found()) >= len(told) and found())
    assert (begun.action, ended.action) == told
    for event, time_of in ((begun, granted.delegation.start_time), (ended, granted.delegation.expire_time)):
        assert event.actor.kind != event_pb2.EVENT_ACTOR_KIND_ACCOUNT and event.outcome == event_pb2.EVENT_OUTCOME_SUCCEEDED
        assert event.target.mailbox_id == mailbox_of(office) and event.target.subject_id == person.id
        assert event.occur_time.ToMicroseconds() >= time_of.ToMicroseconds(), "told before it happened"
    assert organization.decision(person, office) == "GRANT_EXPIRED"


@pytest.mark.parametrize("times", [
    {"expire_time": -60}, {"start_time": 120, "expire_time": 60}, {"start_time": 60, "expire_time": 60}],
    ids=["ended", "ends before it begins", "never runs"])
def test_d19_a_grant_that_can_never_count_is_refused(organization, operator, office, person, times):
    moment = {name: timestamp(seconds) for name, seconds in times.items()}
    if "start_time" in moment and times["start_time"] == times["expire_time"]:
        moment["start_time"] = moment["expire_time"]
    before = operator.position("mailbox")
    with refused("INVALID_ARGUMENT", "INVALID_FIELD", field="expire_time"):
        organization.grant(office, person, RIGHT_OPEN, **moment)
    assert operator.position("mailbox") == before


def test_a_batch_judges_each_question_alone(organization, operator, office, person):
    granted = organization.grant(office, person, RIGHT_OPEN).delegation
    ask = lambda **fields: CheckRequest(**{"account_id": person.id, "mailbox_id": mailbox_of(office), "right": RIGHT_OPEN, **fields})
    batch = BatchCheckRequest(checks=[
        ask(), ask(right=RIGHT_SEND), ask(consistency_token="!!!"), ask(mailbox_id=mailbox_of(person)),
    ])
    answers = operator.ask(batch).answers
    assert answers[0].decision.delegation_id == granted.id and answers[0].decision.allowed
    assert answers[1].decision.reason == access_pb2.DECISION_REASON_RIGHT_MISSING
    assert CallError.of(answers[2].error).reason == "INVALID_FIELD"
    assert answers[3].decision.reason == access_pb2.DECISION_REASON_ALLOWED_OWNER


@pytest.mark.parametrize("broken, reason", [
    ({"account_id": ""}, "INVALID_FIELD"), ({"account_address": ""}, "MISSING_FIELD"),
    ({"mailbox_address": "m" * 255}, "TOO_LONG"), ({"mailbox_id": "mbx_broken"}, "INVALID_FIELD"), ({"right": 0}, "MISSING_FIELD"),
    ({"right": 99}, "INVALID_FIELD"), ({"consistency_token": "t" * 1001}, "TOO_LONG")])
def test_a_batch_with_a_broken_question_is_refused_whole(operator, office, person, broken, reason):
    whole = {"account_id": person.id, "mailbox_id": mailbox_of(office), "right": RIGHT_OPEN}
    question = CheckRequest(**whole)
    # One by one: of a oneof the last counts.
    for field, value in broken.items():
        setattr(question, field, value)
    batch = BatchCheckRequest(checks=[CheckRequest(**whole), question])
    with refused("INVALID_ARGUMENT", reason, field=f"checks[1].{list(broken)[0]}"):
        operator.ask(batch)


def test_a_batch_has_1_to_1000_questions(organization, operator, person):
    question = CheckRequest(account_id=person.id, mailbox_id=mailbox_of(person), right=RIGHT_OPEN)
    answers = operator.ask(BatchCheckRequest(checks=[question] * 1000)).answers
    assert len(answers) == 1000 and all(answer.decision.allowed for answer in answers)
    with refused("INVALID_ARGUMENT", "MISSING_FIELD", field="checks"):
        operator.ask(BatchCheckRequest())
    with refused("INVALID_ARGUMENT", "TOO_LONG", field="checks"):
        operator.ask(BatchCheckRequest(checks=[question] * 1001))


def test_d25_explain_says_what_check_says_and_why(organization, operator, office, person):
    of_mailbox = (access_pb2.ACCESS_CONDITION_KIND_NETWORK, access_pb2.ACCESS_CONDITION_KIND_COMMON_GROUP)

    def order(kind):
        if of_mailbox[0] <= kind <= of_mailbox[1]:
            return (access_pb2.ACCESS_CONDITION_KIND_MAILBOX_ACTIVE, kind)
        return (kind, 0)

    group = organization.group(person)
    organization.grant(office, group, RIGHT_SEND)
    for account, mailbox, right in itertools.product((person, office, organization.owner), (person, office), RIGHTS):
        question = CheckRequest(account_id=account.id, mailbox_id=mailbox_of(mailbox), right=right)
        answer = operator.ask(access_pb2.ExplainRequest(check=question))
        assert answer.decision == operator.ask(question)
        kinds = [condition.kind for condition in answer.conditions]
        # All that there are, in the order of the enum, but for four.
        assert kinds == sorted(kinds, key=order)
        assert set(kinds) == set(access_pb2.AccessConditionKind.values()) - {access_pb2.ACCESS_CONDITION_KIND_UNSPECIFIED}
        outcomes = {condition.outcome for condition in answer.conditions}
        assert outcomes <= set(access_pb2.AccessConditionOutcome.values()) - {access_pb2.ACCESS_CONDITION_OUTCOME_UNSPECIFIED}


def test_a_consistency_token_is_taken_and_garbage_is_not(organization, office, person):
    token = organization.grant(office, person, RIGHT_OPEN).consistency_token
    assert token and organization.check(person, office, consistency_token=token).allowed
    token = organization.suspend(person).consistency_token
    assert not organization.check(person, office, consistency_token=token).allowed
    for garbage in ("nonsense", "!!!", token[:-3]):
        with refused("INVALID_ARGUMENT", "INVALID_FIELD", field="consistency_token"):
            organization.check(person, office, consistency_token=garbage)


# Lists.


def test_d15_d9_a_list_of_mailboxes_has_the_own_first_and_says_what_to_show(organization, operator, office, person):
    other, colleague = organization.functional(), organization.person()
    organization.grant(office, person, RIGHT_OPEN)
    organization.grant(other, organization.group(person), RIGHT_SEND)
    organization.grant(colleague, person, RIGHT_SET_UP)
    listed = pages(operator.ask, mailbox_pb2.ListMailboxesRequest(account_id=person.id), "mailboxes", 2)
    assert listed[0].owner and listed[0].mailbox.id == mailbox_of(person) and not listed[0].delegation_ids
    assert [entry.mailbox.id for entry in listed[1:]] == sorted(mailbox_of(one) for one in (office, other, colleague))
    shown = {entry.mailbox.id: {mailbox_resource_pb2.MailboxSurface.Name(one) for one in entry.surfaces} for entry in listed}
    sending = {"MAILBOX_SURFACE_COMMUNICATION_PANEL", "MAILBOX_SURFACE_FROM_FIELD", "MAILBOX_SURFACE_AUTOMATED_PROCESSES"}
    assert shown[mailbox_of(person)] == sending | {"MAILBOX_SURFACE_SECTIONS"}
    assert shown[mailbox_of(office)] == {"MAILBOX_SURFACE_SECTIONS"}
    assert shown[mailbox_of(other)] == sending
    assert shown[mailbox_of(colleague)] == set()
    kinds = {entry.mailbox.id: entry.mailbox.kind for entry in listed}
    assert kinds[mailbox_of(office)] == mailbox_resource_pb2.MAILBOX_KIND_FUNCTIONAL
    assert kinds[mailbox_of(colleague)] == mailbox_resource_pb2.MAILBOX_KIND_PERSONAL


def test_d24_a_list_of_delegates_says_through_which_group(organization, office, person):
    inner = organization.group(person)
    outer = organization.group(inner, organization.person())
    direct = organization.grant(office, person, RIGHT_OPEN).delegation
    through = organization.grant(office, outer, RIGHT_SEND).delegation
    request = delegation_pb2.ListDelegatesRequest(mailbox_id=mailbox_of(office))
    plain = pages(organization.ask, request, "delegates", 1)
    assert {entry.delegation.id for entry in plain} == {direct.id, through.id}

    request = delegation_pb2.ListDelegatesRequest(mailbox_id=mailbox_of(office), flatten=True)
    ways = {
        (entry.account_id, entry.delegation.id): list(entry.through_group_ids)
        for entry in pages(organization.ask, request, "delegates", 2)
    }
    assert len(ways) == 3
    assert ways[person.id, direct.id] == []
    assert ways[person.id, through.id] == [outer.id, inner.id]


def test_a_mailbox_is_its_accounts(organization, office, person):
    for account, kind in ((office, mailbox_resource_pb2.MAILBOX_KIND_FUNCTIONAL), (person, mailbox_resource_pb2.MAILBOX_KIND_PERSONAL)):
        mailbox = organization.ask(mailbox_pb2.GetMailboxRequest(mailbox_id=mailbox_of(account))).mailbox
        assert mailbox.account_id == account.id and mailbox.kind == kind
        assert mailbox.organization_id == organization.id and mailbox.address == account.address


def test_d5_a_plain_delegate_never_changes_the_list(organization, office, person):
    organization.grant(office, person, *RIGHTS)
    with refused("PERMISSION_DENIED", "ROLE_LACKS_SCOPE", scope="delegations", needed="edit", held="none"):
        organization.grant(office, organization.person(), RIGHT_OPEN, by=person)
    with refused("PERMISSION_DENIED", "ROLE_LACKS_SCOPE"):
        organization.revoke(office, person, by=person)
    assert organization.decision(person, office) == "ALLOWED_GRANT"
