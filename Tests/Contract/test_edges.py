"""The rules of fields (buf.validate), at and beyond each edge: what protovalidate refuses the server refuses, by the same fields
and rules; beyond that it refuses only what PROTOCOL.md lists.
"""

import collections
import os
import random
import re

import protovalidate
import pytest

import random_messages
from client import CallError
from edges import got, places, plain, put, rules_of, values
from registry import METHODS
from sample_requests import ask, sample
from scene import Organization

SEED = int(os.environ.get("MANDATE_SEED", "20261130"))
# A stream's messages have no answer of their own.
ASKED = [method for method in METHODS if method.Request.DESCRIPTOR.fields and not method.streams_in]


# Where the server refuses more than the rules do, by the field's name; PROTOCOL.md, "Rules of fields", says the same.
BEYOND = {
    "consistency_token": "a token of this installation",
    "page_token": "a token of this list",
    "address": "an address, by IDNA 2008",
    "read_folders": "folders' paths, and only with the right to open",
    "write_folders": "as read_folders",
    "delete_folders": "as read_folders",
    "folder": "a folder's path, and only with the right to open",
    "operation": "only with a folder",
    "alias": "an address, by IDNA 2008",
    "domain_name": "a domain that has addresses",
    "update_mask": "fields that can be changed",
    "events": "each a whole Event of at most 16 KiB",
    "member_ids": "who is there; that nobody is left must be said",
    "role_ids": "each once",
    "first_sequence": "with room for the batch behind it",
    "tree_size": "no more than there is, and with the event in it",
    "first_size": "no more than second_size",
    "second_size": "no more than there is",
    "name": "a backup's name",
    "wall_time": "within a minute of the server's wall clock",
    "start_time": "in microseconds",
    "expire_time": "in microseconds, after it begins and not over",
    "record_start_time": "in microseconds",
    "record_end_time": "in microseconds",
    "occur_start_time": "in microseconds",
    "occur_end_time": "in microseconds",
    "action": "one that events have",
    "without_actions": "each one that events have",
    # What one method needs of a resource and another one does not.
    "id": "which account is to be updated",
    "organization_id": "whose the new account or group is",
    "display_name": "a new organization's, group's or tenant's",
    "plan": "a new subscription's",
    "licence_count": "a new subscription's",
    "default_domain": "a domain that has addresses",
    # One or the other.
    "parent_id": "where top does not say it",
    "unit_id": "where no_unit does not say it",
    "text": "where there is no html",
    "mailbox_id": "where no delegation_id says it",
    "grantee_id": "where no delegation_id says it",
}


def is_beyond(field):
    return re.split(r"[.]", re.sub(r"\[\d+\]$", "", field))[-1] in BEYOND


@pytest.fixture(scope="module")
def house(operator):
    return Organization(operator)


def judged(request):
    """protovalidate's: {(field, rule)}."""
    found = set()
    for violation in protovalidate.collect_violations(request):
        path = violation.proto.field.elements
        words = (f"{one.field_name}[{one.subscript.value}]" if one.subscript else one.field_name for one in path)
        found.add((".".join(words), side(violation.proto.rule_id)))
    return found


def side(rule):
    """Bounds on both sides are one rule for protovalidate (int32.gte_lte), and two for the server."""
    return re.sub(r"\.(gte?|lte?|gte?_lte?)$", ".range", rule)


def answered(method, request, house):
    """The server's; empty where the request was taken, or refused for what it means and not for its form."""
    if "validate_only" in request.DESCRIPTOR.fields_by_name:
        request.validate_only = True
    try:
        ask(method, request, house)
    except CallError as error:
        return {(one.field, rule_in(one.description)) for one in error.violations}
    return set()


def rule_in(description):
    """As in string.max_len: at most 100 characters; None for what is no rule's."""
    rule = description.partition(":")[0]
    return side(rule) if re.fullmatch(r"required|[a-z0-9]+\.[a-z_]+", rule) else None


def copy(request):
    return type(request).FromString(request.SerializeToString())


def edge_requests(request):
    """(the field, the request with one value of it), each value once."""
    for path, field in places(request.DESCRIPTOR):
        first = None
        if field.label == field.LABEL_REPEATED:
            first = next(iter(got(request, path)), None) or one_of(field)
        seen = set()
        for value in values(field, rules_of(field), first):
            edged = copy(request)
            put(edged, path, value)
            if (body := edged.SerializeToString(deterministic=True)) not in seen:
                seen.add(body)
                yield path, edged


def one_of(field):
    return field.message_type._concrete_class() if field.message_type else plain(field, rules_of(field).repeated.items)


@pytest.mark.parametrize("method", ASKED, ids=str)
def test_a_value_is_refused_where_protovalidate_refuses_it(house, method):
    request = sample(method, house)
    assert not judged(request), "the sample itself is in order"
    assert not answered(method, copy(request), house)
    # The sample is on the right side of every rule: what it has is taken, and what it leaves out may be left out.
    outcomes = collections.defaultdict(lambda: {frozenset()})
    for path, edged in edge_requests(request):
        expected, found = judged(edged), answered(method, edged, house)
        if expected or not all(is_beyond(field) for field, rule in found):
            assert expected == found, f"{'.'.join(path)}: {str(edged)[:1000]}"
        outcomes[path].add(frozenset(expected))
    for path, field in places(request.DESCRIPTOR):
        if rules_of(field).ByteSize():
            assert len(outcomes[path]) > 1, f"{path} was not tried on both sides of its rules"


@pytest.mark.parametrize("method", ASKED, ids=str)
def test_all_that_is_wrong_is_named_at_once(house, method):
    """One broken value of every field that can break, together; the server names as many as fit into a reply's headers."""
    request = broken = sample(method, house)
    for path, edged in edge_requests(request):
        if hasattr(got(edged, path), "DESCRIPTOR"):
            continue
        both = copy(broken)
        put(both, path, value_of(edged, path))
        # A value that takes a field away takes away what was broken inside it.
        if len(judged(both)) > len(judged(broken)):
            broken = both
    expected = judged(broken)
    found = answered(method, broken, house)
    assert found == expected or (len(found) >= 10 and found < expected)


def value_of(request, path):
    value = got(request, path)
    return list(value) if hasattr(value, "append") else value


ROUNDS = 60


@pytest.mark.parametrize("method", ASKED, ids=str)
def test_random_requests_are_refused_where_protovalidate_refuses_them(house, method):
    dice = random.Random(f"{SEED}/{method.path}")
    for _ in range(ROUNDS):
        request = method.Request()
        random_messages.fill(request, dice)
        expected, found = judged(request), answered(method, request, house)
        if expected:
            assert found == expected or (len(found) >= 10 and found < expected), request
        else:
            assert all(is_beyond(field) for field, rule in found), f"{found}: {request}"
