package rule

import (
	"fmt"
	"strings"
)

// Headings are the second-level headings that every page has, in this order. A
// page may have "Differences" after them: where solcheck's verdict is not that
// of Microsoft's service.
func Headings() []string {
	return []string{"Why", "Incorrect", "Correct", "How to fix", "Known limits"}
}

// Summary returns the one line under the page's title.
func (r *Rule) Summary() string {
	_, rest, _ := strings.Cut(r.Page, "\n")
	line, _, _ := strings.Cut(strings.TrimSpace(rest), "\n")
	return strings.TrimSpace(line)
}

// Listed returns the summary as lists of rules show it: with the limit, where users
// may set one.
func (r *Rule) Listed() string {
	if r.Limit == nil {
		return r.Summary()
	}
	return fmt.Sprintf("%s The limit of %d can be set.", r.Summary(), r.Limit.Default)
}

// Section returns the text under one second-level heading of the page, without
// the heading and without blank lines around it.
func (r *Rule) Section(heading string) string {
	var section strings.Builder
	inside, fenced := false, false
	for line := range strings.Lines(r.Page) {
		if strings.HasPrefix(line, "```") {
			fenced = !fenced
		}
		if !fenced && strings.HasPrefix(line, "## ") {
			inside = strings.TrimSpace(line[3:]) == heading
			continue
		}
		if inside {
			section.WriteString(line)
		}
	}
	return strings.TrimSpace(section.String())
}
