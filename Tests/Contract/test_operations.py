"""What an operator asks of a server: its state, backups, health and metrics."""

import time

import pytest
from mandate.server.v1 import server_pb2

from scene import refused, unique


def test_a_server_says_which_it_is(operator):
    for server in ("identity", "mailbox", "audit"):
        answer = operator.ask(server_pb2.GetServerRequest(), at=server)
        assert answer.name == f"mandate-{server}" and answer.ready and not answer.reasons
        assert answer.version and answer.epoch and answer.start_time.ToMicroseconds() / 1e6 <= time.time()


def test_a_server_says_how_full_its_outbox_is(operator):
    for server in ("identity", "mailbox"):
        fill = operator.ask(server_pb2.GetServerRequest(), at=server).outbox
        assert 0 <= fill.events < fill.events_max and 0 < fill.change_room < fill.events_max
    assert not operator.ask(server_pb2.GetServerRequest(), at="audit").HasField("outbox"), "it is the log"


@pytest.mark.parametrize("name", ["", "../x", "a/b", ".hidden", "x" * 101, "ü", "a b", "a\\b"])
def test_a_backups_name_has_no_folder(operator, unchanged, name):
    with refused("INVALID_ARGUMENT", "INVALID_FIELD" if name else "MISSING_FIELD", field="name"):
        operator.ask(server_pb2.BackupServerRequest(name=name), at="identity")


def test_a_backup_is_written_once(operator, installation):
    name = unique("backup")
    answer = operator.ask(server_pb2.BackupServerRequest(name=name), at="identity")
    folder = installation.servers["identity"].database.with_name("identity.db.backups")
    assert answer.name == name and (folder / name).stat().st_size == answer.bytes > 0
    with refused("INVALID_ARGUMENT", "BACKUP_NAME"):
        operator.ask(server_pb2.BackupServerRequest(name=name), at="identity")


def test_metrics_and_health_are_plain(installation, operator):
    operator.position("mailbox")
    for server in installation.servers.values():
        assert server.ask("/livez")[0] == 200 and server.ask("/readyz")[0] == 200
        status, text = server.ask("/metrics")
        assert status == 200 and "mandate_position" in text
        assert server.ask("/nothing")[0] == 404
    assert 'method="mandate.server.v1.ServerService/GetServer"' in installation.servers["mailbox"].ask("/metrics")[1]
