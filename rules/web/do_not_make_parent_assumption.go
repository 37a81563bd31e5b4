package web

import (
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/syntax/javascript"
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
			if isToldByTop(frame) || isToldByDocument(s, n) {
				continue
			}
			if !slices.Contains(allowed, n.Name()) {
				p.Reportf(n, s.Ref(), "%q assumes which page is around this one, and that is not the same in each client; hand over what is needed when the page is opened", n.Path())
			}
		}
	}
	return nil
}

// isToldByTop reports whether web-avoid-window-top tells of a window.
func isToldByTop(frame string) bool {
	return strings.HasPrefix(frame, "top") || strings.HasPrefix(frame, "parent.parent")
}

// isToldByDocument reports whether web-avoid-dom-form, or a rule that this one
// leaves it to, tells of what is done with the document of another window.
func isToldByDocument(s *webresource.Script, n javascript.Node) bool {
	member := n.Parent()
	return n.Name() == "document" && usesSDK(s) && member.Kind() == javascript.Member && member.Child(0) == n && slices.Contains(known("document-member"), member.Name())
}
