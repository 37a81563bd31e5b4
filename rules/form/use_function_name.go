package form

import (
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
	Guidance:  "https://learn.microsoft.com/power-apps/developer/model-driven-apps/clientapi/events-forms-grids",
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer},
	Run:       runUseFunctionName,
}

func runUseFunctionName(p *rule.Pass) error {
	for form := range customizations.Of(p.Pass).Forms() {
		for _, e := range form.Events {
			for _, h := range e.Handlers {
				if name := h.Function.Value; h.IsCalled() && !form.Unmodified && !h.NamesFunction() {
					p.Reportf(model.At(h.Function, h), form.Ref(), "Event %q of %s calls %q, which is no name of a function; write the name alone, as in %q", e.Name.Value, form.Title(), name, "Contoso.Visit.onLoad")
				}
			}
		}
	}
	return nil
}
