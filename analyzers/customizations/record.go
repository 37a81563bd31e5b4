package customizations

import (
	"iter"

	"github.com/solcheck/solcheck/analyzers/model"
)

// A Record is a row of a table whose rows can be components of a solution, and
// that has no type of its own here: work queues, help pages, AI plug-ins, plug-in
// packages, what Customer Service and others define for themselves. Such rows have
// files of their own, "aiplugins/x/aiplugin.xml", in every layout; some stand in
// customizations.xml.
type Record struct {
	Component         // its Name is the name where a GUID is the key, or else the first key
	Table     string  // logical name of the table: "workqueue"
	Keys      []Field // what other environments know it by: the attributes
	Fields    []Field // the columns that are not empty, those of lookups as "column/key"
}

// Field returns a column of the record, not set where it is empty.
func (r *Record) Field(name string) model.Text {
	for _, f := range r.Fields {
		if f.Name == name {
			return f.Text
		}
	}
	return model.Text{}
}

// A Field is a named value.
type Field struct {
	Name string
	model.Text
}

// RecordsOf returns the records of one table.
func (m *Model) RecordsOf(table string) iter.Seq[*Record] {
	return func(yield func(*Record) bool) {
		for _, r := range m.Records {
			if r.Table == table && !yield(r) {
				return
			}
		}
	}
}

// An Association is a row of a relationship of many to many that comes with the
// solution: which flows a part of a bot calls, which apps a service plan opens.
type Association struct {
	model.Range         // the start tag
	Table       string  // the table between the two: "botcomponent_workflow"
	Source      string  // the member it was read from
	Ends        []Field // "botcomponentid.schemaname", "workflowid.workflowid"
}
