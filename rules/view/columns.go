package view

import (
	"strings"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/fetchxml"
	"github.com/solcheck/solcheck/analyzers/model"
)

// A columns finds the columns that queries name in the tables of the solution.
// Names are compared without regard to case.
type columns struct {
	tables map[string]*customizations.Table
	index  map[*customizations.Table]map[string]*customizations.Column
}

func newColumns(m *customizations.Model) *columns {
	c := &columns{make(map[string]*customizations.Table), make(map[*customizations.Table]map[string]*customizations.Column)}
	for _, t := range m.Tables {
		c.tables[strings.ToLower(t.Name.Value)] = t
	}
	return c
}

// of returns the column that a source names: one of its own table, or of the
// linked one that link stands for. It is nil where the solution does not hold
// the column.
func (c *columns) of(q customizations.Query, s *fetchxml.Source, link, column model.Text) *customizations.Column {
	if t := c.table(q, s, link); t != nil {
		return c.columnsOf(t)[strings.ToLower(column.Value)]
	}
	return nil
}

// lacks reports whether a table, which it names, does not have a column that a
// source names. It is sure only if the solution holds the whole table and the
// column has a publisher's prefix: system columns come and go with the kind of
// table.
func (c *columns) lacks(q customizations.Query, s *fetchxml.Source, link, column model.Text) (table string, lacks bool) {
	t := c.table(q, s, link)
	name := strings.ToLower(column.Value)
	if t == nil || !strings.Contains(name, "_") || !t.IsDefined() {
		return "", false
	}
	known := c.columnsOf(t)
	if known[name] != nil {
		return "", false
	}
	for _, suffix := range companions() {
		if base, ok := strings.CutSuffix(name, suffix); ok && known[base] != nil {
			return "", false
		}
	}
	return t.Name.Value, true
}

// companions are the ends of the names of columns that come with another one and
// are in no export: those of lookups, choices, money, rollups and images.
func companions() []string {
	return []string{"name", "yominame", "idname", "type", "_base", "_date", "_state", "_url", "_timestamp", "id"}
}

func (c *columns) table(q customizations.Query, s *fetchxml.Source, link model.Text) *customizations.Table {
	if link.Value == "" {
		return c.tables[strings.ToLower(s.Table.Value)]
	}
	for other := range q.Sources() {
		if strings.EqualFold(other.Alias.Value, link.Value) {
			return c.tables[strings.ToLower(other.Table.Value)]
		}
	}
	return nil
}

func (c *columns) columnsOf(t *customizations.Table) map[string]*customizations.Column {
	byName := c.index[t]
	if byName == nil {
		byName = make(map[string]*customizations.Column, len(t.Columns))
		for _, col := range t.Columns {
			byName[strings.ToLower(col.Name.Value)] = col
		}
		c.index[t] = byName
	}
	return byName
}
