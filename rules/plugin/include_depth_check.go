package plugin

import (
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/assembly"
	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/managed"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeDepthCheck = &rule.Rule{
	ID:        "plugin-include-depth-check",
	Severity:  rule.High,
	Category:  rule.Design,
	Component: rule.ManagedCode,
	Rulesets:  rule.Everyday,
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{assembly.Analyzer, customizations.Analyzer},
	Run:       runIncludeDepthCheck,
}

// runIncludeDepthCheck looks for plug-ins that start themselves again: on Update of a table they
// update a row of it.
func runIncludeDepthCheck(p *rule.Pass) error {
	for _, a := range assembly.Of(p.Pass).Assemblies {
		for _, e := range a.Entries {
			if len(e.Steps) == 0 || asksWhy(e) {
				continue
			}
			for _, c := range e.Runs {
				for _, call := range c.Calls {
					if step := restarts(e, call); step != nil && !c.IsVendored() {
						managed.ReportCall(p, call, "updates a row of %q, which starts the step %q again; ask for context.Depth before, or change the target in a stage before the operation", step.Table.Value, step.Name.Value)
					}
				}
			}
		}
	}
	return nil
}

// asksWhy reports whether the code that runs from an entry asks how it was started:
// for the depth, or for what another run left in the shared variables. The message
// counts where the plug-in itself asks for it; base classes do so to trace it.
func asksWhy(e *assembly.Entry) bool {
	return slices.ContainsFunc(e.Runs, func(c *assembly.Code) bool {
		return slices.ContainsFunc(c.Calls, func(call *assembly.Call) bool {
			switch call.Member.Name {
			case "get_Depth", "get_SharedVariables", "get_ParentContext":
				return true
			case "get_MessageName":
				return c.Method.WrittenIn().Owner == e.Type
			}
			return false
		})
	})
}

// restarts returns the step of the entry that the call starts again, nil where it
// starts none.
func restarts(e *assembly.Entry, call *assembly.Call) *customizations.Step {
	if !call.Is(organizationService, "Update") {
		return nil
	}
	for _, s := range e.Steps {
		if s.Message.Name == "Update" && s.Table.Value != "" && isOwnRow(call, s) {
			return s
		}
	}
	return nil
}

// isOwnRow reports whether the updated row is one that the step waits for.
func isOwnRow(call *assembly.Call, s *customizations.Step) bool {
	row := call.Last()
	if row.IsTarget() {
		return true
	}
	if row.Table() != strings.ToLower(s.Table.Value) {
		return false
	}
	columns, whole := call.In.ColumnsSet(row)
	return len(s.FilteringColumns) == 0 || whole && slices.ContainsFunc(s.FilteringColumns, func(column model.Text) bool {
		return slices.Contains(columns, strings.ToLower(column.Value))
	})
}
