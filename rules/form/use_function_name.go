package form

import (
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var useFunctionName = &rule.Rule{
	ID:        "form-use-function-name",
	Severity:  rule.High,
	Category:  rule.Usage,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  eventsPage,
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer},
	Run:       runUseFunctionName,
}

func runUseFunctionName(p *rule.Pass) error {
	for form := range customizations.Of(p.Pass).Forms() {
		for _, e := range form.Events {
			for _, h := range e.Handlers {
				if name := h.Function.Value; h.IsCalled() && !form.Unmodified && !isFunctionName(name) {
					p.Reportf(model.At(h.Function, h), form.Ref(), "Event %q of %s calls %q, which is no name of a function; write the name alone, as in %q", e.Name.Value, form.Title(), name, "Contoso.Visit.onLoad")
				}
			}
		}
	}
	return nil
}

// isFunctionName reports whether s is what a form can call: names with dots
// between them.
func isFunctionName(s string) bool {
	for name := range strings.SplitSeq(s, ".") {
		if name == "" || strings.ContainsAny(name, "()[]{}<>;,:=+-*/\\\"'` \t") || name[0] >= '0' && name[0] <= '9' {
			return false
		}
	}
	return true
}
