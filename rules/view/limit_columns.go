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
	Run:       runLimitColumns,
}

// maxCells is the number of columns from which a view is called wide. Microsoft
// asks for few and gives no number; of twenty thousand views in real packages
// hardly one has more.
const maxCells = 15

func runLimitColumns(p *rule.Pass) error {
	for _, t := range customizations.Of(p.Pass).Tables {
		for _, v := range t.Views {
			shown := shownCells(v)
			if len(shown) > maxCells && !v.Unmodified {
				p.Reportf(shown[maxCells], v.Ref(), "On %s there are %d columns, more than %d, which no screen shows side by side; leave out what nobody compares", v.Title(), len(shown), maxCells)
			}
		}
	}
	return nil
}

func shownCells(v *customizations.View) []*customizations.Cell {
	return slices.DeleteFunc(slices.Clone(v.Cells), func(c *customizations.Cell) bool { return c.Hidden.Value })
}
