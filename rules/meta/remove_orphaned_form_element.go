package meta

import (
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/solution"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

// removeOrphanedFormElement is a rule that Microsoft retired before August 2020.
var removeOrphanedFormElement = &rule.Rule{
	ID:        "meta-remove-orphaned-form-element",
	Severity:  rule.Low,
	Category:  rule.Maintainability,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  "https://go.microsoft.com/fwlink/?LinkID=398563&error=meta-remove-orphaned-form-element&client=PAChecker",
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer, solution.Analyzer},
	Run:       runRemoveOrphanedFormElement,
}

func runRemoveOrphanedFormElement(p *rule.Pass) error {
	manifest := solution.Of(p.Pass)
	for _, table := range customizations.Of(p.Pass).Tables {
		columns := customizations.ColumnsOf(table)
		for _, form := range table.Forms {
			if !isDifference(manifest, table) {
				orphanedEvents(p, form)
			}
			if table.IsDefined() {
				orphanedControls(p, table, columns, form)
			}
		}
	}
	return nil
}

// orphanedEvents reports handlers of columns that the form does not have.
func orphanedEvents(p *rule.Pass, form *customizations.Form) {
	shown := make(map[string]bool, len(form.Controls))
	for _, c := range form.Controls {
		shown[strings.ToLower(c.Column.Value)] = true
	}
	for _, event := range form.Events {
		column := event.Column.Value
		if !strings.EqualFold(event.Name.Value, "onchange") || column == "" || !slices.ContainsFunc(event.Handlers, (*customizations.Handler).IsCalled) || shown[strings.ToLower(column)] {
			continue
		}
		p.Reportf(event.Column, form.Ref(), "Handlers wait for a change of column %q, which is not on %s, so they never run; add the column, or remove the event", column, form.Title())
	}
}

// orphanedControls reports controls of columns that the table does not have.
func orphanedControls(p *rule.Pass, table *customizations.Table, columns *customizations.Columns, form *customizations.Form) {
	for _, c := range form.Controls {
		column := c.Column.Value
		if !isOwnColumn(c) || columns.Column(column) != nil {
			continue
		}
		p.Reportf(c.Column, form.Ref(), "Control %q on %s shows column %q, which table %q does not have; remove the control", c.ID.Value, form.Title(), column, table.Name.Value)
	}
}

// isOwnColumn reports whether a control should show a column that somebody made
// for the form's table. The platform itself puts columns such as ownerid on the
// card forms of tables that have none. A control whose name has a colon is of a
// business process flow and shows a column of another table.
func isOwnColumn(c *customizations.Control) bool {
	return strings.Contains(c.Column.Value, "_") && !strings.Contains(c.ID.Value, ":")
}
