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
	Run:       runLimitLinks,
}

// maxLinks is the number of linked tables from which a query is called heavy.
// The platform takes fifteen; of the views in real packages none has more than
// four.
const maxLinks = 4

func runLimitLinks(p *rule.Pass) error {
	for _, q := range query.Of(p.Pass).Queries {
		if q.Place == query.Report {
			continue // it runs seldom, and puts much together
		}
		if n := q.Links(); n > maxLinks {
			reportf(p, q, q, "links %d tables, more than %d; show fewer columns of other tables, or copy them to %q", n, maxLinks, q.Source.Table.Value)
		}
	}
	return nil
}
