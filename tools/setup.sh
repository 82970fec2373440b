#!/usr/bin/env bash
# Installs what the build and the tests need and is not there yet. Tools of the right version on PATH
# are used as they are; the others go into a cache that all clones share, one folder per version.
#
#   tools/setup.sh build      what `make build` needs
#   tools/setup.sh test       that, a browser with its driver, nginx and rsvg-convert for the tests
#   tools/setup.sh audit      what `make audit` needs
#   tools/setup.sh browser    what it takes to look at a site that is built
#   tools/setup.sh path       prints what to put in front of PATH
#   tools/setup.sh chromium   prints the browser that the tests use
#   tools/setup.sh driver     prints the program that drives it in the WebAssembly tests
#
# Interrupted? Run it again: nothing counts as installed until it runs and names its version.
# TOOLS_DIR moves the cache; CHROMIUM names a browser, CHROMEDRIVER its driver, NGINX the web server.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

TOOLS=${TOOLS_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/joint-procurement-dashboard}
# Each version has one home: trunk's in Trunk.toml, wasm-bindgen's in Cargo.lock.
TRUNK=$(sed -n 's/^trunk-version = "=\(.*\)"$/\1/p' Trunk.toml)
WASM_BINDGEN=$(sed -n '/^name = "wasm-bindgen"$/{n;s/^version = "\(.*\)"$/\1/p;}' Cargo.lock)
TYPOS=1.52.0
DENY=0.20.2
MACHETE=0.9.2

