"""Values at each edge of the rules of fields and beyond it, from the rules that the descriptors carry (buf.validate).

A value here is not said to be right or wrong: that is for protovalidate to judge, and for the server. What a rule speaks of
(a length, a count, a number, a moment, a class of characters) gives the values on both of its sides.
"""

import re

from buf.validate import validate_pb2
from google.protobuf.descriptor import FieldDescriptor
from google.protobuf.timestamp_pb2 import Timestamp

INTEGERS = {
    FieldDescriptor.CPPTYPE_INT32: ("int32", -(2**31), 2**31 - 1),
    FieldDescriptor.CPPTYPE_INT64: ("int64", -(2**63), 2**63 - 1),
    FieldDescriptor.CPPTYPE_UINT32: ("uint32", 0, 2**32 - 1),
    FieldDescriptor.CPPTYPE_UINT64: ("uint64", 0, 2**64 - 1),
}
ENUM, STRING, BYTES = FieldDescriptor.CPPTYPE_ENUM, FieldDescriptor.TYPE_STRING, FieldDescriptor.TYPE_BYTES
TIMESTAMP = "google.protobuf.Timestamp"


def rules_of(field):
    return field.GetOptions().Extensions[validate_pb2.field]


def places(descriptor, path=()):
    """Every field that a message has, with the names that lead to it; of a list's messages those of the first."""
    for field in descriptor.fields:
        yield (*path, field.name), field
        if field.message_type is not None and field.message_type.file.package.startswith("mandate."):
            yield from places(field.message_type, (*path, field.name))


def written(message, path):
    """As violations write a path: checks[0].account_id."""
    words = []
    for name in path[:-1]:
        field = message.DESCRIPTOR.fields_by_name[name]
        is_list = field.label == FieldDescriptor.LABEL_REPEATED
        words.append(f"{name}[0]" if is_list else name)
        message = getattr(message, name)[0] if is_list else getattr(message, name)
    return ".".join([*words, path[-1]])


def got(message, path):
    """The field's value; of a list's messages the first one's."""
    for name in path[:-1]:
        inner = getattr(message, name)
        message = inner if hasattr(inner, "DESCRIPTOR") else inner[0]
    return getattr(message, path[-1])


def put(message, path, value):
    """Sets the field; None takes it away."""
    for name in path[:-1]:
        field = message.DESCRIPTOR.fields_by_name[name]
        inner = getattr(message, name)
        if field.label == FieldDescriptor.LABEL_REPEATED:
            message = inner[0] if inner else inner.add()
        else:
            inner.SetInParent()
            message = inner
    message.ClearField(path[-1])
    if value is None:
        return
    if isinstance(value, list):
        getattr(message, path[-1]).extend(value)
    elif isinstance(value, Timestamp):
        getattr(message, path[-1]).CopyFrom(value)
    else:
        setattr(message, path[-1], value)


def values(field, rules, first):
    """The values of a field. `first`: what a list has for its first element where it has one that is right."""
    yield None
    if field.label == FieldDescriptor.LABEL_REPEATED:
        repeated = rules.repeated
        for count in around(bounds(repeated, "min_items", "max_items"), low=0):
            yield [first] * count
        if field.message_type is None:
            yield from ([value] for value in singular(field, repeated.items) if value is not None)
    else:
        yield from singular(field, rules)


def singular(field, rules):
    if field.cpp_type in INTEGERS:
        name, low, high = INTEGERS[field.cpp_type]
        yield from around([low, 0, high, *bounds(getattr(rules, name), "lt", "lte", "gt", "gte")], low, high)
    elif field.cpp_type == ENUM:
        numbers = [value.number for value in field.enum_type.values]
        yield from around([-(2**31), 2**31 - 1, *numbers], -(2**31), 2**31 - 1)
    elif field.type == STRING:
        yield from texts(rules.string)
    elif field.type == BYTES:
        yield from (bytes(count) for count in around(bounds(rules.bytes, "min_len", "max_len", "len"), low=0))
    elif field.message_type is not None and field.message_type.full_name == TIMESTAMP:
        for edge in bounds(rules.timestamp, "lt", "lte", "gt", "gte"):
            yield from moments(edge)


def bounds(rules, *names):
    return [getattr(rules, name) for name in names if rules.HasField(name)]


