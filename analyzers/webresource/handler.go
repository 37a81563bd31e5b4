package webresource

import (
	"strings"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/syntax/javascript"
)

// A FormHandler is a function that an event of a form calls, with the script that
// defines it.
type FormHandler struct {
	*customizations.Handler
	Form  *customizations.Form
	Event *customizations.Event

	Target
}

// A Target is the function that something calls by its name.
type Target struct {
	In       *File               // the script that the caller names as its library; nil where the unit has none of that name
	Presence javascript.Presence // whether In, or another script that is loaded beside it, defines the function
	Script   *Script             // that script; nil where Presence is not Present
	Code     javascript.Node     // the Function; none where what is called cannot be told
}

// IsOnSave reports whether the handler runs before a record is saved.
func (h *FormHandler) IsOnSave() bool { return strings.EqualFold(h.Event.Name.Value, "onsave") }

// join finds the functions that forms and ribbons call.
func (m *Model) join(c *customizations.Model) {
	for _, t := range c.Tables {
		for _, form := range t.Forms {
			m.joinForm(form)
		}
	}
	for _, form := range c.Dashboards {
		m.joinForm(form)
	}
	for b := range c.Ribbons() {
		m.joinRibbon(b)
	}
}

func (m *Model) joinForm(form *customizations.Form) {
	libraries := m.librariesOf(form)
	for _, e := range form.Events {
		for _, handler := range e.Handlers {
			if handler.Internal || handler.Function.Value == "" {
				continue
			}
			h := &FormHandler{Handler: handler, Form: form, Event: e, Target: Target{In: m.Find(libraryName(handler.Library.Value))}}
			m.Handlers = append(m.Handlers, h)
			h.lookup(h.In, handler.Function.Value)
			for _, f := range libraries {
				if h.Presence != javascript.Present {
					h.lookup(f, handler.Function.Value)
				}
			}
		}
	}
}

// maxLibraries is the number of a form's libraries in which functions are looked
// for; the schema of forms allows fifty.
const maxLibraries = 100

// librariesOf returns the libraries of a form that are there.
func (m *Model) librariesOf(form *customizations.Form) (list []*File) {
	for _, l := range form.Libraries {
		if f := m.Find(libraryName(l.Name.Value)); f != nil && len(list) < maxLibraries {
			list = append(list, f)
		}
	}
	return list
}

// libraryName returns the name of a web resource without what may stand before it.
func libraryName(name string) string { return strings.TrimPrefix(name, "$webresource:") }

// lookup looks for the function of that name in a script.
func (t *Target) lookup(f *File, name string) {
	if f == nil || f.IsPage {
		return
	}
	for _, s := range f.Scripts {
		node, presence := s.Lookup(name)
		if presence <= t.Presence && presence != javascript.Present {
			continue
		}
		t.Presence = presence
		if presence == javascript.Present {
			t.Script = s
		}
		if node.Kind() == javascript.Function {
			t.Code = node
		}
	}
}
