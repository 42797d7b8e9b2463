"""/metrics of real servers: well formed, documented, and true."""

import json
import re
import socket
import time

import pytest
from cryptography import x509
from mandate.mailbox.v1 import access_pb2

import grpc_channel
from client import ConnectionEnded
from generate import ROOT
from patience import PATIENCE_SECONDS
from prometheus import parse
from scene import Hands, eventually, mailbox_of, refused

SERVERS = ("identity", "mailbox", "audit")
DOCKER = ROOT / "docker"


def scrape(installation, server):
    status, text = installation.servers[server].ask("/metrics")
    assert status == 200
    return parse(text)


@pytest.fixture
def used(installation, operator, organization):
    """Every server has answered calls of every kind that has a metric of its own."""
    person, office = organization.person(), organization.functional()
    organization.grant(office, person, access_pb2.RIGHT_OPEN)
    assert organization.decision(person, office) == "ALLOWED_GRANT"
    for server in SERVERS:
        operator.position(server)
    return installation


def test_every_metric_is_in_the_operators_table_and_the_other_way_round(used):
    rows = re.findall(r"^\| `(\w+)` \| ([IMA ]+) \|([^|]*)\| (.+) \|$", (DOCKER / "prometheus/README.md").read_text(), re.M)
    assert len(rows) == len({row[0] for row in rows}) > 40
    for server in SERVERS:
        metrics = scrape(used, server)
        shown = {name: metric for name, metric in metrics.items() if metric.kind}
        table = {name: set(re.findall(r"\w+", labels)) for name, where, labels, _ in rows if server[0].upper() in where}
        assert shown.keys() - table.keys() == set(), "measured, and not in the table"
        # A feed that nobody follows has no values of followers.
        missing = table.keys() - shown.keys()
        assert missing == set(), "in the table, and not measured"
        for name, metric in shown.items():
            labels = metrics[name + "_count"].labels if metric.kind == "histogram" else metric.labels
            if metric.values or metric.kind == "histogram":
                assert labels == table[name], name


def test_calls_are_counted_by_how_they_end(installation, operator, used):
    path = "mandate.server.v1.ServerService/GetServer"
    before = scrape(installation, "audit")
    operator.position("audit")
    with refused("PERMISSION_DENIED", "UNKNOWN_CALLER"):
        Hands(installation, "stranger").position("audit")
    after = scrape(installation, "audit")
    grown = lambda name, **labels: after[name].sum(method=path, protocol="native", **labels) - before[name].sum(
        method=path, protocol="native", **labels)
    assert grown("mandate_calls_total", code="OK") == 1
    assert grown("mandate_calls_total", code="PERMISSION_DENIED") == 1
    assert grown("mandate_call_seconds_count") == 2
    assert 0 < grown("mandate_call_seconds_sum") < 5


def test_calls_over_grpc_are_counted_as_such(installation):
    path = "mandate.server.v1.ServerService/GetServer"
    count = lambda **labels: scrape(installation, "audit")["mandate_calls_total"].sum(method=path, protocol="h2", **labels)
    served, refused_before = count(code="OK"), count(code="PERMISSION_DENIED")
    with grpc_channel.channel(installation, "audit", "operator-admin") as channel:
        assert grpc_channel.ask(channel, path, [b""], {}).code == "OK"
    with grpc_channel.channel(installation, "audit", "stranger") as channel:
        assert grpc_channel.ask(channel, path, [b""], {}).code == "PERMISSION_DENIED"
    assert (count(code="OK") - served, count(code="PERMISSION_DENIED") - refused_before) == (1, 1)


