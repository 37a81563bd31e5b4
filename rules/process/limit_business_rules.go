package process

import (
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var limitBusinessRules = &rule.Rule{
	ID:        "process-limit-business-rules",
	Severity:  rule.Low,
	Category:  rule.Maintainability,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer},
	Limit:     &rule.Limit{Default: 10, Least: 1, Most: 1_000, Of: "business rules of a table"},
	Run:       runLimitBusinessRules,
}

// The default is ours: of more than ten business rules nobody can tell any more
// what they do together. In real packages no table has more than four.
func runLimitBusinessRules(p *rule.Pass) error {
	count := make(map[string]int)
	m := customizations.Of(p.Pass)
	for _, process := range m.Processes {
		if isActiveRule(process) {
			count[strings.ToLower(process.Table.Value)]++
		}
	}
	for _, process := range m.Processes {
		table := strings.ToLower(process.Table.Value)
		if n := count[table]; isActiveRule(process) && n > p.Limit() {
			p.Reportf(process.Table, process.Ref(), "Table %q has %d business rules, more than %d, and in which order they run nobody chooses; join them, or write a script", process.Table.Value, n, p.Limit())
			delete(count, table)
		}
	}
	return nil
}

func isActiveRule(process *customizations.Process) bool {
	return process.Category.Is(customizations.BusinessRule) && !process.State.Is(customizations.Draft) && !process.Unmodified
}
