package web

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/webresource"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidIsactivitytype = &rule.Rule{
	ID:        "web-avoid-isactivitytype",
	Severity:  rule.Medium,
	Category:  rule.UpgradeReadiness,
	Component: rule.WebResource,
	Rulesets:  rule.Microsoft,
	Guidance:  "https://learn.microsoft.com/power-apps/maker/data-platform/powerapps-checker/rules/web/avoid-isactivitytype",
	Kinds:     scripted,
	Requires:  []*analysis.Analyzer{webresource.Analyzer},
	Run:       runAvoidIsactivitytype,
}

func runAvoidIsactivitytype(p *rule.Pass) error {
	reportAPIs(p, []api{
		{"Xrm.Utility.isActivityType", "is deprecated; await Xrm.Utility.getEntityMetadata and read its IsActivity"},
	})
	return nil
}