say() { printf 'setup: %s\n' "$*" >&2; }
die() {
  printf '\nsetup: %s\n' "$1" >&2
  shift
  [ $# -eq 0 ] || printf '       %s\n' "$@" >&2
  exit 1
}

# failed WHAT: most often it is the network.
failed() {
  die "This step failed: $1" \
    "The lines above say why. If they speak of the network: the Rust, npm or Debian package registry" \
    "could not be reached. Check the connection or the proxy settings (HTTPS_PROXY), then run the same" \
    "command again; what is installed already stays."
}

# run WHAT COMMAND...: runs it.
run() {
  local what=$1
  shift
  say "$what"
  "$@" >&2 || failed "$what"
}

tool_path() {
  local path="$PWD/tools/node_modules/.bin" tool
  for tool in trunk-$TRUNK wasm-bindgen-$WASM_BINDGEN typos-$TYPOS cargo-deny-$DENY cargo-machete-$MACHETE; do
    path="$path:$TOOLS/$tool/bin"
  done
  # rustup's folder, for shells that were open before Rust was installed.
  if ! command -v cargo >/dev/null && [ -x "$HOME/.cargo/bin/cargo" ]; then path="$path:$HOME/.cargo/bin"; fi
  printf '%s\n' "$path"
}

# --- Rust ---------------------------------------------------------------------------------------------

need_rust() {
  command -v cargo >/dev/null || die "cargo, Rust's build tool, is missing." \
    "Install Rust from https://rustup.rs and open a new shell."
  command -v cc >/dev/null || die "A C compiler (cc) is missing; Rust links with it." \
    "Debian, Ubuntu: apt-get install build-essential   macOS: xcode-select --install"
  # The first call lets rustup install the toolchain that rust-toolchain.toml names.
  rustc --version >/dev/null || die "The Rust toolchain of rust-toolchain.toml could not be installed." \
    "See the lines above; without a network, install it beforehand with rustup."
  local have want
  have=$(rustc --version | cut -d ' ' -f 2)
  want=$(sed -n 's/^rust-version = "\(.*\)"$/\1/p' Cargo.toml)
  [ "$(printf '%s\n' "$want" "$have" | sort -V | head -n 1)" = "$want" ] ||
    die "Rust $have is too old, $want is needed." "Install Rust from https://rustup.rs, or update it."

  if [ ! -d "$(rustc --print target-libdir --target wasm32-unknown-unknown)" ]; then
    command -v rustup >/dev/null || die "Rust's target wasm32-unknown-unknown is missing." \
      "Install Rust from https://rustup.rs, or your system's package of Rust's standard library for wasm32."
    run "adding Rust's target wasm32-unknown-unknown" rustup target add wasm32-unknown-unknown
  fi
  # trunk is called offline, so that it never downloads tools of its own: crates must be there before.
  if ! cargo fetch --offline --quiet 2>/dev/null; then
    run "fetching the Rust dependencies" cargo fetch ${CI:+--locked}
  fi
}

need_rust_lints() {
  cargo fmt --version >/dev/null 2>&1 && cargo clippy --version >/dev/null 2>&1 && return
  command -v rustup >/dev/null || die "rustfmt or clippy is missing." "Install Rust from https://rustup.rs."
  run "adding rustfmt and clippy" rustup component add rustfmt clippy
}

# is PROGRAM VERSION: whether it runs and is this version.
is() { [ "$("$1" --version 2>/dev/null | cut -d ' ' -f 2)" = "$2" ]; }

# fetched CRATE VERSION FOLDER: takes the program ready made, where cargo binstall is there to do so.
fetched() {
  cargo binstall -V >/dev/null 2>&1 || return 1
  say "fetching $1 $2"
  cargo binstall --no-confirm --no-track --disable-strategies compile --install-path "$3" "$1@$2" >&2 && return
  say "there is none ready made, or it did not come; building it"
  return 1
}

# built PROGRAM VERSION CRATE MINUTES FOLDER [CARGO INSTALL OPTIONS...]: the build folder stays until it is in its
# place, so that an interrupted build goes on where it stopped.
built() {
  local program=$1 version=$2 crate=$3 minutes=$4 folder=$5
  shift 5
  export CARGO_TARGET_DIR="$TOOLS/build/$program-$version"
  # Fast to build rather than fast to run: trunk's own profile takes three times as long.
  export CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_PROFILE_RELEASE_OPT_LEVEL=1
  rm -rf "$folder"
  run "building $program $version (once, about $minutes minutes)" \
    cargo install "$crate" --version "$version" --root "$folder" "$@"
}

# need_cargo_tool PROGRAM VERSION CRATE MINUTES [CARGO INSTALL OPTIONS...]
need_cargo_tool() {
  local program=$1 version=$2 crate=$3 minutes=$4
  shift 4
  local home="$TOOLS/$program-$version"
  if is "$home/bin/$program" "$version" || is "$program" "$version"; then return; fi

  mkdir -p "$TOOLS"
  (
    # Two clones setting up at once: the second waits and finds the work done.
    if command -v flock >/dev/null; then flock 9; fi
    if is "$home/bin/$program" "$version"; then exit 0; fi
    # Beside its place, and moved there whole.
    rm -rf "$home.partial"
    fetched "$crate" "$version" "$home.partial/bin" && is "$home.partial/bin/$program" "$version" ||
      built "$program" "$version" "$crate" "$minutes" "$home.partial" "$@"
    is "$home.partial/bin/$program" "$version" || die "$program $version was installed, but does not run."
    rm -rf "$home" "$TOOLS/build/$program-$version"
    mv "$home.partial" "$home"
  ) 9>"$TOOLS/.lock"
}

# --- Node ---------------------------------------------------------------------------------------------

need_node() {
  local hint="Install Node.js 20 or newer from https://nodejs.org (npm comes with it)."
  command -v node >/dev/null || die "Node.js is missing." "$hint"
  command -v npm >/dev/null || die "npm is missing." "$hint"
  [ "$(node -p 'process.versions.node.split(".")[0]')" -ge 20 ] || die "Node.js $(node --version) is too old." "$hint"
}

# need_packages FOLDER: its npm packages, installed again only when the lock file has changed.
need_packages() { node tools/packages.mjs "$1" >&2 || failed "installing the npm packages of $1"; }

# --- Browser ------------------------------------------------------------------------------------------

# found VARIABLE PROGRAM...: prints the program that the variable names, else the first that is there.
found() {
  local variable=$1 name
  shift
  if [ -n "${!variable:-}" ]; then
    command -v "${!variable}" || die "$variable is set to ${!variable}, which is no program."
    return
  fi
  for name in "$@"; do if command -v "$name"; then return; fi; done
  return 1
}

find_chromium() { found CHROMIUM chromium google-chrome google-chrome-stable chromium-browser; }
find_driver() {
  found CHROMEDRIVER chromedriver chromium.chromedriver /usr/lib/chromium/chromedriver \
    /usr/lib/chromium-browser/chromedriver
}
find_rsvg() { command -v rsvg-convert; }
find_firefox() { found FIREFOX firefox-esr firefox; }

# major PROGRAM: the first part of its version.
major() { "$1" --version 2>/dev/null | sed -n 's/^[^0-9]*\([0-9]*\)\..*$/\1/p' | head -n 1; }

# A driver refuses a browser of another version.
matching_driver() {
  local browser driver
  browser=$(find_chromium) || die "No Chromium found; run: tools/setup.sh test"
  driver=$(find_driver) || die "No chromedriver found; run: tools/setup.sh test"
  [ "$(major "$browser")" = "$(major "$driver")" ] ||
    die "$driver is of version $(major "$driver"), $browser of version $(major "$browser")." \
      "Install both from one source, or set CHROMIUM and CHROMEDRIVER to two that belong together."
  printf '%s\n' "$driver"
}

# may_install: whether this script may install packages of the system.
may_install() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }

apt_install() {
  run "updating the package list" apt-get update -q
  DEBIAN_FRONTEND=noninteractive run "installing $*" apt-get install -q -y --no-install-recommends "$@"
}

