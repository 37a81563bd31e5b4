package meta

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var removeDupReg = &rule.Rule{
	ID:        "meta-remove-dup-reg",
	Severity:  rule.Critical,
	Category:  rule.Performance,
	Component: rule.Configuration,
	Rulesets:  rule.Microsoft,
	Guidance:  "https://learn.microsoft.com/powerapps/developer/data-platform/best-practices/business-logic/do-not-duplicate-plugin-step-registration",
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer},
	Run:       runRemoveDupReg,
}

func runRemoveDupReg(p *rule.Pass) error {
	first := make(map[string]*customizations.Step)
	for _, step := range customizations.Of(p.Pass).Steps {
		key := registration(step)
		if key == "" {
			continue
		}
		other := first[key]
		if other == nil {
			first[key] = step
			continue
		}
		p.ReportWith(step, step.Ref(), other, "The first registration", "Step %q registers %q a second time for the message, table, stage and columns of step %q, so it runs twice; remove one of them",
			step.Name.Value, handlerOf(step), other.Name.Value)
	}
	return nil
}

// registration returns all that must be equal for two steps to be one
// registration made twice; it is empty for a step that cannot be told.
func registration(step *customizations.Step) string {
	handler, message := handlerOf(step), step.MessageID.Value
	if message == "" {
		message = step.Message.Name
	}
	if handler == "" || message == "" {
		return ""
	}
	table := step.Table.Value
	if isAnyTable(step) {
		table = ""
	}
	return strings.Join([]string{
		strings.ToLower(handler), strings.ToLower(step.ExpressionUniqueName.Value), strings.ToLower(message), strings.ToLower(table), strings.ToLower(step.SecondaryTable.Value),
		strconv.Itoa(int(step.Stage.Value)), strconv.Itoa(int(step.Mode.Value)), strconv.Itoa(int(step.SupportedDeployment.Value)),
		strconv.Itoa(step.InvocationSource.Value), columnSet(step.FilteringColumns), step.Configuration.Value, strings.ToLower(step.Impersonating.Value),
	}, "\x00")
}

// handlerOf names what the step calls, without the version of its assembly: two
// versions of one type are two registrations of it.
func handlerOf(step *customizations.Step) string {
	if step.EventHandlerType.Value == customizations.ServiceEndpointHandler {
		return step.EventHandler.Value
	}
	return step.PlugInType.Type
}

func columnSet(columns []model.Text) string {
	names := make([]string, len(columns))
	for i, c := range columns {
		names[i] = strings.ToLower(c.Value)
	}
	slices.Sort(names)
	return strings.Join(slices.Compact(names), ",")
}
