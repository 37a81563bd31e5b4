package web

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/controlmanifest"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeControlFile = &rule.Rule{
	ID:        "web-include-control-file",
	Severity:  rule.High,
	Category:  rule.Usage,
	Component: rule.WebResource,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-apps/developer/component-framework/manifest-schema-reference/resources",
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{controlmanifest.Analyzer},
	Run:       runIncludeControlFile,
}

func runIncludeControlFile(p *rule.Pass) error {
	for _, m := range controlmanifest.Of(p.Pass).Manifests {
		code := 0
		for _, r := range m.Resources {
			if r.Kind == "code" {
				code++
			}
			if r.Path.Value != "" && !r.Exists {
				p.Reportf(model.At(r.Path, r), m.Component, "The code component names the file %q, which is not beside its manifest, so it does not load; build the component again and pack what the build made", r.Path.Value)
			}
		}
		if code == 0 {
			p.Reportf(m, m.Component, "The code component names no file with its code; add <code path=\"bundle.js\" order=\"1\" /> to its resources")
		}
	}
	return nil
}
