package form

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var removeDisabledHandler = &rule.Rule{
	ID:        "form-remove-disabled-handler",
	Severity:  rule.Low,
	Category:  rule.Maintainability,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-apps/developer/model-driven-apps/best-practices/business-logic/remove-deactivated-disabled-configurations",
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer},
	Run:       runRemoveDisabledHandler,
}

func runRemoveDisabledHandler(p *rule.Pass) error {
	for form := range customizations.Of(p.Pass).Forms() {
		for _, e := range form.Events {
			for _, h := range e.Handlers {
				if h.Internal || form.Unmodified || !h.Enabled.IsSet() || h.Enabled.Value || h.Enabled.Bad != "" {
					continue
				}
				p.Reportf(h.Enabled, form.Ref(), "Handler %q of event %q on %s is switched off and never runs; remove it, or enable it", h.Function.Value, e.Name.Value, form.Title())
			}
		}
	}
	return nil
}
