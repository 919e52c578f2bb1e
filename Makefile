# `make` prints the targets. The main ones need nothing but a Debian machine with Swift 6.3, git and
# make: they install what is missing, or say the command that does.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
CONFIG ?= config
OUTPUT ?= generated
PREFIX ?= /usr/local
DATA ?= ../shared
CONFIGURATION ?= release
TOOL := .build/release/flyte-harden
STRICT := -Xswiftc -warnings-as-errors --explicit-target-dependency-import-check error
# CI builds once, for lint and test alike.
CHECKED := $(if $(CI),$(STRICT))
.DEFAULT_GOAL := help
.PHONY: help setup build install generate verify diff test record docs lint format bench kills \
  conformance fuzz properties mutations flyte-releases fingerprints helm judges pod-fields clean by-hand

help: ## print the targets
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 18

setup: ## install the libraries that the build needs (as root; otherwise print the command)
	@Tests/Judges/packages libyaml-dev libssl-dev pkg-config

build: setup ## build the program, release configuration
	@swift build -c release --static-swift-stdlib --product flyte-harden

generate: build ## write generated/ from config/
	@$(TOOL) generate --config $(CONFIG) --output $(OUTPUT)

verify: build ## list files in generated/ that differ from what config/ produces
	@$(TOOL) verify --config $(CONFIG) --output $(OUTPUT)

diff: build ## show what generate would change
	@$(TOOL) diff --config $(CONFIG) --output $(OUTPUT)

test: setup judges ## run the unit tests, the golden cases and the outside judges
	@swift build --build-tests $(CHECKED)
	@status=0; Tests/Judges/run | tee .build/judges.log || status=1; \
	swift test --skip-build $(CHECKED) || status=1; \
	[ $$status = 0 ] || grep '^judges that failed: ' .build/judges.log || true; \
	exit $$status

record: by-hand setup ## re-record golden outputs; review `git diff` afterwards
	@swift build --build-tests
	@SNAPSHOTS=record swift test --skip-build --filter 'GoldenTests\.GoldenTests/' | tee .build/record.log
	@grep -q 'aConfigGivesWhatIsRecorded(name:) with [1-9].* passed' .build/record.log || { echo "no case ran" >&2; exit 1; }
	@git status --short Tests

docs: by-hand setup ## rewrite the parts of docs/ and the JSON Schema that are made from values
	@swift build --build-tests
	@SNAPSHOTS=record swift test --skip-build --filter ErrorTests/everyDiagnostic
	@swift build --build-tests
	@SNAPSHOTS=record swift test --skip-build --filter 'ReferenceTests|ErrorTests/thePage'
	@git status --short docs config Sources/Reference

# What is recorded is read by whoever recorded it.
by-hand:
	@[ -z "$${CI:-}" ] || { echo "nothing is recorded where CI is set" >&2; exit 1; }

judges: ## install the outside judges, pinned, into .tools/
	@Tests/Judges/install

helm: judges build ## render the overlays on real charts: CHARTS=<folder of charts> OVERLAYS=<files>
	@.tools/bin/python Tests/Judges/helm_overlays.py $(CHARTS) $(OVERLAYS)

lint: setup ## check the format, and build without warnings and without undeclared imports
	@swift format lint --strict --recursive Package.swift Sources Tests
	@python3 Tests/Judges/imports.py
	@swift build --build-tests $(if $(CI),,--scratch-path .build-lint) $(STRICT)

format: ## format every Swift file in place
	@swift format --in-place --recursive Package.swift Sources Tests

bench: build ## compare generate and verify with cp and diff, time the summary of a change and audits; then count pods per second; FLYTE=<git repository>: also patches
	@python3 Tests/Benchmark/walk.py $(TOOL)
	@python3 Tests/Benchmark/audits.py $(TOOL)
	@python3 Tests/Benchmark/releases.py $(TOOL) "$(FLYTE)"
	@swift build -c release --static-swift-stdlib --product pod-benchmark
	@$(dir $(TOOL))pod-benchmark

mutations: build ## run 50,000 corrupted configs, sources, rules and templates: COUNT=<number> SEED=<number>
	@python3 Tests/Fuzz/run.py $(TOOL) $(or $(COUNT),50000) $(or $(SEED),1)

kills: build ## kill generate and vendor 300 times each, and check that one more run repairs the output: KILLS=<number> SEED=<number>
	@python3 Tests/Kills/kills.py $(TOOL) $(or $(KILLS),300) $(SEED)

conformance: setup ## hold the pod model against the answers of real systems: DATA=<folder>; MISSES=1: all that differs; ONLY=<its folder>
	@swift run -c $(CONFIGURATION) conformance $(DATA) $(if $(MISSES),--misses) $(if $(ONLY),--only=$(ONLY))

fuzz: setup ## send random PodTemplates to the API server's rules: COUNT=100000 SEED=1
	@swift run -c $(CONFIGURATION) conformance --fuzz=$(or $(COUNT),100000) --seed=$(or $(SEED),1)

properties: setup ## run the tests with random input again, with other seeds each time: ROUNDS=84 is 100,000 pairs of files
	@ROUNDS=$(or $(ROUNDS),84) swift test --filter 'PropertyTests|GitAsJudgeTests'

pod-fields: judges ## hold the Pod API's fields to the Python clients of Kubernetes 1.24 to 1.36 (25 MB, pinned)
	@mkdir -p .tools/clients
	@.tools/bin/python Tests/Judges/pod_fields.py Sources/PodAPI/PodFieldTable.swift .tools/clients

flyte-releases: $(if $(RECORD),by-hand) build judges ## make and apply every patch for every release: FLYTE=<git repository>
	@swift build -c release --product flyte-releases
	@RECORD=$(RECORD) Tests/FlyteReleases/run "$(FLYTE)"

fingerprints: setup ## make the table of known shapes again: FLYTE=<git repository>
	@swift run -c $(CONFIGURATION) flyte-releases --fingerprints $(FLYTE) Templates config/sample-flyte >Templates/GoPatch/fingerprints.new
	@mv Templates/GoPatch/fingerprints.new Templates/GoPatch/fingerprints.txt

install: build ## copy the program and its templates below PREFIX (default /usr/local)
	@install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/flyte-harden"
	@install -m 755 $(TOOL) "$(DESTDIR)$(PREFIX)/bin/"
	@rm -rf "$(DESTDIR)$(PREFIX)/share/flyte-harden/Templates"
	@cp -r Templates "$(DESTDIR)$(PREFIX)/share/flyte-harden/"

clean: ## remove what was built
	@rm -rf .build .build-lint .tools
