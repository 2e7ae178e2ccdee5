# What can be done with annals. `make` alone lists it.

PREFIX ?= /usr/local
# How many entries the hammer appends.
EVENTS ?= 200000

.DEFAULT_GOAL := help
.PHONY: help demo test test-servers hammer fuzz lint format build man install bench clean

help: ## List what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: ## Install what is missing, build, and show annals at work
	scripts/prerequisites
	$(MAKE) build
	scripts/demo

test: ## Run the tests on a PostgreSQL server of their own, the hammer last
	scripts/test --skip HammerTests
	HAMMER_EVENTS=$(EVENTS) scripts/test --skip-build --filter HammerTests

test-servers: ## Run the central tests on other PostgreSQL servers: newer ones, other collations and time zones
	scripts/test-servers

hammer: ## Append EVENTS=1000000 entries, or another number, while everything is killed at random
	HAMMER_EVENTS=$(EVENTS) scripts/test --filter HammerTests

fuzz: ## Try inputs that libFuzzer makes up, a minute for each reader
	scripts/fuzz

lint: ## Check how the Swift and SQL files are written
	swift format lint --strict --recursive --parallel Package.swift Sources Tests
	scripts/lint-sql

format: ## Rewrite the Swift files as `make lint` wants them
	swift format format --in-place --recursive --parallel Package.swift Sources Tests

build: ## Build the command, .build/release/annals
	swift build --configuration release --static-swift-stdlib --product annals
	scripts/check-linkage .build/release/annals

man: .build/release/annals ## Write the manual pages, .build/man/*.1
	swift build --product ManualPages
	rm -rf .build/man
	.build/debug/ManualPages $< .build/man "$$(git log -1 --format=%cs 2>/dev/null || date +%F)"

share = $(DESTDIR)$(PREFIX)/share

install: .build/release/annals man ## Install command, manual pages and completions under PREFIX (/usr/local)
	install -D --mode=755 $< $(DESTDIR)$(PREFIX)/bin/annals
	install -D --mode=644 --target-directory=$(share)/man/man1 .build/man/*.1
	$< completions bash | install -D --mode=644 /dev/stdin $(share)/bash-completion/completions/annals
	$< completions zsh | install -D --mode=644 /dev/stdin $(share)/zsh/site-functions/_annals
	$< completions fish | install -D --mode=644 /dev/stdin $(share)/fish/vendor_completions.d/annals.fish

.build/release/annals:
	$(MAKE) build

bench: ## Measure annals against other event stores; .build/benchmark.json has the table too
	Tests/Benchmark/run --json .build/benchmark.json

clean: ## Remove everything that was built
	rm -rf .build
