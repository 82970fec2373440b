#!/usr/bin/env bash
# Tells which commits have a subject other than `area: imperative` of at most 65 characters.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# The subjects before this commit are older than the rule.
FIRST=b933571

# A downloaded folder has no history, and a shallow clone not all of it.
git cat-file -e "$FIRST^{commit}" 2>/dev/null || { echo "There is no history to look at."; exit 0; }

wrong=$(git log --no-merges --format='%h %s' "$FIRST..HEAD" | grep -Ev '^[0-9a-f]+ [a-z0-9-]+: [a-z].{0,}$' || true)
long=$(git log --no-merges --format='%h %s' "$FIRST..HEAD" | awk 'length(substr($0, index($0, " ") + 1)) > 65')
merges=$(git log --merges --format='%h %s' "$FIRST..HEAD")
[ -z "$wrong$long$merges" ] && exit 0
[ -z "$wrong" ] || printf 'Not of the form "area: imperative":\n%s\n' "$wrong"
[ -z "$long" ] || printf 'Longer than 65 characters:\n%s\n' "$long"
[ -z "$merges" ] || printf 'Merges; rebase instead:\n%s\n' "$merges"
exit 1
