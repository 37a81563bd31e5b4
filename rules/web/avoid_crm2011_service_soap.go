package web

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/webresource"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidCrm2011ServiceSoap = &rule.Rule{
	ID:        "web-avoid-crm2011-service-soap",
	Severity:  rule.Critical,
	Category:  rule.UpgradeReadiness,
	Component: rule.WebResource,
	Rulesets:  rule.Microsoft,
	Guidance:  "https://learn.microsoft.com/power-apps/maker/data-platform/powerapps-checker/rules/web/avoid-crm2011-service-soap",
	Kinds:     scripted,
	Requires:  []*analysis.Analyzer{webresource.Analyzer},
	Run:       runAvoidCrm2011ServiceSoap,
}

func runAvoidCrm2011ServiceSoap(p *rule.Pass) error {
	reportTexts(p, "is a SOAP endpoint of CRM 2011, which is deprecated; call the Web API below /api/data/ or /api/discovery/, or Xrm.WebApi", []string{"xrmservices/2011/organization.svc", "xrmservices/2011/discovery.svc"}, nil)
	return nil
}