def test_checks_are_counted_by_decision_and_reason(installation, organization):
    count = lambda: scrape(installation, "mailbox")["mandate_checks_total"]
    person, office = organization.person(), organization.functional()
    before = count()
    assert organization.decision(person, office) == "NO_GRANT"
    assert organization.decision(person, person) == "ALLOWED_OWNER"
    question = lambda mailbox: access_pb2.CheckRequest(
        account_id=person.id, mailbox_id=mailbox_of(mailbox), right=access_pb2.RIGHT_SEND)
    organization.operator.ask(access_pb2.BatchCheckRequest(checks=[question(office), question(person)]))
    after = count()
    grown = {labels: after.values[labels] - before.values[labels] for labels in after.values}
    assert {dict(labels)["reason"]: number for labels, number in grown.items() if number} == {"NO_GRANT": 2, "ALLOWED_OWNER": 2}
    assert after.sum(decision="denied") - before.sum(decision="denied") == 2


def test_connections_are_counted_by_what_became_of_them(installation):
    server = installation.servers["audit"]
    count = lambda: scrape(installation, "audit")
    before = count()
    with socket.create_connection(("127.0.0.1", server.port), timeout=PATIENCE_SECONDS) as plain:
        plain.sendall(b"GET / HTTP/1.1\r\n\r\n")
        while plain.recv(4096):
            pass
    with installation.connect("audit") as connection:
        assert connection.ping(1) == 1
        during = count()
        connection.send_bytes(b"\xff\xff\xff\xff")
        with pytest.raises(ConnectionEnded, match="FRAME_SIZE"):
            while True:
                connection._pump()
    handshakes = lambda metrics, result: metrics["mandate_handshakes_total"].sum(result=result)
    assert handshakes(during, "done") - handshakes(before, "done") == 1
    assert handshakes(during, "failed") - handshakes(before, "failed") == 1
    assert during["mandate_connections"].sum() >= 1
    broken = lambda metrics: metrics["mandate_broken_rules_total"].sum()
    eventually(lambda: broken(count()) - broken(before) == 1)


def test_numbers_of_the_store_and_of_the_process_are_true(installation, operator, used):
    for server in SERVERS:
        metrics = scrape(installation, server)
        value = lambda name: metrics[name].sum()
        certificate = (installation.certificates / f"mandate-{server}.pem").read_bytes()
        expiry = x509.load_pem_x509_certificate(certificate).not_valid_after_utc
        assert value("mandate_certificate_expiry_seconds") == expiry.timestamp()
        assert value("mandate_commits_total") == value("mandate_commit_seconds_count") > 0
        assert value("mandate_commit_writes_sum") >= value("mandate_writes_total") > 0
        assert value("mandate_commit_seconds_sum") > 0
        assert value("mandate_ready") == 1 and value("mandate_internal_errors_total") == 0
        assert time.time() - 7200 < value("process_start_time_seconds") < time.time()
        assert value("process_resident_memory_bytes") == pytest.approx(installation.servers[server].memory(), rel=0.5)
        assert 0 < value("process_cpu_seconds_total") <= installation.servers[server].processor_seconds() + 0.1
        assert 10 < value("process_open_fds") <= value("process_max_fds")
    assert scrape(installation, "identity")["mandate_position"].sum() == operator.position("identity")


def test_the_lease_and_the_lag_are_seen_from_both_ends(used):
    metrics = scrape(used, "mailbox")
    assert metrics["mandate_follower_fresh"].sum() == 1
    assert 0 < metrics["mandate_follower_lease_seconds"].sum() <= 2
    assert 0 <= metrics["mandate_follower_age_seconds"].sum() < 2
    metrics = scrape(used, "identity")
    assert metrics["mandate_feed_followers"].sum() == 1
    lag, lease = metrics["mandate_feed_follower_lag"], metrics["mandate_feed_follower_lease"]
    assert lag.sum() == 0 and lease.sum() == 1, "what was answered has been acknowledged"
    assert all("spiffe://mandate.test/service/mandate-mailbox" in dict(labels)["follower"] for labels in lag.values)


# What the dashboard and the alerts ask for.

# Words of PromQL that stand where a metric's name may.
FUNCTIONS = {
    "sum", "by", "rate", "increase", "histogram_quantile", "time", "up", "label_values", "instance", "le",
}


