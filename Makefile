# make demo            install, add the sample back file, show what was found, serve it at http://127.0.0.1:8610
# make demo SERVE=no   the same, but stop before serving
# make test            install what the tests need, then lint, types and every test
# make check-all       make test, and what takes longer: floods of every kind, adding broken off 200 times and on 20 full disks, exports read by others (an hour)
# make check-mutants   are comparisons that are turned round noticed by the tests? (bench/mutants.py; a minute a module)
# make lint            ruff and mypy only
# make samples         write samples/saved again from samples/stories (the result is the same, byte for byte)
# make lock            write requirements.txt and requirements-dev.txt again from pyproject.toml
# make bench           measure Backfile beside other extractors: see further down
# make words            gather the words of the site for translators: writes what is new into src/backfile/wording/locale/*/ (docs/site.md, "Language")
# make man             write docs/backfile.1, the manual page, again from the commands' help
# make wheels          build dist/*.whl: one for this Python on Linux, with the compiled parts, and one for any machine
# make clean           take away what these commands made

SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SERVE ?= yes
PORT ?= 8610
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: demo test check-all lint samples lock words man wheels clean

demo: $(VENV)/.installed
	@BIN=$(BIN) SERVE=$(SERVE) PORT=$(PORT) scripts/demo.sh

test: $(VENV)/.installed-dev
	@scripts/have_browser.sh
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/clang-format --dry-run -Werror src/backfile/compiled/*.[ch]
	$(BIN)/mypy
	$(BIN)/python -m pytest --numprocesses 2 --dist loadfile --no-loadscope-reorder

check-all: test check-floods check-patterns check-containers check-published check-broken check-sanitized check-fuzz check-harmed check-killed check-power check-slow-readers check-odd-requests check-foreign check-pages check-cluster check-redacted

# Pages of one thing and nothing else, at four sizes: none may take over 2 s for 100 kB, or grow faster than its size.
.PHONY: check-floods
check-floods: $(VENV)/.installed-dev
	$(BIN)/python -m bench.floods

# Every pattern of the source against strings made from its own structure, then pages of those strings where it grows.
.PHONY: check-patterns
check-patterns: $(VENV)/.installed-dev
	$(BIN)/python -m bench.patterns

# Two faults in one file, in every combination, in every kind of container.
.PHONY: check-containers
check-containers: $(VENV)/.installed-dev
	$(BIN)/python -m pytest -m long tests/capture/test_two_faults.py

# A site published again after changes of every kind: the same, byte by byte, as one published anew.
.PHONY: check-published
check-published: $(VENV)/.installed-dev
	$(BIN)/python -m pytest -m long tests/publish

# Pages cut, changed and mislabelled: nothing raises; printed is how much of a story is read of how much of a page.
.PHONY: check-broken
check-broken: $(VENV)/.installed-dev
	$(BIN)/python -m bench.broken_pages

# The compiled parts under the address and undefined-behaviour sanitizers, over such pages.
.PHONY: check-sanitized
check-sanitized: $(VENV)/.installed-dev
	$(BIN)/python -m bench.sanitized

# Each reader of strangers' input under atheris, in an environment of its own; SECONDS=1200 for a long run.
.PHONY: check-fuzz
SECONDS ?= 60
check-fuzz: build/fuzz-env/.installed
	build/fuzz-env/bin/python -m bench.fuzz --seconds $(SECONDS)

build/fuzz-env/.installed: requirements.txt pyproject.toml
	@PYTHON=$(PYTHON) VENV=build/fuzz-env scripts/make_venv.sh
	@build/fuzz-env/bin/python -m pip --disable-pip-version-check --quiet install --require-hashes -r requirements.txt
	@build/fuzz-env/bin/python -m pip --disable-pip-version-check --quiet install atheris==3.0.0
	@build/fuzz-env/bin/python -m pip --disable-pip-version-check --quiet install --no-deps --no-build-isolation -e .
	@touch $@

# An archive with each part of it harmed in turn: noticed, and mended.
.PHONY: check-harmed
check-harmed: $(VENV)/.installed-dev
	$(BIN)/python -m bench.damaged_archive

# Adding killed with -9 at 200 moments and on 20 full disks, run again, every table compared.
.PHONY: check-killed
check-killed: $(VENV)/.installed-dev
	$(BIN)/python bench/kill_test.py --kills 200 --full 20

# The power cut at 100 moments of adding, repairing and bringing up: a disk of what was synced, and by chance of the rest. Needs Debian's strace.
.PHONY: check-power
check-power: $(VENV)/.installed-dev
	$(BIN)/python bench/power_cuts.py

# 10,000 readers who send half a request and stay, at 1,024 descriptors: is one who sends a whole one answered within a second?
.PHONY: check-slow-readers
check-slow-readers: $(VENV)/.installed-dev
	@rm -rf build/slow-readers && $(BIN)/backfile add samples/saved/pages --archive build/slow-readers >/dev/null
	$(BIN)/python -m bench.slow_readers build/slow-readers

# Requests that no browser sends: is each answered soon, and the next one too?
.PHONY: check-odd-requests
check-odd-requests: $(VENV)/.installed-dev
	$(BIN)/python -m bench.odd_requests

# What is exported, read by others' programs, in an environment of their own under build/.
.PHONY: check-foreign
check-foreign: $(VENV)/.installed-dev
	@BIN=$(BIN) PYTHON=$(PYTHON) scripts/check_foreign.sh
	@BIN=$(BIN) scripts/check_redirects.sh

# A corpus of the sample: by DuckDB, Polars and pandas, in an S3 server, by SSH, and with workers, schedulers and disks that fail.
.PHONY: check-cluster
check-cluster: $(VENV)/.installed-dev
	$(BIN)/python -m pytest -m long tests/cluster
	@BIN=$(BIN) PYTHON=$(PYTHON) scripts/check_cluster.sh

# Comparisons and returned booleans turned round, 20 a module: at least 8 of 10 must be noticed by that module's tests.
.PHONY: check-mutants
check-mutants: $(VENV)/.installed-dev
	$(BIN)/python -m bench.mutants

# Pages of every kind before axe-core and html-validate, which npm puts into a folder of their own; then a reader's ways through the sample's site.
.PHONY: check-pages
check-pages: $(VENV)/.installed-dev
	@scripts/have_browser.sh
	npm install --silent --no-fund --no-audit --prefix $(VENV)/page-checks axe-core@4.14.1 html-validate@10.17.0
	$(BIN)/python -m tests.site.check_pages $(VENV)/page-checks
	$(BIN)/python -m tests.site.check_journeys

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/clang-format --dry-run -Werror src/backfile/compiled/*.[ch]
	$(BIN)/mypy

samples: $(VENV)/.installed-dev
	$(BIN)/python -m samples.make_samples

# Each stamp file below says that a step is done, so that a second run starts at once.
$(VENV)/.made: scripts/make_venv.sh
	@PYTHON=$(PYTHON) VENV=$(VENV) scripts/make_venv.sh
	@touch $@

$(VENV)/.installed: $(VENV)/.made requirements.txt pyproject.toml hatch_build.py $(wildcard src/backfile/compiled/*.[ch]) $(wildcard src/backfile/lexicon/languages/*.toml)
	@echo "Installing Backfile and what it stands on into $(VENV) ..."
	@$(PIP) install --require-hashes -r requirements.txt
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed requirements-dev.txt
	@echo "Installing what the tests need into $(VENV) ..."
	@$(PIP) install --require-hashes -r requirements-dev.txt
	@touch $@

lock:
	@PYTHON=$(PYTHON) scripts/lock.sh

words: $(VENV)/.installed-dev
	@mkdir -p build
	$(BIN)/pybabel -q extract --mapping babel.cfg -k to_translate -k pgettext:1c,2 -k ngettext:1,2 --no-location --no-wrap --sort-output --project Backfile --output build/backfile.pot src/backfile
	for file in src/backfile/wording/locale/*/LC_MESSAGES/backfile.po; do \
	  $(BIN)/pybabel -q update --input-file build/backfile.pot --output-file $$file --locale $$(basename $$(dirname $$(dirname $$file))) --no-wrap --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date; done

