package web

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/syntax/javascript"
	"github.com/solcheck/solcheck/analyzers/webresource"
	"github.com/solcheck/solcheck/rules/rule"
)

var useGlobalContext = &rule.Rule{
	ID:        "web-use-global-context",
	Severity:  rule.Medium,
	Category:  rule.UpgradeReadiness,
	Component: rule.WebResource,
	Rulesets:  rule.Microsoft,
	Guidance:  "https://learn.microsoft.com/power-apps/maker/data-platform/powerapps-checker/rules/web/use-global-context",
	Kinds:     scripted,
	Requires:  []*analysis.Analyzer{webresource.Analyzer},
	Run:       runUseGlobalContext,
}

func runUseGlobalContext(p *rule.Pass) error {
	for _, s := range webresource.Of(p.Pass).Scripts {
		for n := range s.Uses("Xrm.Page.context") {
			if !isToldByMember(n) {
				p.Reportf(n, s.Ref(), "%q is deprecated; use Xrm.Utility.getGlobalContext()", n.Path())
			}
		}
	}
	return nil
}

// isToldByMember reports whether of the context a member is read that another rule
// tells of: web-avoid-2011-api and web-use-org-setting know what takes its place.
func isToldByMember(context javascript.Node) bool {
	member := context.Parent()
	if member.Kind() != javascript.Member || member.Child(0) != context {
		return false
	}
	return removedOfContext[member.Name()] != "" || settingsOfContext[member.Name()] != ""
}
