# Everything is installed into .venv, by the first Python >= 3.11 that is found; `make PYTHON=...` chooses another.
# A target installs only what it needs, and again only after pyproject.toml has changed.

VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo "$$p"; break; }; done)
PIP := PIP_DISABLE_PIP_VERSION_CHECK=1 $(BIN)/python -m pip install --quiet

.PHONY: help venv test laws fuzz check demo bench stream clean

help:
	@echo "make demo    measure raw tables, score the engineers by both plans, and explain one of them"
	@echo "make test    run every test"
	@echo "make laws    the laws over many rows and many random schemes (minutes)"
	@echo "make fuzz    read random texts for FUZZ_SECONDS (60)"
	@echo "make check   ruff, and mypy --strict on src"
	@echo "make bench   measure speed and memory (QUICK=1: fewer rows and rounds)"
	@echo "make stream  measure a Parquet file of ROWS rows (10⁸) that is larger than LIMIT megabytes of memory (1024)"
	@echo "make venv    everything that test and check need, in $(VENV)"
	@echo "make clean   remove $(VENV) and every cache"

venv: $(VENV)/.dev

test: $(VENV)/.dev
	$(BIN)/python -m pytest

laws: $(VENV)/.dev
	$(BIN)/python -m pytest -m slow tests/laws

FUZZ_SECONDS ?= 60
fuzz: $(VENV)/.dev
	FUZZ_SECONDS=$(FUZZ_SECONDS) $(BIN)/python -m pytest -m slow tests/reading/test_fuzz.py

check: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/mypy

demo: $(VENV)/.cli
	@$(BIN)/python demo/run.py

bench: $(VENV)/.bench
	$(BIN)/python -m bench.run $(if $(QUICK),--quick)

ROWS ?= 100000000
LIMIT ?= 1024
stream: $(VENV)/.bench
	$(BIN)/python -m bench.streaming --rows $(ROWS) --limit $(LIMIT)

clean:
	rm -rf $(VENV) build dist bench/latest.json .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find src tests bench demo -name __pycache__ -prune -exec rm -rf {} +

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "No Python 3.11 or newer was found. Install one, or name it: make PYTHON=/path/to/python3"; exit 1; }
	@"$(PYTHON)" -m venv $(VENV) || { rm -rf $(VENV); \
		echo "This Python cannot make environments. On Debian and Ubuntu: apt install python3-venv"; exit 1; }

$(VENV)/.cli: pyproject.toml | $(BIN)/python
	$(PIP) --editable '.[cli,files]'
	@touch $@

# --group is known to pip from 25.1 on.
$(VENV)/.dev: pyproject.toml | $(BIN)/python
	$(PIP) --upgrade 'pip>=25.1'
	$(PIP) --editable '.[cli,testing]' --group dev
	@touch $@ $(VENV)/.cli

$(VENV)/.bench: pyproject.toml | $(BIN)/python
	$(PIP) --upgrade 'pip>=25.1'
	$(PIP) --editable '.[cli,files]' --group bench
	@touch $@ $(VENV)/.cli
