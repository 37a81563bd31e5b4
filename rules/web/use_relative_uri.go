package web

import (
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/webresource"
	"github.com/solcheck/solcheck/rules/rule"
)

var useRelativeURI = &rule.Rule{
	ID:        "web-use-relative-uri",
	Severity:  rule.Medium,
	Category:  rule.Maintainability,
	Component: rule.WebResource,
	Rulesets:  rule.Microsoft,
	Guidance:  "https://learn.microsoft.com/power-apps/maker/data-platform/powerapps-checker/rules/web/use-relative-uri",
	Kinds:     scripted,
	Requires:  []*analysis.Analyzer{webresource.Analyzer},
	Run:       runUseRelativeURI,
}

func runUseRelativeURI(p *rule.Pass) error {
	reportTexts(p, "holds the address of one environment; ask Xrm.Utility.getGlobalContext().getClientUrl() for it, or use Xrm.WebApi", []string{"://"}, isEndpoint)
	return nil
}

// endpoints are the services of an environment, old and new.
var endpoints = []string{
	"/api/data/v", "/api/discovery/v", "/xrmservices/2011/organization.svc", "/xrmservices/2011/organizationdata.svc", "/xrmservices/2011/discovery.svc",
	"/mscrmservices/2007/crmservice.asmx", "/mscrmservices/2007/metadataservice.asmx", "/mscrmservices/2007/ad/crmdiscoveryservice.asmx",
	"/mscrmservices/2007/spla/crmdiscoveryservice.asmx", "/mscrmservices/2007/passport/crmdiscoveryservice.asmx",
}

// isEndpoint reports whether a text is the address of a service at some host.
func isEndpoint(text string) bool { return hasHost(text) && holdsAny([]byte(text), endpoints) }

// hasHost reports whether an address begins with a scheme and a host, and leads to
// a service: a word like "view" may stand where the version of one does.
func hasHost(address string) bool {
	scheme, rest, ok := strings.Cut(address, "://")
	if !ok || scheme == "" || strings.ContainsAny(scheme, " /?#") || strings.HasPrefix(rest, "/") {
		return false
	}
	_, version, isWeb := strings.Cut(strings.ToLower(rest), "/api/data/v")
	return !isWeb || version == "" || version[0] >= '0' && version[0] <= '9'
}
