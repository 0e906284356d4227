# make run: try the bot. make test: everything that must hold. make help: the rest.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.installed

.PHONY: run test fix lint preview bench clean help

run: $(READY) ## start the bot: on Telegram with BOT_TOKEN, else on the sandbox with the demo programme
	@$(BIN)/python -m bot

test: $(READY) lint ## lint, types, import contracts and all tests, browser tests included
	$(BIN)/pytest -n 2 -q

lint: $(READY) ## ruff, mypy, import contracts
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

fix: $(READY) ## format the code and mend what can be mended by itself
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

preview: $(READY) ## write preview/index.html: every window of every dialog in three languages
	@$(BIN)/python -m bot preview

bench: $(READY) ## print speed and memory, as ratios side by side
	@$(BIN)/python -m tests.bench

clean: ## remove what can be made again; data stays
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache preview artifacts

help:
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/'

$(READY): constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r constraints.txt
	@touch $@
