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
type deprecatedControl struct{ prefix, name, since string }

//go:embed deprecated_controls.tsv
var deprecatedControlsTSV string

var deprecatedControls = sync.OnceValue(func() []deprecatedControl {
	var list []deprecatedControl
	for line := range strings.Lines(deprecatedControlsTSV) {
		if fields := strings.Split(strings.TrimSpace(line), "\t"); len(fields) == 3 && line[0] != '#' {
			list = append(list, deprecatedControl{fields[0], fields[1], fields[2]})
		}
	}
	return list
})

func deprecation(control string) *deprecatedControl {
	lower := strings.ToLower(control)
	for _, d := range deprecatedControls() {
		if strings.HasPrefix(lower, d.prefix) {
			return &d
		}
	}
	return nil
}

func runAvoidDeprecatedControl(p *rule.Pass) error {
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
			if d := deprecation(b.Name.Value); d != nil && !reported[key] {
				reported[key] = true
				p.Reportf(b.Name, form.Ref(), "Control %q on %s uses %q, the %s control, which Microsoft deprecated in %s; use the standard control of the column or a supported code component",
					controlName(names, b), form.Title(), b.Name.Value, d.name, d.since)
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
