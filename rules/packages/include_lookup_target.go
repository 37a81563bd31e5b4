package packages

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/migration"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeLookupTarget = &rule.Rule{
	ID:        "package-include-lookup-target",
	Severity:  rule.Informational,
	Category:  rule.Supportability,
	Component: rule.Package,
	// It is in no ruleset but all: what it finds may be meant.
	Guidance: migrationPage,
	Kinds:    []unit.Kind{unit.Data},
	Requires: []*analysis.Analyzer{migration.Analyzer},
	Run:      runIncludeLookupTarget,
}

func runIncludeLookupTarget(p *rule.Pass) error {
	for _, l := range migration.Of(p.Pass).Dangling {
		p.Reportf(l, component.Ref{}, "Column %q of table %q has %s for rows of table %q that are not among the data; add the rows, or make sure that every environment has them", l.Column, l.Table, times(l.Count, "lookup"), l.Target)
	}
	return nil
}
