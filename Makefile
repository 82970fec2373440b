# The commands that a newcomer and CI type. The work is in tools/; `make` alone lists the targets.

PORT ?= 8080
# The site's own address, e.g. BASE_URL=https://example.org/dashboard/ ; only canonical links, share
# tags and the sitemap need it.
BASE_URL ?=
# The prefecture of an edition in one file, two digits; all when empty.
PREF ?=
# Steps of `make test`, e.g. STEP="fmt native"; all when empty. Of the browser tests, e.g. TESTS="overview list".
STEP ?=
TESTS ?=
export TESTS

# Other programs expect target/release/snapshot, whatever the shell has set.
export CARGO_TARGET_DIR := $(CURDIR)/target

# In front of the shell's own PATH: trunk, wasm-bindgen, wasm-opt as tools/setup.sh has installed them.
with_tools = PATH="$$(tools/setup.sh path):$$PATH"
# trunk 0.21 takes NO_COLOR=1, as many shells set it, for a wrong option and stops.
trunk = $(with_tools) env -u NO_COLOR trunk

.PHONY: help serve build site single snapshot data lighthouse longtasks upgrade check quick test audit dev clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-11s %s\n", $$1, $$2}' Makefile

serve: build ## build the site and serve it on this machine (PORT=8080)
	@node tools/serve.mjs --dir dist --port $(PORT)

build: ## the site, into dist/ (BASE_URL=… if its address is known)
	@tools/setup.sh build
	$(trunk) build --release --offline
	$(MAKE) --no-print-directory site

site: snapshot
	target/release/snapshot site --dist dist $(if $(BASE_URL),--base-url "$(BASE_URL)")

snapshot: ## the maintainers' program, target/release/snapshot
	@$(with_tools) cargo build --release -p joint-procurement-snapshot

single: build ## the site as one file, into dist-single/ (PREF=31 for one prefecture and its neighbours)
	@node tools/single/build.mjs $(if $(PREF),--pref "$(PREF)")

data: snapshot ## rebuild the published snapshot from its source tables
	target/release/snapshot build --source public/data/source --out public/data

lighthouse: ## measure dist/ with Lighthouse (RUNS=5 of each page)
	@npm ci --prefix tools/lighthouse --loglevel=error --no-audit --no-fund --prefer-offline
	@CHROMIUM="$$(tools/setup.sh chromium)" node tools/lighthouse/run.mjs --runs $(or $(RUNS),5)

longtasks: ## how long pages block, dist/ against an older build (BASE=DIR, RUNS=7, CHECK=1 to fail)
	@tools/setup.sh browser
	@CHROMIUM="$$(tools/setup.sh chromium)" node tools/longtasks/run.mjs --base "$(BASE)" \
		--runs $(or $(RUNS),7) $(if $(CHECK),--check)

upgrade: ## let an installed copy of an older build become dist/ and look at what it keeps (BASE=DIR)
	@tools/setup.sh browser
	@BASE="$(BASE)" CHROMIUM="$$(tools/setup.sh chromium)" \
		node tests/e2e/node_modules/@playwright/test/cli.js test --config tests/e2e --project=upgrade

check: ## find most mistakes within minutes, before a commit
	@tools/test.sh --check

# Built fast and not small, for `make check`.
quick:
	@tools/setup.sh build
	@mkdir -p target
	$(trunk) build --offline --cargo-profile quick --dist target/quick-dist
	@$(with_tools) cargo build --profile quick -p joint-procurement-snapshot
	target/quick/snapshot site --dist target/quick-dist

test: ## everything that CI checks (STEP="fmt native" for some of it)
	@tools/test.sh $(STEP)

audit: ## unused dependencies, licences, known faults of packages; needs the network, no part of CI
	@tools/audit.sh

dev: ## rebuild and reload while editing, http://127.0.0.1:8081/
	@tools/setup.sh build
	$(trunk) serve --offline

clean: ## remove what was built; installed tools stay
	rm -rf dist dist-single target
