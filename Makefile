# What a person does with this repository. `make` alone lists it. For GNU make 3.81 and later.
#
# Every command sets itself up and is quick where nothing changed. PYTHON=python3.12 chooses the interpreter.

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
INSTALL := $(PIP) install --require-hashes --no-compile
# All cores at once; pip would do it one file after another. It, too, passes over what no Python of today can be made of.
COMPILE_INSTALLED := $(BIN)/python -m compileall -qq -j 0 $(VENV)/lib || true
COMPILE := $(BIN)/python -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-header --no-annotate --no-emit-index-url --no-emit-find-links
# Twice as many as there are cores: half of the time tests wait, for browsers and for servers.
WORKERS ?= $(shell expr 2 \* $$(getconf _NPROCESSORS_ONLN))
# How pages look is the same on either database; what people do on them may not be.
JOURNEYS := $(addprefix tests/browser/test_, $(addsuffix .py, inbox journey report review tell_offline worker))
TABLE := tests/web/test_permissions_table.py
PORT ?= 8000
# Tests start hundreds of Pythons: each would compile all sources anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help run test check wheel bench client fuzz-api round-trip crash machines drills fuzz lock audit pictures clean
.DEFAULT_GOAL := help

help:
	@echo "make run       consolidate the sample reports, then open them as a register in the browser; PORT=8000"
	@echo "make test      run everything that CI runs: lint, types, architecture, tests"
	@echo "make check     the same"
	@echo "make wheel     build an installable wheel in dist, what reads texts compiled (minutes; a C compiler), and try it"
	@echo "make bench     measure speed, memory and growth beside public peers, and write docs/performance.md; BENCH=linking"
	@echo "make round-trip  narrate 10,000 random registers in each language and read them back; REGISTERS=10000 LARGEST=8"
	@echo "make crash     kill the application at random while files are handed in, cut the line of a phone that tells"
	@echo "               and of the Telegram bot fifty times, and count what became of all of it"
	@echo "make drills    hand in, read, confirm, merge, sign and back up under kill -9 and on a full disk; ROUNDS=20"
	@echo "make fuzz      give readers, extractor and guard what nobody would write, attack regular expressions; MINUTES=60"
	@echo "make client    write the typed client of the API anew from its description"
	@echo "make fuzz-api  ask every operation of the API what no person would, EXAMPLES=50 times each"
	@echo "make machines  share a register between two machines, kill half of them again and again, and count"
	@echo "make pictures  draw the pictures of the README and of the guide anew"
	@echo "make lock      choose the newest versions of all dependencies and write them down"
	@echo "make audit     ask the Python Package Index for known weaknesses of all locked packages; needs its JSON service"
	@echo "make clean     remove everything that these commands made"

run: $(VENV)/run.stamp
	@$(BIN)/svod demo
	@echo
	@$(BIN)/svod serve --demo --data out/register --port $(PORT)

test check: $(VENV)/dev.stamp
	@tools/system-packages
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	@# Beside it the asserts of all tests are made ready, once: else each process of tests would do so for itself.
	$(BIN)/pytest -q --collect-only >/dev/null 2>&1 & $(BIN)/mypy; told=$$?; wait; exit $$told
	$(BIN)/lint-imports
	$(BIN)/pytest -n $(WORKERS) --dist worksteal
	@echo "Two machines that share a register, one's pages and the other's worker killed; then the register, the pages and"
	@echo "the journeys through them once more, on PostgreSQL"
	tools/with-postgres $(BIN)/python tools/two-machines --rounds 1 --files 12 --bucket
	tools/with-postgres $(BIN)/pytest -n $(WORKERS) --dist worksteal -m database $(JOURNEYS) tests/register tests/web --ignore $(TABLE)

# What is compiled is compiled anew where its sources have changed. -p imports it before pytest puts the folder of the
# sources in front.
COMPILED := build/compiled.stamp
wheel: $(VENV)/dev.stamp
	@rm -f $(COMPILED)
	@$(MAKE) --no-print-directory $(COMPILED)
	PYTHONPATH=build/compiled $(BIN)/pytest -p svod.extraction -p svod.guard -p svod.linking \
		tests/extraction tests/language tests/guard tests/linking tests/test_pipeline.py

