package process

import (
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/analyzers/xaml"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeColumn = &rule.Rule{
	ID:        "process-include-column",
	Severity:  rule.High,
	Category:  rule.Usage,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer, xaml.Analyzer},
	Run:       runIncludeColumn,
}

func runIncludeColumn(p *rule.Pass) error {
	tables := make(map[string]*customizations.Columns)
	for _, t := range customizations.Of(p.Pass).Tables {
		if t.IsDefined() {
			tables[strings.ToLower(t.Name.Value)] = customizations.ColumnsOf(t)
		}
	}
	for _, d := range xaml.Of(p.Pass).Definitions {
		reported := make(map[string]bool)
		for _, a := range d.Activities {
			t, column := tables[strings.ToLower(a.Table.Value)], columnOf(a)
			key := strings.ToLower(a.Table.Value + "." + column.Value)
			if t == nil || column.Value == "" || reported[key] || d.Process.Unmodified || !t.Lacks(column.Value) {
				continue
			}
			reported[key] = true
			p.Reportf(column, d.Process.Ref(), "Process %q uses the column %q, which table %q does not have; change the process, or add the column", d.Process.Ref().Name, column.Value, a.Table.Value)
		}
	}
	return nil
}

// columnOf returns the column that an activity is about. The steps of business
// rules name it as a control, whichever form shows it.
func columnOf(a *xaml.Activity) model.Text {
	if a.Column.Value == "" {
		return a.Control
	}
	return a.Column
}
