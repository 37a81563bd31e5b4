package solution

import (
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
	first := make(map[string]*customizations.Component)
	for _, c := range customizations.Of(p.Pass).Components {
		if c.ID.Value == "" || c.Type == 0 || c.Unmodified {
			continue
		}
		key := c.Type.String() + "/" + c.ID.Value
		other := first[key]
		if other == nil {
			first[key] = c
			continue
		}
		if strings.EqualFold(c.Name.Value, other.Name.Value) {
			p.Reportf(model.At(c.ID, c), c.Ref(), "%s %q is described twice, in %q and in %q; remove one of the two", sentence(c.Type.String()), c.Ref().Name, other.Source, c.Source)
			continue
		}
		p.Reportf(model.At(c.ID, c), c.Ref(), "%s %q has the identifier of %q (%s), so the import keeps one of the two; give it one of its own", sentence(c.Type.String()), c.Ref().Name, other.Ref().Name, c.ID.Value)
	}
	return nil
}

// sentence begins a sentence with a word that is not a name.
func sentence(s string) string {
	if s == "" || s[0] < 'a' || s[0] > 'z' {
		return s
	}
	return string(s[0]-'a'+'A') + s[1:]
}
