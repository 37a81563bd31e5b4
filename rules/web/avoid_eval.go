package web

import (
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/syntax/javascript"
	"github.com/solcheck/solcheck/analyzers/webresource"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidEval = &rule.Rule{
	ID:        "web-avoid-eval",
	Severity:  rule.Critical,
	Category:  rule.Security,
	Component: rule.WebResource,
	Rulesets:  rule.Microsoft,
	Guidance:  "https://developer.mozilla.org/docs/Web/JavaScript/Reference/Global_Objects/eval",
	Kinds:     scripted,
	Requires:  []*analysis.Analyzer{webresource.Analyzer},
	Run:       runAvoidEval,
}

func runAvoidEval(p *rule.Pass) error {
	for _, s := range webresource.Of(p.Pass).Scripts {
		for _, path := range []string{"eval()", "execScript()", "Function()", "Function.new()"} {
			for n := range s.Uses(path) {
				p.Reportf(n, s.Ref(), "%q runs a text as code, and whoever can change the text can do what the user can; call a function, or JSON.parse for data", strings.TrimSuffix(path, ".new()"))
			}
		}
		for _, path := range []string{"setTimeout()", "setInterval()", "setImmediate()"} {
			for n := range s.Uses(path) {
				if isCode(n.Argument(0)) {
					p.Reportf(n, s.Ref(), "%q is given a text to run as code; give it a function", path)
				}
			}
		}
	}
	return nil
}

// isCode reports whether an expression is surely a text.
func isCode(n javascript.Node) bool {
	switch n.Kind() {
	case javascript.String, javascript.Template:
		return true
	case javascript.Binary:
		return n.Operator() == "+" && (isCode(n.Child(0)) || isCode(n.Child(1)))
	case javascript.Identifier:
		v := n.Symbol().Value()
		return v.Is(javascript.String, javascript.Template)
	default:
		return false
	}
}
