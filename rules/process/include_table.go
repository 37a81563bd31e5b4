package process

import (
	"iter"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/solution"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/analyzers/xaml"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeTable = &rule.Rule{
	ID:        "process-include-table",
	Severity:  rule.High,
	Category:  rule.Usage,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer, solution.Analyzer, xaml.Analyzer},
	Run:       runIncludeTable,
}

func runIncludeTable(p *rule.Pass) error {
	m, manifest := customizations.Of(p.Pass), solution.Of(p.Pass)
	if len(m.Problems) > 0 || !manifest.IsSet() || len(manifest.Problems) > 0 {
		return nil // what was not read may be the table
	}
	known := tablesHere(m, manifest)
	for _, d := range xaml.Of(p.Pass).Definitions {
		reported := make(map[string]bool)
		for name := range tablesUsed(d) {
			table := strings.ToLower(name.Value)
			if !strings.Contains(table, "_") || known[table] || reported[table] || d.Process.Unmodified {
				continue
			}
			reported[table] = true
			p.Reportf(name, d.Process.Ref(), "Process %q uses the table %q, which is neither in the solution nor among its missing dependencies; add the table, or change the process", d.Process.Ref().Name, name.Value)
		}
	}
	return nil
}

// tablesUsed returns the table that a process is for, then those of its steps.
func tablesUsed(d *xaml.Definition) iter.Seq[model.Text] {
	return func(yield func(model.Text) bool) {
		if !yield(d.Process.Table) {
			return
		}
		for _, a := range d.Activities {
			if !yield(a.Table) {
				return
			}
		}
	}
}

// tablesHere returns the names, in lower case, of the tables that are there when
// the solution is: its own and those that something of it needs.
func tablesHere(m *customizations.Model, manifest *solution.Model) map[string]bool {
	known := make(map[string]bool)
	for _, t := range m.Tables {
		known[strings.ToLower(t.Name.Value)] = true
	}
	for _, r := range m.Relationships {
		known[strings.ToLower(r.Intersect.Value)] = true
	}
	for _, d := range manifest.MissingDependencies {
		for _, party := range []*solution.Party{&d.Required, &d.Dependent} {
			known[strings.ToLower(party.SchemaName.Value)] = true
			known[strings.ToLower(party.ParentSchemaName.Value)] = true
		}
	}
	for _, process := range m.Processes {
		if process.Category.Is(customizations.BusinessProcessFlow) {
			known[strings.ToLower(process.UniqueName.Value)] = true // the table holds its runs
		}
	}
	return known
}
