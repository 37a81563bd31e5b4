package meta

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var removeInactive = &rule.Rule{
	ID:        "meta-remove-inactive",
	Severity:  rule.Low,
	Category:  rule.Maintainability,
	Component: rule.Configuration,
	Rulesets:  rule.Microsoft,
	Guidance:  "https://learn.microsoft.com/powerapps/developer/model-driven-apps/best-practices/business-logic/remove-deactivated-disabled-configurations",
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer},
	Run:       runRemoveInactive,
}

func runRemoveInactive(p *rule.Pass) error {
	m := customizations.Of(p.Pass)
	for _, process := range m.Processes {
		kind := kindOf(process)
		if kind == "" || process.Unmodified || !process.State.IsSet() || process.State.Bad != "" || process.State.Value != customizations.Draft {
			continue
		}
		p.Reportf(process.State, process.Ref(), "%s %q is a draft%s it, or remove it from the solution", kind, process.Ref().Name, remedy(process))
	}
	for form := range m.Forms() {
		if !form.Unmodified && form.Activation.IsSet() && form.Activation.Bad == "" && form.Activation.Value == customizations.Inactive {
			p.Reportf(form.Activation, form.Ref(), "%s is inactive and no app shows it; activate it, or remove it from the solution", sentence(form.Title()))
		}
	}
	return nil
}

// remedy says what a draft does, and what would end that. Desktop flows are
// published, all others activated.
func remedy(process *customizations.Process) string {
	if process.Category.Is(customizations.DesktopFlow) {
		return " that is not published; publish"
	}
	return " and never runs; activate"
}

// kindOf says in words what kind a process is of. It is empty for those that the
// rule leaves alone: cloud flows are exported as they stand, usually switched
// off, and are switched on where they are imported.
func kindOf(process *customizations.Process) string {
	if !process.Category.IsSet() || process.Category.Bad != "" {
		return ""
	}
	switch process.Category.Value {
	case customizations.ClassicWorkflow:
		return "Workflow"
	case customizations.Dialog:
		return "Dialog"
	case customizations.BusinessRule:
		return "Business rule"
	case customizations.Action:
		return "Action"
	case customizations.BusinessProcessFlow:
		return "Business process flow"
	case customizations.DesktopFlow:
		return "Desktop flow"
	default:
		return ""
	}
}
