package assembly

import (
	"slices"
	"strings"
)

// A Counter is a number that code keeps in a row to number other rows with.
type Counter struct {
	Write  *Call    // sets the column that the number was read from to one that is higher
	Table  string   // of the row that holds it, empty where that is no literal
	Column string   // that holds it
	Into   []string // columns of other rows that it goes into, sorted; "" stands for those that no literal names
}

// Counters returns the counters that code keeps by hand: a number is read from a
// retrieved row, a constant is added, the sum is written back to the same column of
// the row, which is updated, and the number or a text with it goes into another row.
// What is counted under each parent is left out.
func (a *Assembly) Counters() []Counter {
	updated := a.updated()
	var writes []setting
	for _, c := range a.Reached {
		for _, call := range c.Calls {
			if s, ok := call.setting(); ok {
				writes = append(writes, s)
			}
		}
	}
	var counters []Counter
	for _, w := range writes {
		rows := slices.DeleteFunc(w.row.values(), func(row *Value) bool { return !updated[row] && !updated[row.query()] })
		if len(rows) == 0 {
			continue
		}
		for _, n := range w.value.numbers() {
			if !n.counted || n.column != w.column || n.isOfParent() || !slices.ContainsFunc(rows, n.isOf) {
				continue
			}
			if into := n.into(writes); len(into) > 0 {
				counters = append(counters, Counter{w.call, n.row.counterTable(), n.column, into})
				break
			}
		}
	}
	return counters
}

// updated returns the rows that are updated, and the queries that they come from.
func (a *Assembly) updated() map[*Value]bool {
	rows := make(map[*Value]bool)
	for _, c := range a.Reached {
		for _, call := range c.Calls {
			if !call.Is(organizationService, "Update") && !call.Is("Microsoft.Xrm.Sdk.Messages.UpdateRequest", "set_Target") {
				continue
			}
			for _, row := range call.Last().values() {
				rows[row] = true
				rows[row.query()] = true
			}
		}
	}
	delete(rows, nil) // what no query is known of
	delete(rows, unknown)
	return rows
}

// A setting puts a value into a column of a row.
type setting struct {
	call   *Call
	row    *Value
	column string // in lower case, empty where it is no literal
	value  *Value
}

func (c *Call) setting() (s setting, ok bool) {
	row := c.Arg(0)
	switch {
	case c.Is(entityType, "set_Item"):
	case isAttributes(row) && isSet(c):
		row = row.Args[0]
	default:
		return s, false
	}
	return setting{c, row, strings.ToLower(c.Arg(1).Text), c.Last()}, true
}

// isOfParent reports whether the number is that of a row which a lookup of the
// target names: the numbers begin again under each parent.
func (n number) isOfParent() bool {
	from := n.row.query()
	return from.Member.Name == "Retrieve" && len(from.Args) == 4 && slices.ContainsFunc(from.Args[2].values(), func(id *Value) bool {
		return id.Kind == Result && id.Member.Name == "get_Id" && len(id.Args) == 1 && slices.ContainsFunc(id.Args[0].values(), func(ref *Value) bool {
			return ref.isReading() && slices.ContainsFunc(ref.readFrom(), (*Value).IsTarget)
		})
	})
}

// isOf reports whether a row that is updated is the one that the number was read
// from: that row itself, or a new Entity with its id or of its table.
func (n number) isOf(row *Value) bool {
	if row.query() != nil {
		return row.query() == n.row.query()
	}
	if row.Kind != Created || row.In == nil {
		return false
	}
	if table, own := row.Table(), n.row.counterTable(); table != "" && own != "" {
		return table == own
	}
	return slices.ContainsFunc(row.identities(), func(of *Value) bool { return of.query() == n.row.query() })
}

// identities returns the rows whose ids a new row is given.
func (v *Value) identities() []*Value {
	ids := slices.Clone(v.Args)
	for _, call := range v.In.Uses(v) {
		if call.Is(entityType, "set_Id") {
			ids = append(ids, call.Last())
		}
	}
	var rows []*Value
	for _, id := range ids {
		if id.Kind == Result && id.Member.Is(entityType, "get_Id") && len(id.Args) == 1 {
			rows = append(rows, id.Args[0].values()...)
		}
	}
	return rows
}

// into returns the columns of other rows that the number goes into.
func (n number) into(writes []setting) []string {
	var columns []string
	for _, w := range writes {
		if w.isOfOther(n) && w.value.holds(n, make(map[*Value]bool)) {
			columns = append(columns, w.column)
		}
	}
	slices.Sort(columns)
	return slices.Compact(columns)
}

// isOfOther reports whether the setting is of a row that is not the number's own:
// the target, a new Entity with its id, or a row of another table.
func (s setting) isOfOther(n number) bool {
	own := n.row.counterTable()
	return slices.ContainsFunc(s.row.values(), func(row *Value) bool {
		switch {
		case row.IsTarget():
			return true
		case row.Kind == Created && row.In != nil:
			table := row.Table()
			return table != "" && own != "" && table != own || slices.ContainsFunc(row.identities(), (*Value).IsTarget)
		case row.query() != nil:
			table := row.counterTable()
			return row.query() != n.row.query() && table != "" && own != "" && table != own
		}
		return false
	})
}

// counterTable returns the table of a retrieved row, empty where it is no literal.
func (v *Value) counterTable() string {
	from := v.query()
	if from == nil || len(from.Args) < 2 {
		return ""
	}
	table := from.Args[1].given("Microsoft.Xrm.Sdk.Messages.RetrieveMultipleRequest", "set_Query")
	if table.IsNew(queryExpression) && len(table.Args) > 0 {
		return strings.ToLower(table.Args[0].Text)
	}
	return strings.ToLower(table.given(queryExpression, "set_EntityName").Text)
}

// given returns what a property of a new object is set to, the value itself where
// it is not.
func (v *Value) given(typeName, setter string) *Value {
	if v.IsNew(typeName) && v.In != nil {
		for _, call := range v.In.Uses(v) {
			if call.Is(typeName, setter) && call.Arg(0) == v {
				return call.Last()
			}
		}
	}
	return v
}
