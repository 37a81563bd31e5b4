package web

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/webresource"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidOrganizationHost = &rule.Rule{
	ID:        "web-avoid-organization-host",
	Severity:  rule.Medium,
	Category:  rule.Maintainability,
	Component: rule.WebResource,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-apps/developer/model-driven-apps/clientapi/reference/xrm-utility/getglobalcontext/getclienturl",
	Kinds:     scripted,
	Requires:  []*analysis.Analyzer{webresource.Analyzer},
	Run:       runAvoidOrganizationHost,
}

// organizationHost finds the host of an environment, by the domains of all clouds:
// https://learn.microsoft.com/power-platform/admin/new-datacenter-regions (read 2026-11).
var organizationHost = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)\b([a-z0-9][a-z0-9-]*)((?:\.api)?\.crm\d{0,2}\.(?:dynamics\.com|dynamics\.cn|microsoftdynamics\.us|appsplatform\.us))\b`)
})

func runAvoidOrganizationHost(p *rule.Pass) error {
	m := webresource.Of(p.Pass)
	for _, s := range m.Scripts {
		for n, text := range texts(s, ".crm") {
			if host := hostOf(text); host != "" {
				p.Reportf(n, s.Ref(), "The host %q is that of one environment, so the script calls that one from all others too; take it from \"getClientUrl\" of the global context, or use a relative address", host)
			}
		}
	}
	for _, f := range m.Files {
		for _, l := range f.Links {
			if host := hostOf(l.Value); host != "" {
				p.Reportf(l, f.Component, "The host %q is that of one environment, so the page leads there from all others too; use a relative address", host)
			}
		}
	}
	return nil
}

// examples are names that documentation has in the place of an environment's, and
// services that are the same for all.
var examples = []string{"org", "yourorg", "myorg", "your-org", "contoso", "example", "organization", "crm", "www", "api", "disco", "globaldisco", "services", "cloudredirector"}

// hostOf returns the host of an environment that a text names; empty where it
// names none.
func hostOf(text string) string {
	found := organizationHost().FindStringSubmatch(text)
	if found == nil || slices.Contains(examples, strings.ToLower(found[1])) {
		return ""
	}
	return found[0]
}
