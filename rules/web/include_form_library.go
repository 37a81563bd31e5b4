package web

import (
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/solution"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/analyzers/webresource"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeFormLibrary = &rule.Rule{
	ID:        "web-include-form-library",
	Severity:  rule.High,
	Category:  rule.Usage,
	Component: rule.WebResource,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-apps/developer/model-driven-apps/clientapi/events-forms-grids",
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{webresource.Analyzer, customizations.Analyzer, solution.Analyzer},
	Run:       runIncludeFormLibrary,
}

func runIncludeFormLibrary(p *rule.Pass) error {
	m := customizations.Of(p.Pass)
	known := make(map[string]bool)
	for _, w := range m.WebResources {
		known[strings.ToLower(w.Name.Value)] = true
	}
	for _, f := range webresource.Of(p.Pass).Files {
		known[strings.ToLower(f.Component.Name)] = true
	}
	manifest := solution.Of(p.Pass)
	for _, d := range manifest.MissingDependencies {
		if d.Required.Type.Is(component.WebResource) {
			known[strings.ToLower(d.Required.SchemaName.Value)] = true
			known[strings.ToLower(d.Required.DisplayName.Value)] = true
		}
	}
	told := make(map[string]bool)
	prefix := strings.ToLower(manifest.Publisher.Prefix.Value) + "_"
	for _, h := range webresource.Of(p.Pass).Handlers {
		name := strings.TrimPrefix(h.Library.Value, "$webresource:")
		key := strings.ToLower(name)
		if name == "" || known[key] || told[h.Form.ID.Value+key] || !strings.HasPrefix(key, prefix) {
			continue
		}
		told[h.Form.ID.Value+key] = true
		p.Reportf(h, h.Form.Ref(), "The form calls %q in %q, which is neither in the solution nor among its missing dependencies, so the call fails where that is not there; add the web resource to the solution", h.Function.Value, name)
	}
	return nil
}
