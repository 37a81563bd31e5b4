package view

import (
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var limitColumns = &rule.Rule{
	ID:        "view-limit-columns",
	Severity:  rule.Low,
	Category:  rule.Performance,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  antipatternsPage,
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer},
	Limit:     &rule.Limit{Default: 15, Least: 1, Most: 1_000, Of: "columns of a view"},
	Run:       runLimitColumns,
}

// The default is ours: Microsoft asks for few columns and gives no number, and of
// twenty thousand views in real packages hardly one has more than fifteen.
func runLimitColumns(p *rule.Pass) error {
	for _, t := range customizations.Of(p.Pass).Tables {
		for _, v := range t.Views {
			if n := len(shownCells(v)); n > p.Limit() && !v.Unmodified {
				p.Reportf(v, v.Ref(), "On %s there are %d columns, more than %d, which no screen shows side by side; leave out what nobody compares", v.Title(), n, p.Limit())
			}
		}
	}
	return nil
}

func shownCells(v *customizations.View) []*customizations.Cell {
	return slices.DeleteFunc(slices.Clone(v.Cells), func(c *customizations.Cell) bool { return c.Hidden.Value })
}
