"""Every method and message of the contract, found below proto/mandate: a new file needs no line here.

What a method says of itself (who may call it, what the log calls it) is read from its options.
"""

import importlib
import re

from google.protobuf import message_factory

from generate import PROTO


def module(path):
    """The generated Python of a file, by its path below proto/."""
    return importlib.import_module(path.removesuffix(".proto").replace("/", ".") + "_pb2")


MODULES = [module(str(path.relative_to(PROTO))) for path in sorted(PROTO.glob("mandate/**/*.proto"))]
FILES = [module.DESCRIPTOR for module in MODULES]
options = module("mandate/rpc/v1/options.proto")
# The kinds of callers that are accounts.
ACCOUNT, OWNER = options.ACCESS_KIND_ACCOUNT, options.ACCESS_KIND_OWNER
SERVERS = ("identity", "mailbox", "audit")
# Packages that belong to none of the three, and who offers them.
SHARED = {"server": SERVERS, "feed": ("identity", "mailbox")}


class Method:
    """One method, and what it says of itself."""

    def __init__(self, descriptor):
        self.descriptor, self.name = descriptor, descriptor.name
        self.path = f"{descriptor.containing_service.full_name}/{descriptor.name}"
        self.package = descriptor.containing_service.file.package
        self.Request = message_factory.GetMessageClass(descriptor.input_type)
        self.answer = descriptor.output_type
        said = descriptor.GetOptions().Extensions
        self.access, self.log = said[options.access], said[options.log]
        self.mutates = self.access.mutates
        self.streams_in, self.streams_out = descriptor.client_streaming, descriptor.server_streaming

    @property
    def demanding(self):
        """An account needs something for it."""
        return bool(self.access.demands or self.access.by)

    def demands(self, request):
        """All that an account needs for this request: what the method demands and what its values name."""
        return list(self.access.demands) + [demand for name, demand in self.nameable() if name in self.named(request)]

    def nameable(self):
        """Every value that its access is by, with what naming it demands."""
        field = self.by
        if field is None:
            return []
        if field.message_type is None:
            return [(value.number, value.GetOptions().Extensions[options.value_demand]) for value in field.enum_type.values]
        resource = self.Request.DESCRIPTOR.fields_by_name[self.log.resource_type or self.log.action.split(".")[0]]
        settable = field.GetOptions().Extensions[options.settable].split()
        fields = resource.message_type.fields_by_name
        return [(name, fields[name].GetOptions().Extensions[options.demand]) for name in settable]

    def named(self, request):
        *holders, last = self.access.by.split(".")
        for holder in holders:
            request = getattr(request, holder)
        value = getattr(request, last) if last else None
        return value.paths if hasattr(value, "paths") else [value]

    @property
    def by(self):
        """The field that its access is by; None for a method whose access is by nothing."""
        descriptor, field = self.Request.DESCRIPTOR, None
        for name in self.access.by.split(".") if self.access.by else []:
            field = descriptor.fields_by_name[name]
            descriptor = field.message_type
        return field

    @property
    def servers(self):
        """Who offers it."""
        owner = self.package.split(".")[1]
        return SHARED.get(owner, (owner,))

    def __repr__(self):
        return self.name


METHODS = [
    Method(method) for file in FILES for service in file.services_by_name.values() for method in service.methods
]
# Every request message belongs to one method (buf's STANDARD rules see to that).
BY_REQUEST = {method.Request.DESCRIPTOR.full_name: method for method in METHODS}


# Changes that can be repeated by a request id. Which others there are, and why, is said in test_method_access.
CHANGES = [method for method in METHODS if method.mutates and "request_id" in method.Request.DESCRIPTOR.fields_by_name]


def messages(holders=FILES):
    """Every message, also those inside others."""
    for holder in holders:
        own = getattr(holder, "message_types_by_name", None) or getattr(holder, "nested_types_by_name", {})
        yield from own.values()
        yield from messages(own.values())


def words(name):
    """AddGroupMember -> add_group_member."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()


def is_answer(field):
    """Only the server sets it."""
    return field.GetOptions().Extensions[options.output_only]


def is_secret(field):
    """Whoever knows it may do something with it, and it is shown once."""
    return field.GetOptions().Extensions[options.secret]
