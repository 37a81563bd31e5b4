package table

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeKeyColumn = &rule.Rule{
	ID:        "table-include-key-column",
	Severity:  rule.High,
	Category:  rule.Usage,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-apps/maker/data-platform/define-alternate-keys-portal",
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer},
	Run:       runIncludeKeyColumn,
}

func runIncludeKeyColumn(p *rule.Pass) error {
	for _, t := range customizations.Of(p.Pass).Tables {
		if !t.IsDefined() || len(t.Keys) == 0 {
			continue
		}
		columns := customizations.ColumnsOf(t)
		for _, key := range t.Keys {
			for _, c := range key.Columns {
				if columns.Column(c.Value) == nil {
					p.Reportf(c, t.Ref(), "Key %q of table %q names the column %q, which the table does not have; add the column, or remove the key", key.Name.Value, t.Name.Value, c.Value)
				}
			}
		}
	}
	return nil
}
