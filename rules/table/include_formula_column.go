package table

import (
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/analyzers/xaml"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeFormulaColumn = &rule.Rule{
	ID:        "table-include-formula-column",
	Severity:  rule.High,
	Category:  rule.Usage,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-apps/maker/data-platform/define-calculated-fields",
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer, xaml.Analyzer},
	Run:       runIncludeFormulaColumn,
}

func runIncludeFormulaColumn(p *rule.Pass) error {
	tables := make(map[string]*customizations.Columns)
	for _, t := range customizations.Of(p.Pass).Tables {
		if t.IsDefined() {
			tables[strings.ToLower(t.Name.Value)] = customizations.ColumnsOf(t)
		}
	}
	for _, f := range xaml.Of(p.Pass).Formulas {
		reported := make(map[string]bool)
		for _, a := range f.Activities {
			table, column := strings.ToLower(a.Table.Value), strings.ToLower(a.Column.Value)
			t, key := tables[table], table+"."+column
			if t == nil || column == "" || reported[key] || f.Table.Unmodified || !t.Lacks(column) {
				continue
			}
			reported[key] = true
			p.Reportf(a.Column, f.Column.Ref(), "The formula of column %q of %q uses the column %q, which table %q does not have; change the formula, or add the column", f.Column.Name.Value, f.Table.Name.Value, a.Column.Value, a.Table.Value)
		}
	}
	return nil
}
