package form

import (
	_ "embed"
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
	for form := range customizations.Of(p.Pass).Forms() {
		if form.Unmodified {
			continue
		}
		names := make(map[string]string) // of controls by their unique IDs
		for _, c := range form.Controls {
			if c.UniqueID.IsSet() {
				names[c.UniqueID.Value] = c.ID.Value
			}
		}
		reported := make(map[[2]string]bool) // a control has a binding for each kind of device
		for _, b := range form.CustomControls {
			key := [2]string{b.For.Value, b.Name.Value}
			if d, ok := deprecatedControls()[strings.ToLower(b.Name.Value)]; ok && !reported[key] {
				reported[key] = true
				p.Reportf(b.Name, form.Ref(), "Control %q on %s uses %q, the %s control, which Microsoft %s; use %s",
					controlName(names, b), form.Title(), b.Name.Value, d.name, d.fate, d.instead)
			}
		}
	}
	return nil
}

// controlName returns the ID of the control that a binding is for, and the GUID by
// which the binding knows it where the form does not hold the control.
func controlName(names map[string]string, b *customizations.ControlBinding) string {
	if name := names[b.For.Value]; name != "" {
		return name
	}
	return b.For.Value
}
