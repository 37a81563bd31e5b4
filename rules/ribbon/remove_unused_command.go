package ribbon

import (
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/solution"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var removeUnusedCommand = &rule.Rule{
	ID:        "ribbon-remove-unused-command",
	Severity:  rule.Low,
	Category:  rule.Maintainability,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer, solution.Analyzer},
	Run:       runRemoveUnusedCommand,
}

func runRemoveUnusedCommand(p *rule.Pass) error {
	m, own := customizations.Of(p.Pass), ownIDs(p)
	used := make(map[string]bool)
	for b := range m.Ribbons() {
		for _, control := range b.Controls {
			for _, command := range control.Commands {
				used[strings.ToLower(command.Value)] = true
			}
		}
	}
	for b := range m.Ribbons() {
		for _, c := range b.Commands {
			if own.has(c.ID.Value) && !used[strings.ToLower(c.ID.Value)] {
				p.Reportf(c.ID, b.Ref(), "No control calls the command %q, which keeps its rules and scripts from being deleted; remove it", c.ID.Value)
			}
		}
	}
	return nil
}
