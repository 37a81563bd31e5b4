package view

import (
	"strings"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/fetchxml"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/query"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeColumn = &rule.Rule{
	ID:        "view-include-column",
	Severity:  rule.High,
	Category:  rule.Usage,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Kinds:     kinds(),
	Requires:  requires(),
	Run:       runIncludeColumn,
}

func runIncludeColumn(p *rule.Pass) error {
	columns := newColumns(customizations.Of(p.Pass))
	for _, q := range query.Of(p.Pass).Queries {
		for s := range q.Sources() {
			for _, use := range uses(s) {
				if table, lacks := columns.lacks(q, s, use.link, use.column); lacks {
					reportf(p, q, use.column, "names the column %q, which table %q does not have; remove it, or add the column", use.column.Value, table)
				}
			}
		}
		for _, cell := range cells(q) {
			if table, lacks := columns.lacks(q, q.Source, model.Text{}, cell.Name); lacks {
				p.Reportf(cell.Name, q.Of, "The grid of %s names the column %q, which table %q does not have; remove it, or add the column", q.Title, cell.Name.Value, table)
			}
		}
	}
	return nil
}

// A use is a place where a source names a column of its own, or of a link.
type use struct{ link, column model.Text }

func uses(s *fetchxml.Source) []use {
	var list []use
	for _, c := range s.Columns {
		list = append(list, use{column: c.Name})
	}
	for _, o := range s.Orders {
		list = append(list, use{o.Link, o.Column})
	}
	for c := range s.Conditions() {
		list = append(list, use{c.Link, c.Column})
	}
	for _, l := range s.Links {
		list = append(list, use{column: l.To})
	}
	if s.IsLink {
		list = append(list, use{column: s.From})
	}
	return list
}

// cells returns the columns of a view's grid that are the table's own and that the
// query does not name: those that it names are told there.
func cells(q *query.Query) []*customizations.Cell {
	if q.View == nil || q.Source == nil {
		return nil
	}
	named := make(map[string]bool)
	for _, use := range uses(q.Source) {
		named[strings.ToLower(use.column.Value)] = true
	}
	var list []*customizations.Cell
	for _, c := range q.View.Cells {
		if name := strings.ToLower(c.Name.Value); !named[name] && !strings.Contains(name, ".") {
			list = append(list, c)
		}
	}
	return list
}
