package table

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var removeHierarchy = &rule.Rule{
	ID:        "table-remove-hierarchy",
	Severity:  rule.Low,
	Category:  rule.UpgradeReadiness,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-platform/important-changes-coming",
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer},
	Run:       runRemoveHierarchy,
}

func runRemoveHierarchy(p *rule.Pass) error {
	for _, table := range customizations.Of(p.Pass).Tables {
		for _, h := range table.Hierarchies {
			if !table.Unmodified {
				p.Reportf(h, table.Ref(), "The hierarchy setting %q of table %q is for the hierarchy control, which was removed in October 2025; remove it, and show the hierarchy in a code component or by a view where it is needed",
					h.Name.Value, table.Name.Value)
			}
		}
	}
	return nil
}
