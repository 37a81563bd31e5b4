package web

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/webresource"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidBrowserSpecificAPI = &rule.Rule{
	ID:        "web-avoid-browser-specific-api",
	Severity:  rule.Critical,
	Category:  rule.UpgradeReadiness,
	Component: rule.WebResource,
	Rulesets:  rule.Microsoft,
	Guidance:  "https://learn.microsoft.com/power-apps/maker/data-platform/powerapps-checker/rules/web/avoid-browser-specific-api",
	Kinds:     scripted,
	Requires:  []*analysis.Analyzer{webresource.Analyzer},
	Run:       runAvoidBrowserSpecificAPI,
}

func runAvoidBrowserSpecificAPI(p *rule.Pass) error {
	for _, s := range webresource.Of(p.Pass).Scripts {
		for n := range s.Uses("ActiveXObject.new()") {
			id, _ := n.Argument(0).StringValue()
			p.Reportf(n, s.Ref(), "Only Internet Explorer had ActiveXObject, and users run other browsers; %s", insteadOfActiveX(id))
		}
	}
	return nil
}

// insteadOfActiveX says what takes the place of an ActiveX component.
func insteadOfActiveX(id string) string {
	switch {
	case containsFold(id, "xmlhttp"):
		return "use fetch, XMLHttpRequest or Xrm.WebApi"
	case containsFold(id, "xmldom"), containsFold(id, "domdocument"):
		return "use DOMParser and XMLSerializer"
	}
	return "use what every browser has"
}
