package solution

import (
	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/fetchxml"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/rules/retired"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidRetiredTable = &rule.Rule{
	ID:        "solution-avoid-retired-table",
	Severity:  rule.Medium,
	Category:  rule.UpgradeReadiness,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-platform/important-changes-coming",
	Kinds:     kinds(),
	Requires:  requires(),
	Run:       runAvoidRetiredTable,
}

func runAvoidRetiredTable(p *rule.Pass) error {
	m := customizations.Of(p.Pass)
	for _, t := range m.Tables {
		if t.HasInfo && !t.Unmodified {
			reportTable(p, t.Name, t.Ref(), "The solution changes the table")
		}
	}
	for q := range m.Queries() {
		for s := range q.Sources() {
			reportTable(p, s.Table, q.Of, "The query of "+q.Title+" asks the table")
			reportColumns(p, s, q)
		}
	}
	for _, s := range m.SiteMaps {
		for _, a := range s.SubAreas {
			reportTable(p, a.Table, s.Ref(), "The navigation entry \""+a.ID.Value+"\" leads to the table")
		}
	}
	retiredInForms(p, m)
	retiredInLogic(p, m)
	return nil
}

// retiredInForms looks at what forms and apps show.
func retiredInForms(p *rule.Pass, m *customizations.Model) {
	for form := range m.Forms() {
		for _, c := range form.Controls {
			if c.Grid != nil && !form.Unmodified {
				reportTable(p, c.Grid.Table, form.Ref(), "The subgrid \""+c.ID.Value+"\" on "+form.Title()+" shows the table")
			}
		}
	}
	for _, a := range m.Apps {
		for _, c := range a.Components {
			if c.Type.Is(component.Table) {
				reportTable(p, c.SchemaName, a.Ref(), "App \""+a.Name.Value+"\" holds the table")
			}
		}
	}
}

// retiredInLogic looks at what steps and processes run for.
func retiredInLogic(p *rule.Pass, m *customizations.Model) {
	for _, s := range m.Steps {
		if !s.Unmodified {
			reportTable(p, s.Table, s.Ref(), "Step \""+s.Name.Value+"\" is registered for the table")
		}
	}
	for _, w := range m.Processes {
		if !w.Unmodified {
			reportTable(p, w.Table, w.Ref(), "Process \""+w.Ref().Name+"\" is for the table")
		}
	}
}

func reportTable(p *rule.Pass, table model.Text, of component.Ref, what string) {
	if t := retired.Table(table.Value); t != nil {
		p.Reportf(table, of, "%s %q (%s), %s; %s", what, table.Value, t.Label, t.Fate(), t.Advice)
	}
}

// reportColumns reports the retired columns that a query asks for or tests.
func reportColumns(p *rule.Pass, s *fetchxml.Source, q customizations.Query) {
	report := func(column model.Text) {
		if t := retired.Column(s.Table.Value, column.Value); t != nil {
			p.Reportf(column, q.Of, "The query of %s asks for the column %q of %q (%s), %s; %s", q.Title, column.Value, s.Table.Value, t.Label, t.Fate(), t.Advice)
		}
	}
	for _, c := range s.Columns {
		report(c.Name)
	}
	for c := range s.Conditions() {
		report(c.Column)
	}
}
