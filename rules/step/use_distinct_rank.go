package step

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"

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
	Kinds:     kinds(),
	Requires:  requires(),
	Run:       runUseDistinctRank,
}

// maxPairs is the number of pairs of steps that are compared; a solution with more
// was made to cost time.
const maxPairs = 1_000_000

func runUseDistinctRank(p *rule.Pass) error {
	same := make(map[string][]*customizations.Step)
	pairs := 0
	for _, step := range steps(p) {
		if step.MessageID.Value == "" || step.Table.Value == "" || !step.Mode.Is(customizations.Synchronous) || !step.Rank.IsSet() || step.PlugInType.Type == "" {
			continue
		}
		key := strings.Join([]string{step.MessageID.Value, strings.ToLower(step.Table.Value), strconv.Itoa(int(step.Stage.Value)), strconv.Itoa(step.Rank.Value)}, "/")
		if pairs += len(same[key]); pairs > maxPairs {
			return nil
		}
		if i := slices.IndexFunc(same[key], func(other *customizations.Step) bool {
			return other.PlugInType.Type != step.PlugInType.Type && shareColumns(step, other)
		}); i >= 0 {
			reportRank(p, step, same[key][i])
		}
		same[key] = append(same[key], step)
	}
	return nil
}

func reportRank(p *rule.Pass, step, other *customizations.Step) {
	at, first := model.At(step.Rank, step), model.At(other.Rank, other)
	d := rule.Diagnostic{Of: step.Ref()}
	d.Pos, d.End = at.Pos(), at.End()
	d.Message = fmt.Sprintf("Step %q has the rank %d as step %q has for the same message, table and stage, so which runs first is left open; give each a rank of its own", step.Name.Value, step.Rank.Value, other.Name.Value)
	d.Related = []analysis.RelatedInformation{{Pos: first.Pos(), End: first.End(), Message: "The other step"}}
	p.Emit(d)
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
