package web

import (
	"regexp"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/webresource"
	"github.com/solcheck/solcheck/rules/rule"
)

var useCurrentAPI = &rule.Rule{
	ID:        "web-use-current-api",
	Severity:  rule.Medium,
	Category:  rule.UpgradeReadiness,
	Component: rule.WebResource,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-platform/important-changes-coming#some-client-apis-are-deprecated",
	Kinds:     scripted,
	Requires:  []*analysis.Analyzer{webresource.Analyzer},
	Run:       runUseCurrentAPI,
}

// deprecated are members of the client API by their names, where those are theirs
// alone, and by their paths. Source: Microsoft's list of deprecated client APIs,
// as of 2025-06, and "Deprecations in Customer Service" as of 2026-08; what a rule of Microsoft's covers is left out.
var deprecatedNames = []struct{ name, advice string }{
	{"addOnKeyPress", "is deprecated; build a code component (PCF) for what is typed"},
	{"removeOnKeyPress", "is deprecated; build a code component (PCF) for what is typed"},
	{"fireOnKeyPress", "is deprecated; build a code component (PCF) for what is typed"},
	{"showAutoComplete", "is deprecated; build a code component (PCF) that suggests values"},
	{"hideAutoComplete", "is deprecated; build a code component (PCF) that suggests values"},
	{"getDataXml", "is deprecated; read the columns by \"getValue\" and \"getIsDirty\""},
}

var deprecatedPaths = []api{
	{"Xrm.Utility.getBarcodeValue", "is deprecated; use \"Xrm.Device.getBarcodeValue\""},
	{"Xrm.Utility.getCurrentPosition", "is deprecated; use \"Xrm.Device.getCurrentPosition\""},
	{"formContext.data.entity.save()", "is deprecated; use \"formContext.data.save\""},
	{"Xrm.Page.data.entity.save()", "is deprecated; use \"formContext.data.save\""},
	{"Xrm.Utility.getGlobalContext().userSettings.securityRoles", "is deprecated; use \"userSettings.roles\""},
	{"Xrm.Utility.getGlobalContext().userSettings.transactionCurrencyId", "is deprecated; use \"userSettings.transactionCurrency\""},
	{"Microsoft.CIFramework.setClickToAct", "is deprecated since October 2025; turn ClickToAct on in the channel provider's settings"},
	{"Xrm.Utility.getGlobalContext().organizationSettings.baseCurrencyId", "is deprecated; use \"organizationSettings.baseCurrency\""},
}

func runUseCurrentAPI(p *rule.Pass) error {
	reportAPIs(p, deprecatedPaths)
	for _, s := range webresource.Of(p.Pass).Scripts {
		for _, d := range deprecatedNames {
			for n := range s.Named(d.name) {
				if callOf(n).IsValid() && !n.Path().IsDefined() {
					p.Reportf(n, s.Ref(), "%q %s", d.name, d.advice)
				}
			}
		}
		for n, text := range texts(s, "/api/data/v") {
			if version := oldVersion(text); version != "" {
				p.Reportf(n, s.Ref(), "Version %s of the Web API is out of date; use \"/api/data/v9.2/\", or \"Xrm.WebApi\"", version)
			}
		}
	}
	return nil
}

// versionPattern finds the version in an address of the Web API. The current
// ones are 9.0 and later.
var versionPattern = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?i)/api/data/v([1-8]\.\d)\b`) })

func oldVersion(text string) string {
	if found := versionPattern().FindStringSubmatch(text); found != nil {
		return found[1]
	}
	return ""
}
