"""B3: what mailbox does by itself once identity has deleted an account."""

from mandate.audit.v1 import event_pb2
from mandate.identity.v1 import account_resource_pb2, account_states_pb2, group_pb2
from mandate.mailbox.v1.access_pb2 import RIGHT_OPEN, RIGHT_SEND
from mandate.mailbox.v1.delegation_pb2 import ListDelegatesRequest

from installation import Installation
from scene import Hands, Organization, eventually, mailbox_of, timestamp


def delete(house, account):
    return house.ask(account_states_pb2.DeleteAccountRequest(account_id=account.id, justification="has left"))


def delegates(house, account):
    """Whom the delegations of the account's mailbox are to."""
    listed = house.ask(ListDelegatesRequest(mailbox_id=mailbox_of(account)))
    return {row.delegation.grantee_id for row in listed.delegates}


def removed(house, count):
    """The events of what was removed, once there are so many."""
    eventually(lambda: len(house.events(action="delegation.removed")) >= count)
    return [entry.event for entry in house.events(action="delegation.removed")]


def test_b3_the_delegations_of_a_deleted_account_go_each_with_an_event(organization):
    house = organization
    leaver, colleague, office, other = house.person("leaver"), house.person(), house.functional(), house.functional()
    times = {"start_time": timestamp(3600), "expire_time": timestamp(7200)}
    gone = [
        house.grant(office, leaver, RIGHT_OPEN).delegation, house.grant(other, leaver, RIGHT_SEND, **times).delegation,
        house.grant(leaver, colleague, RIGHT_OPEN).delegation,
    ]
    kept = house.grant(office, colleague, RIGHT_OPEN).delegation
    assert house.decision(leaver, office) == "ALLOWED_GRANT" and house.decision(colleague, leaver) == "ALLOWED_GRANT"
    assert delete(house, leaver).account.state == account_resource_pb2.ACCOUNT_STATE_DELETED
    # When it is answered nothing of it counts any more; the rows may take their time.
    assert house.decision(leaver, office) == "ACCOUNT_DELETED"
    assert house.decision(colleague, leaver) == "NO_SUCH_MAILBOX"
    assert house.decision(colleague, office) == "ALLOWED_GRANT"
    told = removed(house, len(gone))
    assert {event.target.id for event in told} == {one.id for one in gone} and len(told) == len(gone)
    for event in told:
        assert event.actor.kind == event_pb2.EVENT_ACTOR_KIND_SYSTEM and not event.on_behalf_of
        [row] = [one for one in gone if one.id == event.target.id]
        assert (event.target.mailbox_id, event.target.subject_id) == (row.mailbox_id, row.grantee_id)
    assert delegates(house, office) == {colleague.id} and delegates(house, other) == set()
    assert kept.id not in {event.target.id for event in told}


def test_b3_b10_the_delegations_to_a_deleted_group_go_and_nothing_else(organization):
    house = organization
    member, office = house.person(), house.functional()
    leaving, staying = house.group(member), house.group(member)
    gone = house.grant(office, leaving, RIGHT_OPEN).delegation
    house.grant(office, staying, RIGHT_SEND)
    house.ask(group_pb2.DeleteGroupRequest(group_id=leaving.id))
    assert house.decision(member, office) == "RIGHT_MISSING"
    assert house.decision(member, office, RIGHT_SEND) == "ALLOWED_GROUP_GRANT"
    assert [event.target.id for event in removed(house, 1)] == [gone.id]
    assert delegates(house, office) == {staying.id}


def test_b3_a_mailbox_that_was_away_removes_what_was_deleted_meanwhile(tmp_path):
    own = Installation(tmp_path)
    try:
        own.start()
        house = Organization(Hands(own, "operator-admin"))
        leaver, office = house.person("leaver"), house.functional()
        gone = house.grant(office, leaver, RIGHT_OPEN).delegation
        own.servers["mailbox"].kill()
        delete(house, leaver)
        own.servers["mailbox"].start()
        own.servers["mailbox"].await_ready()
        house.operator = Hands(own, "operator-admin")
        assert house.decision(leaver, office) == "ACCOUNT_DELETED"
        assert [event.target.id for event in removed(house, 1)] == [gone.id]
        assert delegates(house, office) == set()
    finally:
        problems = own.stop()
    assert not problems, problems[:10]
