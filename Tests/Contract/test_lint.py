"""The contract's names, and its golden encodings in another language's protobuf."""

import subprocess
import sys
from pathlib import Path

import pytest
from google.protobuf import descriptor_pb2

from generate import PROTO
from test_messages import TYPES


def test_the_contract_passes_buf_lint():
    buf = Path(sys.executable).parent / "buf"
    result = subprocess.run([buf, "lint", "--path", "mandate"], cwd=PROTO, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout + result.stderr


def test_the_committed_descriptor_set_is_what_proto_says(tmp_path):
    files = sorted(str(path.relative_to(PROTO)) for path in PROTO.glob("mandate/**/*.proto"))
    fresh = tmp_path / "mandate.binpb"
    subprocess.run(
        ["protoc", "-I.", "--include_imports", f"--descriptor_set_out={fresh}", *files], cwd=PROTO, check=True
    )
    # Compared as messages: another protoc may order files differently.
    read = lambda path: {
        file.name: file for file in descriptor_pb2.FileDescriptorSet.FromString(path.read_bytes()).file
        if file.name.startswith("mandate/")
    }
    assert read(PROTO / "mandate.binpb") == read(fresh)


def vectors():
    lines = (PROTO / "vectors.txt").read_text().splitlines()
    # An empty message has an empty encoding.
    return [line.partition(" ")[::2] for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize("name, encoded", vectors(), ids=lambda value: value if "." in value else "")
def test_golden_vectors_mean_the_same_here(name, encoded):
    message = TYPES[name].FromString(bytes.fromhex(encoded))
    assert message.SerializeToString(deterministic=True).hex() == encoded
    # No byte of it was an unknown field.
    message.DiscardUnknownFields()
    assert message.SerializeToString(deterministic=True).hex() == encoded


def test_every_message_has_golden_vectors():
    assert {name for name, _ in vectors()} == set(TYPES)
