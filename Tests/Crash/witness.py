"""Somebody who remembers every root that the log ever showed, and wants proof that it has only grown since."""

import threading

from mandate.audit.v1 import event_pb2, log_pb2

from merkle import is_consistent
from scene import pages
from writer import PatientHands

PAUSE_SECONDS = 0.05


class Witness:
    def __init__(self, installation, writers, hands=PatientHands):
        self.hands = hands(installation)
        self.writers = writers
        # By organization: size -> root.
        self.seen = {writer.house.id: {} for writer in writers}
        self._ending, self._thread, self._failure = threading.Event(), None, None

    def look(self, house):
        """The log's head now. It never shrinks, and never shows two roots for one size."""
        seen = self.seen[house.id]
        request = log_pb2.GetLogRootRequest(organization_id=house.id)
        head = self.hands.ask(request, account=house.owner.id).head
        assert head.size >= max(seen, default=0), f"the log of {house.id} has shrunk from {max(seen)} to {head.size}"
        assert seen.setdefault(head.size, head.root) == head.root, f"two roots for size {head.size} of {house.id}"
        return head

    def prove(self, house, sizes=None):
        """From every root seen, or those of `sizes`, to the one of now."""
        now = self.look(house)
        for size in sorted(sizes if sizes is not None else self.seen[house.id]):
            if size == 0:
                continue
            request = log_pb2.ProveLogConsistencyRequest(organization_id=house.id, first_size=size, second_size=now.size)
            proof = self.hands.ask(request, account=house.owner.id)
            grown = is_consistent(size, self.seen[house.id][size], now.size, now.root, proof.path)
            assert grown, f"{house.id}: {size} is no beginning of {now.size}"
        return now

    # The thread.

    def start(self):
        self._ending.clear()
        self._thread = threading.Thread(target=self._run, name="witness")
        self._thread.start()

    def finish(self):
        self._ending.set()
        self._thread.join()
        if self._failure:
            raise self._failure

    def _run(self):
        try:
            while not self._ending.is_set():
                for writer in self.writers:
                    self.look(writer.house)
                self._ending.wait(PAUSE_SECONDS)
        except Exception as error:
            self._failure = error


def logged(hands, house, restored=False):
    """Ids of what was changed in an organization, as the log lists them, by source and in the order of the log.

    Indices and each source's numbers only grow, but those of a restored source begin anew. Readings of the log itself
    are left out.
    """
    request = event_pb2.ListEventsRequest(organization_id=house.id, oldest_first=True)
    events = pages(lambda page: hands.ask(page, account=house.owner.id), request, "events", 1000)
    assert [event.index for event in events] == list(range(len(events))), "the log has a hole"
    listed = {"identity": [], "mailbox": []}
    for event in events:
        if event.source in listed:
            listed[event.source].append((event.sequence, event.event.id))
    for source, found in listed.items():
        numbers = [number for number, _ in found]
        assert restored or numbers == sorted(set(numbers)), f"{source}'s events are not in their order"
    return {source: [id for _, id in found] for source, found in listed.items()}


def check_log(installation, hands, writer):
    """The log has exactly what the writer was told: each change once, in order, and nothing else."""
    installation.await_log()
    listed = logged(hands, writer.house)
    for source, acknowledged in writer.events.items():
        assert listed[source] == acknowledged, (
            f"{writer.name}, {source}: {len(acknowledged)} acknowledged, {len(listed[source])} in the log; "
            f"first difference at {difference(acknowledged, listed[source])}"
        )


def difference(left, right):
    return next((at for at, (one, other) in enumerate(zip(left, right)) if one != other), min(len(left), len(right)))
