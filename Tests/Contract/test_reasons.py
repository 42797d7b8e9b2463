"""Reasons of errors: a hundred numbers a package, and names that say by themselves which one is meant."""

import re

import pytest

from client import CODES, CallError
from generate import PROTO
from mandate.rpc.v1 import status_pb2
from reasons import REASONS, enums, values

PAGE = (PROTO / "PROTOCOL.md").read_text()
HUNDREDS = {
    "mandate.rpc": 0, "mandate.identity": 1, "mandate.mailbox": 2, "mandate.audit": 3, "mandate.server": 4, "mandate.feed": 5,
}


def test_every_package_has_its_own_hundred():
    assert set(enums()) == set(HUNDREDS)
    for domain, enum in enums().items():
        numbers = list(values(enum).values())
        assert numbers and len(set(numbers)) == len(numbers)
        assert {number // 100 for number in numbers} == {HUNDREDS[domain]}, enum.full_name


def test_no_name_stands_in_two_packages():
    names = [name for enum in enums().values() for name in values(enum)]
    assert sorted(set(names)) == sorted(names)
    assert len(REASONS) == len(names)


def test_each_says_its_code():
    """The comment of a value says the code or codes that it comes with, for who writes a client."""
    codes = "|".join(code for code in CODES if code != "OK")
    for path in PROTO.glob("mandate/*/v1/reason.proto"):
        for comment, name, number in re.findall(r"((?:^  //.*\n)+)  (\w+) = (\d+);", path.read_text(), re.MULTILINE):
            said = comment.replace("\n  //", "").strip()
            assert number == "0" or re.search(rf"\b(?:{codes})\b", said), name


def test_the_page_has_every_hundred():
    rows = dict(re.findall(r"^\| (\d+)–\d+ \| `([a-z.]+)` \|", PAGE, re.MULTILINE))
    assert {domain: int(first) // 100 for first, domain in rows.items()} == HUNDREDS


@pytest.mark.parametrize("metadata, number", [({"reason_number": "150"}, 150), ({}, 0)])
def test_a_reason_of_a_newer_server_is_read_as_it_came(metadata, number):
    info = status_pb2.ErrorInfo(reason="NEWER", domain="mandate.identity")
    for key, value in {"field": "x", **metadata}.items():
        info.metadata.add(key=key, value=value)
    status = status_pb2.Status(code=9, message="no")
    status.details.add(type_url="type.googleapis.com/google.rpc.ErrorInfo", value=info.SerializeToString())
    error = CallError.of(status)
    assert (error.reason, error.domain, error.number) == ("NEWER", "mandate.identity", number)
    assert error.metadata == {"field": "x"}
