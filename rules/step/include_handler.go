package step

import (
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/solution"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeHandler = &rule.Rule{
	ID:        "step-include-handler",
	Severity:  rule.High,
	Category:  rule.Supportability,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Kinds:     kinds(),
	Requires:  []*analysis.Analyzer{customizations.Analyzer, solution.Analyzer},
	Run:       runIncludeHandler,
}

func runIncludeHandler(p *rule.Pass) error {
	m, manifest := customizations.Of(p.Pass), solution.Of(p.Pass)
	if len(m.Problems) > 0 || !manifest.IsSet() || len(manifest.Problems) > 0 {
		return nil // what was not read may be the handler
	}
	types, endpoints := typesHere(m), endpointsHere(m, manifest)
	for _, step := range steps(p) {
		if step.EventHandlerType.Is(customizations.ServiceEndpointHandler) {
			if id := endpointID(step); id != "" && !endpoints[id] {
				p.Reportf(step.EventHandler, step.Ref(), "Step %q sends to the service endpoint %q, which is neither in the solution nor among its missing dependencies; add the endpoint", step.Name.Value, id)
			}
			continue
		}
		assembly := strings.ToLower(step.PlugInType.Assembly.Name)
		if known := types[assembly]; len(known) > 0 && !known[strings.ToLower(step.PlugInType.Type)] {
			p.Reportf(model.At(step.PlugInType, step), step.Ref(), "Step %q calls the type %q, which is not among the plug-in types that assembly %q registers, so the import fails; register the type, or the step for one that is there",
				step.Name.Value, step.PlugInType.Type, step.PlugInType.Assembly.Name)
		}
	}
	return nil
}

// typesHere returns the plug-in types that each assembly of the solution
// registers, all names in lower case.
func typesHere(m *customizations.Model) map[string]map[string]bool {
	here := make(map[string]map[string]bool)
	for _, a := range m.Assemblies {
		types := make(map[string]bool, len(a.Types))
		for _, t := range a.Types {
			types[strings.ToLower(t.Name.Value)] = true
			types[strings.ToLower(t.QualifiedName.Type)] = true
		}
		here[strings.ToLower(a.FullName.Name)] = types
	}
	return here
}

// endpointsHere returns the IDs of the service endpoints that are there when the
// solution is.
func endpointsHere(m *customizations.Model, manifest *solution.Model) map[string]bool {
	here := make(map[string]bool)
	for _, e := range m.ServiceEndpoints {
		here[e.ID.Value] = true
	}
	for _, d := range manifest.MissingDependencies {
		here[d.Required.ID.Value] = true
	}
	return here
}

// endpointID returns the ID of the service endpoint that a step sends to, as the
// model writes IDs.
func endpointID(step *customizations.Step) string {
	return strings.ToLower(strings.Trim(step.EventHandler.Value, "{}"))
}
