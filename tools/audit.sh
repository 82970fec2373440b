#!/usr/bin/env bash
# `make audit`: what is to be said of the packages of others that this is made of. The lists of known faults change from
# day to day and come from the network, so this is no part of `make test`.
#
# It ends with 0 only where every part was checked and is in order, with 1 where something is not, and with 75
# where a part could not be checked.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

tools/setup.sh audit
PATH="$(tools/setup.sh path):$PATH"
log=$(mktemp)
trap 'rm -f "$log" "$log.report"' EXIT

# A number that none of the programs ends with.
NOT_CHECKED=75

deny() { cargo-deny --workspace --locked check --hide-inclusion-graph "$@"; }

part_crates() { deny licenses bans sources; }

part_unused() { cargo-machete --with-metadata; }

part_faults() {
  cargo-deny fetch db >"$log" 2>&1 || return $NOT_CHECKED
  deny advisories
}

# part_npm FOLDER: npm ends with 1 both for faults and where it got no answer; only an answer is a report.
part_npm() {
  local code=0
  npm audit --prefix "$1" --package-lock-only --json >"$log.report" 2>"$log" || code=$?
  grep -q '"auditReportVersion"' "$log.report" || return $NOT_CHECKED
  [ "$code" = 0 ] || { npm audit --prefix "$1" --package-lock-only || return 1; }
}

found=() unchecked=()

# part TITLE COMMAND...: a part that fails lets the others run.
part() {
  local title=$1 code=0
  shift
  echo "== $title"
  "$@" || code=$?
  case $code in
    0) ;;
    "$NOT_CHECKED") unchecked+=("$title") && grep -v '^$' "$log" || true ;;
    *) found+=("$title") ;;
  esac
}

part "licences, versions and origin of the crates (deny.toml)" part_crates
part "unused dependencies of the crates" part_unused
part "known faults of the crates" part_faults
for folder in tests/e2e tools tools/lighthouse; do
  part "known faults of the npm packages of $folder" part_npm "$folder"
done

echo
for title in ${found[@]+"${found[@]}"}; do echo "audit: NOT IN ORDER: $title"; done
for title in ${unchecked[@]+"${unchecked[@]}"}; do echo "audit: NOT CHECKED, the list could not be fetched: $title"; done
[ ${#found[@]} = 0 ] || exit 1
[ ${#unchecked[@]} = 0 ] || exit $NOT_CHECKED
echo "audit: everything was checked and is in order"
