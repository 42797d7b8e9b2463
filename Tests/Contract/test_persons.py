"""What stays in the log for ever tells nothing about a person: looked for in the log's own database, byte by byte."""

import sqlite3

import pytest
from mandate.audit.v1 import log_pb2
from mandate.mailbox.v1.access_pb2 import RIGHT_OPEN

from events import told
from registry import CHANGES, options
from sample_requests import ask, sample
from scene import Organization, eventually, refused, unique


def is_list(field):
    return field.label == field.LABEL_REPEATED


def personal(message):
    """The values that a message tells about persons, by the contract's own word for them."""
    for field, value in message.ListFields():
        if field.GetOptions().Extensions[options.personal]:
            yield from value if is_list(field) else [value]
        elif field.message_type is not None:
            for one in value if is_list(field) else [value]:
                yield from personal(one)


def name(message):
    """Gives each text about a person that a request leaves open a value of its own."""
    for field in message.DESCRIPTOR.fields:
        if field.message_type is not None and field.message_type.file.package.startswith("mandate."):
            if not is_list(field) and message.HasField(field.name):
                name(getattr(message, field.name))
        elif field.GetOptions().Extensions[options.personal] and field.name in ("justification", "display_name", "external_id"):
            setattr(message, field.name, unique(field.name) + " ü")


@pytest.fixture(scope="module")
def lives(operator):
    """Every change there is, done with values of its own; what was told, and the events' ids."""
    house, values, events = Organization(operator), set(), []
    for method in CHANGES:
        request = sample(method, house)
        name(request)
        request.request_id = unique("request")
        answer = ask(method, request, house)
        values |= set(personal(request)) | set(personal(answer))
        if not hasattr(answer, "owner"):
            events.append(answer.event_id)
    # What is refused tells about persons too.
    person, office = house.person(), house.functional()
    why = unique("because of an illness")
    with refused("PERMISSION_DENIED", "ROLE_LACKS_SCOPE"):
        house.grant(office, person, RIGHT_OPEN, by=person, justification=why)
    values |= {why, person.address, office.address}
    found = lambda: {
        entry.event.id: entry for entry in (*house.events(), *house.events(event_class=log_pb2.EVENT_CLASS_COMMUNICATION))}
    eventually(lambda: set(events) <= set(found()))
    eventually(lambda: why in {told(entry).get("justification") for entry in found().values()})
    return house, values, found()


def rows(installation, statement):
    database = sqlite3.connect(f"file:{installation.servers['audit'].database}?mode=ro", uri=True)
    try:
        return [row[0] for row in database.execute(statement)]
    finally:
        database.close()


def test_e2_no_leaf_holds_what_tells_about_a_person(installation, lives):
    _, values, _ = lives
    assert len(values) > 20 and all(len(value) > 5 for value in values)
    leaves = rows(installation, "SELECT leaf FROM events")
    assert leaves
    everything = b"\0\0".join(leaves)
    held = {value for value in values if value.encode() in everything}
    assert not held
    # Where the calls came from. No leaf has any other address either.
    assert b"127.0.0.1" not in everything


def test_e2_what_is_told_about_persons_stands_beside_and_is_given_to_readers(installation, lives):
    _, values, entries = lives
    beside = set(rows(installation, "SELECT value FROM personal_values"))
    assert {value for value in values if value.startswith(("justification", "because"))} <= beside
    shown = set().union(*(told(entry).values() for entry in entries.values()))
    assert shown <= beside and shown & values
    # The peer's address is told of every call, and each value is somebody's.
    assert all("origin.address" in told(entry) for entry in entries.values() if entry.event.origin.caller)
    assert all(one.subject_id for entry in entries.values() for one in entry.event.personal)
