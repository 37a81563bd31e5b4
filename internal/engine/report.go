package engine

import (
	"cmp"
	"slices"
	"strings"

	"github.com/solcheck/solcheck/rules/rule"
)

// report puts the outcome in order and sets aside what is suppressed or known.
func (r *runner) report() *Report {
	slices.SortFunc(r.packages, func(a, b Package) int { return cmp.Compare(a.Path, b.Path) })
	slices.SortFunc(r.skipped, compareSkipped)
	slices.SortFunc(r.findings, compareFindings)
	identify(r.findings, r.packages)
	out := &Report{Rules: sortedRules(r.Rules), Packages: r.packages, NotChecked: slices.Compact(r.skipped)}
	known := r.Baseline.matcher()
	place := func(f Finding) {
		if f.Suppression == nil {
			f.Suppression = r.entries.hold(&f)
		}
		switch {
		case f.Suppression != nil:
			out.Suppressed = append(out.Suppressed, f)
		case known.take(f.Fingerprint):
			f.Baseline = Unchanged
			out.Known = append(out.Known, f)
		default:
			if r.Baseline != nil {
				f.Baseline = New
			}
			out.Findings = append(out.Findings, f)
		}
	}
	for _, f := range r.findings {
		place(f)
	}
	unused := r.unused()
	slices.SortFunc(unused, compareFindings)
	identify(unused, nil)
	for _, f := range unused {
		place(f)
	}
	slices.SortStableFunc(out.Findings, compareFindings)
	return out
}

func sortedRules(rules []*rule.Rule) []*rule.Rule {
	sorted := slices.Clone(rules)
	slices.SortFunc(sorted, func(a, b *rule.Rule) int { return cmp.Compare(a.ID, b.ID) })
	return sorted
}

// Worst returns the worst severity among the live findings, 0 where there are
// none.
func (r *Report) Worst() rule.Severity {
	var worst rule.Severity
	for _, f := range r.Findings {
		worst = max(worst, f.Severity)
	}
	return worst
}

// squeeze makes statements equal that differ in blanks alone.
func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }
