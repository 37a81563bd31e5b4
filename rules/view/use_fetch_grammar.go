package view

import (
	"github.com/solcheck/solcheck/analyzers/query"
	"github.com/solcheck/solcheck/rules/rule"
)

var useFetchGrammar = &rule.Rule{
	ID:        "view-use-fetch-grammar",
	Severity:  rule.High,
	Category:  rule.Usage,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-apps/developer/data-platform/fetchxml/reference/",
	Kinds:     kinds(),
	Requires:  requires(),
	Run:       runUseFetchGrammar,
}

func runUseFetchGrammar(p *rule.Pass) error {
	m := query.Of(p.Pass)
	for _, b := range m.Broken {
		p.Reportf(b, b.Of, "What %s passes as a query cannot be read, so the platform refuses it: %s", b.Title, b.Message)
	}
	for _, q := range m.Queries {
		newGrammar(p, q).judge()
	}
	return nil
}
