# Mandate: what there is to do. `make` alone prints it.
.DEFAULT_GOAL := help
.PHONY: help setup build test test-starved check contract interop hostile crashes revocation soak lint format proto freeze frozen rules mutations stale demo run bench allocations fuzz sanitize certificates containers clean

SHELL := /bin/bash
VENV := .mandate/venv
PYTHON := $(VENV)/bin/python
# Debian's packages that a build needs besides the Swift toolchain, git and make.
PACKAGES := libprotobuf-c-dev protobuf-c-compiler protobuf-compiler libsqlite3-dev libssl-dev libnghttp2-dev zlib1g-dev libidn2-dev libc-ares-dev pkg-config python3-venv
# And what the peers of the benchmark need.
PEER_PACKAGES := g++ libgrpc++-dev protobuf-compiler-grpc nghttp2-client nghttp2-server
# And what runs containers; without them the test of the images says that it skips.
CONTAINER_PACKAGES := podman runc debootstrap
SERVERS := mandate-identity mandate-mailbox mandate-audit

help: ## Print this.
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## Install what is missing of Debian's packages.
	@missing=$$(for package in $(PACKAGES); do dpkg -s $$package >/dev/null 2>&1 || echo $$package; done); \
	if [ -n "$$missing" ]; then \
		echo "installing:" $$missing; \
		sudo=$$([ $$(id -u) -eq 0 ] || echo sudo); \
		$$sudo apt-get update -q && DEBIAN_FRONTEND=noninteractive $$sudo apt-get install -y -q $$missing; \
	fi

build: setup ## Build the servers and mandatectl, optimised.
	@for product in $(SERVERS) mandatectl; do swift build -c release --product $$product || exit 1; done

# All tests of a process begin at once unless told how many may: as many as there are processors, or they starve each other.
UNIT_TESTS := SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=$$(nproc) swift test --skip-build
EXAMPLES := Tests/Contract/test_examples.py
# Files of contract tests run beside one another, each process with servers of its own.
CONTRACT_TESTS := $(PYTHON) -m pytest -q -rs -n $$(nproc) --dist loadfile Tests/Contract && \
	for tests in Rules Interop Hostile Crash; do $(PYTHON) -m pytest -q -rs Tests/$$tests || exit 1; done

test: setup ## Unit tests, then the contract tests against real servers.
	swift build --build-tests
	$(UNIT_TESTS)
	@$(MAKE) --no-print-directory contract

contract: setup $(VENV)/ready ## The contract tests alone: a Python client against the real servers.
	@for product in $(SERVERS) mandatectl message-echo mandate-siege rpc-interop; do swift build --product $$product || exit 1; done
	@$(CONTRACT_TESTS)

# What a busy machine makes of the tests. Four loops take most of two processors away. The examples are built without them:
# that is compilers at work for minutes.
test-starved: setup $(VENV)/ready ## Unit tests three times in a row, contract tests once, with four busy loops beside.
	swift build --build-tests
	@for product in $(SERVERS) mandatectl message-echo mandate-siege rpc-interop; do swift build --product $$product || exit 1; done
	@for loop in 1 2 3 4; do (while :; do :; done) & loops="$$loops $$!"; done; trap "kill $$loops" EXIT; \
	for round in 1 2 3; do $(UNIT_TESTS) || exit 1; done; \
	export PYTEST_ADDOPTS=--ignore=$(EXAMPLES); $(CONTRACT_TESTS)
	$(PYTHON) -m pytest -q -rs $(EXAMPLES)

interop: setup $(VENV)/ready ## gRPC's interop cases with grpcio, grpclib and a client of our own, and natively.
	@for product in rpc-interop mandatectl; do swift build --product $$product || exit 1; done
	$(PYTHON) -m pytest -q -rs Tests/Interop

hostile: build $(VENV)/ready ## Every attack in full against optimised servers, an honest client's times beside it; prints a table.
	MANDATE_BIN=.build/release $(PYTHON) -m pytest -q --tb=short Tests/Hostile --full

crashes: setup $(VENV)/ready ## 500 crashes with writers running, 200 while due things are done, full disks, backups (MANDATE_CRASHES, MANDATE_SEED).
	@for product in $(SERVERS) mandatectl; do swift build --product $$product || exit 1; done
	MANDATE_CRASHES=$${MANDATE_CRASHES:-500} $(PYTHON) -m pytest -q -rs Tests/Crash

revocation: build $(VENV)/ready ## 20,000 revocations with checkers beside, followers stopped, cut off, killed; and their price.
	swift build -c release --product mandate-siege
	MANDATE_BIN=.build/release $(PYTHON) -u Tests/Siege/revocation

soak: build $(VENV)/ready ## An hour of mixed load, watched (SOAK_SECONDS, SOAK_RATE).
	swift build -c release --product mandate-siege
	MANDATE_BIN=.build/release $(PYTHON) -u Tests/Siege/soak

$(VENV)/ready: Tests/Contract/requirements.txt
	python3 -m venv $(VENV)
	$(PYTHON) -m pip install --quiet --disable-pip-version-check -r Tests/Contract/requirements.txt
	@touch $@

check: lint stale test demo allocations ## Everything a change must pass.

# The revision whose callers the contract must still serve.
CONTRACT_SINCE ?= HEAD

lint: setup $(VENV)/ready ## The contract's names, that it breaks no caller (CONTRACT_SINCE), and the format of the sources.
	cd proto && ../$(VENV)/bin/buf lint
	@if [ -e .git ]; then git show $(CONTRACT_SINCE):proto/mandate.binpb; else cat proto/mandate.binpb; fi >.mandate/before.binpb
	cd proto && ../$(VENV)/bin/buf build -o ../.mandate/now.binpb && ../$(VENV)/bin/buf breaking ../.mandate/now.binpb --against ../.mandate/before.binpb
	swift format lint --strict --recursive --parallel $(SOURCES)

