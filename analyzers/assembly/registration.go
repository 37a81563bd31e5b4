package assembly

import (
	"path"
	"strings"

	"github.com/solcheck/solcheck/analyzers/customizations"
)

// registered finds the solution's component of an assembly by the assembly's name.
// One that Costura packed into another has none.
func registered(m *customizations.Model, a *Assembly) *customizations.Assembly {
	alone := a.Packed == "" || strings.EqualFold(path.Ext(a.Member), ".nupkg")
	for _, c := range m.Assemblies {
		if alone && strings.EqualFold(c.FullName.Name, a.Image.Assembly.Name) {
			return c
		}
	}
	return nil
}

// join gives the entries what the solution says of their types: the registration,
// the steps, and the custom APIs.
func (a *Assembly) join(m *customizations.Model) {
	byName := make(map[string]*Entry, len(a.Entries))
	byID := make(map[string]*Entry)
	for _, e := range a.Entries {
		byName[e.Type.FullName] = e
	}
	if a.Registered != nil {
		for _, t := range a.Registered.Types {
			if e := byName[typeNameOf(t)]; e != nil {
				e.Registered = t
				byID[t.ID.Value] = e
			}
		}
	}
	for _, s := range m.Steps {
		e := byName[s.PlugInType.Type]
		if e != nil && strings.EqualFold(s.PlugInType.Assembly.Name, a.Image.Assembly.Name) {
			e.Steps = append(e.Steps, s)
		}
	}
	for _, api := range m.CustomAPIs {
		if e := byID[api.PlugInTypeKey.Value]; e != nil {
			e.APIs = append(e.APIs, api)
		}
	}
}

// typeNameOf returns the full name of a registered type.
func typeNameOf(t *customizations.PlugInType) string {
	if t.QualifiedName.Type != "" {
		return t.QualifiedName.Type
	}
	return t.Name.Value
}
