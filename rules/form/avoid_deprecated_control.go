package form

import (
	"iter"

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

// reportControls reports each control of a form, and each list of a table, that is
// shown by a custom control of which a function tells that it is retired.
func reportControls(p *rule.Pass, fate func(name string) *retired.Thing) {
	m := customizations.Of(p.Pass)
	for form := range m.Forms() {
		if form.Unmodified {
			continue
		}
		names := controlNames(form)
		for b, t := range retiredIn(form.CustomControls, fate) {
			p.Reportf(b.Name, form.Ref(), "Control %q on %s uses %q, the %s control, %s; %s",
				controlName(names, b), form.Title(), b.Name.Value, t.Label, t.Fate(), t.Advice)
		}
	}
	for _, table := range m.Tables {
		if table.Unmodified {
			continue
		}
		for b, t := range retiredIn(table.Grids, fate) {
			p.Reportf(b.Name, table.Ref(), "Views of table %q show their rows with %q, the %s control, %s; %s",
				table.Name.Value, b.Name.Value, t.Label, t.Fate(), t.Advice)
		}
	}
}

// retiredIn yields the bindings of retired controls, each once for what it shows: a
// control has a binding for each kind of device.
func retiredIn(bindings []*customizations.ControlBinding, fate func(name string) *retired.Thing) iter.Seq2[*customizations.ControlBinding, *retired.Thing] {
	return func(yield func(*customizations.ControlBinding, *retired.Thing) bool) {
		seen := make(map[[2]string]bool)
		for _, b := range bindings {
			key := [2]string{b.For.Value, b.Name.Value}
			t := fate(b.Name.Value)
			if t == nil || seen[key] {
				continue
			}
			seen[key] = true
			if !yield(b, t) {
				return
			}
		}
	}
}

// controlNames returns the IDs of a form's controls by their unique IDs.
func controlNames(form *customizations.Form) map[string]string {
	names := make(map[string]string)
	for _, c := range form.Controls {
		if c.UniqueID.IsSet() {
			names[c.UniqueID.Value] = c.ID.Value
		}
	}
	return names
}

// controlName returns the ID of the control that a binding is for, and the GUID by
// which the binding knows it where the form does not hold the control.
func controlName(names map[string]string, b *customizations.ControlBinding) string {
	if name := names[b.For.Value]; name != "" {
		return name
	}
	return b.For.Value
}
