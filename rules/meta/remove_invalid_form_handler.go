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
	for form := range m.Forms() {
		if isDifference(manifest, tables[strings.ToLower(form.Table)]) {
			continue
		}
		loaded := librariesOf(form)
		for _, event := range form.Events {
			for _, h := range event.Handlers {
				if h.IsCalled() && isWebResourceName(h.Library.Value) && !loaded[strings.ToLower(h.Library.Value)] {
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
