#!/usr/bin/env bash
# Runs the steps of the action as a runner would, on the example, and looks at what
# they leave. CI calls it; it needs Go alone.
set -euo pipefail
cd "$(dirname "$0")/../.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export GITHUB_ACTION_PATH=$PWD RUNNER_TEMP=$work GITHUB_PATH=$work/path GITHUB_OUTPUT=$work/output GITHUB_STEP_SUMMARY=$work/summary.md
fail() { echo "the action: $1" >&2; exit 1; }

.github/action/install.sh
PATH="$(cat "$work/path"):$PATH"
solcheck version

export SOLCHECK_SARIF=$work/solcheck.sarif SOLCHECK_HTML=$work/report.html SOLCHECK_CATEGORY=example
SOLCHECK_PATHS=testdata/example/ContosoServiceDesk_1_2_0_3.zip .github/action/check.sh >"$work/log"
[[ "$(cat "$work/output")" == status=1 ]] || fail "the status is $(cat "$work/output")"
grep -q '^::error file=testdata/example/ContosoServiceDesk_1_2_0_3.zip,title=Critical%3A meta-remove-dup-reg::' "$work/log" || fail 'there is no annotation'
grep -q '^## solcheck: 3 findings' "$work/summary.md" || fail 'there is no summary'
grep -q '"id":"solcheck/example/"' "$SOLCHECK_SARIF" || fail 'the category is not in the SARIF'
grep -q '<title>' "$SOLCHECK_HTML" || fail 'there is no page'

# Several paths and arguments, one a line, and nothing that fails.
: >"$work/output"
SOLCHECK_PATHS=$'testdata/clean/solution\ntestdata/example' SOLCHECK_ARGUMENTS=$'--disable\nmeta-remove-dup-reg' SOLCHECK_FAIL_ON=high SOLCHECK_ANNOTATIONS=false \
	.github/action/check.sh >"$work/log"
[[ "$(cat "$work/output")" == status=0 ]] || fail "the status is $(cat "$work/output")"
! grep -q '^::warning' "$work/log" || fail 'there are annotations'

# What cannot be done ends the job.
status=0
SOLCHECK_PATHS=testdata/missing .github/action/check.sh >"$work/log" 2>&1 || status=$?
[[ "$status" == 2 ]] || fail "the status for a missing path is $status"
echo 'the action works'
