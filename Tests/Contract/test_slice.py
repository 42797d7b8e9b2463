"""The whole slice as one story: from an empty installation to a proof of what was done in it."""

from mandate.audit.v1 import event_pb2
from mandate.identity.v1 import account_resource_pb2, authorization_pb2
from mandate.mailbox.v1 import access_pb2, mailbox_pb2
from mandate.rpc.v1 import options_pb2

import merkle
from events import listing, told
from scene import Organization, eventually, mailbox_of


def test_an_organization_shares_a_mailbox_and_takes_it_back(operator):
    # An organization comes with its owner, who holds Full admin (rule A1).
    house = Organization(operator)
    created = house.created
    assert house.id.startswith("org_") and created.organization.owner_id == house.owner.id
    assert house.owner.owner and house.owner.role_ids == ["rol_full_admin"]
    assert house.owner.account_type == account_resource_pb2.ACCOUNT_TYPE_ADMINISTRATOR
    assert house.owner.state == account_resource_pb2.ACCOUNT_STATE_ACTIVE

    # A person is invited and accepts; an office has a mailbox of its own.
    invitation = house.invite("mina")
    assert invitation.account.state == account_resource_pb2.ACCOUNT_STATE_INVITED
    mina = house.accept(invitation.invitation_token)
    assert mina.id == invitation.account.id and mina.state == account_resource_pb2.ACCOUNT_STATE_ACTIVE
    office = house.functional("office")
    assert house.decision(mina, office) == "NO_GRANT"

    # Granted, checked, explained, listed.
    granted = house.grant(office, mina, access_pb2.RIGHT_OPEN, access_pb2.RIGHT_SEND, justification="reception")
    assert not granted.unchanged and granted.delegation.id.startswith("dlg_")
    answer = house.check(mina, office)
    assert answer.allowed and answer.reason == access_pb2.DECISION_REASON_ALLOWED_GRANT
    assert answer.delegation_id == granted.delegation.id
    explained = operator.ask(
        access_pb2.ExplainRequest(check=access_pb2.CheckRequest(
            account_id=mina.id, mailbox_id=mailbox_of(office), right=access_pb2.RIGHT_OPEN))
    )
    assert explained.decision == answer and explained.conditions
    listed = operator.ask(mailbox_pb2.ListMailboxesRequest(account_id=mina.id)).mailboxes
    assert [entry.mailbox.id for entry in listed] == [mailbox_of(mina), mailbox_of(office)]

    # Revoked: the next decision denies (rule D17).
    revoked = house.revoke(office, mina)
    assert house.decision(mina, office) == "NO_GRANT"

    # Who may ask what: identity judges, by the matrix.
    editing = options_pb2.AccessDemand(scope="delegations", level=options_pb2.ACCESS_LEVEL_EDIT)
    judged = operator.ask(authorization_pb2.AuthorizeRequest(account_id=mina.id, demands=[editing]))
    assert not judged.allowed and judged.reason == authorization_pb2.AUTHORIZE_REASON_ROLE_LACKS_SCOPE

    # And all of it is in the log, provably.
    query = listing(house.id, mailbox_id=mailbox_of(office), action="delegation.")
    events = eventually(lambda: len(found := house.ask(query).events) >= 2 and found)
    by_id = {entry.event.id: entry.event for entry in events}
    values = {entry.event.id: told(entry) for entry in events}
    assert by_id[granted.event_id].action == "delegation.granted"
    assert values[granted.event_id]["justification"] == "reception"
    assert by_id[revoked.event_id].action == "delegation.revoked"
    proof = house.ask(event_pb2.ProveEventRequest(organization_id=house.id, event_id=revoked.event_id))
    assert merkle.inclusion_root(proof.recorded.index, proof.head.size, proof.leaf, proof.path) == proof.head.root
