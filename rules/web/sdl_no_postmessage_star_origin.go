package web

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/syntax/javascript"
	"github.com/solcheck/solcheck/analyzers/webresource"
	"github.com/solcheck/solcheck/rules/rule"
)

var sdlNoPostmessageStarOrigin = &rule.Rule{
	ID:        "web-sdl-no-postmessage-star-origin",
	Severity:  rule.Medium,
	Category:  rule.Security,
	Component: rule.WebResource,
	Rulesets:  rule.Microsoft,
	Guidance:  "https://github.com/microsoft/eslint-plugin-sdl/blob/main/docs/rules/no-postmessage-star-origin.md",
	Kinds:     scripted,
	Requires:  []*analysis.Analyzer{webresource.Analyzer},
	Run:       runSdlNoPostmessageStarOrigin,
}

func runSdlNoPostmessageStarOrigin(p *rule.Pass) error {
	for _, s := range webresource.Of(p.Pass).Scripts {
		for n := range s.Of(javascript.Call) {
			if n.Callee().Name() != "postMessage" {
				continue
			}
			if origin := originOf(n.Argument(1)); isStar(origin) {
				p.Reportf(origin, s.Ref(), "The message goes to whatever page is in the other window at the time; name its origin, such as \"https://contoso.crm.dynamics.com\", instead of \"*\"")
			}
		}
	}
	return nil
}

// originOf returns the origin of the second argument of postMessage, which may be
// an object of options.
func originOf(argument javascript.Node) javascript.Node {
	if argument.Kind() == javascript.Object {
		return argument.Property("targetOrigin")
	}
	return argument
}

func isStar(n javascript.Node) bool {
	text, ok := n.StringValue()
	return ok && text == "*"
}
