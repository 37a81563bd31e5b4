package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/solcheck/solcheck/internal/engine"
)

// certifications writes the steps of the certification checklist, each with its
// verdict and what stands behind it.
func (t *textWriter) certifications(r *engine.Report) {
	for i := range r.Certifications {
		c := &r.Certifications[i]
		t.paragraph()
		title := "AppSource certification checklist"
		if c.Package != "" {
			title += ": " + visible(c.Package)
		}
		t.line(t.styled(bold, title))
		for j := range c.Steps {
			t.step(&c.Steps[j])
		}
	}
	if len(r.Certifications) > 0 {
		t.paragraph()
		t.wrapped("This tells what the files say. Whether the app is accepted is for Microsoft's reviewers.")
	}
}

// verdictStyle is how a verdict is shown.
func verdictStyle(v engine.Verdict) style {
	switch v {
	case engine.Failed:
		return red
	case engine.Passed:
		return plain
	default:
		return faint
	}
}

func (t *textWriter) step(s *engine.Step) {
	verdict := string(s.Verdict)
	t.line("  ", fmt.Sprintf("%-18s", s.ID.Title()), t.styled(verdictStyle(s.Verdict), verdict))
	if len(s.Findings) > 0 {
		t.note("", count(len(s.Findings), "finding")+": "+strings.Join(ruleCounts(s.Findings), ", "))
	}
	for _, n := range s.Notes {
		t.note("", visible(n))
	}
}

// ruleCounts lists the rules behind findings, each with how many there are where
// that is more than one, in the order of the worst.
func ruleCounts(findings []*engine.Finding) []string {
	counts := make(map[string]int)
	sorted := slices.Clone(findings)
	slices.SortStableFunc(sorted, func(a, b *engine.Finding) int { return int(b.Severity) - int(a.Severity) })
	var order []string
	for _, f := range sorted {
		if counts[f.Rule.ID] == 0 {
			order = append(order, f.Rule.ID)
		}
		counts[f.Rule.ID]++
	}
	for i, id := range order {
		if n := counts[id]; n > 1 {
			order[i] = fmt.Sprintf("%s (%d)", id, n)
		}
	}
	return order
}

// enforcement writes what a managed environment would make of the import.
func (t *textWriter) enforcement(e *engine.Enforcement) {
	if e == nil {
		return
	}
	t.paragraph()
	t.line(t.styled(bold, "Managed environment"))
	t.note("", verdictOf(e))
	for _, v := range ruleCounts(e.Violations) {
		t.note("", v)
	}
	if e.Unread {
		t.note("", "Not everything could be checked, so it may find more.")
	}
}

// verdictOf says in a sentence what a managed environment would do.
func verdictOf(e *engine.Enforcement) string {
	switch {
	case len(e.Solutions) == 0:
		return "No solution was given, so there is nothing that could be refused."
	case len(e.Violations) == 0:
		return "It would import " + count(len(e.Solutions), "solution") + ": no critical rule of Microsoft's list is violated."
	case e.Refused():
		return "It would refuse the import: " + count(len(e.Violations), "critical violation") + "."
	default:
		return "It would warn of " + count(len(e.Violations), "critical violation") + " and import."
	}
}
