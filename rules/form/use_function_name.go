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
				if name := h.Function.Value; h.IsCalled() && !form.Unmodified && !customizations.IsFunctionName(name) {
					p.Reportf(model.At(h.Function, h), form.Ref(), "Event %q of %s calls %q, which is no name of a function; write the name alone, as in %q", e.Name.Value, form.Title(), name, nameIn(name))
				}
			}
		}
	}
	return nil
}

// nameIn returns the name in a call, and an example where there is none.
func nameIn(call string) string {
	name, _, _ := strings.Cut(call, "(")
	if name = strings.TrimSpace(name); customizations.IsFunctionName(name) {
		return name
	}
	return "Contoso.Visit.onLoad"
}