# need_program FIND PACKAGE PROBLEM REMEDY: installs what FIND does not find, where that is allowed.
need_program() {
  if "$1" >/dev/null; then return; fi
  if may_install; then apt_install "$2"; fi
  "$1" >/dev/null || die "$3" "$4" "Debian: apt-get install $2 (as root this script does it)."
}

# Without a font with kanji the pages are boxes, and widths in the tests mean nothing.
has_japanese_font() { ! command -v fc-list >/dev/null || [ -n "$(fc-list :lang=ja family)" ]; }

need_browser() {
  if find_chromium >/dev/null && find_driver >/dev/null && has_japanese_font; then return; fi
  if may_install; then
    local packages=(fonts-noto-cjk)
    find_driver >/dev/null || packages+=(chromium-driver)
    find_chromium >/dev/null || packages+=(chromium fontconfig)
    apt_install "${packages[@]}"
  fi
  find_chromium >/dev/null || die "No Chromium for the browser tests." \
    "Install Chromium or Google Chrome, or set CHROMIUM to the program." \
    "Debian: apt-get install chromium chromium-driver fonts-noto-cjk (as root this script does it)."
  find_driver >/dev/null || die "No chromedriver for the WebAssembly tests." \
    "Install the one of your browser's version, or set CHROMEDRIVER to the program." \
    "Debian: apt-get install chromium-driver (as root this script does it)."
  has_japanese_font || say "No Japanese font found: install one (fonts-noto-cjk), or the tests measure boxes."
}

# --- Web server -----------------------------------------------------------------------------------------

# Debian keeps it where only root looks.
has_nginx() { PATH="$PATH:/usr/sbin" command -v "${NGINX:-nginx}" >/dev/null; }

# The statements of docs/hosting.md on nginx are tested with it. The tests start it themselves: as a service of this
# machine it is neither started now nor at the next start.
need_nginx() {
  if has_nginx; then return; fi
  if may_install; then
    local policy=/usr/sbin/policy-rc.d own=""
    if [ ! -e "$policy" ]; then
      own=$policy
      printf '#!/bin/sh\nexit 101\n' >"$policy" && chmod +x "$policy"
    fi
    apt_install nginx libnginx-mod-http-brotli-static
    if [ -n "$own" ]; then rm -f "$own"; fi
    if command -v systemctl >/dev/null; then systemctl --quiet disable nginx >&2 || true; fi
  fi
  has_nginx || die "No nginx for the tests of docs/hosting.md." \
    "Install nginx, or set NGINX to the program." \
    "Debian: apt-get install nginx libnginx-mod-http-brotli-static (as root this script does it)."
}

# ------------------------------------------------------------------------------------------------------

setup_build() {
  [ -n "$TRUNK" ] || die "Trunk.toml names no trunk-version."
  [ -n "$WASM_BINDGEN" ] || die "Cargo.lock names no wasm-bindgen."
  need_node
  need_rust
  need_packages tools
  need_cargo_tool trunk "$TRUNK" trunk 6 --locked --no-default-features --features rustls
  # Without --locked: its lock file holds crate versions that registries have withdrawn.
  need_cargo_tool wasm-bindgen "$WASM_BINDGEN" wasm-bindgen-cli 3
}

setup_browser() {
  need_node
  need_packages tools
  need_packages tests/e2e
  need_browser
}

setup_test() {
  setup_build
  command -v wasm-bindgen-test-runner >/dev/null || die "wasm-bindgen is there without its wasm-bindgen-test-runner." \
    "Remove it, so that this script installs both, or install all of wasm-bindgen-cli $WASM_BINDGEN."
  need_rust_lints
  need_cargo_tool typos "$TYPOS" typos-cli 3 --locked
  if [ -f tests/e2e/package-lock.json ]; then need_packages tests/e2e; fi
  need_browser
  need_program find_firefox firefox-esr "No Firefox for the tests of the edition in one file." \
    "Install Firefox, or set FIREFOX to the program."
  need_program find_rsvg librsvg2-bin "No rsvg-convert for the tests of saved pictures." "Install librsvg."
  need_nginx
}

setup_audit() {
  need_node
  need_rust
  need_cargo_tool cargo-deny "$DENY" cargo-deny 2 --locked
  need_cargo_tool cargo-machete "$MACHETE" cargo-machete 1 --locked
}

front=$(tool_path)
PATH="$front:$PATH"
case "${1:-}" in
  build) setup_build ;;
  test) setup_test ;;
  audit) setup_audit ;;
  browser) setup_browser ;;
  path) printf '%s\n' "$front" ;;
  chromium) find_chromium || die "No Chromium found; run: tools/setup.sh test" ;;
  firefox) find_firefox || die "No Firefox found; run: tools/setup.sh test" ;;
  driver) matching_driver ;;
  *) sed -n '2,/^set /{/^#/s/^# \{0,1\}//p;}' "$0" && exit 2 ;;
esac