def check_query(query, known, labels_of):
    """Every name in a query is measured, with the labels that the query asks for."""
    bare = re.sub(r'"[^"]*"', '""', query)
    selectors = re.findall(r"([a-z_:][a-z0-9_:]*)\{([^}]*)\}", bare)
    for name, inside in selectors:
        asked = set(re.findall(r"(\w+)\s*(?:=~|!~|!=|=)", inside))
        assert name == "up" or asked <= labels_of(name) | {"instance", "job"}, f"{asked} of {name} in {query}"
    grouped = {label for labels in re.findall(r"by \(([^)]*)\)", bare) for label in re.findall(r"\w+", labels)}
    names = set(re.findall(r"[a-z_:][a-z0-9_:]*", re.sub(r"\{[^}]*\}|by \([^)]*\)|\[[^\]]*\]|\$\w+", " ", bare)))
    names = {name for name in names if not name.isdigit()} - FUNCTIONS
    assert names <= known, f"{names - known} in {query}"
    for name in names:
        assert grouped <= labels_of(name) | {"instance", "job"}, f"{grouped} of {name} in {query}"
    return names


@pytest.fixture
def measured(used):
    """Names and their labels, over all servers."""
    labels = {}
    for server in SERVERS:
        for name, metric in scrape(used, server).items():
            labels.setdefault(name, set()).update(metric.labels)
    return labels


def panels():
    dashboard = json.loads((DOCKER / "grafana/dashboard.json").read_text())
    return [panel for panel in dashboard["panels"] if panel["type"] != "row"]


def test_the_dashboard_asks_for_what_is_measured(measured):
    asked = set()
    for panel in panels():
        assert panel["title"] and panel["targets"], panel
        for target in panel["targets"]:
            names = check_query(target["expr"], measured.keys(), measured.__getitem__)
            assert names, target
            asked |= names
            legend = set(re.findall(r"{{(\w+)}}", target["legendFormat"]))
            assert legend <= set().union(*(measured[name] for name in names)) | {"instance"}, target
    # Whatever is measured can be seen.
    shown = {re.sub("_(bucket|sum|count)$", "", name) for name in asked}
    assert {re.sub("_(bucket|sum|count)$", "", name) for name in measured} - shown == set()


def test_the_dashboards_panels_have_their_places():
    dashboard = json.loads((DOCKER / "grafana/dashboard.json").read_text())
    assert dashboard["uid"] and dashboard["title"] and dashboard["schemaVersion"] >= 36
    numbers = [panel["id"] for panel in dashboard["panels"]]
    assert len(set(numbers)) == len(numbers)
    taken = set()
    for panel in dashboard["panels"]:
        place = panel["gridPos"]
        cells = {(x, y) for x in range(place["x"], place["x"] + place["w"]) for y in range(place["y"], place["y"] + place["h"])}
        assert not cells & taken and place["x"] + place["w"] <= 24, panel["title"]
        taken |= cells


def test_the_alerts_ask_for_what_is_measured(measured):
    # One line a key, as the file is written: what an alert is needs no YAML library.
    text = (DOCKER / "prometheus/alerts.yml").read_text()
    queries = re.findall(r"^        expr: (.+)$", text, re.M)
    assert len(queries) == len(re.findall("- alert: ", text)) > 10
    for query in queries:
        check_query(query, measured.keys() | {"up"}, measured.__getitem__)
    for wrong in ("mandate_nothing > 0", 'rate(mandate_calls_total{kode="OK"}[1m])', "sum by (kode) (mandate_calls_total)"):
        with pytest.raises(AssertionError):
            check_query(wrong, measured.keys(), measured.__getitem__)


def test_prometheus_scrapes_the_ports_of_the_compose_file():
    targets = re.findall(r'"([\w-]+):(\d+)"', (DOCKER / "prometheus/prometheus.yml").read_text())
    assert targets == [("mandate-identity", "7501"), ("mandate-mailbox", "7502"), ("mandate-audit", "7503")]
    services = re.findall(r"^  ([\w-]+):$", (DOCKER / "compose.yaml").read_text(), re.M)
    assert {name for name, _ in targets} <= set(services)
