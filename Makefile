# Every target but `help` first runs `setup`, which does nothing when everything is there.
SETUP = python3 tools/setup.py
BIN = .venv/bin

.PHONY: help setup setup-test setup-proof run test check fix bench soak
.PHONY: pictures languages proof proof-report
help:  ## Show this list
	@awk -F':.*## ' '/^[a-z-]+:.*## /{printf "%-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)
setup:  ## Build .venv with .venv/bin/kiosk, and check the system libraries
	@$(SETUP)
setup-test:
	@$(SETUP) --test
setup-proof:
	@$(SETUP) --proof
run: setup  ## Open a training station
	@$(BIN)/kiosk run
test: setup-test  ## Run all tests, headless
	@$(BIN)/pytest
check: setup-test  ## Format, lint, types, import rules, then all tests
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/pytest
fix: setup-test  ## Apply the formatter and the safe fixes
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .
bench: setup-test  ## Times and sizes against their limits, then a soak
	@$(BIN)/python -m tests.bench
	@$(BIN)/python -m tests.bench.soak
soak: setup-test  ## 500 sessions one after another, and a search at the end
	@$(BIN)/python -m tests.bench.soak
pictures: setup-test  ## Draw every page in every language into build/pictures
	@$(BIN)/python -m tests.ui.pictures
languages: setup-test  ## Collect and compile the translations
	@$(BIN)/python tools/languages.py
proof-report: setup-test  ## Search for what is kept about anybody, and say what was found
	@$(BIN)/pytest tests/forensics; found=$$?; $(BIN)/python -m tests.forensics.report && exit $$found
proof: setup-proof  ## Search a whole virtual machine for what a resident could have left
	@$(BIN)/python -m tests.proof
