# Every command of the project; `make` alone lists them. Needs git, make and Python 3.11 or later with venv.

PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
KB := $(VENV)/bin/evidence-kb

# Three nested sets of pinned, hashed requirements. A stamp says "this set is installed as the file has it";
# a larger set stamps the smaller ones too, because it holds them with the same versions.
SITE := $(VENV)/.installed-site
TEST := $(VENV)/.installed-test
FULL := $(VENV)/.installed-full

export PIP_DISABLE_PIP_VERSION_CHECK := 1
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.SUFFIXES:
.PHONY: help site serve check test test-all lint fmt lock setup clean

help: ## list the commands
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' Makefile | awk -F'|' '{ printf "%-16s %s\n", $$1, $$2 }'

site: $(SITE) ## check the library and build its site into build/site
	@$(KB) build

check: $(SITE) ## check the library; fails if it has errors
	@$(KB) check

serve: $(SITE) ## build the site, show it on this machine and rebuild when a file changes
	@$(KB) serve

test: $(TEST) ## run the tests that every change has to pass
	@$(PY) -m pytest -n 2 --dist worksteal

test-all: $(FULL) ## run all tests: also in a browser, against other implementations, and with broken files
	@$(PY) -m pytest -n 2 --dist worksteal -m ""

lint: $(FULL) ## check style and types
	@$(PY) -m ruff check --quiet .
	@$(PY) -m ruff format --quiet --check .
	@$(PY) -m mypy --no-error-summary

fmt: $(FULL) ## lay the code out and mend what can be mended without thought
	@$(PY) -m ruff check --quiet --fix .
	@$(PY) -m ruff format --quiet .

setup: $(FULL) ## install everything for working on the project into .venv

COMPILE := $(PY) -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate \
	--no-emit-index-url --custom-compile-command "make lock" $(LOCKFLAGS) pyproject.toml requirements/build.in

# The full set is solved first and then binds the smaller ones, so that one package has one version in all three.
lock: $(FULL) ## solve the requirements anew (LOCKFLAGS=--upgrade for the newest versions)
	@$(COMPILE) --all-extras --output-file requirements/full.txt
	@$(COMPILE) --constraint requirements/full.txt --extra site --extra edit --extra test --output-file requirements/test.txt
	@$(COMPILE) --constraint requirements/full.txt --extra site --output-file requirements/site.txt

clean: ## remove what was built or installed
	@rm -rf build dist $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis

# One sentence and exit code 2 where the machine lacks something.
define need
$(if $(shell $(1) >/dev/null 2>&1 && echo yes),,$(error $(2)))
endef

$(VENV)/.made:
	$(call need,git --version,This project needs git: please install it)
	$(call need,$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))',This project needs Python 3.11 \
	or later as $(PYTHON): please install it or say `make PYTHON=...` with the path of one)
	$(call need,$(PYTHON) -c 'import ensurepip$(comma) venv',This project needs Python's venv module: \
	please install it (on Debian the package is python3-venv))
	@$(PYTHON) -m venv --clear $(VENV)
	@touch $@

define install
@echo "Installing requirements/$(1).txt into $(VENV) ..."
@$(PY) -m pip install --quiet --no-compile --require-hashes -r requirements/$(1).txt
@$(PY) -m pip install --quiet --no-deps --no-build-isolation -e .
@touch $(2)
endef

comma := ,

$(SITE): requirements/site.txt pyproject.toml $(VENV)/.made
	$(call install,site,$@)

$(TEST): requirements/test.txt pyproject.toml $(VENV)/.made
	$(call install,test,$(SITE) $@)

$(FULL): requirements/full.txt pyproject.toml $(VENV)/.made
	$(call install,full,$(SITE) $(TEST) $@)
