package plugin

import (
	"slices"
	"strings"

	"github.com/solcheck/solcheck/analyzers/assembly"
	"github.com/solcheck/solcheck/rules/managed"
	"github.com/solcheck/solcheck/rules/retired"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidLegacyProcess = &rule.Rule{
	ID:        "plugin-avoid-legacy-process",
	Severity:  rule.Medium,
	Category:  rule.UpgradeReadiness,
	Component: rule.ManagedCode,
	Rulesets:  rule.Everyday,
	Guidance:  retired.LegacyProcessPage,
	Kinds:     managed.Kinds(),
	Requires:  managed.Requires(),
	Run:       runAvoidLegacyProcess,
}

func runAvoidLegacyProcess(p *rule.Pass) error {
	for call := range managed.Calls(p) {
		switch {
		case isSetProcess(call):
			managed.ReportCall(p, call, "uses the deprecated request \"SetProcess\"; create or update a row of the business process flow's own table")
		case namesStage(call):
			managed.ReportCall(p, call, "uses the column \"stageid\", %s", retired.LegacyProcess)
		}
	}
	return nil
}

// isSetProcess reports whether a call makes the request SetProcess, by its class or
// by the message's name.
func isSetProcess(call *assembly.Call) bool {
	const request = "Microsoft.Xrm.Sdk.OrganizationRequest"
	return call.IsNew("Microsoft.Crm.Sdk.Messages.SetProcessRequest") ||
		(call.IsNew(request) || call.Is(request, "set_RequestName")) && call.Last().Kind == assembly.Text && call.Last().Text == "SetProcess"
}

// namesStage reports whether a call gives the SDK the column of the active stage
// that tables had.
func namesStage(call *assembly.Call) bool {
	return strings.HasPrefix(call.Member.OwnerName(), "Microsoft.Xrm.Sdk.") &&
		slices.ContainsFunc(call.Args, func(v *assembly.Value) bool { return v.Kind == assembly.Text && retired.IsLegacyProcess(v.Text) })
}
