package webresource

import (
	"strings"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/syntax/javascript"
)

// A RibbonCall is a function that a command or a rule of a ribbon calls, with the
// script that defines it.
type RibbonCall struct {
	*customizations.RibbonFunction
	Ribbon *customizations.Ribbon
	ID     model.Text // of the command or rule
	IsRule bool

	Target
}

// joinRibbon finds the functions that a ribbon calls. All its libraries are taken
// for loaded: once a command has asked for one it is there for the others.
func (m *Model) joinRibbon(b *customizations.Ribbon) {
	first := len(m.RibbonCalls)
	add := func(id model.Text, isRule bool, f *customizations.RibbonFunction) {
		if f != nil && f.Function.Value != "" {
			in := m.Find(strings.TrimPrefix(f.Library.Value, customizations.LibraryDirective))
			if name := f.WebResource(); name != "" {
				in = m.Find(name)
			}
			m.RibbonCalls = append(m.RibbonCalls, &RibbonCall{RibbonFunction: f, Ribbon: b, ID: id, IsRule: isRule, Target: Target{In: in}})
		}
	}
	for _, c := range b.Commands {
		for _, f := range c.Functions {
			add(c.ID, false, f)
		}
	}
	for _, r := range b.Rules {
		for _, c := range r.Conditions {
			add(r.ID, true, c.Function)
		}
	}
	lookUp(m.RibbonCalls[first:])
}

// maxLoaded is in how many libraries of a ribbon a function is looked for that the
// library it is said to be in does not define.
const maxLoaded = 64

// lookUp looks for what some calls of a ribbon call, first in the library that
// each names.
func lookUp(calls []*RibbonCall) {
	var loaded []*File
	known := make(map[*File]bool)
	for _, c := range calls {
		if c.In != nil && !known[c.In] {
			known[c.In] = true
			loaded = append(loaded, c.In)
		}
	}
	for _, c := range calls {
		c.lookup(c.In, c.Function.Value)
		if len(loaded) > maxLoaded {
			c.Presence = max(c.Presence, javascript.Unclear)
		}
		for _, f := range loaded[:min(len(loaded), maxLoaded)] {
			if c.In != nil && c.Presence != javascript.Present {
				c.lookup(f, c.Function.Value)
			}
		}
	}
}
