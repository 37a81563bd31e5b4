package customizations

import (
	"strings"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/model"
)

// A loosePart is a part of a table that has a file of its own, read perhaps
// before its table.
type loosePart struct {
	model.Range
	source string
	join   func(*Table)
}

// later has a part of the file being read given to its table when all is read.
func (r *reader) later(place model.Range, join func(*Table)) {
	r.loose = append(r.loose, loosePart{place, r.source, join})
}

// joinParts gives the parts that have files of their own to their tables, which
// their folder names, as in "Entities/Account/FormXml/main/x.xml".
func (r *reader) joinParts() {
	for _, p := range r.loose {
		first := strings.IndexByte(p.source, '/') + 1
		folder := p.source[:first+max(strings.IndexByte(p.source[first:], '/'), 0)]
		t := r.tables[strings.ToLower(folder)]
		if t == nil {
			t = r.tableOfParts(p, folder)
		}
		p.join(t)
	}
	r.loose = nil
}

// tableOfParts makes the table for parts whose Entity.xml is not there: the
// folder has its name.
func (r *reader) tableOfParts(p loosePart, folder string) *Table {
	t := &Table{Component: Component{
		Range:  p.Range,
		Type:   component.Table,
		Name:   model.Text{Value: folder[strings.LastIndexByte(folder, '/')+1:], Range: p.Range},
		Source: p.source,
	}}
	r.m.Components = append(r.m.Components, &t.Component)
	r.m.Tables = append(r.m.Tables, t)
	r.tables[strings.ToLower(folder)] = t
	return t
}
