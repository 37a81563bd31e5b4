package view

import (
	"slices"

	"github.com/solcheck/solcheck/analyzers/fetchxml"
	"github.com/solcheck/solcheck/analyzers/query"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeQuickFindColumn = &rule.Rule{
	ID:        "view-include-quick-find-column",
	Severity:  rule.Medium,
	Category:  rule.Usage,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  requires(),
	Run:       runIncludeQuickFindColumn,
}

func runIncludeQuickFindColumn(p *rule.Pass) error {
	for _, q := range query.Of(p.Pass).Queries {
		if q.View == nil || !q.View.IsQuickFind.Value || q.Source == nil || searches(q.Source) {
			continue
		}
		p.Reportf(q, q.Of, "Quick find %s names no column to look into, so what users type into the search of %q is not looked for; add find columns to it", q.Title, q.Source.Table.Value)
	}
	return nil
}

func searches(s *fetchxml.Source) bool {
	for _, quick := range s.Conditions() {
		if quick {
			return true
		}
	}
	return slices.ContainsFunc(s.Links, searches)
}
