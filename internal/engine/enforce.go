package engine

import (
	"slices"

	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

// EnforceMode is how a managed environment treats solutions with critical
// violations.
type EnforceMode string

// The modes.
const (
	Block EnforceMode = "block"
	Warn  EnforceMode = "warn"
)

// An Enforcement tells what a managed environment that enforces the solution
// checker would make of the import. Only critical rules of Microsoft's own list
// count there, at Microsoft's severity; comments, baselines and overrides of
// severity are unknown to it.
type Enforcement struct {
	Mode       EnforceMode
	Solutions  []string   // shown paths of the solutions that were looked at
	Violations []*Finding // of critical rules, in the order of reports
	Unread     bool       // something could not be checked, so there may be more
}

// Refused reports whether the import would be blocked.
func (e *Enforcement) Refused() bool { return e.Mode == Block && len(e.Violations) > 0 }

// IsBlocking reports whether a rule is one by which a managed environment refuses a
// solution.
func IsBlocking(r *rule.Rule) bool {
	return r.Severity == rule.Critical && r.Rulesets&rule.SolutionChecker != 0
}

// enforce collects what counts, from all findings, in whatever part of the report
// they are.
func (r *runner) enforce(out *Report) {
	e := &Enforcement{Mode: r.Enforce, Unread: len(out.NotChecked) > 0}
	for _, p := range out.Packages {
		if p.Kind == unit.Solution {
			e.Solutions = append(e.Solutions, p.Path)
		}
	}
	for _, list := range [][]Finding{out.Findings, out.Suppressed, out.Known} {
		for i := range list {
			if IsBlocking(list[i].Rule) {
				e.Violations = append(e.Violations, &list[i])
			}
		}
	}
	slices.SortStableFunc(e.Violations, func(a, b *Finding) int { return compareFindings(*a, *b) })
	out.Enforcement = e
}
