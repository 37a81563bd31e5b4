package ribbon

import (
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeLabel = &rule.Rule{
	ID:        "ribbon-include-label",
	Severity:  rule.Medium,
	Category:  rule.Usage,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer},
	Run:       runIncludeLabel,
}

// labelDirective is what the ID of a label stands behind.
const labelDirective = "$LocLabels:"

func runIncludeLabel(p *rule.Pass) error {
	m := customizations.Of(p.Pass)
	defined := make(map[string]bool)
	for b := range m.Ribbons() {
		for _, l := range b.Labels {
			defined[strings.ToLower(l.ID.Value)] = true
		}
	}
	for b := range m.Ribbons() {
		for _, c := range b.Controls {
			id, isLabel := strings.CutPrefix(c.Label.Value, labelDirective)
			if isLabel && !defined[strings.ToLower(id)] && !isPlatforms(id) {
				p.Reportf(c.Label, b.Ref(), "%s %q has the label %q, which the solution does not hold, so it shows no text; add the label", c.Kind, c.ID.Value, id)
			}
		}
	}
	return nil
}
