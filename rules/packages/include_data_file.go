package packages

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/migration"
	"github.com/solcheck/solcheck/analyzers/source"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeDataFile = &rule.Rule{
	ID:        "package-include-data-file",
	Severity:  rule.High,
	Category:  rule.Supportability,
	Component: rule.Package,
	Rulesets:  rule.Everyday,
	Guidance:  migrationPage,
	Kinds:     []unit.Kind{unit.Data},
	Requires:  []*analysis.Analyzer{migration.Analyzer, source.Analyzer},
	Run:       runIncludeDataFile,
}

func runIncludeDataFile(p *rule.Pass) error {
	if m := migration.Of(p.Pass); m.SchemaFile != "" && m.DataFile == "" {
		p.ReportAt(source.Of(p.Pass).At(""), component.Ref{}, "The configuration data have a schema and no file \"data.xml\", so there is nothing to import; export them again")
	}
	return nil
}
