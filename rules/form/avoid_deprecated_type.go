package form

import (
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidDeprecatedType = &rule.Rule{
	ID:        "form-avoid-deprecated-type",
	Severity:  rule.Low,
	Category:  rule.UpgradeReadiness,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-platform/important-changes-coming",
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer},
	Run:       runAvoidDeprecatedType,
}

func runAvoidDeprecatedType(p *rule.Pass) error {
	for form := range customizations.Of(p.Pass).Forms() {
		if form.Unmodified {
			continue
		}
		switch strings.ToLower(form.Kind) {
		case "maininteractioncentric":
			p.Reportf(form, form.Ref(), "Form %q of %q is made for the Interactive Service Hub, which is gone; show a main form instead, and remove it", form.Ref().Name, form.Table)
		case "taskbasedform":
			p.Reportf(form, form.Ref(), "Form %q of %q belongs to a task flow, and task flows were removed on 1 October 2021; remove it", form.Ref().Name, form.Table)
		}
	}
	return nil
}
