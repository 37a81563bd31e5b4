package web

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/syntax/javascript"
	"github.com/solcheck/solcheck/analyzers/webresource"
	"github.com/solcheck/solcheck/rules/rule"
)

var useClientContext = &rule.Rule{
	ID:        "web-use-client-context",
	Severity:  rule.Medium,
	Category:  rule.UpgradeReadiness,
	Component: rule.WebResource,
	Rulesets:  rule.Microsoft,
	Guidance:  "https://learn.microsoft.com/power-apps/maker/data-platform/powerapps-checker/rules/web/use-client-context",
	Kinds:     scripted,
	Requires:  []*analysis.Analyzer{customizations.Analyzer, webresource.Analyzer},
	Run:       runUseClientContext,
}

func runUseClientContext(p *rule.Pass) error {
	at := placementOf(p)
	given := givenContext(webresource.Of(p.Pass))
	for _, s := range webresource.Of(p.Pass).Scripts {
		ofPage := at.isOfPage(s)
		for n := range s.Uses("Xrm.Page") {
			if (!ofPage || n.Path().Frame() == "") && !isContextOf(n) {
				reportRepair(p, s, n, fromContext(n, given), "%q is deprecated; take the form context from the execution context that the handler is passed: executionContext.getFormContext()", n.Path())
			}
		}
	}
	return nil
}

// isContextOf reports whether of Xrm.Page its member context is read, which the
// form context does not have: web-use-global-context says what takes its place.
func isContextOf(page javascript.Node) bool {
	member := page.Parent()
	return member.Kind() == javascript.Member && member.Child(0) == page && member.Name() == "context"
}
