# Kith. `make` prints what there is.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

export CGO_ENABLED := 0

LISTEN ?= 127.0.0.1:8080
DATA   ?= ./village

step := tools/step
both := go run ./internal/kithtest/withpostgres
random := $(addprefix ./,$(sort $(dir $(shell grep -rl --include=*_test.go pgregory.net/rapid internal cmd 2>/dev/null))))
golden := $(sort $(dir $(shell grep -rl --include=*_test.go '"update"' . 2>/dev/null)))

.PHONY: help
help: ## this list
	@echo 'Kith turns a declined job invitation into a warm introduction.'
	@echo
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'
	@echo
	@echo 'make run takes LISTEN=$(LISTEN) and DATA=$(DATA).'

.PHONY: run
run: build ## open the demo village at http://127.0.0.1:8080
	@exec build/kith demo --listen $(LISTEN) --data $(DATA)

.PHONY: build
build: ## build/kith, one binary
	@go build -buildvcs=false -ldflags '-s -w' -o build/kith ./cmd/kith

.PHONY: check
check: tools ## the quick half of the proof: lint, generated files, tests on SQLite
	@$(step) 'generated files' tools/generated
	@$(step) 'format' tools/formatted
	@$(step) 'go vet' go vet ./...
	@$(step) 'staticcheck' build/tools/staticcheck ./...
	@$(step) 'tests on SQLite' env -u CI go test -short ./...
	@echo 'Checked without PostgreSQL, crashes and browsers: make test does all.'

.PHONY: test
test: ## the whole proof: both databases, crashes, lint, browsers
	@$(step) 'what is needed' tools/needs
	@$(step) 'tools' $(MAKE) tools
	@$(step) 'generated files' tools/generated
	@$(step) 'format' tools/formatted
	@$(step) 'go vet' go vet ./...
	@$(step) 'staticcheck' build/tools/staticcheck ./...
	@$(step) 'tests on both databases' $(both) go test ./...
	@$(step) 'build' $(MAKE) build
	@$(step) 'browsers' tools/browser

.PHONY: long
long: test ## make test, and what takes longer: 50 crashes, many random cases, races
	@$(step) '50 crashes on each database' env KITH_CRASHES=50 $(both) go test -count=1 -timeout 30m -run Crash ./internal/crash/
	@$(step) 'many random cases' $(both) go test -count=1 -timeout 30m $(random) -rapid.checks=500
	@$(step) 'ten thousand towns' $(both) env KITH_SEEDS=10000 go test -count=1 -timeout 180m ./internal/sim/
	@$(step) 'a million exact sums' env KITH_PAIRS=1000000 go test -count=1 -run PartsSum ./rank
	@$(step) 'strange input to the engine' go test -run xxx -fuzz FuzzMarket -fuzztime 1m -fuzzminimizetime 1x ./rank
	@$(step) 'mutants of the law' go run ./internal/mutants
	@if command -v $${CC:-cc} >/dev/null; then $(step) 'races' env CGO_ENABLED=1 $(both) go test -race -short ./...; \
	else echo '!!! SKIPPED: looking for races needs a C compiler'; [ -z "$${CI:-}" ]; fi

.PHONY: bench
bench: build ## how fast it is, beside the bare database
	@$(both) go run ./bench

.PHONY: golden
golden: ## write golden files and printed docs anew; then read the diff
	@$(if $(golden),go test $(golden) -update,echo 'There are no golden files.')

.PHONY: generate
generate: tools build/tools/sqlc ## write generated code anew: pages and queries
	@cd internal/web && ../../build/tools/templ generate
	@cd internal/store && ../../build/tools/sqlc generate
	@go run ./internal/store/stamp write

.PHONY: screens
screens: build ## pictures of each step of the main journey, into build/screens
	@mkdir -p build/screens
	@cd e2e && npm ci --no-audit --no-fund --ignore-scripts && KITH_SCREENS=$(CURDIR)/build/screens node --test journey.test.js

# The tools have a module of their own, so that nothing of theirs is in Kith's.
.PHONY: tools
tools: build/tools/templ build/tools/gofumpt build/tools/staticcheck

build/tools/%: tools/go.mod tools/go.sum
	@mkdir -p build/tools
	@echo "building $*"
	@go build -modfile=tools/go.mod -buildvcs=false -o $@ $$(go list -modfile=tools/go.mod -f '{{.ImportPath}}' tool | grep '/$*$$')
