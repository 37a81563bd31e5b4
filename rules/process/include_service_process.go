package process

import (
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/solution"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeServiceProcess = &rule.Rule{
	ID:        "process-include-service-process",
	Severity:  rule.High,
	Category:  rule.Usage,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer, solution.Analyzer},
	Run:       runIncludeServiceProcess,
}

// A call is the process that a part of an SLA or a rule runs.
type call struct {
	of   *customizations.Component
	part string // in words
	id   model.Text
}

func runIncludeServiceProcess(p *rule.Pass) error {
	m, manifest := customizations.Of(p.Pass), solution.Of(p.Pass)
	if len(m.Problems) > 0 || !manifest.IsSet() || len(manifest.Problems) > 0 {
		return nil // what was not read may be the process
	}
	known := make(map[string]bool)
	for _, process := range m.Processes {
		known[process.ID.Value] = true
	}
	for _, d := range manifest.MissingDependencies {
		known[d.Required.ID.Value] = true
	}
	for _, c := range calls(m) {
		if strings.Trim(c.id.Value, "0-") != "" && !known[c.id.Value] && !c.of.Unmodified {
			p.Reportf(c.id, c.of.Ref(), "%s runs the process %q, which is neither in the solution nor among its missing dependencies; add it to the solution", c.part, c.id.Value)
		}
	}
	return nil
}

// calls returns the processes that SLAs and record creation rules run.
func calls(m *customizations.Model) []call {
	var list []call
	for _, s := range m.SLAs {
		for _, i := range s.Items {
			list = append(list, call{&s.Component, `Item "` + i.Ref().Name + `" of SLA "` + s.Ref().Name + `"`, i.Workflow})
		}
	}
	for _, c := range m.ConvertRules {
		list = append(list, call{&c.Component, `Record creation rule "` + c.Ref().Name + `"`, c.Workflow})
		for _, i := range c.Items {
			list = append(list, call{&c.Component, `Item "` + i.Ref().Name + `" of record creation rule "` + c.Ref().Name + `"`, i.Workflow})
		}
	}
	return list
}
