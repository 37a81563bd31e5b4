package process

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidLegacyRecordRule = &rule.Rule{
	ID:        "process-avoid-legacy-record-rule",
	Severity:  rule.Medium,
	Category:  rule.UpgradeReadiness,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  changesPage,
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer},
	Run:       runAvoidLegacyRecordRule,
}

func runAvoidLegacyRecordRule(p *rule.Pass) error {
	m := customizations.Of(p.Pass)
	classic := classicByID(m)
	for _, c := range m.ConvertRules {
		if process := classicOf(c, classic); process != nil && !c.Unmodified {
			p.Reportf(c, c.Ref(), "Record creation rule %q runs the classic workflow %q, as those of the web client do; such rules run on, but can no longer be edited and get no support, so migrate it in the Customer Service admin center", c.Ref().Name, process.Ref().Name)
		}
	}
	return nil
}

// classicOf returns the first classic workflow that a record creation rule runs,
// nil where it runs none that the solution holds.
func classicOf(c *customizations.ConvertRule, classic map[string]*customizations.Process) *customizations.Process {
	if process := classic[c.Workflow.Value]; process != nil {
		return process
	}
	for _, i := range c.Items {
		if process := classic[i.Workflow.Value]; process != nil {
			return process
		}
	}
	return nil
}
