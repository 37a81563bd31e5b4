package meta

import (
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/solution"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

// removeInvalidFormHandler is a rule that Microsoft retired before August 2020.
var removeInvalidFormHandler = &rule.Rule{
	ID:        "meta-remove-invalid-form-handler",
	Severity:  rule.Medium,
	Category:  rule.Usage,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  "https://go.microsoft.com/fwlink/?LinkID=398563&error=meta-remove-invalid-form-handler&client=PAChecker",
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer, solution.Analyzer},
	Run:       runRemoveInvalidFormHandler,
}

func runRemoveInvalidFormHandler(p *rule.Pass) error {
	m := customizations.Of(p.Pass)
	tables, manifest := tablesByName(m), solution.Of(p.Pass)
	there := webResourcesThere(m, manifest)
	for form := range m.Forms() {
		if isDifference(manifest, tables[strings.ToLower(form.Table)]) {
			continue
		}
		loaded := librariesOf(form)
		for _, event := range form.Events {
			for _, h := range event.Handlers {
				library := strings.ToLower(h.Library.Value)
				if h.IsCalled() && isWebResourceName(library) && !loaded[library] && (there[library] || !isOwn(manifest, library)) {
					p.Reportf(h.Library, form.Ref(), "Event %q of %s calls %q in library %q, which the form does not load; add the library to the form, or remove the handler",
						event.Name.Value, form.Title(), h.Function.Value, h.Library.Value)
				}
			}
		}
	}
	return nil
}

// isDifference reports whether the forms of a table may hold only what this
// solution adds to those of another: so are the forms of tables that a managed
// solution does not define.
func isDifference(manifest *solution.Model, table *customizations.Table) bool {
	return manifest.Managed.Value == solution.Managed && (table == nil || !table.IsDefined())
}

// isWebResourceName reports whether a library has a publisher's prefix. Those of
// the platform have none, and forms load them by other means.
func isWebResourceName(name string) bool {
	first, _, _ := strings.Cut(name, "/")
	return strings.Contains(first, "_")
}

// librariesOf returns the names, in lower case, of the libraries that a form loads.
func librariesOf(form *customizations.Form) map[string]bool {
	names := make(map[string]bool, len(form.Libraries))
	for _, l := range form.Libraries {
		names[strings.ToLower(l.Name.Value)] = true
	}
	return names
}

// webResourcesThere returns the names, in lower case, of the web resources that a
// solution holds or needs. What its publisher has besides is lost, and told of by
// web-include-form-library.
func webResourcesThere(m *customizations.Model, manifest *solution.Model) map[string]bool {
	there := make(map[string]bool)
	for _, w := range m.WebResources {
		there[strings.ToLower(w.Name.Value)] = true
	}
	for _, d := range manifest.MissingDependencies {
		there[strings.ToLower(d.Required.SchemaName.Value)] = true
		there[strings.ToLower(d.Required.DisplayName.Value)] = true
	}
	return there
}

// isOwn reports whether a name has the prefix of the solution's publisher.
func isOwn(manifest *solution.Model, name string) bool {
	return strings.HasPrefix(name, strings.ToLower(manifest.Publisher.Prefix.Value)+"_")
}
