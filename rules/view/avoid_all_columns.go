package view

import (
	"github.com/solcheck/solcheck/analyzers/fetchxml"
	"github.com/solcheck/solcheck/analyzers/query"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidAllColumns = &rule.Rule{
	ID:        "view-avoid-all-columns",
	Severity:  rule.Medium,
	Category:  rule.Performance,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  antipatternsPage,
	Kinds:     kinds(),
	Requires:  requires(),
	Run:       runAvoidAllColumns,
}

func runAvoidAllColumns(p *rule.Pass) error {
	for _, q := range query.Of(p.Pass).Queries {
		if q.IsFilter {
			continue
		}
		for s := range q.Sources() {
			switch {
			case q.Aggregate.Value: // it adds up, and all columns are refused there: see view-use-fetch-grammar
			case s.AllColumns.IsSet():
				reportf(p, q, s.AllColumns, "fetches all columns of %q; name the ones that are %s", s.Table.Value, used(q))
			case namesNone(q, s):
				reportf(p, q, s, "names no column of %q, so all are fetched; name the ones that are %s", s.Table.Value, used(q))
			}
		}
	}
	return nil
}

// namesNone reports whether a query returns all columns of a table because it
// names none, as the platform does for the table that is asked and not for linked
// ones. The grid of a view adds its own.
func namesNone(q *query.Query, s *fetchxml.Source) bool {
	return !s.IsLink && len(s.Columns) == 0 && !s.NoColumns.IsSet() && !q.Partial && q.Place != query.View
}

// used says in a word what is done with columns.
func used(q *query.Query) string {
	if q.Place >= query.Flow {
		return "used"
	}
	return "shown"
}
