# Mandate: what there is to do. `make` alone prints it.
.DEFAULT_GOAL := help
.PHONY: help setup build test check contract lint format proto stale demo run bench fuzz certificates clean

SHELL := /bin/bash
VENV := .mandate/venv
PYTHON := $(VENV)/bin/python
# Debian's packages that a build needs besides the Swift toolchain, git and make.
PACKAGES := libprotobuf-c-dev protobuf-c-compiler protobuf-compiler libsqlite3-dev libssl-dev libnghttp2-dev pkg-config python3-venv
SERVERS := mandate-identity mandate-mailbox mandate-audit

help: ## Print this.
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## Install what is missing of Debian's packages.
	@missing=$$(for package in $(PACKAGES); do dpkg -s $$package >/dev/null 2>&1 || echo $$package; done); \
	if [ -n "$$missing" ]; then \
		echo "installing:" $$missing; \
		sudo=$$([ $$(id -u) -eq 0 ] || echo sudo); \
		$$sudo apt-get update -q && DEBIAN_FRONTEND=noninteractive $$sudo apt-get install -y -q $$missing; \
	fi

build: setup ## Build the servers and mandatectl, optimised.
	@for product in $(SERVERS) mandatectl; do swift build -c release --product $$product || exit 1; done

test: setup ## Unit tests, then the contract tests against real servers.
	swift build --build-tests
	swift test --skip-build --parallel --num-workers 2
	@$(MAKE) --no-print-directory contract

contract: setup $(VENV)/ready ## The contract tests alone: a Python client against the real servers.
	@for product in $(SERVERS) mandatectl message-echo; do swift build --product $$product || exit 1; done
	$(PYTHON) -m pytest -q Tests/Contract

$(VENV)/ready: Tests/Contract/requirements.txt
	python3 -m venv $(VENV)
	$(PYTHON) -m pip install --quiet --disable-pip-version-check -r Tests/Contract/requirements.txt
	@touch $@

check: lint stale test demo ## Everything CI asks for.

lint: setup $(VENV)/ready ## The contract's names, and the format of the sources.
	cd proto && ../$(VENV)/bin/buf lint --path mandate
	swift format lint --strict --recursive --parallel $(SOURCES)

SOURCES := Package.swift $(wildcard Sources/[A-Z]*/*.swift) Sources/mandatectl services Tests proto/generator/Sources

format: ## Format the sources.
	swift format --in-place --recursive --parallel $(SOURCES)

proto: setup ## Generate code from proto/.
	proto/generate

stale: setup ## Fail when the generated code is not what proto/ says.
	proto/generate
	@changed=$$(git status --porcelain -- proto Sources/CMessages Sources/Messages/Generated Sources/Contract/Generated); \
	if [ -n "$$changed" ]; then echo "generated code is stale; run 'make proto' and commit:"; echo "$$changed"; exit 1; fi

demo: build ## The main job on real data, end to end; ends with "demo: ok".
	Tests/Demo/demo

run: build ## The same set-up, and stay up.
	Tests/Demo/run

bench: build ## Measure; prints a table and writes .mandate/bench.json.
	swift build -c release --product mandate-bench
	Tests/Demo/bench

fuzz: setup ## Longer runs of the seeded mutation tests.
	MANDATE_FUZZ_ROUNDS=$${MANDATE_FUZZ_ROUNDS:-100000} swift test --filter 'MutationTests'

certificates: setup ## Make a development authority and certificates under .mandate/certificates.
	swift build -c release --product mandatectl
	.build/release/mandatectl certificates --into .mandate/certificates

clean: ## Remove what was built and the working state.
	rm -rf .build .mandate proto/generator/.build
