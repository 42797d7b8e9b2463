"""Prints what the options say of what is frozen, a line for each thing, sorted: buf compares no options.

    python3 proto/frozen_options.py IMAGE FILE...

Of the files each method with who may call it and what the log calls it, each field with what its values are, each value
of an enum with its demand and the kind of its refusal; `-` where it says nothing, so that what is said later is a change
too. Of the whole image every action, wherever its method stands: events that have it stay for ever.
"""

import sys
from pathlib import Path

from google.protobuf import descriptor_pb2, descriptor_pool, message_factory, text_format

METHOD, FIELD, VALUE = ("access", "log"), ("personal", "secret", "output_only", "demand", "confidential"), ("value_demand", "refusal")


class Image:
    def __init__(self, encoded):
        self.files = descriptor_pb2.FileDescriptorSet.FromString(encoded).file
        # One of its own: the options are known to what reads them only where their extensions are.
        self.pool = descriptor_pool.DescriptorPool()
        for file in self.files:
            self.pool.Add(file)

    def options(self, described):
        """The options of a method, field, value or service, with the extensions."""
        name = described.options.DESCRIPTOR.full_name
        known = message_factory.GetMessageClass(self.pool.FindMessageTypeByName(name))
        return known.FromString(described.options.SerializeToString())

    def extension(self, name):
        return self.pool.FindExtensionByName(f"mandate.rpc.v1.{name}")

    def said(self, described, names):
        """The options of these names that are set, in protobuf's text format, in the order of their names here."""
        options = self.options(described)
        parts = []
        for name in names:
            extension = self.extension(name)
            if not options.HasExtension(extension):
                continue
            value = options.Extensions[extension]
            if extension.message_type:
                parts.append(f"{name} {{{text_format.MessageToString(value, as_one_line=True).strip()}}}")
            elif extension.enum_type:
                number = extension.enum_type.values_by_number.get(value)
                parts.append(f"{name}: {number.name if number else value}")
            else:
                parts.append(f"{name}: {str(value).lower()}")
        return ", ".join(parts) or "-"

    def frozen(self, file):
        for service in file.service:
            for method in service.method:
                yield f"method {file.package}.{service.name}.{method.name} {self.said(method, METHOD)}"
        yield from self.values(file.package, file.enum_type)
        yield from self.extensions(file.package, file.extension)
        for message in file.message_type:
            yield from self.message(file.package, message)

    def message(self, scope, message):
        name = f"{scope}.{message.name}"
        for field in message.field:
            yield f"field {name}.{field.name} {self.said(field, FIELD)}"
        yield from self.values(name, message.enum_type)
        yield from self.extensions(name, message.extension)
        for nested in message.nested_type:
            yield from self.message(name, nested)

    def values(self, scope, enums):
        for enum in enums:
            for value in enum.value:
                yield f"value {scope}.{enum.name}.{value.name} {self.said(value, VALUE)}"

    def extensions(self, scope, extensions):
        for field in extensions:
            yield f"field {scope}.{field.name} {self.said(field, FIELD)}"

    def actions(self):
        for file in self.files:
            for service in file.service:
                for method in service.method:
                    if action := self.options(method).Extensions[self.extension("log")].action:
                        yield f"action {action}"
                for also in self.options(service).Extensions[self.extension("also")]:
                    yield f"action {also.action}"


def main(image, *files):
    image = Image(Path(image).read_bytes())
    lines = set(image.actions())
    for file in image.files:
        if file.name in files:
            lines.update(image.frozen(file))
    print("\n".join(sorted(lines)))


if __name__ == "__main__":
    main(*sys.argv[1:])
