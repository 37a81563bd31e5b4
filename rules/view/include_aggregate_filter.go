package view

import (
	"github.com/solcheck/solcheck/analyzers/query"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeAggregateFilter = &rule.Rule{
	ID:        "view-include-aggregate-filter",
	Severity:  rule.Low,
	Category:  rule.Performance,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-apps/developer/data-platform/fetchxml/aggregate-data",
	Kinds:     kinds(),
	Requires:  requires(),
	Run:       runIncludeAggregateFilter,
}

// mostAggregated is the number of rows that the platform takes in for one query
// with aggregates.
const mostAggregated = 50_000

func runIncludeAggregateFilter(p *rule.Pass) error {
	for _, q := range query.Of(p.Pass).Queries {
		if q.Aggregate.Value && q.Source != nil && q.Place != query.Chart && !q.Partial && !q.IsFiltered() {
			reportf(p, q, q, "adds up all rows of %q, and fails with an error when there are more than %d; add a filter, by date for instance, and ask several times", q.Source.Table.Value, mostAggregated)
		}
	}
	return nil
}
