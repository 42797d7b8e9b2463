"""Events as producers send them and as readers get them, by the contract alone."""

import hmac

from mandate.audit.v1 import event_pb2, log_pb2


def listing(organization_id, page_size=0, oldest_first=False, page_token="", event_class=0, **filters):
    return event_pb2.ListEventsRequest(
        organization_id=organization_id, filter=event_pb2.EventFilter(**filters), page_size=page_size,
        oldest_first=oldest_first, page_token=page_token, event_class=event_class,
    )


def watching(organization_id, index=None, **filters):
    request = event_pb2.WatchEventsRequest(organization_id=organization_id, filter=event_pb2.EventFilter(**filters))
    if index is not None:
        request.index = index
    return request


def commitment(value):
    return hmac.digest(value.salt, value.path.encode() + b"\0" + value.value.encode(), "sha256")


def appended(event, *values):
    """The event as a producer sends it, with a commitment to each of (path, value)."""
    beside = [
        log_pb2.PersonalValue(path=path, value=value, salt=bytes([number + 1]) * 32)
        for number, (path, value) in enumerate(values)
    ]
    whole = event_pb2.Event()
    whole.CopyFrom(event)
    whole.event_class = whole.event_class or log_pb2.EVENT_CLASS_AUDIT
    for value in beside:
        whole.personal.add(path=value.path, commitment=commitment(value), subject_id="acc_" + "0" * 26)
    return log_pb2.AppendedEvent(leaf=whole.SerializeToString(), personal=beside)


def told(recorded):
    """What an event tells about persons, by path; each is what the leaf's commitment says."""
    committed = {one.path: one.commitment for one in recorded.event.personal}
    for value in recorded.personal:
        assert len(value.salt) == 32 and committed[value.path] == commitment(value), value.path
    return {value.path: value.value for value in recorded.personal}
