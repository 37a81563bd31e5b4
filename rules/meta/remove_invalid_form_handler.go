package meta

import (
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

// removeInvalidFormHandler is a rule that Microsoft retired before August 2020.
var removeInvalidFormHandler = &rule.Rule{
	ID:        "meta-remove-invalid-form-handler",
	Severity:  rule.Medium,
	Category:  rule.Usage,
	Component: rule.Configuration,
	Guidance:  "https://go.microsoft.com/fwlink/?LinkID=398563&error=meta-remove-invalid-form-handler&client=PAChecker",
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer},
	Run:       runRemoveInvalidFormHandler,
}

func runRemoveInvalidFormHandler(p *rule.Pass) error {
	for form := range forms(customizations.Of(p.Pass)) {
		for _, event := range form.Events {
			for _, h := range event.Handlers {
				if isCalled(h) && h.Library.Value != "" && !loads(form, h.Library.Value) {
					p.Reportf(h.Library, form.Ref(), "Event %q of %s calls %q in library %q, which the form does not load; add the library to the form, or remove the handler",
						event.Name.Value, formTitle(form), h.Function.Value, h.Library.Value)
				}
			}
		}
	}
	return nil
}

// isCalled reports whether a handler is the maker's own and switched on.
func isCalled(h *customizations.Handler) bool {
	return !h.Internal && (h.Enabled.Value || !h.Enabled.IsSet())
}

func loads(form *customizations.Form, library string) bool {
	return slices.ContainsFunc(form.Libraries, func(l *customizations.Library) bool {
		return strings.EqualFold(l.Name.Value, library)
	})
}