$(COMPILED): tools/compiled.py tools/quick.h $(shell find svod -name '*.py' -o -name '*.toml') | $(VENV)/dev.stamp
	rm -rf dist build/compiled
	HATCH_BUILD_HOOK_ENABLE_CUSTOM=1 $(BIN)/python -m hatchling build --target wheel --directory dist
	$(BIN)/python -m zipfile -e dist/*.whl build/compiled
	@touch $@

# BENCH="extraction linking" measures only these anew. Texts are read by the sources as they are, and compiled.
bench: $(VENV)/bench.stamp $(VENV)/dev.stamp $(if $(filter-out extraction% %-compiled,$(BENCH)),,$(COMPILED))
	$(BIN)/python bench/all.py $(BENCH)

REGISTERS ?= 10000
LARGEST ?= 8
round-trip: $(VENV)/dev.stamp
	for language in ru kk en; do $(BIN)/python -m tests.narration.round_trip $$language $(REGISTERS) $(LARGEST); done

crash: $(VENV)/dev.stamp
	$(BIN)/python tools/crash-inbox
	SVOD_CUTS=50 $(BIN)/pytest -q tests/browser/test_tell_offline.py -k cut_again
	SVOD_CUTS=50 $(BIN)/pytest -q -rP tests/telegram/test_process.py -k cut_at_random

ROUNDS ?= 20
drills: $(VENV)/run.stamp
	$(BIN)/python tools/drills --rounds $(ROUNDS)

MINUTES ?= 60
fuzz: $(VENV)/run.stamp
	$(BIN)/python tools/patterns
	$(BIN)/python tools/fuzz --minutes $(MINUTES)

client: $(VENV)/dev.stamp
	$(BIN)/python -m clients.generate

EXAMPLES ?= 50
fuzz-api: $(VENV)/dev.stamp
	SVOD_EXAMPLES=$(EXAMPLES) $(BIN)/pytest -q tests/api/test_schemathesis.py

machines: $(VENV)/dev.stamp
	tools/with-postgres $(BIN)/python tools/two-machines --rounds 10 --files 100 --bucket
	tools/with-postgres $(BIN)/python tools/two-machines --rounds 10 --files 100

pictures: $(VENV)/dev.stamp
	$(BIN)/python docs/pictures/make.py
	$(BIN)/python docs/pictures/application.py

lock: $(VENV)/made.stamp
	@$(PIP) install "uv>=0.5"
	$(COMPILE) --upgrade --group build pyproject.toml -o requirements.lock
	$(COMPILE) --upgrade --group build --group dev -c requirements.lock pyproject.toml -o requirements-dev.lock
	$(COMPILE) --upgrade --group build --extra s3 -c requirements-dev.lock pyproject.toml -o requirements-s3.lock
	$(COMPILE) --upgrade --group bench -c requirements-dev.lock -o requirements-bench.lock

# Strict: a package that could not be asked about is no package without weaknesses.
audit: $(VENV)/made.stamp
	@$(PIP) install "pip-audit>=2.9"
	for lock in requirements.lock requirements-dev.lock requirements-s3.lock requirements-bench.lock; do \
		$(BIN)/pip-audit --strict --disable-pip --require-hashes -r $$lock || exit 1; done

clean:
	rm -rf $(VENV) out dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find svod tests bench clients tools -name __pycache__ -type d -prune -exec rm -rf {} +

# A stamp says what the virtual environment holds; each needs the one before it.

$(VENV)/made.stamp:
	@python=$$(tools/find-python $(PYTHON)) && echo "Making $(VENV) with $$python" && "$$python" -m venv $(VENV)
	@touch $@

$(VENV)/run.stamp: $(VENV)/made.stamp requirements.lock pyproject.toml
	@echo "Installing what Svod needs into $(VENV); the first time takes about a minute"
	@$(INSTALL) -r requirements.lock
	@$(PIP) install --no-build-isolation --no-deps --editable .
	@$(COMPILE_INSTALLED)
	@touch $@

$(VENV)/dev.stamp: $(VENV)/run.stamp requirements-dev.lock
	@echo "Installing the tools for checks and tests into $(VENV)"
	@$(INSTALL) -r requirements-dev.lock
	@$(COMPILE_INSTALLED)
	@touch $@

$(VENV)/bench.stamp: $(VENV)/run.stamp requirements-bench.lock
	@echo "Installing what Svod is measured against into $(VENV)"
	@$(INSTALL) -r requirements-bench.lock
	@$(COMPILE_INSTALLED)
	@touch $@
