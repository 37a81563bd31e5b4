package step

import (
	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/rules/rule"
)

var useServerDeployment = &rule.Rule{
	ID:        "step-use-server-deployment",
	Severity:  rule.Medium,
	Category:  rule.OnlineMigration,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Kinds:     kinds(),
	Requires:  requires(),
	Run:       runUseServerDeployment,
}

func runUseServerDeployment(p *rule.Pass) error {
	for _, step := range steps(p) {
		if step.SupportedDeployment.Is(customizations.OutlookOnly) || step.SupportedDeployment.Is(customizations.ServerOutlook) {
			p.Reportf(step.SupportedDeployment, step.Ref(), "Step %q is registered for the offline client for Outlook, which was taken away in October 2020; register it for the server alone", step.Name.Value)
		}
	}
	return nil
}
