package web

import (
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/syntax/javascript"
	"github.com/solcheck/solcheck/analyzers/webresource"
	"github.com/solcheck/solcheck/rules/rule"
)

var sdlNoHTMLMethod = &rule.Rule{
	ID:        "web-sdl-no-html-method",
	Severity:  rule.Medium,
	Category:  rule.Security,
	Component: rule.WebResource,
	Rulesets:  rule.Microsoft,
	Guidance:  "https://github.com/microsoft/eslint-plugin-sdl/blob/main/docs/rules/no-html-method.md",
	Kinds:     scripted,
	Requires:  []*analysis.Analyzer{webresource.Analyzer},
	Run:       runSdlNoHTMLMethod,
}

func runSdlNoHTMLMethod(p *rule.Pass) error {
	for _, s := range webresource.Of(p.Pass).Scripts {
		for n := range s.Of(javascript.Call) {
			callee, value := n.Callee(), n.Argument(0)
			if callee.Kind() != javascript.Member || callee.Name() != "html" || n.Argument(1).IsValid() || !value.IsValid() {
				continue
			}
			if !isEmptyText(value) && value.Kind() != javascript.Null && !callee.Path().IsDefined() {
				p.Reportf(n, s.Ref(), "\"html\" writes %s into the page as markup, so whoever controls it controls the page; use \"text\"", argumentName(value))
			}
		}
	}
	return nil
}

// argumentName names an argument in a message, if it is short.
func argumentName(n javascript.Node) string {
	if text := n.Text(); len(text) <= 40 && !strings.ContainsAny(text, "\r\n") {
		return strconv.Quote(text)
	}
	return "its argument"
}
