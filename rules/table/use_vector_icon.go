package table

import (
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var useVectorIcon = &rule.Rule{
	ID:        "table-use-vector-icon",
	Severity:  rule.Informational,
	Category:  rule.Usage,
	Component: rule.Configuration,
	Rulesets:  0,
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer},
	Run:       runUseVectorIcon,
}

func runUseVectorIcon(p *rule.Pass) error {
	m := customizations.Of(p.Pass)
	shown := make(map[string]bool) // tables that an app's navigation leads to
	for _, s := range m.SiteMaps {
		for _, a := range s.SubAreas {
			shown[strings.ToLower(a.Table.Value)] = a.VectorIcon.Value == "" || shown[strings.ToLower(a.Table.Value)]
		}
	}
	for _, t := range m.Tables {
		if t.IsDefined() && strings.Contains(t.Name.Value, "_") && t.VectorIcon.Value == "" && shown[strings.ToLower(t.Name.Value)] {
			p.Reportf(t.Name, t.Ref(), "Table %q has no icon of its own, so apps show the same puzzle piece for it as for others; add an SVG", t.Name.Value)
		}
	}
	return nil
}
