package customizations

import "strings"

// Columns finds the columns of one table by name, without regard to case. It is
// made once for many questions.
type Columns struct {
	byName  map[string]*Column
	defined bool
}

// ColumnsOf returns the columns of a table.
func ColumnsOf(t *Table) *Columns {
	c := &Columns{make(map[string]*Column, len(t.Columns)), t.IsDefined()}
	for _, column := range t.Columns {
		c.byName[strings.ToLower(column.Name.Value)] = column
	}
	return c
}

// Column returns the column of that name, nil where the solution does not hold it.
func (c *Columns) Column(name string) *Column { return c.byName[strings.ToLower(name)] }

// Lacks reports whether the table does not have a column of that name. It is sure
// only if the solution defines the table and the name has a publisher's prefix:
// system columns come and go with the kind of table. Columns that the platform
// adds to another one are in no export and taken to be there.
func (c *Columns) Lacks(name string) bool {
	if !strings.Contains(name, "_") || c.Column(name) != nil || !c.defined {
		return false
	}
	for _, suffix := range companions() {
		if base, ok := strings.CutSuffix(strings.ToLower(name), suffix); ok && c.Column(base) != nil {
			return false
		}
	}
	return true
}

// companions are the ends of the names of columns that come with another one:
// with lookups, choices, money, rollups and images.
func companions() []string {
	return []string{"name", "yominame", "idname", "type", "_base", "_date", "_state", "_url", "_timestamp", "id"}
}
