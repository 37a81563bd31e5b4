package process

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidLegacySLA = &rule.Rule{
	ID:        "process-avoid-legacy-sla",
	Severity:  rule.Medium,
	Category:  rule.UpgradeReadiness,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  changesPage,
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer},
	Run:       runAvoidLegacySLA,
}

func runAvoidLegacySLA(p *rule.Pass) error {
	m := customizations.Of(p.Pass)
	classic := classicByID(m)
	for _, s := range m.SLAs {
		if reason := legacyReason(s, classic); reason != "" && !s.Unmodified {
			p.Reportf(s, s.Ref(), "SLA %q is of the web client: %s; such SLAs run on, but can no longer be edited and get no support, so migrate it in the Customer Service admin center", s.Ref().Name, reason)
		}
	}
	return nil
}

// legacyReason returns by what an SLA is known to be of the web client, empty for
// one that is not. SLAs of today's client say so; see slaversion in the table
// reference.
func legacyReason(s *customizations.SLA, classic map[string]*customizations.Process) string {
	switch {
	case s.Version.Is(customizations.WebClientSLA):
		return "its version says so"
	case s.Version.IsSet():
		return ""
	}
	for _, i := range s.Items {
		if process := classic[i.Workflow.Value]; process != nil {
			return `its item "` + i.Ref().Name + `" runs the classic workflow "` + process.Ref().Name + `"`
		}
	}
	return ""
}

// classicByID returns the classic workflows of a solution by their IDs.
func classicByID(m *customizations.Model) map[string]*customizations.Process {
	classic := make(map[string]*customizations.Process)
	for _, process := range m.Processes {
		if process.Category.Is(customizations.ClassicWorkflow) && process.ID.Value != "" {
			classic[process.ID.Value] = process
		}
	}
	return classic
}
