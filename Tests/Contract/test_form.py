"""The contract's form: what holds for every file, service, method and message of it, so that a caller who knows one knows all."""

import collections
import re
import subprocess
from pathlib import PurePath

import pytest
from google.protobuf import descriptor_pb2

import keywords
from generate import PROTO
from registry import FILES, METHODS, messages, words

MESSAGES = list(messages())
FIELDS = [field for message in MESSAGES for field in message.fields]
by_name = {"ids": lambda one: one.name}


# Names.


@pytest.mark.parametrize("language", keywords.LANGUAGES)
def test_no_name_is_a_word_of_a_language(language):
    reserved = {word.lower() for word in keywords.LANGUAGES[language]}
    # A module of Python or Rust has the file's name too.
    parts = [(part, file.name) for file in FILES for part in (*file.package.split("."), PurePath(file.name).stem)]
    oneofs = [oneof for message in MESSAGES for oneof in message.oneofs]
    names = [(one.name, one.full_name) for one in (*FIELDS, *oneofs)]
    assert not [place for name, place in (*parts, *names) if name in reserved]


def plural(word):
    return word[:-1] + "ies" if word.endswith("y") else word + ("es" if word.endswith(("x", "s")) else "s")


def test_a_file_has_one_service_and_its_name():
    """In the plural where the resource is one: an organization's policies."""
    for file in FILES:
        services = list(file.services_by_name)
        assert len(services) <= 1, f"{file.name} has {services}"
        if services:
            assert services[0].endswith("Service"), file.name
            resource = words(services[0]).removesuffix("_service")
            assert PurePath(file.name).stem in (resource, plural(resource)), file.name


# Named in DESIGN or in the field's own words, so that its resource would only be noise.
SHORT = {
    "Check": "the question that everything is for",
    "BatchCheck": "Check, many times",
    "Explain": "Check, with its conditions",
    "Authorize": "the question about a role",
    "InviteAdministrator": "whoever accepts is one",
    "AddAlias": "an address of an account besides its primary one",
    "RemoveAlias": "as AddAlias",
    "MoveAlias": "as AddAlias",
    "OffboardAccount": "an account, which is identity's resource",
    "UpdateProfile": "what a person says of themselves, which is no resource beside the account",
}


def test_a_method_carries_its_resource():
    """The service's own, or another type of the package: AddGroupMember, ListDelegates, AssignRole."""
    for method in METHODS:
        kinds = [*MESSAGES, *(enum for file in FILES for enum in file.enum_types_by_name.values())]
        resources = {kind.name for kind in kinds if kind.file.package == method.package}
        resources.add(method.descriptor.containing_service.name.removesuffix("Service"))
        # Mailbox in Mailboxes, Event in Events, Policy in Policies.
        carried = [name for name in resources if re.search(f"[a-z]({name}|{plural(name)})([A-Z]|$)", method.name)]
        assert bool(carried) != (method.name in SHORT), f"{method.path} carries {carried}"


def test_no_two_methods_or_messages_have_one_name():
    """A client that generates all packages into one namespace has no collision."""
    for names in ([method.name for method in METHODS], [message.name for message in MESSAGES]):
        assert not [name for name, count in collections.Counter(names).items() if count > 1]


@pytest.mark.parametrize("method", METHODS, **by_name)
def test_a_method_has_messages_of_its_own_name(method):
    assert method.Request.DESCRIPTOR.name == method.name + "Request" and method.answer.name == method.name + "Response"


# gRPC's own words, which this contract repeats, a difference of two times, and policies, each by the name that people know.
DURATIONS = {"mandate.rpc.v1.Request.timeout", "mandate.server.v1.ClockReading.offset"} | {
    field.full_name for field in FIELDS if field.containing_type.full_name == "mandate.identity.v1.OrganizationPolicies"
}


def test_times_and_durations_say_so():
    ends = {"google.protobuf.Timestamp": "_time", "google.protobuf.Duration": "_duration"}
    for field in FIELDS:
        kind = field.message_type and field.message_type.full_name
        if kind in ends and field.full_name not in DURATIONS:
            assert field.name.endswith(ends[kind]), field.full_name
        elif field.name.endswith(tuple(ends.values())):
            assert kind in ends or field.full_name in DURATIONS, field.full_name


def test_every_field_has_a_comment(tmp_path):
    """In front of it or behind it. buf asks for all other comments, and for fields only for those in front."""
    found = tmp_path / "sources.binpb"
    files = [file.name for file in FILES]
    output = f"--descriptor_set_out={found}"
    subprocess.run(["protoc", "-I.", "-Irules", "--include_source_info", output, *files], cwd=PROTO, check=True)
    fields = 0
    for file in descriptor_pb2.FileDescriptorSet.FromString(found.read_bytes()).file:
        for place in file.source_code_info.location:
            # The field `path[3]` of the message `path[1]`.
            if len(place.path) == 4 and (place.path[0], place.path[2]) == MESSAGE_FIELD:
                name = file.message_type[place.path[1]].field[place.path[3]].name
                assert (place.leading_comments or place.trailing_comments).strip(), f"{file.name}: {name}"
                fields += 1
    assert fields == len(FIELDS)


# The numbers of `message_type` in a file's descriptor, and of `field` in a message's.
MESSAGE_FIELD = (4, 2)