# Generated code is as the generator writes it.
SOURCES := Package.swift $(wildcard Sources/[A-Z]*/*.swift) Sources/mandatectl services \
	$(filter-out Tests/Interop,$(wildcard Tests/*)) Tests/Interop/Server proto/generator/Sources proto/examples/swift

format: ## Format the sources.
	swift format --in-place --recursive --parallel $(SOURCES)

proto: setup ## Generate code from proto/, and from the interop tests' contract.
	proto/generate
	Tests/Interop/generate

rules: ## Write Tests/Rules/REGISTER.md: which test holds which rule.
	python3 Tests/Rules/register.py

# All mutations are built at once into a copy under .mandate: cold 5 minutes, then a few seconds a mutation.
mutations: setup $(VENV)/ready ## Take rules out of the product and see which tests fail (RULE=D17, all without; RECORD=1 writes it down).
	$(PYTHON) Tests/Rules/mutate.py $(RULE) $(if $(RECORD),--record)

freeze: setup $(VENV)/ready ## Freeze the contract's files in proto/frozen.txt as they are now; what is frozen cannot change.
	BUF=$(CURDIR)/$(VENV)/bin/buf PYTHON=$(CURDIR)/$(PYTHON) proto/freeze

frozen: setup $(VENV)/ready ## Fail when the contract breaks what is frozen of it.
	BUF=$(CURDIR)/$(VENV)/bin/buf PYTHON=$(CURDIR)/$(PYTHON) proto/freeze --check

stale: setup frozen ## Fail when the generated code is not what proto/ says, the register not what the tests say, or frozen breaks.
	python3 Tests/Rules/register.py --check
	proto/generate
	Tests/Interop/generate
	@changed=$$(git status --porcelain -- proto Sources/CMessages Sources/Messages/Generated Sources/Contract/Generated Sources/mandatectl/Generated Tests/Interop/Generated); \
	if [ -n "$$changed" ]; then echo "generated code is stale; run 'make proto' and commit:"; echo "$$changed"; exit 1; fi

demo: build ## The main job on real data, end to end; ends with "demo: ok".
	Tests/Demo/demo

run: build ## The same set-up, and stay up.
	Tests/Demo/run

bench: build ## Measure beside gRPC C++ and bare OpenSSL; prints tables and writes .mandate/bench.json.
	@$(MAKE) --no-print-directory setup PACKAGES="$(PEER_PACKAGES)"
	@for product in mandate-bench mailbox-later; do swift build -c release --product $$product || exit 1; done
	$(MAKE) --no-print-directory -C Tests/Bench/Peers all
	Tests/Bench/bench

allocations: build ## Fail when a Check allocates more than Tests/Bench/allocations.json says.
	swift build -c release --product mandate-bench
	$(MAKE) --no-print-directory -C Tests/Bench/Peers allocations
	Tests/Bench/bench allocations
	.build/release/mandate-bench baseline .mandate/bench/values Tests/Bench/allocations.json

fuzz: setup ## 10,000,000 decisions beside the oracle; mutated input, 100,000 rounds a target, then libFuzzer for FUZZ_SECONDS (60) each.
	swift build --build-tests
	MANDATE_COMPARISONS=$${MANDATE_COMPARISONS:-10000000} swift test --skip-build --filter OracleTests
	MANDATE_FUZZ_ROUNDS=$${MANDATE_FUZZ_ROUNDS:-100000} swift test --skip-build --filter 'FuzzTests|RestoreMutationTests'
	Tests/Fuzz/guided

# Suites in which threads or C meet Swift.
SANITIZED := RPCTests TLSTests HTTP2Tests GzipTests IDNATests DNSTests SQLTests SQLiteTests ChangeFeedTests OutboxTests DaemonTests \
	IdentityHandlersTests MailboxHandlersTests AuditHandlersTests MailboxDomainTests MessagesTests

# One test at a time: together they would outwait each other's limits. What ThreadSanitizer cannot know of Swift is told in
# Tests/Sanitize. Leaks are not looked for: simulated worlds and embedded channels of the tests, which hold themselves in
# cycles, would hide all others.
sanitize: setup ## Those suites under ThreadSanitizer, then under AddressSanitizer: 7 minutes each, most of it building.
	@for sanitizer in thread address; do \
		echo "$$sanitizer:"; \
		MANDATE_TESTS="$(SANITIZED)" MANDATE_FUZZ_ROUNDS=$${MANDATE_FUZZ_ROUNDS:-400} \
			MANDATE_COMPARISONS=$${MANDATE_COMPARISONS:-20000} SWIFT_BACKTRACE=enable=no \
			TSAN_OPTIONS=halt_on_error=1 ASAN_OPTIONS=detect_leaks=0 \
			swift test --no-parallel --sanitize=$$sanitizer --scratch-path .mandate/$$sanitizer || exit 1; \
	done

certificates: setup ## Make a development authority and certificates under .mandate/certificates.
	swift build -c release --product mandatectl
	.build/release/mandatectl certificates --into .mandate/certificates

containers: build $(VENV)/ready ## Build the images of docker/ around the built programs and run its system in them.
	-@$(MAKE) --no-print-directory setup PACKAGES="$(CONTAINER_PACKAGES)"
	timeout --signal=INT --kill-after=20 340 $(PYTHON) -m pytest -q -rs Tests/Containers

clean: ## Remove what was built and the working state.
	rm -rf .build .mandate proto/generator/.build
