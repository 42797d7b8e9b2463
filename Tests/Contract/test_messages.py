"""Random messages, Python to protobuf-c and back: what the servers decode and encode is what was sent."""

import os
import random
import subprocess

import pytest
from google.protobuf import descriptor_pb2, descriptor_pool, message_factory
from google.protobuf.descriptor import FieldDescriptor

from installation import binary
from generate import PROTO
from patience import PATIENCE_SECONDS
from random_messages import fill

ROUNDS = 200
SEED = int(os.environ.get("MANDATE_SEED", "20240607"))


def all_types():
    """Every message of the contract and of the google.protobuf files it uses, by full name; not what only options are of."""
    files = descriptor_pb2.FileDescriptorSet.FromString((PROTO / "mandate.binpb").read_bytes())
    pool = descriptor_pool.DescriptorPool()
    names = []
    for file in files.file:
        pool.Add(file)
        if file.name not in ("google/protobuf/descriptor.proto", "buf/validate/validate.proto"):
            names += [f"{file.package}.{message.name}" for message in file.message_type]
    return {name: message_factory.GetMessageClass(pool.FindMessageTypeByName(name)) for name in sorted(names)}


TYPES = all_types()


class Echo:
    """The program message-echo: one message in, the same message out, or None when it is refused."""

    def __init__(self):
        self.process = subprocess.Popen(
            [binary("message-echo")], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    def ask(self, name: str, body: bytes):
        frame = bytes([len(name)]) + name.encode() + body
        self.process.stdin.write(len(frame).to_bytes(4, "big") + frame)
        self.process.stdin.flush()
        length = int.from_bytes(self.process.stdout.read(4), "big")
        return None if length == 0xFFFFFFFF else self.process.stdout.read(length)

    def close(self):
        self.process.stdin.close()
        self.process.stdout.close()
        assert self.process.wait(timeout=PATIENCE_SECONDS) == 0


@pytest.fixture(scope="module")
def echo():
    echo = Echo()
    yield echo
    echo.close()


def tagged(number: int, body: bytes) -> bytes:
    """A length-delimited field (wire type 2), with the varints written out."""

    def varint(value: int) -> bytes:
        out = b""
        while value > 0x7F:
            out += bytes([value & 0x7F | 0x80])
            value >>= 7
        return out + bytes([value])

    return varint(number << 3 | 2) + varint(len(body)) + body


def text_fields(message_type):
    return [field for field in message_type.DESCRIPTOR.fields if field.type == FieldDescriptor.TYPE_STRING]


@pytest.mark.parametrize("name", TYPES)
def test_random_messages_come_back_equal(echo, name):
    dice = random.Random(f"{SEED}/{name}")
    for round in range(ROUNDS):
        message = TYPES[name]()
        fill(message, dice)
        sent = message.SerializeToString(deterministic=True)
        came = echo.ask(name, sent)
        assert came is not None, f"round {round}: refused {sent.hex()}"
        assert TYPES[name].FromString(came) == message, f"round {round}: {sent.hex()} came back as {came.hex()}"


@pytest.mark.parametrize("name", TYPES)
def test_an_empty_message_comes_back_empty(echo, name):
    assert echo.ask(name, b"") == b""


@pytest.mark.parametrize("name", TYPES)
def test_unknown_fields_are_ignored(echo, name):
    dice = random.Random(f"{SEED}/unknown/{name}")
    for _ in range(20):
        message = TYPES[name]()
        fill(message, dice)
        sent = message.SerializeToString(deterministic=True)
        # Field 20,000 is in no message: as a varint, eight bytes, a length and four bytes.
        number = 20_000 << 3
        key = lambda kind: bytes([(number | kind) & 0x7F | 0x80, (number >> 7) & 0x7F | 0x80, number >> 14])
        unknown = key(0) + b"\x96\x01" + key(1) + bytes(8) + key(2) + b"\x03abc" + key(5) + bytes(4)
        came = echo.ask(name, unknown + sent + unknown)
        assert came is not None, f"refused {(unknown + sent + unknown).hex()}"
        assert TYPES[name].FromString(came) == message


BROKEN_TEXT = {
    "NUL": b"a\x00b",
    "NUL alone": b"\x00",
    "NUL at the end": b"admin\x00",
    "a byte that is never in UTF-8": b"a\xff",
    "a sequence that is cut off": b"\xe6\xbc",
    "a lone continuation": b"\x80",
    "an overlong NUL": b"\xc0\x80",
    "an overlong slash": b"\xe0\x80\xaf",
    "a surrogate": b"\xed\xa0\x80",
    "above U+10FFFF": b"\xf4\x90\x80\x80",
}


@pytest.mark.parametrize("name", [name for name in TYPES if text_fields(TYPES[name])])
@pytest.mark.parametrize("broken", BROKEN_TEXT)
def test_broken_text_is_refused(echo, name, broken):
    for field in text_fields(TYPES[name]):
        assert echo.ask(name, tagged(field.number, BROKEN_TEXT[broken])) is None, field.name
        # The same field, whole, is accepted.
        assert echo.ask(name, tagged(field.number, "漢".encode())) is not None, field.name


@pytest.mark.parametrize("name", TYPES)
def test_cut_off_messages_never_hurt(echo, name):
    dice = random.Random(f"{SEED}/cut/{name}")
    for _ in range(20):
        message = TYPES[name]()
        fill(message, dice)
        sent = message.SerializeToString(deterministic=True)
        cut = sent[: dice.randrange(len(sent) + 1)]
        came = echo.ask(name, cut)
        # Refused here exactly where Python refuses it, unless the cut fell between two fields.
        try:
            expected = TYPES[name].FromString(cut)
        except Exception:
            expected = None
        if came is None:
            assert expected is None, f"refused {cut.hex()}"
        else:
            assert TYPES[name].FromString(came) == expected, cut.hex()


@pytest.mark.parametrize("name", TYPES)
def test_garbage_never_hurts(echo, name):
    dice = random.Random(f"{SEED}/garbage/{name}")
    for _ in range(100):
        echo.ask(name, dice.randbytes(dice.randrange(64)))
    assert echo.ask(name, b"") == b""


def test_a_name_that_is_no_message_is_refused(echo):
    assert echo.ask("mandate.rpc.v1.Nothing", b"") is None
