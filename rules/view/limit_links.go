package view

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var limitLinks = &rule.Rule{
	ID:        "view-limit-links",
	Severity:  rule.Low,
	Category:  rule.Performance,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  antipatternsPage,
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer},
	Limit:     &rule.Limit{Default: 4, Least: 1, Most: 15, Of: "tables that a query links"},
	Run:       runLimitLinks,
}

// The default is ours: the platform takes fifteen links, and of the views in real
// packages none has more than four.
func runLimitLinks(p *rule.Pass) error {
	for q := range customizations.Of(p.Pass).Queries() {
		if q.Of.Type == component.Report {
			continue // it runs seldom, and puts much together
		}
		if n := q.Links(); n > p.Limit() {
			p.Reportf(q, q.Of, "The query of %s links %d tables, more than %d; show fewer columns of other tables, or copy them to %q", q.Title, n, p.Limit(), q.Source.Table.Value)
		}
	}
	return nil
}
