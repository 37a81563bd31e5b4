package table

import (
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var useSLA = &rule.Rule{
	ID:        "table-use-sla",
	Severity:  rule.Medium,
	Category:  rule.Usage,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/dynamics365/customer-service/administer/enable-entities-service-level-agreements",
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer},
	Run:       runUseSLA,
}

func runUseSLA(p *rule.Pass) error {
	m := customizations.Of(p.Pass)
	tables := byName(m)
	for _, s := range m.SLAs {
		t := tables[lower(s.Table)]
		if off := isOff(t, customizations.SLAs); off.IsSet() && !s.Unmodified {
			p.Reportf(off, t.Ref(), "Table %q has the SLA %q, and SLAs are switched off for it; switch them on, or take the SLA out", t.Ref().Name, s.Ref().Name)
		}
	}
	return nil
}

// isOff returns where the solution says that a table does not have a feature, not
// set where it says nothing or yes.
func isOff(t *customizations.Table, feature customizations.Feature) model.Flag {
	if t == nil || t.Unmodified || t.InfoUnmodified {
		return model.Flag{}
	}
	if f := t.Feature(feature); !f.Value && f.Bad == "" {
		return f
	}
	return model.Flag{}
}

// byName returns the tables of a solution by their names in lower case.
func byName(m *customizations.Model) map[string]*customizations.Table {
	tables := make(map[string]*customizations.Table, len(m.Tables))
	for _, t := range m.Tables {
		tables[lower(t.Name)] = t
	}
	return tables
}

func lower(t model.Text) string { return strings.ToLower(t.Value) }