def around(edges, low, high=None):
    """Each edge, and one less and one more, as far as the type goes."""
    near = sorted({edge + step for edge in edges for step in (-1, 0, 1)})
    return [value for value in near if value >= low and (high is None or value <= high)]


def moments(edge):
    for step in (-1, 0, 1):
        # By hand: protobuf's own arithmetic knows no time beyond the year 9999.
        seconds, nanos = divmod(edge.seconds * 10**9 + edge.nanos + step, 10**9)
        yield Timestamp(seconds=seconds, nanos=nanos)


def texts(rules):
    lengths = around([0, *bounds(rules, "min_len", "max_len", "len")], low=0)
    sizes = around(bounds(rules, "min_bytes", "max_bytes"), low=0)
    if rules.HasField("pattern"):
        for row in sequences(rules.pattern):
            yield from matching(row, lengths + sizes)
        return
    # A character of one byte and one of four: characters are counted, not bytes nor UTF-16's units.
    yield from (character * length for length in lengths for character in "x🚚")
    # Bytes are counted: two a character, and one over where it is odd.
    yield from ("é" * (size // 2) + "x" * (size % 2) for size in sizes)


# One class of characters or one character, and how often; a choice of words. The generator knows no more than this either.
PIECE = re.compile(r"(\[(?:\\.|[^\]\\])+\]|\\.|[^\\\[\](){}*+?|^$.])(?:\{(\d+)(?:,(\d+))?\}|(\?))?")
CHOICE = re.compile(r"\((?:\?:)?([^()]*)\)")


def sequences(pattern):
    """The pattern without choices: `^(acc|grp)_$` is two."""
    choice = CHOICE.search(pattern)
    if not choice:
        return [pieces(pattern)]
    return [
        one for word in choice[1].split("|") for one in sequences(pattern[: choice.start()] + word + pattern[choice.end() :])
    ]


def pieces(pattern):
    """[(the characters allowed, at least so many, at most so many)] of an anchored row of classes."""
    assert pattern.startswith("^") and pattern.endswith("$"), f"{pattern} is not anchored"
    found, place = [], 1
    while place < len(pattern) - 1:
        match = PIECE.match(pattern, place)
        assert match, f"{pattern} is more than classes of characters in a row, at {place}"
        word, low, high, perhaps = match.groups()
        low, high = (0, 1) if perhaps else (int(low or 1), int(high or low or 1))
        found.append(("".join(chr(code) for code in range(1, 128) if re.fullmatch(word, chr(code))), low, high))
        place = match.end()
    return found


def matching(pieces, lengths):
    """Texts that match a row of classes, and texts that nearly do."""
    shortest = [allowed[0] * low for allowed, low, _ in pieces]

    def instead(place, part):
        return "".join([*shortest[:place], part, *shortest[place + 1 :]])

    whole = "".join(shortest)
    yield from (whole, whole + "\n", " " + whole, whole.upper(), whole + "é", "")
    for place, (allowed, low, high) in enumerate(pieces):
        counts = around([low, high], low=0)
        if high > low:
            # So long that the whole has one of the lengths of another rule.
            counts += [count for length in lengths if (count := length - len(whole) + low) >= 0]
        yield from (instead(place, allowed[0] * count) for count in counts)
        # Each end of a range of characters, and the one beside it that is not in it.
        rest = allowed[0] * (max(low, 1) - 1)
        for code in range(1, 127):
            if (chr(code) in allowed) != (chr(code + 1) in allowed):
                yield from (instead(place, chr(side) + rest) for side in (code, code + 1))
        yield instead(place, "é" + rest)


def plain(field, rules):
    """One value that the rules take: of an enum the first with a meaning, of text the shortest, else the least from 0."""
    if field.cpp_type == ENUM:
        return next(iter(rules.enum.__getattribute__("in")), next((one.number for one in field.enum_type.values if one.number), 0))
    if field.cpp_type in INTEGERS:
        own = getattr(rules, INTEGERS[field.cpp_type][0])
        return max(0, own.gte if own.HasField("gte") else 0, own.gt + 1 if own.HasField("gt") else 0, int(rules.required))
    if field.type == STRING:
        text = rules.string
        if text.HasField("pattern"):
            return "".join(allowed[0] * low for allowed, low, _ in sequences(text.pattern)[0])
        return "x" * max(text.min_len, text.min_bytes, text.len, int(rules.required))
    if field.type == BYTES:
        return bytes(max(rules.bytes.min_len, rules.bytes.len, int(rules.required)))
    return False
