package form

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
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
	Limit:     &rule.Limit{Default: 5, Least: 1, Most: 1_000, Of: "handlers that run when a form opens"},
	Run:       runLimitLoadHandlers,
}

func runLimitLoadHandlers(p *rule.Pass) error {
	return limit(p, loadHandlersOf, "When %s opens, %d handlers run, more than %d, and the form waits for them; join those that belong together")
}

// loadHandlersOf counts the handlers of the maker that run when the form opens.
func loadHandlersOf(form *customizations.Form) int {
	n := 0
	for _, e := range form.Events {
		if !e.Is("onload") {
			continue
		}
		for _, h := range e.Handlers {
			if h.IsCalled() {
				n++
			}
		}
	}
	return n
}
