package web

import (
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/webresource"
	"github.com/solcheck/solcheck/rules/rule"
)

var doNotMakeParentAssumption = &rule.Rule{
	ID:        "web-do-not-make-parent-assumption",
	Severity:  rule.High,
	Category:  rule.Design,
	Component: rule.WebResource,
	Rulesets:  0,
	Guidance:  "https://learn.microsoft.com/power-apps/maker/data-platform/powerapps-checker/rules/web/do-not-make-parent-assumption",
	Kinds:     scripted,
	Requires:  []*analysis.Analyzer{webresource.Analyzer},
	Run:       runDoNotMakeParentAssumption,
}

func runDoNotMakeParentAssumption(p *rule.Pass) error {
	// What may be asked of any window, and what the client API is reached by.
	allowed := []string{"Xrm", "closed", "frames", "opener", "parent", "postMessage", "self", "top", "window"}
	for _, s := range webresource.Of(p.Pass).Scripts {
		for n := range s.PropertiesOf("") {
			frame := n.Path().Frame()
			if n.Name() == "frameElement" && n.Parent().Name() == "contentWindow" {
				continue // a way around to the window itself
			}
			if !strings.HasPrefix(frame, "top") && !slices.Contains(allowed, n.Name()) {
				p.Reportf(n, s.Ref(), "%q assumes which page is around this one, and that is not the same in each client; hand over what is needed when the page is opened", n.Path())
			}
		}
	}
	return nil
}
