package view

import (
	"github.com/solcheck/solcheck/analyzers/fetchxml"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/query"
	"github.com/solcheck/solcheck/rules/retired"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidLegacyProcess = &rule.Rule{
	ID:        "view-avoid-legacy-process",
	Severity:  rule.Medium,
	Category:  rule.UpgradeReadiness,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  retired.LegacyProcessPage,
	Kinds:     kinds(),
	Requires:  requires(),
	Run:       runAvoidLegacyProcess,
}

func runAvoidLegacyProcess(p *rule.Pass) error {
	for _, q := range query.Of(p.Pass).Queries {
		for s := range q.Sources() {
			if at := legacyProcess(s); at.IsSet() {
				reportf(p, q, at, "asks for the column %q of %q, %s", at.Value, s.Table.Value, retired.LegacyProcess)
			}
		}
	}
	return nil
}

// legacyProcess returns the first place where a query names the column of the
// active stage that tables had, not set for none.
func legacyProcess(s *fetchxml.Source) model.Text {
	for _, c := range s.Columns {
		if retired.IsLegacyProcess(c.Name.Value) {
			return c.Name
		}
	}
	for c := range s.Conditions() {
		if retired.IsLegacyProcess(c.Column.Value) {
			return c.Column
		}
	}
	for _, o := range s.Orders {
		if retired.IsLegacyProcess(o.Column.Value) {
			return o.Column
		}
	}
	for _, l := range s.Links {
		if retired.IsLegacyProcess(l.To.Value) {
			return l.To
		}
	}
	return model.Text{}
}
