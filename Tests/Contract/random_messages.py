"""Random messages of any type, from a seed: every kind of field, present and absent, with the values where encoders err."""

import random

from google.protobuf.descriptor import Descriptor, FieldDescriptor

INTEGERS = {
    FieldDescriptor.CPPTYPE_INT32: (-(2**31), 2**31 - 1),
    FieldDescriptor.CPPTYPE_INT64: (-(2**63), 2**63 - 1),
    FieldDescriptor.CPPTYPE_UINT32: (0, 2**32 - 1),
    FieldDescriptor.CPPTYPE_UINT64: (0, 2**64 - 1),
}
# One, two, three and four bytes of UTF-8, their edges, a combining mark, a direction mark; never NUL.
CHARACTERS = "\x01\x7fa~\x80é\u07ff\u0800漢\ud7ff\ue000\ufffd\uffff\U00010000🚚\U0010ffff\u0301\u202e\n\"\\"


def text(dice: random.Random) -> str:
    length = dice.choice([0, 1, 2, 10, 127, 128, 300])
    return "".join(dice.choice(CHARACTERS) for _ in range(length))


def integer(dice: random.Random, low: int, high: int) -> int:
    edges = [value for value in (low, low + 1, -1, 0, 1, 127, 128, 16383, 16384, high - 1, high) if low <= value <= high]
    return dice.choice([dice.choice(edges), dice.randint(low, high)])


def scalar(dice: random.Random, field: FieldDescriptor):
    kind = field.cpp_type
    if kind in INTEGERS:
        return integer(dice, *INTEGERS[kind])
    if kind == FieldDescriptor.CPPTYPE_BOOL:
        return dice.random() < 0.5
    if kind == FieldDescriptor.CPPTYPE_ENUM:
        # A number that this version does not know must travel too.
        unknown = integer(dice, -(2**31), 2**31 - 1)
        return dice.choice([*[value.number for value in field.enum_type.values], unknown])
    if kind == FieldDescriptor.CPPTYPE_STRING:
        if field.type == FieldDescriptor.TYPE_STRING:
            return text(dice)
        return dice.randbytes(dice.choice([0, 1, 127, 128, 1000]))
    if kind in (FieldDescriptor.CPPTYPE_DOUBLE, FieldDescriptor.CPPTYPE_FLOAT):
        return dice.choice([0.0, 1.5, -1.0, float("inf"), float("-inf")])
    raise TypeError(f"{field.full_name} has a kind that is not known here")


def fill(message, dice: random.Random) -> None:
    """Sets about half of the fields; of each oneof one field or none, also to its default value."""
    descriptor: Descriptor = message.DESCRIPTOR
    chosen = {
        oneof.name: dice.choice([None, *[field.name for field in oneof.fields]]) for oneof in descriptor.oneofs
    }
    for field in descriptor.fields:
        if field.containing_oneof is not None:
            if chosen[field.containing_oneof.name] != field.name:
                continue
        elif dice.random() < 0.5:
            continue
        is_message = field.cpp_type == FieldDescriptor.CPPTYPE_MESSAGE
        if is_message and field.message_type.GetOptions().map_entry:
            key = field.message_type.fields_by_name["key"]
            for _ in range(dice.choice([0, 1, 2, 5])):
                fill(getattr(message, field.name)[scalar(dice, key)], dice)
        elif field.label == FieldDescriptor.LABEL_REPEATED:
            for _ in range(dice.choice([0, 1, 2, 5])):
                if is_message:
                    fill(getattr(message, field.name).add(), dice)
                else:
                    getattr(message, field.name).append(scalar(dice, field))
        elif is_message:
            getattr(message, field.name).SetInParent()
            fill(getattr(message, field.name), dice)
        else:
            setattr(message, field.name, scalar(dice, field))
