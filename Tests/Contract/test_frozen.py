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
LOG, ACCESS = "mandate/audit/v1/log.proto", "mandate/mailbox/v1/access.proto"
# Not frozen; the actions that they name are in the log for ever.
ACCOUNT, DELEGATION = "mandate/identity/v1/account.proto", "mandate/mailbox/v1/delegation.proto"
SET = ("frozen.binpb", "frozen-options.txt")


class Contract:
    """A copy of the contract that may be changed."""

    def __init__(self, folder):
        self.folder = folder
        for part in ("buf.yaml", "freeze", "frozen_options.py", "frozen.txt", *SET, "mandate", "grpc", "rules"):
            copy = shutil.copytree if (PROTO / part).is_dir() else shutil.copy
            copy(PROTO / part, folder / part)

    def change(self, file, old, new):
        text = (self.folder / file).read_text()
        assert text.count(old) == 1
        (self.folder / file).write_text(text.replace(old, new))

    def freeze(self, *arguments):
        return subprocess.run(
            [self.folder / "freeze", *arguments], env={**os.environ, "BUF": str(BUF), "PYTHON": sys.executable},
            capture_output=True, text=True,
        )

    def refuses(self, *arguments):
        """What it says; nothing was written."""
        before = [(self.folder / part).read_bytes() for part in SET]
        result = self.freeze(*arguments)
        assert result.returncode != 0
        assert [(self.folder / part).read_bytes() for part in SET] == before
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
        (ACCOUNT, 'action: "account.suspended", target: "account_id", subject: "account_id", takes_away: true',
         'action: "account.suspended", target: "account_id", subject: "account_id"'),
        (FEED, "  bool more = 3;", "  bool more = 3;\n  // Later.\n  string later = 90 [(mandate.rpc.v1.personal) = true];"),
        (DELEGATION, 'service DelegationService {', 'service DelegationService {\n  option (mandate.rpc.v1.also) = {action: "delegation.later", meaning: "Later."};'),
    ],
    ids=[
        "a new field", "another comment", "a file that is not frozen", "an option of a file that is not frozen",
        "a new field with an option", "a new action",
    ],
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


@pytest.mark.parametrize(
    "file, old, new, said",
    [
        (LOG, "{kind: ACCESS_KIND_SERVICE, mutates: true}", "{kind: ACCESS_KIND_ANYONE, mutates: true}",
         "method mandate.audit.v1.LogService.AppendEvents access {kind: ACCESS_KIND_SERVICE"),
        (LOG, "  string value = 2 [(mandate.rpc.v1.personal) = true];", "  string value = 2;",
         "field mandate.audit.v1.PersonalValue.value personal: true"),
        (FEED, "  bool more = 3;", "  bool more = 3 [(mandate.rpc.v1.output_only) = true];",
         "field mandate.feed.v1.FeedTransaction.more -"),
        (LOG, '{scope: "communication_log", level: ACCESS_LEVEL_VIEW}', '{scope: "audit_log", level: ACCESS_LEVEL_VIEW}',
         'EVENT_CLASS_COMMUNICATION value_demand {scope: "communication_log"'),
        ("mandate/audit/v1/reason.proto", "TREE_TOO_SMALL = 302 [(mandate.rpc.v1.refusal) = REFUSAL_KIND_FORM]",
         "TREE_TOO_SMALL = 302 [(mandate.rpc.v1.refusal) = REFUSAL_KIND_RULE]", "TREE_TOO_SMALL refusal: REFUSAL_KIND_FORM"),
        (ACCOUNT, 'action: "account.suspended"', 'action: "account.stopped"', "action account.suspended"),
        (DELEGATION, 'action: "delegation.expired"', 'action: "delegation.ended"', "action delegation.expired"),
    ],
    ids=["access", "personal", "output_only", "value_demand", "refusal", "a method's action", "an action besides"],
)
def test_what_options_say_of_what_is_frozen_stays_and_so_do_actions(contract, file, old, new, said):
    contract.change(file, old, new)
    assert said in contract.refuses("--check")
    assert said in contract.refuses()


def test_what_is_added_is_frozen_by_freezing(contract):
    added = 'option (mandate.rpc.v1.also) = {action: "delegation.later", meaning: "Later."};'
    contract.change(DELEGATION, "service DelegationService {", "service DelegationService {\n  " + added)
    assert contract.freeze().returncode == 0
    contract.change(DELEGATION, added, "")
    assert "action delegation.later" in contract.refuses("--check")


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


@pytest.mark.parametrize("part", SET)
def test_without_the_set_nothing_passes(contract, part):
    (contract.folder / part).write_bytes(b"")
    assert contract.freeze("--check").returncode != 0
    (contract.folder / part).unlink()
    assert contract.freeze("--check").returncode != 0


def test_before_a_release_the_set_can_be_begun_anew(contract):
    contract.change(FEED, "  bool more = 3;\n", "")
    contract.change(ACCOUNT, 'action: "account.suspended"', 'action: "account.stopped"')
    (contract.folder / "frozen.binpb").unlink()
    assert contract.freeze().returncode == 0
    assert contract.freeze("--check").returncode == 0
    assert "action account.suspended\n" not in (contract.folder / "frozen-options.txt").read_text()
