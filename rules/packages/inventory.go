package packages

import (
	"strings"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/solution"
)

// An inventory tells by type and name, and by type and identifier, what there
// is. Names are compared without regard to case.
type inventory map[entry]bool

type entry struct {
	typ component.Type
	key string
}

func (v inventory) add(typ component.Type, keys ...string) {
	for _, key := range keys {
		if key != "" {
			v[entry{typ, strings.ToLower(key)}] = true
		}
	}
}

func (v inventory) has(typ component.Type, keys ...string) bool {
	for _, key := range keys {
		if key != "" && v[entry{typ, strings.ToLower(key)}] {
			return true
		}
	}
	return false
}

// partsOf lists what a solution holds.
func partsOf(m *customizations.Model) inventory {
	v := make(inventory)
	for _, c := range m.Components {
		v.add(c.Type, c.Name.Value, c.ID.Value)
	}
	for _, t := range m.Tables {
		for _, f := range t.Forms {
			v.add(component.Form, f.ID.Value)
		}
	}
	return v
}

// rootsOf lists what the manifest of a solution names.
func rootsOf(manifest *solution.Model) inventory {
	v := make(inventory)
	for _, root := range manifest.RootComponents {
		v.add(root.Type.Value, root.SchemaName.Value, root.ID.Value)
	}
	return v
}
