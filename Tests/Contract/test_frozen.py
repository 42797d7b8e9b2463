"""What is frozen of the contract stays as it is: `make frozen` fails on whatever breaks it, and nothing is taken out."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generate import PROTO

BUF = Path(sys.executable).parent / "buf"
FEED, RPC = "mandate/feed/v1/feed.proto", "mandate/rpc/v1/frame.proto"


class Contract:
    """A copy of the contract that may be changed."""

    def __init__(self, folder):
        self.folder = folder
        for part in ("buf.yaml", "freeze", "frozen.txt", "frozen.binpb", "mandate", "grpc", "rules"):
            copy = shutil.copytree if (PROTO / part).is_dir() else shutil.copy
            copy(PROTO / part, folder / part)

    def change(self, file, old, new):
        text = (self.folder / file).read_text()
        assert text.count(old) == 1
        (self.folder / file).write_text(text.replace(old, new))

    def freeze(self, *arguments):
        return subprocess.run(
            [self.folder / "freeze", *arguments], env={**os.environ, "BUF": str(BUF)}, capture_output=True, text=True
        )

    def refuses(self, *arguments):
        """What it says; nothing was written."""
        before = (self.folder / "frozen.binpb").read_bytes()
        result = self.freeze(*arguments)
        assert result.returncode != 0
        assert (self.folder / "frozen.binpb").read_bytes() == before
        return result.stdout + result.stderr


@pytest.fixture
def contract(tmp_path):
    return Contract(tmp_path)


def test_the_contract_keeps_what_is_frozen(contract):
    result = contract.freeze("--check")
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize(
    "file, old, new",
    [
        (FEED, "  bool more = 3;", "  bool more = 3;\n  // Later.\n  bool later = 90;"),
        (FEED, "// What a follower says.\n", "// What a follower may say.\n"),
        # Not on the list, though what is on it imports it or stands beside it.
        ("mandate/server/v1/server.proto", "rpc BackupServer(", "rpc BackUpServer("),
    ],
    ids=["a new field", "another comment", "a file that is not frozen"],
)
def test_what_breaks_nothing_frozen_passes(contract, file, old, new):
    contract.change(file, old, new)
    assert contract.freeze("--check").returncode == 0
    assert contract.freeze().returncode == 0


@pytest.mark.parametrize(
    "file, old, new, said",
    [
        (FEED, "  bool more = 3;\n", "", 'field "3" with name "more" on message "FeedTransaction" was deleted'),
        # WIRE_JSON lets this pass; who has generated code does not.
        (FEED, "  bool more = 3;\n", '  reserved 3;\n  reserved "more";\n', 'name "more" on message "FeedTransaction" was deleted'),
        (FEED, "  bool more = 3;", "  bool more = 4;", 'field "3" with name "more" on message "FeedTransaction" was deleted'),
        (FEED, "  bool more = 3;", "  bool rest = 3;", 'changed name from "more" to "rest"'),
        (FEED, "  bool more = 3;", "  int32 more = 3;", 'changed type from "bool" to "int32"'),
        (FEED, "  bool more = 3;", "  repeated bool more = 3;", "changed cardinality"),
        (FEED, "rpc FollowFeed(", "rpc FollowFeeds(", 'RPC "FollowFeed" on service "FeedService" was deleted'),
        (FEED, "service FeedService", "service FeedsService", 'service "FeedService" was deleted'),
        (FEED, "returns (stream FollowFeedResponse)", "returns (FollowFeedResponse)", "changed from server streaming to server unary"),
        (FEED, "message FeedLease {", "message FeedLeased {", 'message "FeedLease" was deleted'),
        (FEED, "package mandate.feed.v1;", "package mandate.feed.v2;", 'package changed from "mandate.feed.v1" to "mandate.feed.v2"'),
    ],
)
def test_what_breaks_something_frozen_is_refused(contract, file, old, new, said):
    if old.startswith("message FeedLease"):
        contract.change(file, "    FeedLease lease = 5;", "    FeedLeased lease = 5;")
    contract.change(file, old, new)
    assert said in contract.refuses("--check")
    # Nor can it be frozen anew.
    assert said in contract.refuses()


def test_a_renumbered_enum_value_is_refused(contract):
    file = "mandate/feed/v1/reason.proto"
    line = next(line for line in (contract.folder / file).read_text().splitlines() if " = 5" in line)
    contract.change(file, line, line.replace(" = 5", " = 6"))
    assert "enum value" in contract.refuses("--check")


def test_a_file_that_is_moved_is_refused(contract):
    (contract.folder / FEED).rename(contract.folder / "mandate/feed/v1/follow.proto")
    assert f'file "{FEED}" was deleted' in contract.refuses("--check")


def test_nothing_is_taken_out_of_the_list(contract):
    contract.change("frozen.txt", RPC + "\n", "")
    assert "make freeze" in contract.refuses("--check")
    assert f"nothing is taken out of frozen.txt: {RPC}" in contract.refuses()


def test_a_later_file_is_added_by_a_line(contract):
    later = "mandate/server/v1/server.proto"
    contract.change("frozen.txt", RPC + "\n", RPC + "\n" + later + "\n")
    assert "make freeze" in contract.refuses("--check")
    assert contract.freeze().returncode == 0
    assert contract.freeze("--check").returncode == 0
    contract.change(later, "rpc BackupServer(", "rpc BackUpServer(")
    assert 'RPC "BackupServer"' in contract.refuses("--check")


def test_without_the_set_nothing_passes(contract):
    (contract.folder / "frozen.binpb").write_bytes(b"")
    assert contract.freeze("--check").returncode != 0
    (contract.folder / "frozen.binpb").unlink()
    assert contract.freeze("--check").returncode != 0
