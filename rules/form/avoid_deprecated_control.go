package form

import (
	_ "embed"
	"iter"
	"strings"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/unit"
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

// A deprecatedControl is a control that the platform has given up.
type deprecatedControl struct{ name, fate, instead string }

//go:embed deprecated_controls.tsv
var deprecatedControlsTSV string

// deprecatedControls are the controls by their technical name in lower case.
var deprecatedControls = sync.OnceValue(func() map[string]deprecatedControl {
	controls := make(map[string]deprecatedControl)
	for line := range strings.Lines(deprecatedControlsTSV) {
		fields := strings.Split(strings.TrimSpace(line), "\t")
		if line[0] == '#' || len(fields) < 3 {
			continue
		}
		d := deprecatedControl{fields[1], fields[2], "the standard control of the column or a supported code component"}
		if len(fields) > 3 {
			d.instead = fields[3]
		}
		controls[fields[0]] = d
	}
	return controls
})

func runAvoidDeprecatedControl(p *rule.Pass) error {
	m := customizations.Of(p.Pass)
	for form := range m.Forms() {
		if form.Unmodified {
			continue
		}
		names := controlNames(form)
		for b, d := range deprecatedIn(form.CustomControls) {
			p.Reportf(b.Name, form.Ref(), "Control %q on %s uses %q, the %s control, which Microsoft %s; use %s",
				controlName(names, b), form.Title(), b.Name.Value, d.name, d.fate, d.instead)
		}
	}
	for _, t := range m.Tables {
		for b, d := range deprecatedIn(t.CustomControls) {
			p.Reportf(b.Name, t.Ref(), "Table %q shows its lists with %q, the %s control, which Microsoft %s; use %s",
				t.Name.Value, b.Name.Value, d.name, d.fate, d.instead)
		}
	}
	return nil
}

// deprecatedIn yields the bindings of deprecated controls, each once for what it
// shows: a control has a binding for each kind of device.
func deprecatedIn(bindings []*customizations.ControlBinding) iter.Seq2[*customizations.ControlBinding, deprecatedControl] {
	return func(yield func(*customizations.ControlBinding, deprecatedControl) bool) {
		seen := make(map[[2]string]bool)
		for _, b := range bindings {
			key := [2]string{b.For.Value, b.Name.Value}
			if d, ok := deprecatedControls()[strings.ToLower(b.Name.Value)]; ok && !seen[key] {
				seen[key] = true
				if !yield(b, d) {
					return
				}
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
