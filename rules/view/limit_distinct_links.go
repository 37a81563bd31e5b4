package view

import (
	"github.com/solcheck/solcheck/analyzers/query"
	"github.com/solcheck/solcheck/rules/rule"
)

var limitDistinctLinks = &rule.Rule{
	ID:        "view-limit-distinct-links",
	Severity:  rule.Low,
	Category:  rule.Performance,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  antipatternsPage,
	Kinds:     kinds(),
	Requires:  requires(),
	Limit:     &rule.Limit{Default: 2, Least: 1, Most: 15, Of: "tables that a query with distinct links"},
	Run:       runLimitDistinctLinks,
}

func runLimitDistinctLinks(p *rule.Pass) error {
	for _, q := range query.Of(p.Pass).Queries {
		if n := q.Links(); n > p.Limit() && q.Distinct.Value && !q.Aggregate.Value {
			reportf(p, q, q, "is distinct and links %d tables, more than %d, so the server compares all rows of the join with each other; test linked tables by the link type \"exists\" or \"any\", which give each row once", n, p.Limit())
		}
	}
	return nil
}
