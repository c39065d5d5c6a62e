# Two commands matter: `make run` opens the planner, `make test` tests it. Both set up what is missing, in .venv alone.
PYTHON ?= python3
BIN := .venv/bin
unexport PYTHONPATH PYTHONHOME VIRTUAL_ENV

.PHONY: help run test check coverage screens gallery bench pin clean setup setup-test
.DEFAULT_GOAL := help

help:
	@echo 'make run       set up what is missing and open the planner'
	@echo 'make test      set up what is missing and run all tests, without a display'
	@echo 'make check     lint, format and types'
	@echo 'make coverage  tests with coverage; core and store have every line covered'
	@echo 'make screens   every page as a picture, into screens/'
	@echo 'make gallery   every print as a PDF and a picture a page, into gallery/'
	@echo 'make bench     the benchmarks as a table'
	@echo 'make pin       the newest dependencies that pyproject.toml allows, pinned with hashes'
	@echo 'make clean     remove .venv and everything generated'

setup:
	@PYTHON='$(PYTHON)' .ci/setup run

setup-test:
	@PYTHON='$(PYTHON)' .ci/setup test

run: setup
	@.ci/open

test: setup-test
	@$(BIN)/python -m pytest -n auto --dist loadfile

check: setup-test
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

coverage: setup-test
	$(BIN)/coverage run -m pytest -q
	$(BIN)/coverage report --skip-covered
	$(BIN)/coverage report --include='planner/core/*,planner/store/*' --show-missing --fail-under=100

screens: setup-test
	$(BIN)/python -m tests.screens

gallery: setup-test
	$(BIN)/python -m tests.gallery

bench: setup-test
	@$(BIN)/python -m tests.bench

pin:
	@PYTHON='$(PYTHON)' .ci/pin

clean:
	rm -rf .venv build dist screens gallery .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage
	find planner tests -name __pycache__ -prune -exec rm -rf {} +
