package meta

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidRegNoAttribute = &rule.Rule{
	ID:        "meta-avoid-reg-no-attribute",
	Severity:  rule.Medium,
	Category:  rule.Performance,
	Component: rule.Configuration,
	Rulesets:  rule.Microsoft,
	Guidance:  "https://learn.microsoft.com/powerapps/developer/data-platform/best-practices/business-logic/include-filtering-attributes-plugin-registration",
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer},
	Run:       runAvoidRegNoAttribute,
}

func runAvoidRegNoAttribute(p *rule.Pass) error {
	for _, step := range customizations.Of(p.Pass).Steps {
		if isOn(step, "Update") && len(step.FilteringColumns) == 0 && step.ExpressionUniqueName.Value == "" {
			p.Reportf(placed(step.FilteringAttributes.Range, step.Range), step.Ref(),
				"Step %q runs on every update of %s, whatever column changed; %s", step.Name.Value, tableOf(step), filterOf(step))
		}
	}
	return nil
}

// filterOf says how a step is made to run on fewer updates: only one of a single
// table can have filtering attributes.
func filterOf(step *customizations.Step) string {
	if isAnyTable(step) {
		return "register it for each table that it is about, with the columns that it needs as filtering attributes"
	}
	return "name the columns that it needs as its filtering attributes"
}

// isOn reports whether a step is registered for a message, without doubt.
func isOn(step *customizations.Step, message string) bool {
	return step.Message.Certain && step.Message.Name == message
}

// tableOf says in words what table a step is registered for.
func tableOf(step *customizations.Step) string {
	if isAnyTable(step) {
		return "any table"
	}
	return `"` + step.Table.Value + `"`
}

func isAnyTable(step *customizations.Step) bool {
	return step.Table.Value == "" || step.Table.Value == "none"
}
