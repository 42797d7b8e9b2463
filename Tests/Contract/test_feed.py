"""Following identity's changes: snapshot, live changes, and the lease that makes writes wait (rule D17)."""

import threading

import pytest
from google.protobuf import descriptor_pool, message_factory
from mandate.feed.v1 import feed_pb2
from mandate.identity.v1 import account_resource_pb2

from installation import Installation, running
from prometheus import parse
from scene import Hands, Organization, refused, unique

FOLLOW = "mandate.feed.v1.FeedService/FollowFeed"


def message(change):
    """What a change holds: some message of the contract."""
    descriptor = descriptor_pool.Default().FindMessageTypeByName(change.message_type)
    return message_factory.GetMessageClass(descriptor).FromString(change.value)


class Follower:
    """A follower of its own name, with the state that it was told."""

    def __init__(self, installation, epoch="", position=0):
        self.connection = installation.connect("identity")
        self.call = self.connection.call(FOLLOW, timeout=None)
        self.heartbeats = 0
        self.name = unique("contract")
        start = feed_pb2.FeedStart(follower=self.name, epoch=epoch, position=position)
        self.call.send(feed_pb2.FollowFeedRequest(start=start))
        self.started = self.receive("started")
        self.state, self.position = {}, position
        if self.started.snapshot:
            self.read_snapshot()

    def receive(self, kind):
        answer = self.call.receive()
        assert answer.WhichOneof("kind") == kind, answer
        return getattr(answer, kind)

    def apply(self, changes):
        for change in changes:
            if change.deleted:
                self.state.pop((change.message_type, change.id), None)
            else:
                self.state[change.message_type, change.id] = message(change)

    def read_snapshot(self):
        while (answer := self.call.receive()).WhichOneof("kind") == "snapshot_part":
            self.apply(answer.snapshot_part.changes)
        assert answer.WhichOneof("kind") == "snapshot_end"
        self.position = answer.snapshot_end.position
        self.acknowledge()

    def acknowledge(self):
        self.call.send(feed_pb2.FollowFeedRequest(acknowledge=feed_pb2.FeedAcknowledgement(position=self.position)))

    def heartbeat(self):
        """Everything up to the lease's answer is applied, and not acknowledged."""
        self.heartbeats += 1
        self.call.send(feed_pb2.FollowFeedRequest(heartbeat=feed_pb2.FeedHeartbeat(number=self.heartbeats)))
        while True:
            answer = self.call.receive()
            if answer.WhichOneof("kind") == "lease":
                assert answer.lease.number == self.heartbeats
                return answer.lease
            for transaction in answer.transactions.transactions:
                assert transaction.position == self.position + 1, "positions are dense"
                self.apply(transaction.changes)
                self.position = transaction.position

    def account(self, account):
        return self.state.get(("mandate.identity.v1.Account", account.id))

    def has(self, resource):
        """As it is, but for the etag, since followers change nothing, and for roles, of which they are told by themselves."""
        told = type(resource).FromString(resource.SerializeToString())
        told.etag = ""
        if "role_ids" in told.DESCRIPTOR.fields_by_name:
            told.ClearField("role_ids")
        return self.state.get((told.DESCRIPTOR.full_name, told.id)) == told

    def close(self):
        self.connection.close()


@pytest.fixture
def follower(installation):
    follower = Follower(installation)
    yield follower
    follower.close()


def test_a_snapshot_holds_everything_there_is(installation, organization):
    person = organization.person()
    group = organization.group(person)
    follower = Follower(installation)
    assert follower.started.snapshot and follower.started.epoch and follower.started.lease_duration.ToSeconds() >= 1
    assert follower.has(person) and follower.has(organization.owner)
    assert follower.has(organization.created.organization)
    assert follower.has(group)
    assert ("mandate.identity.v1.GroupMember", f"{group.id}/{person.id}") in follower.state
    follower.close()


def test_changes_come_in_order_behind_the_snapshot(follower, organization):
    # The follower has no lease yet, so nobody waits for it.
    person = organization.person()
    group = organization.group(person)
    organization.suspend(person)
    organization.remove(group, person)
    lease = follower.heartbeat()
    assert follower.position == lease.position
    assert follower.account(person).state == account_resource_pb2.ACCOUNT_STATE_SUSPENDED
    assert ("mandate.identity.v1.GroupMember", f"{group.id}/{person.id}") not in follower.state


def test_a_follower_goes_on_where_it_was(installation, follower, organization):
    epoch, position = follower.started.epoch, follower.position
    follower.close()
    person = organization.person()
    again = Follower(installation, epoch, position)
    assert not again.started.snapshot and again.started.epoch == epoch
    again.heartbeat()
    assert again.has(person)
    again.close()


def test_another_epoch_starts_from_a_snapshot(installation, organization):
    follower = Follower(installation, epoch="another-database", position=1)
    assert follower.started.snapshot and follower.has(organization.owner)
    follower.close()


@pytest.fixture
def long_lease(tmp_path):
    """Servers with the longest lease that there is."""
    installation = Installation(tmp_path)
    for server in installation.servers.values():
        server.settings = ["--lease", "12000"]
    yield from running(installation)


def answered_under_a_lease(installation):
    """A suspension with a follower that acknowledges late. Whether its lease was still valid after the answer: if not, the
    lease may have let the answer go, and nothing was shown."""
    hands = Hands(installation, "operator-admin")
    organization = Organization(hands)
    person = organization.person()
    follower = Follower(installation)
    follower.heartbeat()
    follower.acknowledge()
    follower.heartbeat()
    ended = threading.Event()

    def suspend():
        organization.suspend(person)
        ended.set()

    writer = threading.Thread(target=suspend)
    writer.start()
    assert not ended.wait(0.5), "answered while a follower with a lease might still allow"
    follower.heartbeat()
    follower.acknowledge()
    writer.join()
    leases = parse(installation.servers["identity"].ask("/metrics")[1])["mandate_feed_follower_lease"]
    assert follower.account(person).state == account_resource_pb2.ACCOUNT_STATE_SUSPENDED
    follower.close()
    hands.close()
    return sum(held for labels, held in leases.values.items() if dict(labels)["follower"].endswith(follower.name)) == 1


def test_d17_a_write_waits_for_a_follower_with_a_lease_and_no_longer(long_lease):
    assert any(answered_under_a_lease(long_lease) for _ in range(3)), "answered only when the lease had run out"


def test_d17_a_follower_that_is_gone_holds_a_write_no_longer_than_its_lease(follower, organization):
    person = organization.person()
    follower.heartbeat()
    follower.acknowledge()
    follower.heartbeat()
    organization.suspend(person)


@pytest.mark.parametrize("broken", [
    feed_pb2.FollowFeedRequest(heartbeat=feed_pb2.FeedHeartbeat(number=1)),
    feed_pb2.FollowFeedRequest(),
    feed_pb2.FollowFeedRequest(start=feed_pb2.FeedStart()),
], ids=["no start", "nothing", "no name"])
def test_a_follower_that_does_not_start_properly_is_refused(installation, broken):
    with installation.connect("identity") as connection:
        call = connection.call(FOLLOW)
        call.send(broken)
        with pytest.raises(Exception) as error:
            while call.receive():
                pass
        assert error.value.code == "INVALID_ARGUMENT" and error.value.reason in ("MISSING_FIELD", "INVALID_FIELD")


def test_only_listed_services_follow(installation):
    with installation.connect("identity", "webmail") as connection:
        call = connection.call(FOLLOW)
        with refused("PERMISSION_DENIED", "CALLER_NOT_ALLOWED"):
            call.receive()
