package plugin

import (
	"strings"

	"github.com/solcheck/solcheck/rules/managed"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidProxyTypesReflection = &rule.Rule{
	ID:        "plugin-avoid-proxy-types-reflection",
	Severity:  rule.High,
	Category:  rule.UpgradeReadiness,
	Component: rule.ManagedCode,
	Rulesets:  rule.Everyday,
	Kinds:     managed.Kinds(),
	Requires:  managed.Requires(),
	Run:       runAvoidProxyTypesReflection,
}

// runAvoidProxyTypesReflection looks for the names of the platform's own types that old samples
// reach by reflection to get early-bound rows in workflow activities.
func runAvoidProxyTypesReflection(p *rule.Pass) error {
	for c := range managed.Codes(p) {
		for _, text := range c.Texts {
			if text.Text == "ProxyTypesAssembly" || strings.HasPrefix(text.Text, "Microsoft.Crm.Workflow.SynchronousRuntime.") {
				managed.Reportf(p, c, text.Offset, text.Text, "reaches into the platform by reflection for %q, which may change any day; convert rows with ToEntity instead", text.Text)
			}
		}
	}
	return nil
}
