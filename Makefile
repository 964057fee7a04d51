# Two commands:  make   (set up, build, open)      make test   (set up, build, check everything)
# Needs Python 3.11+ with venv. Brings its own uv, Node and, for tests, PostgreSQL and a Chromium.
SHELL  := /bin/bash
PYTHON ?= python3
BIN    := .venv/bin
DIST   := src/psoas/web/static/dist
export PATH := $(CURDIR)/$(BIN):$(PATH)

run: setup  ## Set up, build and open Psoas in the browser
	$(BIN)/psoas

setup: .venv/.ready $(DIST)/.ready  ## Set up and build; the command is then .venv/bin/psoas

test: setup lint test-browser-code test-python  ## Set up what tests need and run them all

lint: .venv/.ready  ## Style, types, import rules, the knowledge files
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/psoas library lint

test-browser-code: browser/node_modules/.ready  ## TypeScript: types and unit tests
	cd browser && npm run --silent check && npm test --silent

test-python: $(DIST)/.ready .cache/browser  ## Python: all rooms, PostgreSQL and Chromium included
	$(BIN)/coverage run -m pytest
	$(BIN)/coverage report --fail-under=100

bench: setup  ## Speed, each figure beside a baseline of the same run
	$(BIN)/python -m benchmarks

lock: pyproject.toml browser/package.json  ## Renew the pinned dependencies
	uv pip compile -q pyproject.toml --group dev --extra articles --extra postgres --extra report --extra sharing \
	  --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -o requirements.lock
	cd browser && npm install --silent --no-audit --no-fund --package-lock-only

messages: .venv/.ready  ## Collect every text a person sees into the gettext catalogue
	$(BIN)/python tools/messages.py

wheel: setup  ## A wheel with the built front end inside
	$(BIN)/python -m hatchling build -t wheel

clean:  ## Remove everything that was set up or built
	rm -rf .venv .cache browser/node_modules $(DIST) dist

help:  ## Show this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1\t\2/p' Makefile | expand -t 20

.venv/.ready: requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install -q --disable-pip-version-check $$(sed -n 's/^\(uv==[0-9.]*\).*/\1/p' requirements.lock)
	$(BIN)/uv pip sync -q --require-hashes requirements.lock
	$(BIN)/uv pip install -q --no-deps --no-build-isolation -e .
	@touch $@

browser/node_modules/.ready: browser/package-lock.json .venv/.ready
	cd browser && npm ci --silent --no-audit --no-fund
	@touch $@

$(DIST)/.ready: browser/node_modules/.ready browser/build.mjs $(shell find browser/src -type f)
	cd browser && npm run --silent build
	@touch $@

.cache/browser: browser/node_modules/.ready tools/browser.mjs
	@mkdir -p .cache && node tools/browser.mjs > $@ || { rm -f $@; exit 1; }

.DEFAULT_GOAL := run
.PHONY: run setup test lint test-browser-code test-python bench lock messages wheel clean help
