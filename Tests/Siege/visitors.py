"""Those who come and go during a soak: callers that leave in every way there is, an auditor, followers.

Each `visit` is one of many. Every call ends: with an answer, a status, or the loss of a connection; a wait that ends by
the socket's own timeout is a call that nobody answered, and is not caught here.
"""

import socket
import struct
import time

import merkle
from client import CallError, ConnectionEnded
from mandate.audit.v1 import event_pb2, log_pb2
from mandate.feed.v1 import feed_pb2
from mandate.identity.v1 import account_pb2
from mandate.server.v1 import server_pb2
from scene import METHODS, unique

FOLLOW = "mandate.feed.v1.FeedService/FollowFeed"


def tear(connection):
    """As a machine that is gone: no close_notify, and a reset instead of an end."""
    connection._socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection._socket.close()


class Visitor:
    """What all have in common: a count of outcomes, and an end that may come at any time."""

    def __init__(self, siege, random):
        self.siege, self.random = siege, random
        self.outcomes = {}

    def run(self, stopped, pause):
        while not stopped.wait(pause * self.random.uniform(0.5, 1.5)):
            try:
                self.visit()
            except CallError as error:
                self.count(f"{error.code} {error.reason}")
            except TimeoutError:
                raise
            except (ConnectionEnded, OSError):
                self.count("connection lost")

    def count(self, outcome):
        self.outcomes[outcome] = self.outcomes.get(outcome, 0) + 1

    def ask(self, connection, request, method=None):
        metadata = {"mandate-account": self.siege.house.owner.id}
        answer = connection.unary(method or METHODS[request.DESCRIPTOR.full_name], request, metadata=metadata)
        self.count("answered")
        return answer


class Caller(Visitor):
    """Connects, asks a little and leaves: in order, without a word, or torn with a call under way."""

    def visit(self):
        where = self.random.choice(list(self.siege.servers))
        connection = self.siege.connect(where)
        try:
            for _ in range(self.random.randint(1, 4)):
                self.ask(connection, server_pb2.GetServerRequest())
                if where == "identity":
                    self.ask(connection, account_pb2.ListAccountsRequest(organization_id=self.siege.house.id))
            leave = self.random.choice(("goaway", "close", "torn"))
            if leave == "goaway":
                connection.goaway()
            elif leave == "torn":
                request = server_pb2.GetServerRequest()
                connection.call(METHODS[request.DESCRIPTOR.full_name], request, done=True)
                tear(connection)
        finally:
            connection.close()


class Auditor(Visitor):
    """Reads the log, proves an event of it, and that the log only ever grew."""

    def __init__(self, siege, random):
        super().__init__(siege, random)
        self.head = None

    def visit(self):
        organization = self.siege.house.id
        connection = self.siege.connect("audit")
        try:
            listed = self.ask(connection, event_pb2.ListEventsRequest(organization_id=organization, page_size=50)).events
            event = self.random.choice(listed).event.id
            proof = self.ask(connection, event_pb2.ProveEventRequest(organization_id=organization, event_id=event))
            found = merkle.inclusion_root(proof.recorded.index, proof.head.size, proof.leaf, proof.path)
            assert found == proof.head.root, f"event {event} is not where the log says"
            before = self.head
            self.head = self.ask(connection, log_pb2.GetLogRootRequest(organization_id=organization)).head
            if before:
                proof = self.ask(
                    connection,
                    log_pb2.ProveLogConsistencyRequest(
                        organization_id=organization, first_size=before.size, second_size=self.head.size
                    ),
                )
                assert merkle.is_consistent(before.size, before.root, self.head.size, self.head.root, proof.path), (
                    f"the log of {before.size} events is not the beginning of the one of {self.head.size}"
                )
        finally:
            connection.close()


class Follower(Visitor):
    """Follows identity or mailbox for a while, under a lease, and leaves: in order, torn, or by falling silent."""

    def visit(self):
        connection = self.siege.connect(self.random.choice(("identity", "mailbox")))
        try:
            call = connection.call(FOLLOW, timeout=None)
            call.send(feed_pb2.FollowFeedRequest(start=feed_pb2.FeedStart(follower=unique("soak"))))
            for number in range(1, self.random.randint(2, 20)):
                call.send(feed_pb2.FollowFeedRequest(heartbeat=feed_pb2.FeedHeartbeat(number=number)))
                self.read_until_lease(call)
                time.sleep(0.3)
            self.count("followed")
            leave = self.random.choice(("cancel", "torn", "silent"))
            if leave == "cancel":
                call.cancel()
            elif leave == "torn":
                tear(connection)
            else:
                time.sleep(3)
        finally:
            connection.close()

    def read_until_lease(self, call):
        position = None
        while (answer := call.receive()) is not None:
            kind = answer.WhichOneof("kind")
            if kind == "transactions":
                position = answer.transactions.transactions[-1].position
            elif kind == "snapshot_end":
                position = answer.snapshot_end.position
            if position is not None and kind in ("transactions", "snapshot_end"):
                call.send(feed_pb2.FollowFeedRequest(acknowledge=feed_pb2.FeedAcknowledgement(position=position)))
            if kind == "lease":
                return
        raise ConnectionEnded(message="the feed ended the stream")
