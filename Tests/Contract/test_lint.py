"""The contract's names, what may change in it, and its golden encodings in another language's protobuf."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from google.protobuf import descriptor_pb2

from generate import PROTO
from test_messages import TYPES


BUF = Path(sys.executable).parent / "buf"


def test_the_contract_passes_buf_lint():
    result = subprocess.run([BUF, "lint"], cwd=PROTO, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.fixture
def breaking(tmp_path):
    """Changes a copy of a file of the contract; returns what `buf breaking` has against the copy."""
    for part in ("buf.yaml", "mandate", "grpc", "rules"):
        copy = shutil.copytree if (PROTO / part).is_dir() else shutil.copy
        copy(PROTO / part, tmp_path / part)

    def breaking(file=None, old="", new=""):
        if file:
            text = (tmp_path / file).read_text()
            assert text.count(old) == 1
            (tmp_path / file).write_text(text.replace(old, new))
        # As one image: two modules are not compared with one.
        built = subprocess.run([BUF, "build", "-o", "now.binpb"], cwd=tmp_path, capture_output=True, text=True)
        assert built.returncode == 0, built.stderr
        against = ["now.binpb", "--against", PROTO / "mandate.binpb"]
        return subprocess.run([BUF, "breaking", *against], cwd=tmp_path, capture_output=True, text=True).stdout

    return breaking


SERVER, STATUS = "mandate/server/v1/server.proto", "mandate/rpc/v1/status.proto"
REASON = "mandate/mailbox/v1/reason.proto"
BACKUP = """  rpc BackupServer(BackupServerRequest) returns (BackupServerResponse) {
    option (mandate.rpc.v1.access) = {kind: ACCESS_KIND_OPERATOR, mutates: true};
  }
"""


def test_an_unchanged_contract_breaks_nobody(breaking):
    assert breaking() == ""


@pytest.mark.parametrize(
    "file, old, new",
    [
        (SERVER, "string epoch = 3;", "string epoch = 3;\n  // More.\n  string more = 90;"),
        (SERVER, "string epoch = 3;", 'reserved 3;\n  reserved "epoch";'),
        (SERVER, BACKUP, BACKUP + BACKUP.replace("BackupServer(", "Again(")),
    ],
    ids=["a new field", "a field that is reserved from now on", "a new method"],
)
def test_what_breaks_nobody_may_change(breaking, file, old, new):
    assert breaking(file, old, new) == ""


@pytest.mark.parametrize(
    "file, old, new, said",
    [
        (SERVER, BACKUP, "", 'RPC "BackupServer" on service "ServerService" was deleted'),
        (SERVER, "rpc BackupServer(", "rpc BackUpServer(", 'RPC "BackupServer" on service "ServerService" was deleted'),
        (SERVER, "service ServerService", "service Server", 'service "ServerService" was deleted'),
        (SERVER, "returns (BackupServerResponse)", "returns (stream BackupServerResponse)", "changed from server unary to server streaming"),
        (STATUS, "message ErrorInfo", "message Info", 'message "ErrorInfo" was deleted'),
        (SERVER, "string epoch = 3;", "", 'field "3" with name "epoch" on message "GetServerResponse" was deleted'),
        (SERVER, "string epoch = 3;", "string era = 3;", 'changed name from "epoch" to "era"'),
        (SERVER, "string epoch = 3;", "bytes epoch = 3;", 'changed type from "string" to "bytes"'),
        (SERVER, "package mandate.server.v1", "package mandate.server.v2", 'enum "ClockState" was deleted from package "mandate.server.v1"'),
        (REASON, "  MAILBOX_ERROR_REASON_STALE = 200 [(mandate.rpc.v1.refusal) = REFUSAL_KIND_FRESHNESS];\n", "", 'enum value "200" on enum "MailboxErrorReason" was deleted'),
        (REASON, "enum MailboxErrorReason", "enum Reason", 'enum "MailboxErrorReason" was deleted'),
        ("grpc/health/v1/health.proto", "NOT_SERVING = 2;", "STOPPED = 2;", "changed name"),
    ],
)
def test_what_breaks_a_caller_is_refused(breaking, file, old, new, said):
    assert said in breaking(file, old, new)


def test_the_committed_descriptor_set_is_what_proto_says(tmp_path):
    folders = ("mandate", "grpc")
    files = sorted(str(path.relative_to(PROTO)) for folder in folders for path in PROTO.glob(f"{folder}/**/*.proto"))
    fresh = tmp_path / "mandate.binpb"
    subprocess.run(
        ["protoc", "-I.", "-Irules", "--include_imports", f"--descriptor_set_out={fresh}", *files], cwd=PROTO, check=True
    )
    # Compared as messages: another protoc may order files differently.
    read = lambda path: {
        file.name: file for file in descriptor_pb2.FileDescriptorSet.FromString(path.read_bytes()).file
        if file.name.startswith(("mandate/", "grpc/"))
    }
    assert read(PROTO / "mandate.binpb") == read(fresh)


# What can find nothing to do says `unchanged`. These cannot: they make something, or end NOT_FOUND.
NEVER_UNCHANGED = {
    "CreateOrganization", "InviteAccount", "InviteAdministrator", "AcceptInvitation", "DeclineInvitation", "AcceptOwnInvitation",
    "DeclineOwnInvitation", "WithdrawInvitation", "ResendInvitation", "CreateFunctionalAccount", "CreateGroup", "RevokeDelegation",
    "CreateTenant", "DeleteTenant", "CreateSubscription", "CreateUnit", "DeleteUnit", "ReleaseDomain", "RevokeSystemOperation",
    "RegisterMailbox", "UnregisterMailbox", "DeleteSignature",
    # A use: there is always one more.
    "OpenMailbox",
}


def changes():
    """The methods that change something: their requests have a request_id."""
    files = descriptor_pb2.FileDescriptorSet.FromString((PROTO / "mandate.binpb").read_bytes()).file
    names = {f".{file.package}.{message.name}": [field.name for field in message.field]
             for file in files for message in file.message_type}
    return [
        pytest.param(method.name, names[method.input_type], names[method.output_type], id=method.name)
        for file in files for service in file.service for method in service.method
        if "request_id" in names[method.input_type]
    ]


@pytest.mark.parametrize("method, asked, answered", changes())
def test_the_answer_to_a_change_has_the_standard_fields(method, asked, answered):
    assert {"event_id", "consistency_token"} <= set(answered)
    assert ("unchanged" in answered) == (method not in NEVER_UNCHANGED)


def test_every_change_that_is_listed_is_one():
    assert NEVER_UNCHANGED <= {change.values[0] for change in changes()}


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
