package step

import (
	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/rules/rule"
)

var useServerDeployment = &rule.Rule{
	ID:        "step-use-server-deployment",
	Severity:  rule.Low,
	Category:  rule.OnlineMigration,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-apps/developer/data-platform/register-plug-in#deployment",
	Kinds:     kinds(),
	Requires:  requires(),
	Run:       runUseServerDeployment,
}

func runUseServerDeployment(p *rule.Pass) error {
	for _, step := range steps(p) {
		switch {
		case step.SupportedDeployment.Is(customizations.OutlookOnly):
			p.Reportf(step.SupportedDeployment, step.Ref(), "Step %q is registered for the offline client for Outlook alone, which was taken away in October 2020, so it never runs; register it for the server, or remove it", step.Name.Value)
		case step.SupportedDeployment.Is(customizations.ServerOutlook):
			p.Reportf(step.SupportedDeployment, step.Ref(), "Step %q is registered for the offline client for Outlook too, which was taken away in October 2020; register it for the server alone", step.Name.Value)
		}
	}
	return nil
}
