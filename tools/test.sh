#!/usr/bin/env bash
# `make test`: the steps below in this order, up to the first that fails.
#   tools/test.sh                    all of them
#   tools/test.sh fmt browser        only these (make test STEP="fmt browser")
#   TESTS="overview list"            of the browser tests only these files, or what else Playwright Test takes
#   tools/test.sh --check            `make check`: what finds most mistakes within minutes
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

STEPS="fmt lint clippy clippy-wasm native wasm data web budget browser"
CHECK="fmt lint clippy clippy-wasm native quick smoke"

title() {
  case $1 in
    fmt) echo "format" ;;
    lint) echo "spelling, and the subjects of commits" ;;
    clippy) echo "clippy (native)" ;;
    clippy-wasm) echo "clippy (wasm)" ;;
    native) echo "native tests" ;;
    wasm) echo "WebAssembly tests, in the browser" ;;
    data) echo "published data" ;;
    web) echo "web build, by trunk alone" ;;
    budget) echo "size budget" ;;
    browser) echo "browser tests" ;;
    quick) echo "quick web build" ;;
    smoke) echo "smoke journeys" ;;
    *) return 1 ;;
  esac
}

step_fmt() { cargo fmt --all --check; }

step_lint() {
  typos
  tools/commits.sh
}

# All crates; the application as it writes pages, and the program with the command that asks other sites.
natively=(--workspace --no-default-features)
natively+=(--features joint-procurement-dashboard/ssr,joint-procurement-snapshot/links)

step_clippy() { cargo clippy "${natively[@]}" --all-targets -- -D warnings; }
step_clippy-wasm() { cargo clippy --target wasm32-unknown-unknown --bin app --lib --test web -- -D warnings; }
step_native() { cargo test "${natively[@]}"; }

# tests/web in headless Chromium. The runner itself says headless; it is told which browser, and that on a
# busy machine it takes longer than the 20 seconds that it waits.
step_wasm() {
  node tools/bundle.mjs
  CHROMEDRIVER=$(tools/setup.sh driver)
  CHROMIUM=$(tools/setup.sh chromium) node -p >"$scratch/webdriver.json" \
    'JSON.stringify({ "goog:chromeOptions": { binary: process.env.CHROMIUM, args: ["--disable-gpu"] } })'
  export CHROMEDRIVER WASM_BINDGEN_TEST_WEBDRIVER_JSON="$scratch/webdriver.json" WASM_BINDGEN_TEST_TIMEOUT=120
  cargo test --target wasm32-unknown-unknown --test web | tee "$scratch/wasm.log"
  # The runner is content with no tests too.
  grep -Eq '^test result: ok\. [1-9]' "$scratch/wasm.log" || { echo "No test has run."; return 1; }
}

# The published snapshot is what its source tables build, byte for byte. A copy is built over, since
# the catalog also lists the older snapshots.
step_data() {
  make --no-print-directory snapshot
  cp -R public/data "$scratch/data"
  target/release/snapshot build --source "$scratch/data/source" --out "$scratch/data"
  diff -rq public/data "$scratch/data" || {
    echo "public/data is not what its source tables build. Run: make data, look at the change, commit it."
    return 1
  }
  target/release/snapshot check public/data
}

# Does what somebody does who knows only trunk, in a fresh clone of what is here. That is `trunk build --release`,
# whose dist/ the steps after this one look at, and `trunk serve`. It shares the folder of the compiler with this one.
step_web() {
  fresh_clone
  plainly trunk build --release
  rm -rf dist
  mv "$clone/dist" dist
  make --no-print-directory site
  CLONE=$clone CHROMIUM=$(tools/setup.sh chromium) plainly node "$playwright" test --config "$PWD/tests/e2e" --project=trunk
}

playwright=$PWD/tests/e2e/node_modules/@playwright/test/cli.js

# The same path each time, or the compiler would take it for another program.
clone="${TMPDIR:-/tmp}/joint-procurement-clone-$(id -u)-$(pwd | cksum | cut -d ' ' -f 1)"

fresh_clone() {
  rm -rf "$clone"
  mkdir -p "$clone"
  git ls-files -z --cached --others --exclude-standard |
    while IFS= read -r -d '' file; do if [ -e "$file" ]; then printf '%s\0' "$file"; fi; done |
    tar -c --null -T - -f - | tar -x -C "$clone" -f -
}

# plainly COMMAND...: runs it there with trunk, wasm-bindgen, wasm-opt and what they call on PATH, nothing else of ours.
plainly() {
  local program
  mkdir -p "$scratch/bin"
  for program in trunk wasm-bindgen wasm-opt cargo rustc node npm; do
    ln -sf "$(command -v "$program")" "$scratch/bin/$program"
  done
  (
    export CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-$PWD/target}" PATH="$scratch/bin:/usr/bin:/bin"
    cd "$clone"
    env -u NO_COLOR "$@" # trunk 0.21 takes NO_COLOR=1 for a wrong option
  )
}

# The site as fast as it can be built, beside dist/.
step_quick() { make --no-print-directory quick; }

step_budget() { node tools/budget.mjs; }

step_browser() {
  [ -d dist ] || { echo "There is no dist/: run the step web first."; return 1; }
  export FIREFOX
  FIREFOX=$(tools/setup.sh firefox)
  journeys
}

# A way or two through every kind of page.
step_smoke() {
  [ -d target/quick-dist ] || { echo "There is no target/quick-dist: run the step quick first."; return 1; }
  export DIST=target/quick-dist SNAPSHOT=target/quick/snapshot
  journeys --grep @smoke
}

# Playwright Test finds no tests to be a failure.
journeys() {
  export CHROMIUM
  CHROMIUM=$(tools/setup.sh chromium)
  # shellcheck disable=SC2086 # a list of words
  node "$playwright" test --config tests/e2e --project=site "$@" ${TESTS:-}
}

# shellcheck disable=SC2086 # a list of words
if [ "${1:-}" = --check ]; then set -- $CHECK; fi
for step in "$@"; do
  title "$step" >/dev/null || { echo "There is no step \"$step\". Steps: $STEPS quick smoke" >&2; exit 2; }
done
# Set-up is no step: it has its own messages, and takes a moment when all is there.
tools/setup.sh test
PATH="$(tools/setup.sh path):$PATH"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch" "$clone"' EXIT

# shellcheck disable=SC2086 # a list of words
[ $# -gt 0 ] || set -- $STEPS
passed=0 failed="" summary="" started=$SECONDS
for step in "$@"; do
  name=$(title "$step")
  printf '\n=== %s\n' "$name"
  begin=$SECONDS
  # A subshell of its own, not `if step_…`: a condition would switch `set -e` off inside the step.
  set +e
  (set -e; "step_$step")
  code=$?
  set -e
  if [ "$code" = 0 ]; then mark=ok; else mark=FAILED; fi
  summary+=$(printf '%5ds  %-6s  %s' $((SECONDS - begin)) "$mark" "$name")$'\n'
  if [ "$code" != 0 ]; then
    failed=$name
    break
  fi
  passed=$((passed + 1))
done

printf '\n%s%5ds  in all\n' "$summary" $((SECONDS - started))
if [ -n "$failed" ]; then
  printf '\nFAILED: %s (make test STEP=%s runs only this)\n%d passed, 1 failed\n' "$failed" "$step" "$passed"
  exit 1
fi
printf '\n%d passed, 0 failed\n' "$passed"
