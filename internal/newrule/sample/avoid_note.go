package sample

import (
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidNote = &rule.Rule{
	ID:        "sample-avoid-note",
	Severity:  rule.Medium,
	Category:  rule.Maintainability,
	Component: rule.Configuration,
	Rulesets:  0, // in "all" alone until it was tried on real packages
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer},
	Run:       runAvoidNote,
}

func runAvoidNote(p *rule.Pass) error {
	for _, w := range customizations.Of(p.Pass).WebResources {
		if strings.HasSuffix(w.Name.Value, "/todo.txt") {
			p.Reportf(w.Name, w.Ref(), "Web resource %q is a note to oneself; remove it", w.Name.Value)
		}
	}
	return nil
}
