package solution

import (
	"strings"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/solution"
	"github.com/solcheck/solcheck/rules/rule"
)

var useOptionPrefix = &rule.Rule{
	ID:        "solution-use-option-prefix",
	Severity:  rule.Low,
	Category:  rule.Design,
	Component: rule.Configuration,
	Rulesets:  0, // values that other systems dictate are common,
	Kinds:     kinds(),
	Requires:  requires(),
	Run:       runUseOptionPrefix,
}

func runUseOptionPrefix(p *rule.Pass) error {
	publisher := solution.Of(p.Pass).Publisher
	if publisher.OptionValuePrefix.Bad != "" || publisher.OptionValuePrefix.Value < 10000 {
		return nil
	}
	from := publisher.OptionValuePrefix.Value * 10000
	for _, c := range customizations.Of(p.Pass).Choices {
		if !strings.EqualFold(c.Kind.Value, "picklist") || prefixOf(c.Name.Value) != strings.ToLower(publisher.Prefix.Value) {
			continue
		}
		for _, o := range c.Options {
			if o.Value.Bad == "" && (o.Value.Value < from || o.Value.Value > from+9999) {
				p.Reportf(o, c.Ref(), "Choice %q has the value %d, outside the publisher's range (%d to %d), so another publisher may add the same one; take values of the range", c.Name.Value, o.Value.Value, from, from+9999)
				break
			}
		}
	}
	return nil
}
