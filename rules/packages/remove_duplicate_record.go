package packages

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/migration"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var removeDuplicateRecord = &rule.Rule{
	ID:        "package-remove-duplicate-record",
	Severity:  rule.High,
	Category:  rule.Supportability,
	Component: rule.Package,
	Rulesets:  rule.Everyday,
	Guidance:  migrationPage,
	Kinds:     []unit.Kind{unit.Data},
	Requires:  []*analysis.Analyzer{migration.Analyzer},
	Run:       runRemoveDuplicateRecord,
}

func runRemoveDuplicateRecord(p *rule.Pass) error {
	for _, d := range migration.Of(p.Pass).Duplicates {
		p.Emit(rule.Diagnostic{Diagnostic: analysis.Diagnostic{
			Pos: d.Pos(), End: d.End(),
			Message: "Table " + rule.Quote(d.Table) + " holds the row " + rule.Quote(d.Value) + " twice, so the second takes the place of the first; keep one of them",
			Related: []analysis.RelatedInformation{{Pos: d.First.Pos(), End: d.First.End(), Message: "The first one"}},
		}})
	}
	return nil
}
