package packages

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/source"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

// unsupportedArtifact is apart from unreadableArtifact because nothing is wrong
// with what it finds.
var unsupportedArtifact = &rule.Rule{
	ID:        "package-unsupported-artifact",
	Severity:  rule.Low,
	Category:  rule.Supportability,
	Component: rule.Package,
	Rulesets:  rule.Everyday,
	Requires:  []*analysis.Analyzer{source.Analyzer},
	Run: func(p *rule.Pass) error {
		reportFaults(p, "it was not checked", unit.Unsupported)
		return nil
	},
}
