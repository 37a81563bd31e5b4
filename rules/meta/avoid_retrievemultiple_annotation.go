package meta

import (
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidRetrieveMultipleAnnotation = &rule.Rule{
	ID:        "meta-avoid-retrievemultiple-annotation",
	Severity:  rule.High,
	Category:  rule.Usage,
	Component: rule.Configuration,
	Rulesets:  rule.Microsoft,
	Guidance:  "https://learn.microsoft.com/powerapps/developer/data-platform/best-practices/",
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer},
	Run:       runAvoidRetrieveMultipleAnnotation,
}

func runAvoidRetrieveMultipleAnnotation(p *rule.Pass) error {
	for _, step := range customizations.Of(p.Pass).Steps {
		if isOn(step, "RetrieveMultiple") && strings.EqualFold(step.Table.Value, "annotation") {
			p.Reportf(step.Table, step.Ref(),
				"Step %q runs inside every query for notes and attachments (RetrieveMultiple of \"annotation\"), the platform's own included; register it for another message or table", step.Name.Value)
		}
	}
	return nil
}
