package view

import (
	"strings"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/fetchxml"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/query"
)

// A columns finds the columns that queries name in the tables of the solution.
type columns struct {
	tables map[string]*customizations.Table
	known  map[*customizations.Table]*customizations.Columns // of the tables that were asked for
}

func newColumns(m *customizations.Model) *columns {
	c := &columns{make(map[string]*customizations.Table), make(map[*customizations.Table]*customizations.Columns)}
	for _, t := range m.Tables {
		c.tables[strings.ToLower(t.Name.Value)] = t
	}
	return c
}

// of returns the column that a source names: one of its own table, or of the
// linked one that link stands for. It is nil where the solution does not hold
// the column.
func (c *columns) of(q *query.Query, s *fetchxml.Source, link, column model.Text) *customizations.Column {
	if t := c.table(q, s, link); t != nil {
		return c.columnsOf(t).Column(column.Value)
	}
	return nil
}

// lacks reports whether a table, which it names, does not have a column that a
// source names.
func (c *columns) lacks(q *query.Query, s *fetchxml.Source, link, column model.Text) (table string, lacks bool) {
	t := c.table(q, s, link)
	if t == nil || !c.columnsOf(t).Lacks(column.Value) {
		return "", false
	}
	return t.Name.Value, true
}

// maxSearched is the number of sources that are searched for an alias; the
// platform takes fifteen.
const maxSearched = 100

func (c *columns) table(q *query.Query, s *fetchxml.Source, link model.Text) *customizations.Table {
	if link.Value == "" {
		return c.tables[strings.ToLower(s.Table.Value)]
	}
	searched := 0
	for other := range q.Sources() {
		if searched++; searched > maxSearched {
			break
		}
		if strings.EqualFold(other.Alias.Value, link.Value) {
			return c.tables[strings.ToLower(other.Table.Value)]
		}
	}
	return nil
}

func (c *columns) columnsOf(t *customizations.Table) *customizations.Columns {
	known := c.known[t]
	if known == nil {
		known = customizations.ColumnsOf(t)
		c.known[t] = known
	}
	return known
}