man: $(VENV)/.installed-dev
	@$(BIN)/python scripts/man_page.py > docs/backfile.1

wheels:
	@PYTHON=$(PYTHON) scripts/make_wheels.sh

clean:
	rm -rf src/backfile/compiled/*.so src/backfile/lexicon/_compiled_lists.py $(VENV) .venv-bench demo demo-rescue build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis

# The bench: Backfile beside its peers (docs/benchmarks.md). Peers run in an environment of their own, since their pins clash with ours.
#   make bench [SETS=../shared/data/sets] [SET=publishers-dev,wcxb-dev] [TIME=no]    tables, docs/bench.md, docs/bench.svg
#   make bench-worst SET=publishers-dev                                              the ten pages that are read worst
#   make bench-floor                                                                 are the fields of made-up pages and the scores still those of bench/fields.json and bench/floor.json?
#   make bench-sets CLONES=FOLDER [SETS=FOLDER]                                      build the sets from clones of the benchmarks
SETS ?= ../shared/data/sets
TIME ?= yes
BENCH_PYTHON ?= $(PYTHON)
BENCH := .venv-bench

.PHONY: bench bench-worst bench-floor bench-sets

bench: $(VENV)/.installed $(BENCH)/.installed
	$(BIN)/python -m bench --sets $(SETS) $(if $(SET),--set $(SET)) --time $(TIME)

bench-worst: $(VENV)/.installed
	@$(BIN)/python -m bench.worst --sets $(SETS) --set $(SET)

bench-floor: $(VENV)/.installed-dev
	@$(BIN)/python -m bench.check_fields
	@$(BIN)/python -m bench.check_floor --sets $(SETS)

bench-sets: $(VENV)/.installed
	$(BIN)/python -m bench.build_sets $(CLONES) $(SETS)

$(BENCH)/.installed: requirements-bench.txt
	@PYTHON=$(BENCH_PYTHON) VENV=$(BENCH) scripts/make_venv.sh
	@echo "Installing what Backfile is compared with into $(BENCH) ..."
	@$(BENCH)/bin/python -m pip --disable-pip-version-check --quiet install --no-deps -r requirements-bench.txt
	@touch $@
