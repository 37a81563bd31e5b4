package step

import (
	"slices"
	"strconv"
	"strings"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/rules/rule"
)

var useDistinctRank = &rule.Rule{
	ID:        "step-use-distinct-rank",
	Severity:  rule.Low,
	Category:  rule.Design,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-apps/developer/data-platform/register-plug-in#general-configuration-information-fields",
	Kinds:     kinds(),
	Requires:  requires(),
	Run:       runUseDistinctRank,
}

// maxCompared is the number of steps and of their columns that are compared; a
// solution with more was made to cost time.
const maxCompared = 10_000_000

func runUseDistinctRank(p *rule.Pass) error {
	same := make(map[string][]*customizations.Step)
	left := maxCompared
	for _, step := range steps(p) {
		if step.MessageID.Value == "" || step.Table.Value == "" || !step.Mode.Is(customizations.Synchronous) || !step.Rank.IsSet() || step.PlugInType.Type == "" {
			continue
		}
		key := strings.Join([]string{step.MessageID.Value, strings.ToLower(step.Table.Value), strconv.Itoa(int(step.Stage.Value)), strconv.Itoa(step.Rank.Value)}, "/")
		if i := slices.IndexFunc(same[key], func(other *customizations.Step) bool {
			left -= 1 + len(step.FilteringColumns) + len(other.FilteringColumns)
			return left > 0 && other.PlugInType.Type != step.PlugInType.Type && shareColumns(step, other)
		}); i >= 0 {
			other := same[key][i]
			p.ReportWith(model.At(step.Rank, step), step.Ref(), model.At(other.Rank, other), "The other step",
				"Step %q has the rank %d as step %q has for the same message, table and stage, so which runs first is left open; give each a rank of its own", step.Name.Value, step.Rank.Value, other.Name.Value)
		}
		same[key] = append(same[key], step)
	}
	return nil
}

// shareColumns reports whether one change can set off both steps.
func shareColumns(a, b *customizations.Step) bool {
	if len(a.FilteringColumns) == 0 || len(b.FilteringColumns) == 0 {
		return true
	}
	columns := make(map[string]bool, len(a.FilteringColumns))
	for _, c := range a.FilteringColumns {
		columns[strings.ToLower(c.Value)] = true
	}
	return slices.ContainsFunc(b.FilteringColumns, func(c model.Text) bool { return columns[strings.ToLower(c.Value)] })
}
