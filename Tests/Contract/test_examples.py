"""The clients of proto/examples, built as their README says and run against the real servers."""

import os
import re
import shutil
import subprocess
import sys

import pytest

from generate import OUTPUT, PROTO, ROOT
from patience import PATIENCE_SECONDS
from scene import mailbox_of

EXAMPLES = PROTO / "examples"
# `go get -tool` needs it.
GO_NEEDED = (1, 24)
# What go says when it cannot fetch a module.
NO_PROXY = ("dial tcp", "GOPROXY", "no such host", "i/o timeout", "connection refused", "Bad Gateway", "Forbidden")
PROTOS = ("rpc/v1/frame", "rpc/v1/options", "rpc/v1/status", "mailbox/v1/access")


def step(folder, *command):
    command = [str(word) for word in command]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=PATIENCE_SECONDS)
    if done.returncode and any(sign in done.stderr for sign in NO_PROXY):
        pytest.skip(f"no module proxy answers: {done.stderr.splitlines()[-1]}")
    assert done.returncode == 0, f"{command}\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}"


def go_version(text):
    """(1, 24) of go1.24.3, go1.24rc1 or go1.24; a version that is not numbered counts as the newest."""
    found = re.match(r"go(\d+)\.(\d+)", text)
    return (int(found[1]), int(found[2])) if found else (sys.maxsize,)


@pytest.mark.parametrize("text, version", [("go1.19.8", (1, 19)), ("go1.24rc1", (1, 24)), ("go1.24", (1, 24))])
def test_a_version_of_go_is_read_from_its_name(text, version):
    assert go_version(text) == version < go_version("devel +abc")


def python():
    return [sys.executable, EXAMPLES / "python" / "check.py"]


def go():
    if not shutil.which("go"):
        pytest.skip("no go on the PATH")
    version = subprocess.run(["go", "env", "GOVERSION"], capture_output=True, text=True, check=True).stdout.strip()
    if go_version(version) < GO_NEEDED:
        pytest.skip(f"{version} is too old: 'go get -tool' came with Go {'.'.join(map(str, GO_NEEDED))}")
    folder = working_copy("go")
    step(folder, "go", "mod", "init", "example.com/check")
    plugins = ("google.golang.org/protobuf/cmd/protoc-gen-go", "google.golang.org/grpc/cmd/protoc-gen-go-grpc")
    step(folder, "go", "get", "-tool", *plugins)
    step(folder, ROOT / ".mandate" / "venv" / "bin" / "buf", "generate", PROTO, "--path", PROTO / "mandate", "--path", PROTO / "rules")
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
    files = [*(f"mandate/{file}.proto" for file in PROTOS), "buf/validate/validate.proto"]
    step(PROTO, "protoc", "-I.", "-Irules", plugin, *options, *files)
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
            [str(word) for word in (*command, *words)], capture_output=True, text=True, timeout=PATIENCE_SECONDS,
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


def test_the_python_example_sends_nothing_that_breaks_the_rules(tmp_path):
    """There are no certificates and no server where it is told to look for them."""
    words = ["localhost:1", tmp_path, "portal", "nobody", "mbx_" + "0" * 26, "OPEN"]
    done = subprocess.run(
        [str(word) for word in (*python(), *words)], capture_output=True, text=True, timeout=PATIENCE_SECONDS,
        env={**os.environ, "PYTHONPATH": str(OUTPUT)},
    )
    assert done.returncode == 2 and not done.stdout
    first, *fields = done.stderr.splitlines()
    assert first == "INVALID_ARGUMENT" and [field.partition(":")[0] for field in fields] == ["account_id"]
    assert fields[0].endswith("(string.pattern)")


def test_a_refusal_has_code_and_reason(check, organization):
    office = organization.functional()
    code, text = check("stranger", organization.owner, office)
    assert code == 2 and text.startswith("PERMISSIONDENIED UNKNOWNCALLER: "), text
