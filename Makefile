# The menu. On a fresh machine this needs make and one Python from 3.11 to 3.13, nothing else.
# Two commands to remember: `make run` and `make test`.

.DELETE_ON_ERROR:
.SUFFIXES:
.DEFAULT_GOAL := help
.PHONY: help run test check static docs bench-single lock clean

uv_version := 0.13.9
bin := .venv/bin
bench := benchmarks/.venv-bench

# uv would otherwise fetch a Python of its own when it does not like the one we found.
export UV_PYTHON_DOWNLOADS := never
# One cache folder may lie on another disk than the project; uv then copies, and need not warn.
export UV_LINK_MODE := copy
# A start of `koers` is counted in milliseconds: without compiled files it would mostly be compiling.
export UV_COMPILE_BYTECODE := 1
unexport PYTHONDONTWRITEBYTECODE

# uv does not read pip's settings: where pip was given a mirror, hand it on.
uv = UV_DEFAULT_INDEX="$${UV_DEFAULT_INDEX:-$${PIP_INDEX_URL:-$$($(bin)/python -m pip config get global.index-url 2>/dev/null || true)}}" $(bin)/uv --quiet
install = $(uv) pip install --python $(bin)/python

help: ## show this menu
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' Makefile

run: .venv/.base ## set up, then ask you which rights you have
	@if [ -t 0 ]; then $(bin)/koers ask; else \
	  echo "The interview needs a terminal: type 'make run' in one. Without it, put the facts in a file and run '$(bin)/koers rights FACTS.yaml --on DATE'."; \
	  $(bin)/koers --help; \
	fi

# pytest comes last, so that its closing line is the last thing printed.
test: static ## set up, then format, lint, types, imports and all tests
	@$(bin)/pytest --cov

check: static ## everything of `make test` but the tests, and the rulebook itself
	@$(bin)/koers check

static: .venv/.test
	@$(bin)/ruff format --check
	@$(bin)/ruff check
	@$(bin)/mypy
	@$(bin)/lint-imports --no-logo

docs: .venv/.test ## write the generated pages under docs/
	@$(bin)/python docs/generate.py

bench-single: $(bench)/.installed ## one person: Koers beside its peers
	@$(bench)/bin/python benchmarks/single.py

# Every lock takes its shared releases from requirements.txt, so any two can be installed together.
compile = $(uv) pip compile pyproject.toml --universal --python-version 3.11 --fork-strategy fewest \
	--generate-hashes --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" \
	$(if $(UPGRADE),--upgrade)

lock: .venv/.uv-$(uv_version) ## write requirements*.txt again (UPGRADE=1 takes newer releases)
	@$(compile) -o requirements.txt >/dev/null
	@for extra in test web fast cluster; do \
	  $(compile) --extra $$extra -c requirements.txt -o requirements-$$extra.txt >/dev/null || exit 1; \
	done

clean: ## remove what make and the tools made
	@rm -rf .venv $(bench) build dist koers.egg-info htmlcov .coverage .coverage.* .hypothesis \
	  .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	@find koers tests docs -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true

# Each stamp below lies inside the environment it speaks of, so it goes when the environment goes; and it is older
# than a changed lock, so the next command installs again. Otherwise a second run does nothing.

.venv/.base: requirements.txt pyproject.toml .venv/.uv-$(uv_version)
	@echo "Installing what Koers needs ..."
	@$(install) --require-hashes -r requirements.txt
	@$(install) --no-deps -e .
	@touch $@

.venv/.test: requirements-test.txt pyproject.toml .venv/.uv-$(uv_version)
	@echo "Installing what the tests need ..."
	@$(install) --require-hashes -r requirements-test.txt
	@$(install) --no-deps -e .
	@touch $@

# The peers stay out of .venv, and what they ask for may win over our own lock: they are what is measured.
$(bench)/.installed: benchmarks/requirements.txt requirements.txt pyproject.toml .venv/.uv-$(uv_version)
	@echo "Installing the peers ..."
	@$(bin)/python -m venv --clear --without-pip $(bench)
	@$(uv) pip install --python $(bench)/bin/python --require-hashes -r requirements.txt
	@$(uv) pip install --python $(bench)/bin/python -r benchmarks/requirements.txt
	@$(uv) pip install --python $(bench)/bin/python --no-deps -e .
	@touch $@

.venv/.uv-$(uv_version): $(bin)/python
	@$(bin)/python -m pip install -qq --disable-pip-version-check uv==$(uv_version)
	@touch $@

# Every candidate is started, not only looked up: a version manager may put a python3.12 on the path that
# answers "not installed". The second pass takes one without ensurepip, only to say what is missing.
define make_venv
set -eu
right_version='import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))'
choose() {
  for python in python3.11 python3.12 python3.13 python3; do
    if "$$python" -c "$$1" >/dev/null 2>&1; then return 0; fi
  done
  return 1
}
if ! choose "import ensurepip, venv; $$right_version"; then
  if ! choose "$$right_version"; then
    echo "Koers needs Python 3.11, 3.12 or 3.13, and none of them starts here. Install one (on Debian or Ubuntu: apt-get install python3 python3-venv) and run make again." >&2
    exit 1
  fi
  package="$$("$$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')"
  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing $$package, without which $$python cannot make an environment ..."
    { apt-get update && apt-get install -y --no-install-recommends "$$package"; } >/dev/null || true
  fi
  if ! "$$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then
    echo "$$python cannot make an environment, because its venv module is not whole. On Debian or Ubuntu: apt-get install $$package (as root). Then run make again." >&2
    exit 1
  fi
fi
# Half an environment must not pass for a whole one at the next run.
"$$python" -m venv --clear .venv || { rm -rf .venv; exit 1; }
endef
export make_venv

# The Python under an environment may have been upgraded or removed. What no longer starts is thrown away
# while this file is read: later, make would already have believed the stamps inside.
ifneq ($(wildcard .venv),)
ifneq ($(shell { $(bin)/python -c 'import pip' && echo works; } 2>/dev/null),works)
$(shell rm -rf .venv)
endif
endif

$(bin)/python:
	@echo "Making .venv ..."
	@sh -c "$$make_venv"
