# Needs git, make and Python ≥ 3.11. Everything else comes from the Python package index, into .tools and .venv.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-builtin-rules

# The machine's Python is used; uv must not fetch another.
export UV_PYTHON_DOWNLOADS := never
export PATH := $(CURDIR)/.tools/uv/bin:$(PATH)
export PYTHONPATH :=

PYTHON ?= python3
PATHS ?= seeds/articles
PORT ?=
WORKERS ?= $(shell nproc 2>/dev/null || echo 1)
RUN := .venv/bin/

.PHONY: help run test lint ui docs bench setup uv

help: ## list what there is
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-7s %s\n", $$1, $$2}' $(MAKEFILE_LIST)
	@echo
	@echo "make run PATHS='export.jsonl.gz more/'    any files and folders"
	@echo "MARSAD_HOME=/srv/marsad make run          keep the warehouse elsewhere"

run: setup ## read PATHS (seeds/articles when not given) into the warehouse
	@$(RUN)marsad run $(PATHS) --workers $(WORKERS)

# By file: the fixtures that build a warehouse are a file's own. In the order of folders, for the slow ones to go first:
# a build that begins last keeps one worker busy while the others have nothing left to do.
test: setup ## all tests; make test QUICK=1 leaves the slow ones out
	@$(RUN)pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder $(if $(QUICK),-m "not slow")

lint: setup ## format, lint, types, import contracts, SQL
	@$(RUN)ruff check
	@$(RUN)ruff format --check
	@$(RUN)mypy
	@$(RUN)lint-imports
	@$(RUN)sqlfluff lint --disable-progress-bar --processes $(WORKERS) dbt_project/models dbt_project/tests warehouse/queries
	@$(RUN)sqlfluff lint --disable-progress-bar --processes $(WORKERS) --config dbt_project/macros/macros.sqlfluff \
		$(addprefix dbt_project/models/,functions intermediate marts/measures)

ui: setup ## Dagster's control room on 127.0.0.1:3000 (PORT=…)
	@$(RUN)marsad ui $(if $(PORT),--port $(PORT))

docs: setup ## documentation of every table on 127.0.0.1:8080 (PORT=…)
	@$(RUN)marsad docs $(if $(PORT),--port $(PORT))

bench: setup ## measure the reading's speed and memory, and how near-duplicates are found
	@$(RUN)python tests/benchmarks
	@$(RUN)python tests/benchmarks/duplicates.py

setup: .venv/.synced

# Only when what is asked for has changed: asking uv each time would cost every command a second.
.venv/.synced: pyproject.toml uv.lock
	@$(MAKE) --no-print-directory uv
	@uv sync --frozen --quiet || { echo "marsad: could not install what it needs; Python 3.11, 3.12 or 3.13 and the Python package index are required" >&2; exit 1; }
	@touch $@

# A uv on the PATH may be a shim that leads nowhere, so it is run. Without python3-venv, as on a bare
# Debian, pip alone can put uv into a folder.
uv:
	@if uv --version >/dev/null 2>&1; then exit 0; fi; \
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "marsad: Python 3.11 or newer is needed as python3 (or: make PYTHON=/path/to/python3.12 …)" >&2; exit 1; }; \
	rm -rf .tools/uv; mkdir -p .tools; \
	if $(PYTHON) -m venv .tools/uv >/dev/null 2>&1 && .tools/uv/bin/python -m pip install --quiet --disable-pip-version-check uv; then exit 0; fi; \
	rm -rf .tools/uv; \
	if $(PYTHON) -m pip install --quiet --disable-pip-version-check --target .tools/uv uv; then exit 0; fi; \
	echo "marsad: uv is not on the PATH, and $(PYTHON) can not install it: it has neither venv nor pip, or does not reach the Python package index. On Debian: apt install python3-venv" >&2; \
	exit 1
