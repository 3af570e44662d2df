# Every target works from a clean clone: .venv is made when it is missing.
PYTHON ?= python3
BIN = .venv/bin

.DEFAULT_GOAL := help
.PHONY: help setup run check test cover lint types arch pictures support-lines bench bench-peers bench-journal bench-scripts bench-sound bench-support fuzz clean

help:  ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-15s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: .venv/ready  ## an environment of its own in .venv, with everything the checks need

.venv/ready: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	touch $@

run: setup  ## start breathing
	$(BIN)/calmcli breathe

check: lint types arch test cover  ## everything CI asks for

test: setup  ## the tests
	$(BIN)/python -m pytest -n auto

cover: setup  ## the tests, and how much of the rooms that must not be wrong they reach
	$(BIN)/python -m pytest -n auto --cov --cov-report= --ignore tests/faults
	$(BIN)/python -m coverage report --skip-covered

lint: setup  ## format and lint
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: setup  ## types, strictly
	$(BIN)/mypy

arch: setup  ## which room may look into which
	$(BIN)/lint-imports

pictures: setup  ## the screens as SVG, in docs/pictures
	$(BIN)/python tools/pictures.py

support-lines: setup  ## support lines that are to be checked, and against which page
	$(BIN)/python tools/support_lines.py

bench: .bench/ready  ## first words, lateness, processor, bytes and memory, in under five minutes
	$(BIN)/python bench/speed.py $(BENCH)

# Ours as someone has it who installed it: without what a developer's environment adds.
.bench/ready: setup $(shell find src -name '*.py' -o -name '*.yaml' -o -name '*.tcss') pyproject.toml
	$(PYTHON) -m venv .bench/installed
	.bench/installed/bin/python -m pip install --quiet --force-reinstall --no-deps .
	.bench/installed/bin/python -m pip install --quiet .
	$(PYTHON) -m venv .bench/fresh
	.bench/fresh/bin/python -m pip install --quiet --no-compile --force-reinstall --no-deps .
	.bench/fresh/bin/python -m pip install --quiet --no-compile .
	touch $@

bench-peers:  ## install other programs of this kind, so that `make bench` measures them too
	$(PYTHON) bench/peers.py

bench-sound: setup  ## lateness of cues beside speech programs good and bad, and sound files
	$(BIN)/python bench/sound.py

bench-journal: setup  ## a journal of a million sessions beside one of ten
	$(BIN)/python bench/journal.py

bench-support: setup  ## who can be reached, for each country, against a bare interpreter
	$(BIN)/python bench/support.py

bench-scripts: setup  ## a list of scripts with a hundred of one's own, beside one with none
	$(BIN)/python bench/scripts.py

monkey: setup  ## a hundred thousand random keys, clicks and sizes on every screen
	$(BIN)/python tools/monkey.py $(MONKEY)

fuzz: setup  ## look for inputs that break a promise: make fuzz FUZZ="script --runs 100000 --seed 7"
	$(BIN)/python -m pip install --quiet --editable '.[fuzz]'
	$(BIN)/python tools/fuzz.py $(FUZZ)

clean:  ## take away what was made here
	rm -rf .venv .bench .fuzz dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
