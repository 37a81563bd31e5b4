package packages

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/appsource"
	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidCountryBlank = &rule.Rule{
	ID:        "package-avoid-country-blank",
	Severity:  rule.High,
	Category:  rule.Supportability,
	Component: rule.Package,
	Rulesets:  rule.Everyday,
	Guidance:  appSourcePage,
	Kinds:     []unit.Kind{unit.AppSource},
	Requires:  []*analysis.Analyzer{appsource.Analyzer},
	Run:       runAvoidCountryBlank,
}

func runAvoidCountryBlank(p *rule.Pass) error {
	if m := appsource.Of(p.Pass); m.CountryBlank.IsSet() {
		p.Reportf(m.CountryBlank, component.Ref{}, "SupportedCountries holds a blank or a line end, which its reader takes for part of a code; write the codes with nothing but commas between them")
	}
	return nil
}
