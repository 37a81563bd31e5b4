package web

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/syntax/javascript"
	"github.com/solcheck/solcheck/analyzers/webresource"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoid2011API = &rule.Rule{
	ID:        "web-avoid-2011-api",
	Severity:  rule.High,
	Category:  rule.UpgradeReadiness,
	Component: rule.WebResource,
	Rulesets:  rule.Microsoft,
	Guidance:  "https://learn.microsoft.com/power-apps/maker/data-platform/powerapps-checker/rules/web/avoid-2011-api",
	Kinds:     scripted,
	Requires:  []*analysis.Analyzer{webresource.Analyzer},
	Run:       runAvoid2011API,
}

func runAvoid2011API(p *rule.Pass) error {
	var list []api
	for _, context := range []string{"Xrm.Page.context.", "Xrm.Utility.getGlobalContext().", "GetGlobalContext()."} {
		list = append(list,
			api{context + "getAuthenticationHeader", "was removed and nothing takes its place; call the Web API, which needs no such header"},
			api{context + "getServerUrl", "was removed; call getClientUrl of Xrm.Utility.getGlobalContext()"},
			api{context + "isOutlookClient", "was removed; compare client.getClient() of Xrm.Utility.getGlobalContext() with \"Outlook\""},
			api{context + "isOutlookOnline", "was removed; compare client.getClientState() of Xrm.Utility.getGlobalContext() with \"Online\""},
		)
	}
	for _, ui := range []string{"Xrm.Page.ui.", "formContext.ui."} {
		list = append(list, api{ui + "getCurrentControl", "was removed and nothing takes its place; ask each control that matters"})
	}
	reportAPIs(p, list, toClientURL)
	return nil
}

func toClientURL(n javascript.Node) repair {
	if n.Name() != "getServerUrl" {
		return repair{}
	}
	return renamed(n, "getClientUrl")
}
