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
			if !c.Unmodified {
				repeatedOptions(p, t.Ref(), "column "+strconv.Quote(c.Name.Value)+" of "+strconv.Quote(t.Name.Value), c.Options)
			}
		}
	}
	for _, c := range m.Choices {
		repeatedOptions(p, c.Ref(), "choice "+strconv.Quote(c.Name.Value), c.Options)
	}
	return nil
}

// repeatedOptions reports options that have the value, or the label, of an
// earlier one. A label may occur under two states.
func repeatedOptions(p *rule.Pass, of component.Ref, owner string, options []customizations.Option) {
	const firstOption = "The first option"
	type labelled struct {
		state int
		label string
	}
	values, labels := make(map[int]*customizations.Option), make(map[labelled]*customizations.Option)
	for i := range options {
		o := &options[i]
		label := labelled{o.State.Value, strings.TrimSpace(o.Label.Value)}
		if first := values[o.Value.Value]; o.Value.IsSet() && first != nil {
			p.ReportWith(o.Value, of, first, firstOption, "Two options of %s have the value %d, which can stand for one of them alone; give the other another value", owner, o.Value.Value)
		} else if first := labels[label]; label.label != "" && first != nil {
			p.ReportWith(o.Label, of, first, firstOption, "Options %d and %d of %s have the same label %q, so users cannot tell them apart; rename one, or remove it", first.Value.Value, o.Value.Value, owner, label.label)
		}
		if o.Value.IsSet() {
			values[o.Value.Value] = o
		}
		labels[label] = o
	}
}
