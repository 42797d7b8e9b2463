"""What docker/ says agrees with itself and with the programs. Needs no container tool."""

import re

import pytest
import yaml

import compose
from podman import ROOT
from system import IMAGES, SERVERS

DOCKER = ROOT / "docker"
KUBERNETES = DOCKER / "kubernetes"
DOCKERFILE = (DOCKER / "Dockerfile").read_text()
SERVICES = {name: name.removeprefix("mandate-") for name in SERVERS}


def stage(name):
    """The instructions of one stage of the Dockerfile."""
    return re.search(rf"^FROM \S+ AS {name}\n(.*?)(?=^FROM |\Z)", DOCKERFILE, re.M | re.S).group(1)


def settings(name):
    """What a server's image sets."""
    return dict(re.findall(r"(MANDATE_\w+)=(\S+)", stage(name)))


def manifests(kind=None):
    files = [file for file in sorted(KUBERNETES.glob("*.yaml")) if file.name != "kustomization.yaml"]
    found = [manifest for file in files for manifest in yaml.safe_load_all(file.read_text())]
    return [one for one in found if kind in (None, one["kind"])]


def pods():
    """Every pod that the manifests make, by its name."""
    found = {one["metadata"]["name"]: one["spec"]["template"] for one in manifests("StatefulSet")}
    return found | {one["metadata"]["name"]: one for one in manifests("Pod")}


def ports(name):
    rpc, operations = re.search(r"^EXPOSE (\d+) (\d+)$", stage(name), re.M).groups()
    return int(rpc), int(operations)


def knobs():
    """Every environment variable that the servers read."""
    keys = re.findall(r'key: "([a-z.]+)"', (ROOT / "Sources" / "Daemon" / "Knob.swift").read_text())
    return {"MANDATE_" + key.replace(".", "_").upper() for key in keys}


def test_version_is_the_programs():
    commands = (ROOT / "Sources" / "Daemon" / "Commands.swift").read_text()
    version = re.search(r'mandateVersion = "([^"]+)"', commands).group(1)
    assert f"ARG VERSION={version}\n" in DOCKERFILE
    # All of the services are ours but Prometheus.
    images = [service["image"] for name, service in compose.load()["services"].items() if name != "prometheus"]
    images += [container["image"] for pod in pods().values() for container in pod["spec"]["containers"]]
    assert {image.partition(":")[2] for image in images} == {version}
    assert {image.partition(":")[0] for image in images} == set(IMAGES)
    kustomized = yaml.safe_load((KUBERNETES / "kustomization.yaml").read_text())["images"]
    assert {(image["name"], image["newTag"]) for image in kustomized} == {(name, version) for name in IMAGES}


def test_build_has_the_makefiles_libraries():
    packages = re.search(r"^PACKAGES := (.*)$", (ROOT / "Makefile").read_text(), re.M).group(1).split()
    # Those of the generator; images are built from what it made.
    libraries = {name for name in packages if name.endswith("-dev")}
    assert libraries <= set(re.findall(r"\S+-dev\b", stage("programs")))


@pytest.mark.parametrize("name", SERVERS)
def test_settings_exist(name):
    given = settings(name) | compose.load()["services"][name]["environment"]
    given |= {variable["name"]: None for variable in pods()[name]["spec"]["containers"][0]["env"]}
    assert set(given) <= knobs()


@pytest.mark.parametrize("name", SERVERS)
def test_dockerfile_and_server_agree(name):
    rpc, operations = ports(name)
    main = (ROOT / "services" / SERVICES[name] / "Server" / "main.swift").read_text()
    assert f'ServerProcess.run("{name}", port: {rpc}, operationsPort: {operations})' in main


@pytest.mark.parametrize("name", SERVERS)
def test_compose(name):
    services = compose.load()["services"]
    service = services[name]
    rpc, _ = ports(name)
    assert service["build"]["target"] == name
    assert service["ports"] == [f"127.0.0.1:{rpc}:{rpc}"]
    mounts = [volume.split(":")[1] for volume in service["volumes"]]
    image = settings(name)
    for setting in ("TLS_CERTIFICATE", "TLS_KEY", "TLS_AUTHORITY", "CALLERS", "DATABASE"):
        assert any(image[f"MANDATE_{setting}"].startswith(mount) for mount in mounts), setting
    for mandatory in ("identity", "audit"):
        host, port = service["environment"][f"MANDATE_{mandatory.upper()}"].split(":")
        assert host in services and int(port) == ports(host)[0]


def test_compose_grants_nothing():
    for name, service in compose.load()["services"].items():
        assert service["read_only"] and service["cap_drop"] == ["ALL"], name
        assert service["security_opt"] == ["no-new-privileges"] and service["mem_limit"], name
        assert not {"privileged", "cap_add", "user", "network_mode", "pid"} & set(service), name


def test_compose_order():
    waits = {name: service.get("depends_on", {}) for name, service in compose.load()["services"].items()}
    for name in SERVERS:
        assert waits[name]["certificates"] == {"condition": "service_completed_successfully"}
    assert waits["example"] == {name: {"condition": "service_healthy"} for name in SERVERS}


def test_compose_volumes_are_declared():
    file = compose.load()
    named = {
        volume.split(":")[0] for service in file["services"].values() for volume in service["volumes"]
        if not volume.startswith(".")
    }
    assert named == set(file["volumes"])


