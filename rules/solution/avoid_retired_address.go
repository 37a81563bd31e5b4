package solution

import (
	"github.com/solcheck/solcheck/rules/retired"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidRetiredAddress = &rule.Rule{
	ID:        "solution-avoid-retired-address",
	Severity:  rule.High,
	Category:  rule.UpgradeReadiness,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-platform/important-changes-coming",
	Kinds:     kinds(),
	Requires:  requires(),
	Run:       runAvoidRetiredAddress,
}

func runAvoidRetiredAddress(p *rule.Pass) error {
	for a := range addresses(p) {
		if found, t := retired.Address(a.Value); t != nil {
			p.Reportf(a, a.of, "%s holds %q, the %s, %s; %s", a.what, found, t.Label, t.Fate(), t.Advice)
		}
	}
	return nil
}
