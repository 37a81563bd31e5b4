package table

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeColumn = &rule.Rule{
	ID:        "table-include-column",
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
	tables := make(map[string]*customizations.Columns)
	for _, t := range m.Tables {
		tables[lower(t.Name)] = customizations.ColumnsOf(t)
	}
	for _, u := range uses(m) {
		if t := tables[lower(u.table)]; t != nil && t.Lacks(u.column.Value) && !u.of.Unmodified {
			p.Reportf(u.column, u.of.Ref(), "%s names the column %q, which table %q does not have; name another one, or add the column", u.title, u.column.Value, u.table.Value)
		}
	}
	return nil
}

// A use is a column that something names.
type use struct {
	of            *customizations.Component
	title         string // in words
	table, column model.Text
}

// uses returns the columns that duplicate detection rules, SLAs, mappings and image
// settings name.
func uses(m *customizations.Model) []use {
	var list []use
	for _, d := range m.DuplicateRules {
		list = append(list, compared(d)...)
	}
	for _, s := range m.SLAs {
		name := `SLA "` + s.Ref().Name + `"`
		list = append(list, use{&s.Component, name, s.Table, s.ApplicableFrom})
		for _, i := range s.Items {
			list = append(list, use{&s.Component, name, s.Table, i.Column})
		}
	}
	for _, e := range m.EntityMaps {
		name := `The mapping from "` + e.Source.Value + `" to "` + e.Target.Value + `"`
		for _, pair := range e.ColumnPairs {
			list = append(list, use{&e.Component, name, e.Source, pair.Source}, use{&e.Component, name, e.Target, pair.Target})
		}
	}
	return append(list, images(m)...)
}

// compared returns the columns that a duplicate detection rule compares: of one
// table, each column once.
func compared(d *customizations.DuplicateRule) []use {
	var list []use
	name := `Duplicate detection rule "` + title(d) + `"`
	for _, c := range d.Conditions {
		list = append(list, use{&d.Component, name, d.Base, c.Base})
		if lower(d.Base) != lower(d.Matching) || lower(c.Base) != lower(c.Matching) {
			list = append(list, use{&d.Component, name, d.Matching, c.Matching})
		}
	}
	return list
}

func images(m *customizations.Model) []use {
	var list []use
	for _, i := range m.ImageColumns {
		list = append(list, use{&i.Component, `The image setting of "` + i.Table.Value + `"`, i.Table, i.Column})
	}
	for _, i := range m.TableImages {
		list = append(list, use{&i.Component, `The image setting of "` + i.Table.Value + `"`, i.Table, i.Column})
	}
	return list
}
