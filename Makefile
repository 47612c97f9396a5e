# make demo            install, add the sample back file, show what was found, serve it at http://127.0.0.1:8610
# make demo SERVE=no   the same, but stop before serving
# make test            install what the tests need, then lint, types and every test
# make lint            ruff and mypy only
# make samples         write samples/saved again from samples/stories (the result is the same, byte for byte)
# make lock            write requirements.txt and requirements-dev.txt again from pyproject.toml
# make clean           take away what these commands made

SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SERVE ?= yes
PORT ?= 8610
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: demo test lint samples lock clean

demo: $(VENV)/.installed
	@BIN=$(BIN) SERVE=$(SERVE) PORT=$(PORT) scripts/demo.sh

test: $(VENV)/.installed-dev
	@scripts/have_browser.sh
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

samples: $(VENV)/.installed-dev
	$(BIN)/python -m samples.make_samples

# Each stamp file below says that a step is done, so that a second run starts at once.
$(VENV)/.made: scripts/make_venv.sh
	@PYTHON=$(PYTHON) VENV=$(VENV) scripts/make_venv.sh
	@touch $@

$(VENV)/.installed: $(VENV)/.made requirements.txt pyproject.toml
	@echo "Installing Backfile and what it stands on into $(VENV) ..."
	@$(PIP) install -r requirements.txt
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed requirements-dev.txt
	@echo "Installing what the tests need into $(VENV) ..."
	@$(PIP) install -r requirements-dev.txt
	@touch $@

lock:
	@PYTHON=$(PYTHON) scripts/lock.sh

clean:
	rm -rf $(VENV) demo build .mypy_cache .pytest_cache .ruff_cache .hypothesis
