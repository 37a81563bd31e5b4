package web

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/webresource"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidCrm2011ServiceOdata = &rule.Rule{
	ID:        "web-avoid-crm2011-service-odata",
	Severity:  rule.Critical,
	Category:  rule.UpgradeReadiness,
	Component: rule.WebResource,
	Rulesets:  rule.Microsoft,
	Guidance:  "https://learn.microsoft.com/power-apps/maker/data-platform/powerapps-checker/rules/web/avoid-crm2011-service-odata",
	Kinds:     scripted,
	Requires:  []*analysis.Analyzer{webresource.Analyzer},
	Run:       runAvoidCrm2011ServiceOdata,
}

func runAvoidCrm2011ServiceOdata(p *rule.Pass) error {
	reportTexts(p, "is the OData 2.0 endpoint of CRM 2011, which is deprecated; call the Web API below /api/data/, or Xrm.WebApi", []string{"xrmservices/2011/organizationdata.svc"}, nil)
	return nil
}
