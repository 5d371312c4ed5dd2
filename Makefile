# Every target sets up what it needs, once. `make` alone says what there is.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000
# `make serve` opens a browser where there is a screen to open it on.
OPEN ?= $(if $(or $(DISPLAY),$(WAYLAND_DISPLAY),$(filter Darwin,$(shell uname))),--open)
# The tools this needs are told to be quiet about what they would like us to move to.
export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: help serve site test check bench-read bench-check gold pictures format lock clean

help:  ## what there is to make
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

serve: $(VENV)/ready  ## the archive in a browser, at http://127.0.0.1:8000/, built anew at every change
	$(BIN)/mkdocs serve --dev-addr 127.0.0.1:$(PORT) $(OPEN)

site: $(VENV)/ready  ## the finished site, written to site/
	$(BIN)/mkdocs build --strict

test: $(VENV)/ready  ## every test, the browser's too; installs a Chromium where there is none
	$(BIN)/python tests/browser/chromium.py
	$(BIN)/python -m pytest $(ARGS)

check: $(VENV)/ready  ## lint, types, layers, workflows, and the archive itself
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/zizmor --offline --quiet .github
	$(BIN)/postil check

bench-read: $(VENV)/ready  ## how well and how fast texts are read; GOLD=folder of marked texts
	$(BIN)/python -m benchmarks.read $(if $(GOLD),--gold $(GOLD)) $(ARGS)

bench-check: $(VENV)/ready  ## how fast notes are checked, and how the time grows; ARGS="--notes 100 200" takes other numbers
	$(BIN)/python -m benchmarks.check $(ARGS)

gold: $(VENV)/ready  ## what is found in the gold texts, and what should be; ARGS=--misses names each difference
	$(BIN)/python tests/gold.py $(ARGS)

pictures: $(VENV)/ready  ## the pictures in docs/contribute/ anew, of the real pages; ARGS=form takes some
	$(BIN)/python tests/browser/chromium.py
	PYTHONPATH=tests $(BIN)/python -m browser.pictures $(ARGS)

format: $(VENV)/ready  ## lays the code out
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# uv's universal resolution locks for every platform at once; no address of a registry is written down.
UV := $(VENV)/bin/uv pip compile --quiet --universal --generate-hashes --no-annotate \
	--python-version 3.11 --custom-compile-command "make lock" pyproject.toml
lock: $(VENV)/ready  ## requirements*.txt anew from pyproject.toml
	$(BIN)/python -m pip install --quiet uv==0.13.9
	$(UV) -o requirements.txt $(ARGS)
	$(UV) -o requirements-dev.txt --extra dev $(ARGS)

clean:  ## takes away everything that was made
	rm -rf $(VENV) site .site-building .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/ready: requirements-dev.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@
