package view

import (
	"github.com/solcheck/solcheck/analyzers/query"
	"github.com/solcheck/solcheck/rules/rule"
)

var limitLinks = &rule.Rule{
	ID:        "view-limit-links",
	Severity:  rule.Low,
	Category:  rule.Performance,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  antipatternsPage,
	Kinds:     kinds(),
	Requires:  requires(),
	Limit:     &rule.Limit{Default: 4, Least: 1, Most: 15, Of: "tables that a query links"},
	Run:       runLimitLinks,
}

// The default is ours: the platform takes fifteen links, and of the views in real
// packages none has more than four.
func runLimitLinks(p *rule.Pass) error {
	for _, q := range query.Of(p.Pass).Queries {
		if q.Place == query.Report {
			continue // it runs seldom, and puts much together
		}
		if n := q.Links(); n > p.Limit() {
			reportf(p, q, q, "links %d tables, more than %d; show fewer columns of other tables, or copy them to %q", n, p.Limit(), q.Source.Table.Value)
		}
	}
	return nil
}
