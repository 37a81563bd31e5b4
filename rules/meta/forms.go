package meta

import (
	"iter"

	"github.com/solcheck/solcheck/analyzers/customizations"
)

// forms yields the forms of all tables, then the dashboards.
func forms(m *customizations.Model) iter.Seq[*customizations.Form] {
	return func(yield func(*customizations.Form) bool) {
		for _, t := range m.Tables {
			for _, f := range t.Forms {
				if !yield(f) {
					return
				}
			}
		}
		for _, d := range m.Dashboards {
			if !yield(d) {
				return
			}
		}
	}
}

// formTitle says in words which form is meant.
func formTitle(f *customizations.Form) string {
	switch {
	case f.Table == "":
		return `dashboard "` + f.Ref().Name + `"`
	case f.Kind == "":
		return `form "` + f.Ref().Name + `" of "` + f.Table + `"`
	}
	return f.Kind + ` form "` + f.Ref().Name + `" of "` + f.Table + `"`
}
