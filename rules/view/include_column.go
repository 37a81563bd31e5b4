package view

import (
	"iter"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/fetchxml"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeColumn = &rule.Rule{
	ID:        "view-include-column",
	Severity:  rule.High,
	Category:  rule.Usage,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer},
	Run:       runIncludeColumn,
}

func runIncludeColumn(p *rule.Pass) error {
	m := customizations.Of(p.Pass)
	columns := newColumns(m)
	for q := range m.Queries() {
		for s := range q.Sources() {
			for leaf := range namedColumns(q, s, columns) {
				p.Reportf(leaf.Text, q.Of, "The query of %s names the column %q, which table %q does not have; remove it, or add the column", q.Title, leaf.Value, leaf.table)
			}
		}
	}
	return nil
}

// A namedColumn is a column that a query names and its table does not have.
type namedColumn struct {
	model.Text
	table string
}

func namedColumns(q customizations.Query, s *fetchxml.Source, columns *columns) iter.Seq[namedColumn] {
	return func(yield func(namedColumn) bool) {
		for _, use := range uses(s) {
			table, lacks := columns.lacks(q, s, use.link, use.column)
			if lacks && !yield(namedColumn{use.column, table}) {
				return
			}
		}
	}
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
	return list
}
