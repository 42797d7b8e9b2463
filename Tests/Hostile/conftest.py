"""Hostile peers against the real servers. `make contract` runs a quick round, `make hostile` the whole of it.

Each attack is a small function in `attacks_*.py` with the answer it must get. `field.py` lets it loose in a process
of its own, beside an honest client, and looks at the server before, during and after.
"""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Contract"))

import generate  # noqa: E402

generate.generate()

from installation import Installation, running  # noqa: E402


def pytest_addoption(parser):
    parser.addoption("--full", action="store_true", help="full counts, and the honest client's times are judged")


@pytest.fixture(scope="session")
def full(request):
    return request.config.getoption("--full")


def attacked(folder, settings=(), open_files=None):
    """Three servers; what is said here is said to mailbox, which is attacked."""
    installation = Installation(folder)
    installation.servers["mailbox"].settings = [str(setting) for setting in settings]
    installation.servers["mailbox"].open_files = open_files
    yield from running(installation)


@pytest.fixture(scope="session")
def installation(tmp_path_factory):
    """As shipped."""
    yield from attacked(tmp_path_factory.mktemp("mandate"))


@pytest.fixture(scope="session")
def strict(tmp_path_factory):
    """Short times, so that they are over soon."""
    settings = ["--timeout-handshake", 2000, "--timeout-hello", 2000, "--timeout-frame", 2000, "--timeout-idle", 5000]
    yield from attacked(tmp_path_factory.mktemp("strict"), settings)


@pytest.fixture(scope="session")
def narrow(tmp_path_factory):
    """Few connections."""
    settings = ["--connections-max", 60, "--connections-address", 30]
    yield from attacked(tmp_path_factory.mktemp("narrow"), settings)


@pytest.fixture(scope="session")
def field(installation, full):
    from field import Field

    field = Field(installation, full)
    yield field
    field.close()


def pytest_terminal_summary(terminalreporter):
    from field import REPORTS, table

    if REPORTS:
        terminalreporter.section("hostile peers")
        terminalreporter.write(table(REPORTS))
