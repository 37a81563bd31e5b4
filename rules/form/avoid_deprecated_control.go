package form

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/retired"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidDeprecatedControl = &rule.Rule{
	ID:        "form-avoid-deprecated-control",
	Severity:  rule.Medium,
	Category:  rule.UpgradeReadiness,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-platform/important-changes-coming",
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer},
	Run:       runAvoidDeprecatedControl,
}

func runAvoidDeprecatedControl(p *rule.Pass) error {
	reportControls(p, func(name string) *retired.Thing {
		if t := retired.Control(name); t != nil && !t.IsRemoved() {
			return t
		}
		return nil
	})
	return nil
}

// reportControls reports each control of a form that uses a custom control of which
// a function tells that it is retired.
func reportControls(p *rule.Pass, fate func(name string) *retired.Thing) {
	for form := range customizations.Of(p.Pass).Forms() {
		if form.Unmodified {
			continue
		}
		names := make(map[string]string) // of controls by their unique IDs
		for _, c := range form.Controls {
			names[c.UniqueID.Value] = c.ID.Value
		}
		reported := make(map[[2]string]bool) // a control has a binding for each kind of device
		for _, b := range form.CustomControls {
			key := [2]string{b.For.Value, b.Name.Value}
			if t := fate(b.Name.Value); t != nil && !reported[key] {
				reported[key] = true
				p.Reportf(b.Name, form.Ref(), "Control %q on %s uses %q, the %s control, %s; %s",
					controlName(names, b), form.Title(), b.Name.Value, t.Label, t.Fate(), t.Advice)
			}
		}
	}
}

// controlName returns the ID of the control that a binding is for, and the GUID by
// which the binding knows it where the form does not hold the control.
func controlName(names map[string]string, b *customizations.ControlBinding) string {
	if name := names[b.For.Value]; name != "" {
		return name
	}
	return b.For.Value
}
