package web

import (
	"strings"

	"github.com/solcheck/solcheck/analyzers/customizations"
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
	Requires:  ofLoadable,
	Run:       runIncludeFormLibrary,
}

func runIncludeFormLibrary(p *rule.Pass) error {
	all := loadableBy(p)
	told := make(map[string]bool)
	for _, h := range webresource.Of(p.Pass).Handlers {
		name := strings.TrimPrefix(h.Library.Value, customizations.LibraryDirective)
		key := strings.ToLower(name)
		if told[h.Form.ID.Value+key] || !h.IsCalled() || !all.isLost(key) {
			continue
		}
		told[h.Form.ID.Value+key] = true
		p.Reportf(h, h.Form.Ref(), "The form calls %q in %q, which is neither in the solution nor among its missing dependencies, so the call fails where that is not there; add the web resource to the solution", h.Function.Value, name)
	}
	return nil
}
