"""What README.md tells a new user to type does what it says."""

import os
import re
import subprocess
from pathlib import Path

import pytest

from generate import ROOT
from installation import Installation, binary, running
from patience import PATIENCE_SECONDS

MARK = "<!-- Tests/Contract/test_readme.py plays this block. -->"


@pytest.fixture
def own(tmp_path):
    """The addresses of the block are taken once in an installation."""
    folder = tmp_path / "servers"
    folder.mkdir()
    yield from running(Installation(folder))


def test_a_new_users_first_steps(own, tmp_path):
    block = re.search(re.escape(MARK) + r"\n```\n(.*?)```", (ROOT / "README.md").read_text(), re.DOTALL)[1]
    assert block.count("mandatectl ") == len(block.splitlines()) - 1
    environment = {f"MANDATE_{name.upper()}": f"127.0.0.1:{server.port}" for name, server in own.servers.items()}
    environment |= {
        "MANDATE_CERTIFICATES": str(own.certificates), "PATH": f"{Path(binary('mandatectl')).parent}:{os.environ['PATH']}",
    }
    played = subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", block], cwd=tmp_path, env=environment, capture_output=True, text=True,
        timeout=PATIENCE_SECONDS * 3)
    assert played.returncode == 0, played.stdout + played.stderr
    assert "allowed" in played.stdout
