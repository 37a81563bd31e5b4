package web

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/webresource"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidDevelopmentBuild = &rule.Rule{
	ID:        "web-avoid-development-build",
	Severity:  rule.Medium,
	Category:  rule.Performance,
	Component: rule.WebResource,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-apps/developer/component-framework/code-components-best-practices",
	Kinds:     scripted,
	Requires:  []*analysis.Analyzer{webresource.Analyzer},
	Run:       runAvoidDevelopmentBuild,
}

func runAvoidDevelopmentBuild(p *rule.Pass) error {
	for _, f := range webresource.Of(p.Pass).Files {
		for _, l := range f.Libraries {
			if l.Build == webresource.Development {
				p.Reportf(l, f.Component, "This %s is a development build, whose modules are texts that are evaluated: it is large and slow, and a content security policy refuses it; build it for production, such as by \"npm run build -- --buildMode production\"", what(f))
			}
		}
	}
	return nil
}
