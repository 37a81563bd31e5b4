package solution

import (
	"fmt"
	"strings"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/solution"
	"github.com/solcheck/solcheck/rules/rule"
)

var useOptionPrefix = &rule.Rule{
	ID:        "solution-use-option-prefix",
	Severity:  rule.Low,
	Category:  rule.Design,
	Component: rule.Configuration,
	Rulesets:  0, // values that other systems dictate are common
	Kinds:     kinds(),
	Requires:  requires(),
	Run:       runUseOptionPrefix,
}

func runUseOptionPrefix(p *rule.Pass) error {
	publisher := solution.Of(p.Pass).Publisher
	if publisher.OptionValuePrefix.Bad != "" || publisher.OptionValuePrefix.Value < 10000 {
		return nil
	}
	from, own := publisher.OptionValuePrefix.Value*10000, strings.ToLower(publisher.Prefix.Value)
	m := customizations.Of(p.Pass)
	for _, c := range m.Choices {
		if strings.EqualFold(c.Kind.Value, "picklist") && prefixOf(c.Name.Value) == own {
			reportForeign(p, c.Options, c.Ref(), fmt.Sprintf("Choice %q", c.Name.Value), from)
		}
	}
	for _, t := range m.Tables {
		for _, c := range t.Columns {
			if isChoice(c) && prefixOf(c.Name.Value) == own {
				reportForeign(p, c.Options, c.Ref(), fmt.Sprintf("Choice %q of table %q", c.Name.Value, t.Name.Value), from)
			}
		}
	}
	return nil
}

// isChoice reports whether a column takes one or several of options that people
// make; those of states and of yes and no have values that the platform gives.
func isChoice(c *customizations.Column) bool {
	return strings.EqualFold(c.Kind.Value, "picklist") || strings.EqualFold(c.Kind.Value, "multiselectpicklist")
}

// reportForeign reports the first option that has none of the publisher's values.
func reportForeign(p *rule.Pass, options []customizations.Option, of component.Ref, title string, from int) {
	for _, o := range options {
		if o.Value.Bad == "" && (o.Value.Value < from || o.Value.Value > from+9999) {
			p.Reportf(o, of, "%s has the value %d, outside the publisher's range (%d to %d), so another publisher may add the same one; take values of the range", title, o.Value.Value, from, from+9999)
			return
		}
	}
}
