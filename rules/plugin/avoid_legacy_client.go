package plugin

import (
	"slices"

	"github.com/solcheck/solcheck/rules/managed"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidLegacyClient = &rule.Rule{
	ID:        "plugin-avoid-legacy-client",
	Severity:  rule.High,
	Category:  rule.UpgradeReadiness,
	Component: rule.ManagedCode,
	Rulesets:  rule.Everyday,
	Kinds:     managed.Kinds(),
	Requires:  managed.Requires(),
	Run:       runAvoidLegacyClient,
}

// legacy are the clients that speak protocols which Dataverse no longer has.
func legacy() []string {
	return []string{
		"Microsoft.Xrm.Sdk.Client.DiscoveryServiceProxy", "Microsoft.Xrm.Sdk.Client.OrganizationServiceProxy",
		"Microsoft.Xrm.Client.CrmConnection", "Microsoft.Xrm.Client.Services.OrganizationService",
	}
}

func runAvoidLegacyClient(p *rule.Pass) error {
	for call := range managed.Calls(p) {
		if name := call.Member.OwnerName(); call.IsNew(name) && slices.Contains(legacy(), name) {
			managed.ReportCall(p, call, "connects with %q, whose way to sign in (WS-Trust) was switched off online in April 2022; use the IOrganizationService that the plug-in is given", call.Member.Owner)
		}
	}
	return nil
}
