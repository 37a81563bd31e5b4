package step

import (
	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/rules/rule"
)

var useSandbox = &rule.Rule{
	ID:        "step-use-sandbox",
	Severity:  rule.High,
	Category:  rule.OnlineMigration,
	Component: rule.ManagedCode,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-apps/developer/data-platform/register-plug-in#register-an-assembly",
	Kinds:     kinds(),
	Requires:  requires(),
	Run:       runUseSandbox,
}

func runUseSandbox(p *rule.Pass) error {
	for _, a := range customizations.Of(p.Pass).Assemblies {
		if a.Isolation.Is(customizations.NoIsolation) && !a.Unmodified {
			p.Reportf(a.Isolation, a.Ref(), "Assembly %q runs outside the sandbox, which no cloud environment allows; register it with the isolation mode of the sandbox (2), and see that its code needs no more", a.FullName.Name)
		}
	}
	return nil
}
