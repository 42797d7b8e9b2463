"""The clients of proto/examples, built as their README says and run against the real servers."""

import os
import shutil
import subprocess
import sys

import pytest

from generate import OUTPUT, PROTO, ROOT
from scene import mailbox_of

EXAMPLES = PROTO / "examples"
BUILD_SECONDS = 1500
PROTOS = ("rpc/v1/frame", "rpc/v1/options", "rpc/v1/status", "mailbox/v1/access")


def step(folder, *command):
    command = [str(word) for word in command]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=BUILD_SECONDS)
    if done.returncode and "dial tcp" in done.stderr:
        pytest.skip(f"no module proxy: {done.stderr.splitlines()[-1]}")
    assert done.returncode == 0, f"{command}\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}"


def python():
    return [sys.executable, EXAMPLES / "python" / "check.py"]


def go():
    if not shutil.which("go"):
        pytest.skip("no go on the PATH")
    folder = working_copy("go")
    step(folder, "go", "mod", "init", "example.com/check")
    plugins = ("google.golang.org/protobuf/cmd/protoc-gen-go", "google.golang.org/grpc/cmd/protoc-gen-go-grpc")
    step(folder, "go", "get", "-tool", *plugins)
    step(folder, ROOT / ".mandate" / "venv" / "bin" / "buf", "generate", PROTO, "--path", PROTO / "mandate")
    step(folder, "go", "mod", "tidy")
    step(folder, "go", "build", "-o", "check", ".")
    return [folder / "check"]


def swift():
    if not shutil.which("swift"):
        pytest.skip("no swift on the PATH")
    # What was built before is kept: it takes minutes.
    folder = working_copy("swift", keep=(".build",))
    step(folder, "swift", "build", "--product", "protoc-gen-swift")
    generated = folder / "Sources" / "check" / "Generated"
    generated.mkdir()
    plugin = f"--plugin={folder}/.build/debug/protoc-gen-swift"
    options = ("--swift_opt=FileNaming=PathToUnderscores", f"--swift_out={generated}")
    step(PROTO, "protoc", "-I.", plugin, *options, *(f"mandate/{file}.proto" for file in PROTOS))
    step(folder, "swift", "build", "--product", "check")
    return [folder / ".build" / "debug" / "check"]


def working_copy(name, keep=()):
    """The example in the working state, where building it leaves nothing in the repository."""
    folder = ROOT / ".mandate" / "examples" / name
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.iterdir():
        if old.name not in keep:
            shutil.rmtree(old) if old.is_dir() else old.unlink()
    shutil.copytree(EXAMPLES / name, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns(".build", "Generated"))
    return folder


@pytest.fixture(scope="module", params=[python, go, swift], ids=["python", "go", "swift"])
def check(request, installation):
    """Runs the example as a caller: its exit code and what it printed, without the ways that languages write a name."""
    command = request.param()

    def run(caller, account, mailbox):
        port = installation.servers["mailbox"].port
        words = [f"localhost:{port}", installation.certificates, caller, account.id, mailbox_of(mailbox), "OPEN"]
        done = subprocess.run(
            [str(word) for word in (*command, *words)], capture_output=True, text=True, timeout=60,
            env={**os.environ, "PYTHONPATH": str(OUTPUT)},
        )
        return done.returncode, (done.stdout + done.stderr).replace("_", "").upper()

    return run


def test_allowed_and_denied(check, organization):
    from mandate.mailbox.v1 import access_pb2

    office, clerk, stranger = organization.functional(), organization.person("clerk"), organization.person("stranger")
    organization.grant(office, clerk, access_pb2.RIGHT_OPEN)
    assert check("portal", clerk, office) == (0, "ALLOWED: ALLOWEDGRANT\n")
    assert check("portal", stranger, office) == (1, "DENIED: NOGRANT\n")


def test_a_refusal_has_code_and_reason(check, organization):
    office = organization.functional()
    code, text = check("stranger", organization.owner, office)
    assert code == 2 and text.startswith("PERMISSIONDENIED UNKNOWNCALLER: "), text
