package web

import (
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/syntax/javascript"
	"github.com/solcheck/solcheck/analyzers/webresource"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeHandlerFunction = &rule.Rule{
	ID:        "web-include-handler-function",
	Severity:  rule.High,
	Category:  rule.Usage,
	Component: rule.WebResource,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-apps/developer/model-driven-apps/clientapi/events-forms-grids",
	Kinds:     scripted,
	Requires:  []*analysis.Analyzer{webresource.Analyzer},
	Run:       runIncludeHandlerFunction,
}

func runIncludeHandlerFunction(p *rule.Pass) error {
	for _, h := range webresource.Of(p.Pass).Handlers {
		if h.In == nil || h.In.IsPage || h.Presence != javascript.Absent || !isWhole(h.In) {
			continue
		}
		if !customizations.IsFunctionName(h.Function.Value) {
			continue // form-use-function-name says it
		}
		p.Reportf(h, h.Form.Ref(), "Event %q calls %q, which %q does not define, so the form shows a script error; correct the name, or define the function", h.Event.Name.Value, h.Function.Value, h.In.Name())
	}
	return nil
}

// isWhole reports whether all of a file could be read.
func isWhole(f *webresource.File) bool {
	return !slices.ContainsFunc(f.Scripts, func(s *webresource.Script) bool { return !s.IsComplete() })
}
