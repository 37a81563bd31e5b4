package plugin

import (
	"path"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/assembly"
	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/managed"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeAPIParameter = &rule.Rule{
	ID:        "plugin-include-api-parameter",
	Severity:  rule.High,
	Category:  rule.Supportability,
	Component: rule.ManagedCode,
	Rulesets:  rule.Everyday,
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{assembly.Analyzer, customizations.Analyzer},
	Run:       runIncludeAPIParameter,
}

// runIncludeAPIParameter compares the parameters that the plug-in of a custom API uses with those
// that the API has.
func runIncludeAPIParameter(p *rule.Pass) error {
	for _, a := range assembly.Of(p.Pass).Assemblies {
		for _, e := range a.Entries {
			if len(e.APIs) == 0 || len(e.Steps) > 0 {
				continue
			}
			for _, c := range e.Runs {
				for _, call := range c.Calls {
					reportParameter(p, e, call)
				}
			}
		}
	}
	return nil
}

func reportParameter(p *rule.Pass, e *assembly.Entry, call *assembly.Call) {
	from, key := call.Arg(0), call.Arg(1)
	if from.Kind != assembly.Result || key.Kind != assembly.Text || len(from.Args) == 0 {
		return
	}
	api := e.APIs[0].Name.Value
	switch reads := call.Member.Name == "get_Item"; {
	case reads && from.Member.Name == "get_InputParameters":
		if key.Text != "Target" && !declares(p, e, key.Text, false) && !asksBefore(call.In, key.Text) {
			managed.ReportCall(p, call, "reads the parameter %q, which the custom API %q does not have, and fails; add it to the API, or correct the name", key.Text, api)
		}
	case !reads && from.Member.Name == "get_OutputParameters" && (call.Member.Name == "set_Item" || call.Member.Name == "Add"):
		if !declares(p, e, key.Text, true) {
			managed.ReportCall(p, call, "sets the response property %q, which the custom API %q does not have, so that no caller gets it; add it to the API, or correct the name", key.Text, api)
		}
	}
}

// declares reports whether one of the entry's custom APIs has the parameter or
// response property. What is in the folder of an API is its own; the folder keeps its
// name where the API is renamed.
func declares(p *rule.Pass, e *assembly.Entry, name string, response bool) bool {
	return slices.ContainsFunc(customizations.Of(p.Pass).CustomAPIParts, func(part *customizations.CustomAPIPart) bool {
		return part.IsResponse == response && part.Name.Value == name &&
			slices.ContainsFunc(e.APIs, func(api *customizations.CustomAPI) bool {
				return strings.EqualFold(path.Base(path.Dir(api.Source)), part.API)
			})
	})
}
