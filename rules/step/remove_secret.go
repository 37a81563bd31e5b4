package step

import (
	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/secret"
	"github.com/solcheck/solcheck/rules/rule"
)

var removeSecret = &rule.Rule{
	ID:        "step-remove-secret",
	Severity:  rule.High,
	Category:  rule.Security,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-apps/developer/data-platform/register-plug-in#set-configuration-data",
	Kinds:     kinds(),
	Requires:  requires(),
	Run:       runRemoveSecret,
	Hides:     true,
}

func runRemoveSecret(p *rule.Pass) error {
	for _, step := range steps(p) {
		for _, found := range secret.Find(step.Configuration.Value) {
			p.Reportf(step.Configuration, step.Ref(), "Step %q has %s in its unsecure configuration, which everybody can read who has the solution; keep it in a secret environment variable, and change it", step.Name.Value, found.Kind)
		}
	}
	for _, e := range customizations.Of(p.Pass).ServiceEndpoints {
		for _, part := range []model.Text{e.URL, e.Path, e.NamespaceAddress} {
			for _, found := range secret.Find(part.Value) {
				p.Reportf(part, e.Ref(), "Service endpoint %q has %s in its address, which everybody can read who has the solution; take it out of the address, send it by the endpoint's authentication, and change it", e.Name.Value, found.Kind)
			}
		}
	}
	return nil
}
