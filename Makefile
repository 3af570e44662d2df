# Every target works from a clean clone: .venv is made when it is missing.
PYTHON ?= python3
BIN = .venv/bin

.DEFAULT_GOAL := help
.PHONY: $(shell sed -n 's/^\([a-z-]*\):.*\#\# .*/\1/p' $(firstword $(MAKEFILE_LIST)))

help:  ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / && !/^bench-/ {printf "  make %-15s %s\n", $$1, $$2}' $(MAKEFILE_LIST)
	@echo '  make bench-...       peers, sound, journal, scripts, support, table: docs/measured.md'

setup: .venv/ready  ## an environment of its own in .venv, with everything the checks need

.venv/ready: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	touch $@

run: setup  ## start breathing
	$(BIN)/calmcli breathe

debug: setup  ## Textual's console; it then says what to type in another terminal
	@echo 'In another terminal: TEXTUAL=devtools CALMCLI_HOME=.debug .venv/bin/calmcli breathe'
	$(BIN)/textual console

check: lint types arch spelling cover dist  ## everything CI asks for

test: setup  ## the tests
	$(BIN)/python -m pytest -n auto

cover: setup  ## the tests, and how much of the rooms that must not be wrong they reach
	$(BIN)/python -m pytest -n auto --cov --cov-report=
	$(BIN)/python -m coverage report --skip-covered

dist: setup  ## sdist and wheel, looked into, installed and tried
	$(BIN)/python tools/dist.py

workflows: setup  ## CI's own files, by zizmor; actionlint runs in .pre-commit-config.yaml
	$(BIN)/python -m pip install --quiet 'zizmor>=1.20'
	$(BIN)/zizmor --offline .github

lint: setup  ## format and lint
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: setup  ## types, strictly
	$(BIN)/mypy

spelling: setup  ## misspelt words, in pages, code and scripts
	$(BIN)/codespell

counts: setup  ## how the house stands: files, lines, rings of imports, docstrings
	$(BIN)/python tools/house.py

arch: setup  ## which room may look into which
	$(BIN)/lint-imports

pictures: setup  ## the screens as SVG, in docs/pictures
	$(BIN)/python tools/pictures.py

support-lines: setup  ## support lines that are to be checked, and against which page
	$(BIN)/python tools/support_lines.py

looked-at: setup  ## draw anew all that is compared with what was last looked at; read its diff
	CALMCLI_UPDATE_TRANSCRIPTS=1 CALMCLI_UPDATE_SNAPSHOTS=1 $(BIN)/python -m pytest -n auto tests/content/test_what_is_told.py tests/journal/test_report.py tests/plain/test_transcripts.py tests/plain/test_whole_journey.py tests/plain/test_whole_visit.py tests/faults $$(grep -lE 'check_(picture|drawn)' tests/tui/test_*.py)

transcripts: setup  ## the words of every shipped script, and what is seen when something fails
	CALMCLI_UPDATE_TRANSCRIPTS=1 $(BIN)/python -m pytest tests/plain/test_transcripts.py tests/faults

pages: setup  ## what follows from the code: the scripts' schema, and tables of the pages
	$(BIN)/python tools/made_pages.py

bench: .bench/ready  ## first words, lateness, processor, bytes and memory, in under five minutes
	$(BIN)/python bench/speed.py $(BENCH)

# Ours as someone has it who installed it: without what a developer's environment adds. Where nothing
# is compiled, uv has put it there: pip compiles what it installs, and its script takes re along.
.bench/ready: setup $(shell find src -name '*.py' -o -name '*.yaml' -o -name '*.tcss') pyproject.toml
	rm -rf .bench/wheel
	$(PYTHON) -m venv .bench/installed
	.bench/installed/bin/python -m pip install --quiet --force-reinstall --no-deps .
	.bench/installed/bin/python -m pip install --quiet .
	$(PYTHON) -m venv .bench/fresh
	.bench/fresh/bin/python -m pip install --quiet --no-compile . uv
	.bench/fresh/bin/python -m pip wheel --quiet --no-deps --wheel-dir .bench/wheel .
	.bench/fresh/bin/uv pip install --quiet --offline --no-deps --reinstall --python .bench/fresh .bench/wheel/*.whl
	touch $@

bench-table:  ## the last figures of `make bench`, into docs/measured.md
	$(PYTHON) bench/table.py

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

soak: setup  ## an open-ended session for an hour that is told and ten minutes that are real
	$(BIN)/python bench/soak.py $(SOAK)

mutants: setup  ## change the code bit by bit, tests have to notice: MUTANTS="store --each 80 --seed 2"
	$(BIN)/python -m pip install --quiet --editable '.[mutants]'
	$(BIN)/python tools/mutants.py $(MUTANTS)

clean:  ## take away what was made here
	rm -rf .venv .bench .fuzz mutants dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
