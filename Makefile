# make run: try the bot. make quick: what breaks most often. make test: everything that must hold.
# make help: the rest.
# The tests start Python some hundred times: what it compiled once is read from then on.
unexport PYTHONDONTWRITEBYTECODE
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# What running needs, what testing needs besides, and what is measured against.
RUNS := $(VENV)/.runs
TESTS := $(VENV)/.tests
BENCH := $(VENV)/.bench
# Apart: what looks for holes brings many packages of its own.
AUDIT := .audit
# What is tested with PLAIN_LIBRARIES as well.
PLAIN := tests/bot tests/storage tests/journeys/test_returned.py \
	tests/journeys/test_restart.py::test_an_application_with_a_restart_before_every_other_answer
INSTALL := $(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r

.PHONY: run install test quick plain fix lint preview bench audit clean help

run: $(RUNS) ## start the bot: on Telegram with BOT_TOKEN, else on the sandbox with the demo programme
	@$(BIN)/python -m bot

install: $(RUNS) ## install what running needs, without starting

test: $(TESTS) lint ## lint, types, import contracts and all tests, browser tests included
	$(BIN)/pytest -n 3 --maxschedchunk 2 --durations 15

quick: $(TESTS) lint ## lint, types, import contracts, and rules and operations on SQLite alone
	$(BIN)/pytest -n 2 -k "not postgresql" tests/award tests/test_locales.py

plain: $(TESTS) ## bot, storage and two journeys with the libraries as they come
	PLAIN_LIBRARIES=true $(BIN)/pytest -n 4 --maxschedchunk 2 -q --ignore tests/bot/test_chaos.py $(PLAIN)

lint: $(TESTS) ## ruff, mypy, import contracts
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

fix: $(TESTS) ## format the code and mend what can be mended by itself
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

preview: $(TESTS) ## write preview/index.html: every window of every dialog in three languages
	@$(BIN)/python -m bot preview

bench: $(BENCH) ## print speed and memory, as ratios side by side
	@$(BIN)/python -m tests.bench

audit: ## ask the world whether a package that runs here has a known hole; needs the internet
	@test -x $(AUDIT)/bin/pip-audit || { $(PYTHON) -m venv $(AUDIT) && $(AUDIT)/bin/pip install \
		--quiet --disable-pip-version-check --require-hashes -r requirements/audit.txt; }
	$(AUDIT)/bin/pip-audit --strict --require-hashes --disable-pip -r requirements/run.txt

clean: ## remove what can be made again; data stays
	rm -rf $(VENV) $(AUDIT) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache preview artifacts

help:
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/'

$(RUNS): requirements/run.txt
	@test -x $(BIN)/pip || $(PYTHON) -m venv $(VENV)
	$(INSTALL) requirements/run.txt
	@touch $@

$(TESTS): requirements/test.txt $(RUNS)
	$(INSTALL) requirements/test.txt
	@touch $@

$(BENCH): requirements/bench.txt $(TESTS)
	$(INSTALL) requirements/bench.txt
	@touch $@
