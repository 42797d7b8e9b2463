"""proto/EVENTS.md against the contract and against computation."""

import hmac
import re

import pytest
from mandate.audit.v1 import event_pb2, log_pb2

from generate import PROTO

PAGE = (PROTO / "EVENTS.md").read_text()


def words(enum, prefix):
    return {name.removeprefix(prefix) for name in enum.keys()} - {"UNSPECIFIED"}


def test_every_field_of_an_event_is_on_the_page():
    named = set(re.findall(r"`(\w+)`", re.search(r"## What an event says\n(.*?)\n##", PAGE, re.DOTALL)[1]))
    assert {field.name for field in event_pb2.Event.DESCRIPTOR.fields} <= named


@pytest.mark.parametrize("enum, prefix", [
    (event_pb2.EventOutcome, "EVENT_OUTCOME_"), (event_pb2.EventFlag, "EVENT_FLAG_"), (log_pb2.EventClass, "EVENT_CLASS_")])
def test_every_word_that_an_event_can_say_is_on_the_page(enum, prefix):
    for word in words(enum, prefix):
        assert re.search(rf"\b{word}\b", PAGE), word


def test_the_example_of_a_commitment_is_what_the_formula_gives():
    [(path, value, expected)] = re.findall(r"\| `000102…1e1f` \| `(\S+)` \| `([^`]+)` \| `([0-9a-f]{64})` \|", PAGE)
    assert hmac.digest(bytes(range(32)), f"{path}\0{value}".encode(), "sha256").hex() == expected
