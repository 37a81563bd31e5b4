#!/usr/bin/env bash
# Runs solcheck once and writes all that a pull request shows: SARIF, the job's
# summary, annotations. Status 1 is kept for the last step, so that the upload comes
# before it; status 2 ends the job at once.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

arguments=(check --format text --format "sarif=$SOLCHECK_SARIF" --format "markdown=$work/summary.md" --format "github=$work/annotations.txt" --quiet)
[[ -z "${SOLCHECK_RULESET:-}" ]] || arguments+=(--ruleset "$SOLCHECK_RULESET")
[[ -z "${SOLCHECK_FAIL_ON:-}" ]] || arguments+=(--fail-on "$SOLCHECK_FAIL_ON")
[[ -z "${SOLCHECK_CATEGORY:-}" ]] || arguments+=(--run-id "$SOLCHECK_CATEGORY")
[[ -z "${SOLCHECK_HTML:-}" ]] || arguments+=(--format "html=$SOLCHECK_HTML")
while IFS= read -r argument; do
	[[ -z "$argument" ]] || arguments+=("$argument")
done <<<"${SOLCHECK_ARGUMENTS:-}"
arguments+=(--)
while IFS= read -r path; do
	[[ -z "$path" ]] || arguments+=("$path")
done <<<"${SOLCHECK_PATHS:-.}"

status=0
solcheck "${arguments[@]}" >"$work/text.txt" || status=$?
# What a package says must not be taken for a command of the runner.
token="solcheck-$RANDOM$RANDOM$RANDOM"
echo "::stop-commands::$token"
cat "$work/text.txt"
echo "::$token::"
[[ "$status" -le 1 ]] || exit "$status"

if [[ "${SOLCHECK_ANNOTATIONS:-true}" == true ]]; then
	cat "$work/annotations.txt"
fi
cat "$work/summary.md" >>"$GITHUB_STEP_SUMMARY"
echo "status=$status" >>"$GITHUB_OUTPUT"
