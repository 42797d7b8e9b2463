"""Servers that die on purpose. The client, the servers and the scene are those of the contract tests."""

import sys
from pathlib import Path

CONTRACT = str(Path(__file__).resolve().parents[1] / "Contract")
if CONTRACT not in sys.path:
    sys.path.insert(0, CONTRACT)

import generate  # noqa: E402

generate.generate()
