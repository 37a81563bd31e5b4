package solution

import (
	"strconv"
	"strings"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/rules/rule"
)

var removeDuplicateID = &rule.Rule{
	ID:        "solution-remove-duplicate-id",
	Severity:  rule.High,
	Category:  rule.Supportability,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Kinds:     kinds(),
	Requires:  requires(),
	Run:       runRemoveDuplicateID,
}

func runRemoveDuplicateID(p *rule.Pass) error {
	m := customizations.Of(p.Pass)
	ids := identifiers{p, make(map[string]identified)}
	for _, c := range m.Components {
		ids.add(c, c.Type.String()+" "+strconv.Quote(c.Ref().Name))
	}
	for _, t := range m.Tables {
		for _, f := range t.Forms {
			ids.add(&f.Component, f.Title())
		}
		for _, v := range t.Views {
			ids.add(&v.Component, v.Title())
		}
		for _, c := range t.Charts {
			ids.add(&c.Component, "chart "+strconv.Quote(c.Ref().Name)+" of "+strconv.Quote(t.Name.Value))
		}
	}
	for _, s := range m.Steps {
		for _, i := range s.Images {
			ids.add(&i.Component, "image "+strconv.Quote(i.Ref().Name)+" of step "+strconv.Quote(s.Name.Value))
		}
	}
	for _, a := range m.Assemblies {
		for _, t := range a.Types {
			ids.add(&t.Component, "plug-in type "+strconv.Quote(t.Ref().Name))
		}
	}
	return nil
}

// identifiers are the GUIDs of a solution, each with the component that has it
// first.
type identifiers struct {
	p     *rule.Pass
	first map[string]identified
}

// An identified is a component with the words that say which one it is.
type identified struct {
	*customizations.Component
	title string
}

// add takes a component, and reports it if another one of its kind has the GUID.
func (ids *identifiers) add(c *customizations.Component, title string) {
	if c.ID.Value == "" || c.Type == 0 || c.Unmodified {
		return
	}
	key := c.Type.String() + "/" + c.ID.Value
	other, known := ids.first[key]
	switch {
	case !known:
		ids.first[key] = identified{c, title}
	case strings.EqualFold(title, other.title):
		ids.p.Reportf(model.At(c.ID, c), c.Ref(), "%s is described twice, in %q and in %q; remove one of the two", sentence(title), other.Source, c.Source)
	default:
		ids.p.Reportf(model.At(c.ID, c), c.Ref(), "%s has the identifier of %s (%s), so the import keeps one of the two; give it one of its own", sentence(title), other.title, c.ID.Value)
	}
}

// sentence begins a sentence with a word that is not a name.
func sentence(s string) string {
	if s == "" || s[0] < 'a' || s[0] > 'z' {
		return s
	}
	return string(s[0]-'a'+'A') + s[1:]
}
