package web

import (
	"strings"

	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/analyzers/webresource"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeCommandLibrary = &rule.Rule{
	ID:        "web-include-command-library",
	Severity:  rule.High,
	Category:  rule.Usage,
	Component: rule.WebResource,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-apps/developer/model-driven-apps/define-ribbon-actions",
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  ofLoadable,
	Run:       runIncludeCommandLibrary,
}

func runIncludeCommandLibrary(p *rule.Pass) error {
	all := loadableBy(p)
	told := make(map[string]bool)
	for _, c := range webresource.Of(p.Pass).RibbonCalls {
		name := c.WebResource()
		key := strings.ToLower(name)
		if told[c.Ribbon.Table+"/"+key] || !all.isLost(key) {
			continue
		}
		told[c.Ribbon.Table+"/"+key] = true
		p.Reportf(c.Library, c.Ribbon.Ref(), "%q calls %q in %q, which is neither in the solution nor among its missing dependencies, so the call fails where that is not there; add the web resource to the solution", c.ID.Value, c.Function.Value, name)
	}
	return nil
}
