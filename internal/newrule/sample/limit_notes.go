package sample

import (
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

// The default is ours: say by what it was set. For a number that the platform
// itself refuses to go beyond, leave Limit out and use a constant.
var limitNotes = &rule.Rule{
	ID:        "sample-limit-notes",
	Severity:  rule.Medium,
	Category:  rule.Maintainability,
	Component: rule.Configuration,
	Rulesets:  0, // in "all" alone until it was tried on real packages
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer},
	Limit:     &rule.Limit{Default: 1, Least: 1, Most: 1_000, Of: "notes in a solution"},
	Run:       runLimitNotes,
}

func runLimitNotes(p *rule.Pass) error {
	var notes []*customizations.WebResource
	for _, w := range customizations.Of(p.Pass).WebResources {
		if strings.HasSuffix(w.Name.Value, "/todo.txt") {
			notes = append(notes, w)
		}
	}
	if n := len(notes); n > p.Limit() {
		first := notes[0] // a place that does not depend on the limit
		p.Reportf(first.Name, first.Ref(), "There are %d notes to oneself, more than %d; remove what is done", n, p.Limit())
	}
	return nil
}
