"""Makes the Python messages of proto/ with protoc, in the git-ignored folder .mandate/python.

Nothing of it is committed: what a test speaks is what proto/ says now.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROTO = ROOT / "proto"
OUTPUT = ROOT / ".mandate" / "python"


def generate() -> Path:
    """Generates everything afresh and makes it importable; returns the folder."""
    OUTPUT.parent.mkdir(exist_ok=True)
    files = sorted(str(path.relative_to(PROTO)) for path in PROTO.glob("mandate/**/*.proto"))
    with tempfile.TemporaryDirectory(dir=OUTPUT.parent) as work:
        made = Path(work) / "python"
        made.mkdir()
        subprocess.run(["protoc", "-I.", f"--python_out={made}", *files], cwd=PROTO, check=True)
        shutil.rmtree(OUTPUT, ignore_errors=True)
        os.rename(made, OUTPUT)
    if str(OUTPUT) not in sys.path:
        sys.path.insert(0, str(OUTPUT))
    return OUTPUT


if __name__ == "__main__":
    print(generate())
