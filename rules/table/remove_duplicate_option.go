package table

import (
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var removeDuplicateOption = &rule.Rule{
	ID:        "table-remove-duplicate-option",
	Severity:  rule.Low,
	Category:  rule.Usage,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer},
	Run:       runRemoveDuplicateOption,
}

func runRemoveDuplicateOption(p *rule.Pass) error {
	m := customizations.Of(p.Pass)
	for _, t := range m.Tables {
		for _, c := range t.Columns {
			repeatedOptions(p, t.Ref(), "column "+strconv.Quote(c.Name.Value), c.Kind.Value, c.Options)
		}
	}
	for _, c := range m.Choices {
		repeatedOptions(p, c.Ref(), "choice "+strconv.Quote(c.Name.Value), c.Kind.Value, c.Options)
	}
	return nil
}

// repeatedOptions reports options that have the value, or the label, of an
// earlier one. A label may occur under two states.
func repeatedOptions(p *rule.Pass, of component.Ref, owner, kind string, options []customizations.Option) {
	values, labels := make(map[int]bool), make(map[string]int)
	for i := range options {
		o := &options[i]
		value, label := o.Value.Value, strings.TrimSpace(o.Label.Value)
		other, repeated := labels[label]
		switch {
		case o.Value.IsSet() && values[value]:
			p.Reportf(o.Value, of, "Two options of %s have the value %d, so the import fails; give one of them another value", owner, value)
		case label != "" && repeated && kind != "status":
			p.Reportf(o.Label, of, "Options %d and %d of %s have the same label %q, so users cannot tell them apart; rename one, or remove it", other, value, owner, label)
		}
		values[value], labels[label] = true, value
	}
}
