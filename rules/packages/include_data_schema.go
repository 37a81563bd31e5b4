package packages

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/migration"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeDataSchema = &rule.Rule{
	ID:        "package-include-data-schema",
	Severity:  rule.High,
	Category:  rule.Supportability,
	Component: rule.Package,
	Rulesets:  rule.Everyday,
	Guidance:  migrationPage,
	Kinds:     []unit.Kind{unit.Data},
	Requires:  []*analysis.Analyzer{migration.Analyzer},
	Run:       runIncludeDataSchema,
}

func runIncludeDataSchema(p *rule.Pass) error {
	m := migration.Of(p.Pass)
	if m.SchemaFile == "" || len(m.Problems) > 0 {
		return nil
	}
	for _, rows := range m.Data {
		if rows.Table == nil {
			p.Reportf(rows, component.Ref{}, "The data hold rows of table %q, which the schema does not have, so they are not imported; export again with the table in the schema", rows.Name.Value)
			continue
		}
		for _, column := range rows.Undeclared {
			p.Reportf(column, component.Ref{}, "Rows of table %q hold the column %q, which the schema does not have, so its values are not imported; export again with the column in the schema", rows.Name.Value, column.Value)
		}
	}
	return nil
}
