package variable

import (
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/solution"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeConnection = &rule.Rule{
	ID:        "variable-include-connection",
	Severity:  rule.High,
	Category:  rule.Supportability,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-apps/maker/data-platform/create-connection-reference",
	Kinds:     kinds(),
	Requires:  []*analysis.Analyzer{customizations.Analyzer, solution.Analyzer},
	Run:       runIncludeConnection,
}

func runIncludeConnection(p *rule.Pass) error {
	m, manifest := customizations.Of(p.Pass), solution.Of(p.Pass)
	if len(m.Problems) > 0 || !manifest.IsSet() || len(manifest.Problems) > 0 {
		return nil // what was not read may be the reference
	}
	known := needed(manifest)
	for _, c := range m.ConnectionReferences {
		known[strings.ToLower(c.Name.Value)] = true
	}
	for _, f := range m.Processes {
		tellMissing(p, known, &f.Component, "Flow", f.Connectors)
	}
	for _, a := range m.CanvasApps {
		tellMissing(p, known, &a.Component, "App", a.Connectors)
	}
	return nil
}

// tellMissing reports each connection reference of a flow or an app that is not
// known.
func tellMissing(p *rule.Pass, known map[string]bool, user *customizations.Component, what string, list []customizations.ConnectorUse) {
	told := make(map[string]bool)
	for _, c := range list {
		name := strings.ToLower(c.Reference.Value)
		if name == "" || known[name] || told[name] || user.Unmodified {
			continue
		}
		told[name] = true
		p.Reportf(c.Reference, user.Ref(), "%s %q uses the connection reference %q, which is neither in the solution nor among its missing dependencies, so it has nothing to connect by after the import; add the connection reference", what, user.Ref().Name, c.Reference.Value)
	}
}

// needed returns what the manifest says that others bring, by all names and IDs
// that it has for them, in lower case.
func needed(manifest *solution.Model) map[string]bool {
	known := make(map[string]bool)
	for _, d := range manifest.MissingDependencies {
		r := &d.Required
		for _, name := range []string{r.SchemaName.Value, r.DisplayName.Value, r.ID.Value} {
			known[strings.ToLower(name)] = true
		}
		for _, key := range r.Keys {
			known[strings.ToLower(key.Value)] = true
		}
	}
	delete(known, "")
	return known
}
