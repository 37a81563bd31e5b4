package web

import (
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/syntax/javascript"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/analyzers/webresource"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeCommandFunction = &rule.Rule{
	ID:        "web-include-command-function",
	Severity:  rule.High,
	Category:  rule.Usage,
	Component: rule.WebResource,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-apps/developer/model-driven-apps/define-ribbon-actions",
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{webresource.Analyzer},
	Run:       runIncludeCommandFunction,
}

func runIncludeCommandFunction(p *rule.Pass) error {
	for _, c := range webresource.Of(p.Pass).RibbonCalls {
		if c.In == nil || c.In.IsPage || c.Presence != javascript.Absent || !isWhole(c.In) || isOfBrowser(c.Function.Value) {
			continue
		}
		what := "so nothing happens when the command is chosen"
		if c.IsRule {
			what = "so the rule fails"
		}
		p.Reportf(c.Function, c.Ribbon.Ref(), "%q calls %q, which %q does not define, %s; correct the name, or define the function", c.ID.Value, c.Function.Value, c.In.Name(), what)
	}
	return nil
}

// isOfBrowser reports whether a function is there without any script of the
// solution's own. A command calls one of them, most often isNaN, for no other
// purpose than to have a library loaded.
func isOfBrowser(function string) bool {
	first, _, _ := strings.Cut(function, ".")
	return slices.Contains(browserNames, first)
}

var browserNames = []string{
	"Array", "Boolean", "Date", "JSON", "Math", "Mscrm", "Number", "Object", "Promise", "String", "Xrm", "XrmCore", "alert", "clearInterval",
	"clearTimeout", "console", "decodeURI", "decodeURIComponent", "encodeURI", "encodeURIComponent", "escape", "eval", "focus", "history",
	"isFinite", "isNaN", "location", "open", "parseFloat", "parseInt", "print", "setTimeout", "top", "parent", "unescape", "window",
}
