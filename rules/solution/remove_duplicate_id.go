package solution

import (
	"fmt"
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
	first := make(map[string]titled)
	for _, c := range identified(customizations.Of(p.Pass)) {
		if c.ID.Value == "" || c.Type == 0 || c.Unmodified {
			continue
		}
		key := c.Type.String() + "/" + c.ID.Value
		other, known := first[key]
		if !known {
			first[key] = c
			continue
		}
		p.ReportWith(model.At(c.ID, c), c.Ref(), model.At(other.ID, other), "The other one with this identifier", "%s", duplication(c, other))
	}
	return nil
}

func duplication(c, other titled) string {
	title, others := c.title(), other.title()
	switch {
	case !strings.EqualFold(title, others):
		return fmt.Sprintf("%s has the identifier of %s (%s), so the import keeps one of the two; give it one of its own", sentence(title), others, c.ID.Value)
	case c.Source != other.Source:
		return fmt.Sprintf("%s is described twice, in %q and in %q; remove one of the two", sentence(title), other.Source, c.Source)
	}
	return sentence(title) + " is described twice; remove one of the two"
}

// A titled is a component that can be named in words.
type titled struct {
	*customizations.Component
	title func() string
}

// identified returns the components, and those parts of tables, steps and
// assemblies, that the platform knows by an identifier.
func identified(m *customizations.Model) (list []titled) {
	for _, c := range m.Components {
		list = append(list, titled{c, func() string { return fmt.Sprintf("%s %q", c.Type, c.Ref().Name) }})
	}
	for _, t := range m.Tables {
		for _, f := range t.Forms {
			list = append(list, titled{&f.Component, f.Title})
		}
		for _, v := range t.Views {
			list = append(list, titled{&v.Component, v.Title})
		}
		for _, c := range t.Charts {
			list = append(list, titled{&c.Component, c.Title})
		}
	}
	for _, s := range m.Steps {
		for _, i := range s.Images {
			list = append(list, titled{&i.Component, func() string { return fmt.Sprintf("image %q of step %q", i.Ref().Name, s.Name.Value) }})
		}
	}
	for _, a := range m.Assemblies {
		for _, t := range a.Types {
			list = append(list, titled{&t.Component, func() string { return fmt.Sprintf("plug-in type %q", t.Ref().Name) }})
		}
	}
	return list
}

// sentence begins a sentence with a word that is not a name.
func sentence(s string) string {
	if s == "" || s[0] < 'a' || s[0] > 'z' {
		return s
	}
	return string(s[0]-'a'+'A') + s[1:]
}
