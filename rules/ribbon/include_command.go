package ribbon

import (
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/solution"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeCommand = &rule.Rule{
	ID:        "ribbon-include-command",
	Severity:  rule.High,
	Category:  rule.Usage,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer, solution.Analyzer},
	Run:       runIncludeCommand,
}

func runIncludeCommand(p *rule.Pass) error {
	m, own := customizations.Of(p.Pass), ownIDs(p)
	defined := make(map[string]bool)
	for b := range m.Ribbons() {
		for _, c := range b.Commands {
			defined[strings.ToLower(c.ID.Value)] = true
		}
	}
	for b := range m.Ribbons() {
		for _, control := range b.Controls {
			for _, command := range control.Commands {
				if own.has(command.Value) && !defined[strings.ToLower(command.Value)] {
					p.Reportf(command, b.Ref(), "Control %q calls the command %q, which the solution does not define, so it does nothing; define the command, or remove the control", control.ID.Value, command.Value)
				}
			}
		}
	}
	return nil
}
