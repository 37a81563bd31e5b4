package packages

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/source"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidHostileEntry = &rule.Rule{
	ID:        "package-avoid-hostile-entry",
	Severity:  rule.High,
	Category:  rule.Security,
	Component: rule.Package,
	Rulesets:  rule.Everyday,
	Requires:  []*analysis.Analyzer{source.Analyzer},
	Run: func(p *rule.Pass) error {
		reportFaults(p, "no tool of the platform writes such an entry, so find out who made this package", unit.Hostile)
		return nil
	},
}
