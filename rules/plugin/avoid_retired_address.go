package plugin

import (
	"github.com/solcheck/solcheck/rules/managed"
	"github.com/solcheck/solcheck/rules/retired"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidRetiredAddress = &rule.Rule{
	ID:        "plugin-avoid-retired-address",
	Severity:  rule.High,
	Category:  rule.UpgradeReadiness,
	Component: rule.ManagedCode,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-platform/important-changes-coming",
	Kinds:     managed.Kinds(),
	Requires:  managed.Requires(),
	Run:       runAvoidRetiredAddress,
}

func runAvoidRetiredAddress(p *rule.Pass) error {
	for c := range managed.Codes(p) {
		for _, text := range c.Texts {
			if found, t := retired.Address(text.Text); t != nil {
				managed.Reportf(p, c, text.Offset, text.Text, "holds %q, the %s, %s; %s", found, t.Label, t.Fate(), t.Advice)
			}
		}
	}
	return nil
}
