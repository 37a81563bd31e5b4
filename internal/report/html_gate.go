package report

import (
	"strings"

	"github.com/solcheck/solcheck/internal/engine"
)

// gateSections returns what the gates say: the certification checklist for each
// AppSource package, and what a managed environment would make of the import.
func gateSections(r *engine.Report) []htmlSection {
	var list []htmlSection
	for i := range r.Certifications {
		list = append(list, certificationSection(&r.Certifications[i], i, baseFolder(r)))
	}
	if r.Enforcement != nil {
		list = append(list, enforcementSection(r.Enforcement))
	}
	return list
}

func certificationSection(c *engine.Certification, i int, base string) htmlSection {
	s := htmlSection{
		ID:    "certification",
		Title: "AppSource certification checklist",
		Lead:  "This tells what the files say. Whether the app is accepted is for Microsoft's reviewers.",
		Open:  true,
	}
	if i > 0 {
		s.ID += "-" + grouped(i+1)
	}
	if c.Package != "" {
		s.Title += ": " + visible(strings.TrimPrefix(c.Package, base))
	}
	for j := range c.Steps {
		step := &c.Steps[j]
		item := htmlItem{Mark: string(step.Verdict), Text: step.ID.Title()}
		if len(step.Findings) > 0 {
			item.Notes = append(item.Notes, count(len(step.Findings), "finding")+": "+strings.Join(ruleCounts(step.Findings), ", "))
		}
		for _, n := range step.Notes {
			item.Notes = append(item.Notes, visible(n))
		}
		s.Items = append(s.Items, item)
	}
	return s
}

func enforcementSection(e *engine.Enforcement) htmlSection {
	s := htmlSection{ID: "managed-environment", Title: "Managed environment", Lead: verdictOf(e), Open: true}
	for _, v := range ruleCounts(e.Violations) {
		s.Items = append(s.Items, htmlItem{Text: v})
	}
	if e.Unread {
		s.Items = append(s.Items, htmlItem{Text: "Not everything could be checked, so it may find more."})
	}
	return s
}
