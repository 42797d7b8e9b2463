"""Makes the Python messages of proto/ with protoc, in the git-ignored folder .mandate/python.

Nothing of it is committed: what a test speaks is what proto/ says now.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROTO = ROOT / "proto"
OUTPUT = ROOT / ".mandate" / "python"


def generate() -> Path:
    """Generates everything and makes it importable; returns the folder.

    Others may do the same at the same time, or import from there: a file is replaced as a whole, and only when it
    says something else than before.
    """
    OUTPUT.mkdir(parents=True, exist_ok=True)
    files = sorted(str(path.relative_to(PROTO)) for path in PROTO.glob("mandate/**/*.proto"))
    # What the files import and no client sends: the rules of fields.
    files.append("buf/validate/validate.proto")
    with tempfile.TemporaryDirectory(dir=OUTPUT.parent) as work:
        made = Path(work)
        subprocess.run(["protoc", "-I.", "-Irules", f"--python_out={made}", *files], cwd=PROTO, check=True)
        names = {path.relative_to(made) for path in made.rglob("*.py")}
        for name in names:
            put(made / name, OUTPUT / name)
        for old in OUTPUT.rglob("*.py"):
            if old.relative_to(OUTPUT) not in names:
                old.unlink(missing_ok=True)
    if str(OUTPUT) not in sys.path:
        sys.path.insert(0, str(OUTPUT))
    return OUTPUT


def put(made, target):
    try:
        if made.read_bytes() == target.read_bytes():
            return
    except FileNotFoundError:
        target.parent.mkdir(parents=True, exist_ok=True)
    os.replace(made, target)


if __name__ == "__main__":
    print(generate())
