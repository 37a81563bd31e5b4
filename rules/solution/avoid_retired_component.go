package solution

import (
	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/solution"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidRetiredComponent = &rule.Rule{
	ID:        "solution-avoid-retired-component",
	Severity:  rule.High,
	Category:  rule.UpgradeReadiness,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Kinds:     kinds(),
	Requires:  requires(),
	Run:       runAvoidRetiredComponent,
}

// A fate is what became of a kind of component.
type fate struct{ kind, became, advice string }

// fates are the kinds of components that no environment of today makes anything of,
// by their elements. Source: "Important changes coming", read 2026-11.
func fates() map[string]fate {
	const pageless = "is deprecated and has had no page since the legacy web client was removed on 4 December 2020"
	return map[string]fate{
		"RelationshipRole":  {"relationship role", pageless, "use connection roles"},
		"mailmergetemplate": {"mail merge template", pageless, "use document templates"},
		"IsvConfig":         {"ISV.Config menu", "was replaced by the ribbon in Dynamics CRM 2011", "use a command"},
	}
}

func runAvoidRetiredComponent(p *rule.Pass) error {
	m := customizations.Of(p.Pass)
	for _, c := range m.Retired {
		if f, ok := fates()[c.Element]; ok {
			p.Reportf(c, solution.Of(p.Pass).Ref(), "The solution holds the %s %q, which %s; %s instead", f.kind, c.Name.Value, f.became, f.advice)
		}
	}
	return nil
}
