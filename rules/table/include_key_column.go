package table

import (
	"slices"
	"strings"

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
		if !t.IsDefined() {
			continue
		}
		for _, key := range t.Keys {
			for _, c := range key.Columns {
				if !hasColumn(t, c.Value) {
					p.Reportf(c, t.Ref(), "Key %q of table %q names the column %q, which the table does not have; add the column, or remove the key", key.Name.Value, t.Name.Value, c.Value)
				}
			}
		}
	}
	return nil
}

func hasColumn(t *customizations.Table, name string) bool {
	return slices.ContainsFunc(t.Columns, func(c *customizations.Column) bool { return strings.EqualFold(c.Name.Value, name) })
}