def test_prometheus_finds_the_servers():
    scraped = yaml.safe_load((DOCKER / "prometheus" / "prometheus.yml").read_text())["scrape_configs"]
    targets = {target for job in scraped for config in job["static_configs"] for target in config["targets"]}
    assert targets == {f"{name}:{ports(name)[1]}" for name in SERVERS}
    for name in SERVERS:
        assert compose.load()["services"][name]["environment"]["MANDATE_OPERATIONS_HOST"] == "0.0.0.0"


def test_kubernetes_callers_are_the_services():
    (callers,) = manifests("ConfigMap")
    for service in SERVICES.values():
        assert callers["data"][f"{service}.json"] == (ROOT / "services" / service / "callers.json").read_text()


@pytest.mark.parametrize("name", SERVERS)
def test_kubernetes(name):
    rpc, operations = ports(name)
    (stateful_set,) = [one for one in manifests("StatefulSet") if one["metadata"]["name"] == name]
    (service,) = [one for one in manifests("Service") if one["metadata"]["name"] == name]
    spec = stateful_set["spec"]
    pod = spec["template"]["spec"]
    (container,) = pod["containers"]
    labels = spec["template"]["metadata"]["labels"]
    assert spec["replicas"] == 1 and spec["serviceName"] == name
    assert spec["selector"]["matchLabels"].items() <= labels.items()
    assert service["spec"]["selector"].items() <= labels.items()
    assert {port["name"]: port["port"] for port in service["spec"]["ports"]} == {"rpc": rpc, "operations": operations}
    named = {port["name"]: port["containerPort"] for port in container["ports"]}
    assert named == {"rpc": rpc, "operations": operations}
    assert container["livenessProbe"]["httpGet"] == {"path": "/livez", "port": "operations"}
    # The kubelet asks grpc.health.v1 without TLS, which the operations port answers.
    assert container["readinessProbe"]["grpc"] == {"port": operations}
    # The kubelet asks from outside the pod.
    env = {variable["name"]: variable.get("value") for variable in container["env"]}
    assert env["MANDATE_OPERATIONS_HOST"] == "0.0.0.0"
    volumes = {volume["name"] for volume in pod["volumes"]} | {"data"}
    assert {mount["name"] for mount in container["volumeMounts"]} == volumes
    for peer in ("IDENTITY", "AUDIT"):
        if address := env.get(f"MANDATE_{peer}"):
            assert address == f"mandate-{peer.lower()}:{ports('mandate-' + peer.lower())[0]}"
    # What the image expects, and what the secret brings.
    image, brought = settings(name), {}
    for volume in pod["volumes"]:
        items = volume.get("secret", volume.get("configMap", {})).get("items", [])
        mount = next(one["mountPath"] for one in container["volumeMounts"] if one["name"] == volume["name"])
        brought |= {f"{mount}/{item['path']}": item["key"] for item in items}
    image |= {key: value for key, value in env.items() if value}
    assert brought[image["MANDATE_TLS_CERTIFICATE"]] == "tls.crt"
    assert brought[image["MANDATE_TLS_KEY"]] == "tls.key"
    assert brought[image["MANDATE_TLS_AUTHORITY"]] == "ca.crt"
    assert brought[image["MANDATE_CALLERS"]] == f"{SERVICES[name]}.json"


@pytest.mark.parametrize("name", pods())
def test_kubernetes_pods_are_restricted(name):
    pod = pods()[name]["spec"]
    context = pod["securityContext"]
    assert context["runAsNonRoot"] and context["seccompProfile"] == {"type": "RuntimeDefault"}
    assert pod["automountServiceAccountToken"] is False and pod["enableServiceLinks"] is False
    for container in pod["containers"]:
        assert container["securityContext"] == {
            "allowPrivilegeEscalation": False, "readOnlyRootFilesystem": True, "capabilities": {"drop": ["ALL"]},
        }
        assert container["resources"]["limits"].keys() == {"cpu", "memory"}


def test_kubernetes_network_policies():
    """Each server has one, which lets in whom its callers file lists, and itself out to whom it calls."""
    policies = {one["metadata"]["name"]: one["spec"] for one in manifests("NetworkPolicy")}
    assert set(policies) == set(SERVERS)
    (callers,) = manifests("ConfigMap")
    for name, spec in policies.items():
        peers = [peer["podSelector"]["matchLabels"] for peer in spec["ingress"][0]["from"]]
        admitted = {labels.get("app.kubernetes.io/name") for labels in peers}
        listed = set(re.findall(r"/service/([a-z-]+)", callers["data"][f"{SERVICES[name]}.json"]))
        assert admitted - {None} == listed
        out = {port["port"] for rule in spec["egress"] for port in rule["ports"]} - {53}
        env = pods()[name]["spec"]["containers"][0]["env"]
        addresses = [variable["value"] for variable in env if ":" in variable.get("value", "")]
        called = {int(address.rsplit(":", 1)[1]) for address in addresses}
        assert out == called


def test_cert_manager_makes_every_secret():
    volumes = [volume for pod in pods().values() for volume in pod["spec"]["volumes"]]
    wanted = {volume["secret"]["secretName"] for volume in volumes if "secret" in volume}
    certificates = {one["spec"]["secretName"]: one["spec"] for one in manifests("Certificate")}
    assert wanted <= set(certificates)
    for name in SERVERS:
        made = certificates[f"{name}-certificates"]
        assert made["uris"] == [f"spiffe://mandate.test/service/{name}"] and made["dnsNames"] == [name]


def test_kustomization_is_whole():
    listed = set(yaml.safe_load((KUBERNETES / "kustomization.yaml").read_text())["resources"])
    by_hand = {"kustomization.yaml", "certificates.yaml", "restore.yaml"}
    assert listed == {file.name for file in KUBERNETES.glob("*.yaml")} - by_hand
