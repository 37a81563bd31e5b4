package solution

import (
	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidLegacyApp = &rule.Rule{
	ID:        "solution-avoid-legacy-app",
	Severity:  rule.High,
	Category:  rule.UpgradeReadiness,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-platform/important-changes-coming",
	Kinds:     kinds(),
	Requires:  requires(),
	Run:       runAvoidLegacyApp,
}

func runAvoidLegacyApp(p *rule.Pass) error {
	for _, a := range customizations.Of(p.Pass).Apps {
		if a.ClientType.Is(customizations.LegacyWebClient) && !a.Unmodified {
			p.Reportf(a.ClientType, a.Ref(), "App %q cannot be opened: it is for the legacy web client, which was removed on 4 December 2020; make it one for Unified Interface", a.Name.Value)
		}
	}
	return nil
}
