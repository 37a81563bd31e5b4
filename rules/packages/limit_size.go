package packages

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/source"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var limitSize = &rule.Rule{
	ID:        "package-limit-size",
	Severity:  rule.High,
	Category:  rule.Security,
	Component: rule.Package,
	Rulesets:  rule.Everyday,
	Requires:  []*analysis.Analyzer{source.Analyzer},
	Run: func(p *rule.Pass) error {
		reportFaults(p, "it was not checked", unit.Limit)
		return nil
	},
}
