package form

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var limitLoadHandlers = &rule.Rule{
	ID:        "form-limit-load-handlers",
	Severity:  rule.Low,
	Category:  rule.Performance,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  performancePage,
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer},
	Run:       runLimitLoadHandlers,
}

func runLimitLoadHandlers(p *rule.Pass) error {
	return limit(p, maxLoadHandlers, loadHandlersOf, "When %s opens, %d handlers run, more than %d, and the form waits for them; join those that belong together")
}

// loadHandlersOf returns the handlers of the maker that run when the form opens.
func loadHandlersOf(form *customizations.Form) (places []model.Range) {
	for _, e := range form.Events {
		if !e.Is("onload") {
			continue
		}
		for _, h := range e.Handlers {
			if h.IsCalled() {
				places = append(places, h.Range)
			}
		}
	}
	return places
}
