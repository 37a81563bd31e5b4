package form

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/retired"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidDeprecatedGrid = &rule.Rule{
	ID:        "form-avoid-deprecated-grid",
	Severity:  rule.Low,
	Category:  rule.UpgradeReadiness,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-platform/important-changes-coming",
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer},
	Run:       runAvoidDeprecatedGrid,
}

func runAvoidDeprecatedGrid(p *rule.Pass) error {
	reportControls(p, retired.Grid)
	for _, table := range customizations.Of(p.Pass).Tables {
		reported := make(map[string]bool) // there is a binding for each kind of device
		for _, b := range table.Grids {
			if t := retired.Grid(b.Name.Value); t != nil && !reported[b.Name.Value] && !table.Unmodified {
				reported[b.Name.Value] = true
				p.Reportf(b.Name, table.Ref(), "Views of table %q show their rows with %q, the %s control, %s; %s", table.Name.Value, b.Name.Value, t.Label, t.Fate(), t.Advice)
			}
		}
	}
	return nil
}
