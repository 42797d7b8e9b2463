"""The reasons of errors, as the descriptors of proto/ say them: by name, who says it and its number."""

import importlib

from generate import PROTO


def enums():
    """Each package's enum of reasons, by the domain of its errors, as in mandate.identity."""
    found = {}
    for path in sorted(PROTO.glob("mandate/*/v1/reason.proto")):
        file = importlib.import_module(f"mandate.{path.parts[-3]}.v1.reason_pb2").DESCRIPTOR
        (enum,) = file.enum_types_by_name.values()
        found[file.package.rpartition(".")[0]] = enum
    return found


def values(enum):
    """Names without the prefix, and numbers; the value for none is left out."""
    prefix = "".join("_" + letter if letter.isupper() else letter.upper() for letter in enum.name)[1:] + "_"
    assert all(value.name.startswith(prefix) for value in enum.values), enum.full_name
    return {value.name.removeprefix(prefix): value.number for value in enum.values if value.number}


REASONS = {name: (domain, number) for domain, enum in enums().items() for name, number in values(enum).items()}
