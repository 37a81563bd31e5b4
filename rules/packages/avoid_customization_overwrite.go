package packages

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/deployment"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidCustomizationOverwrite = &rule.Rule{
	ID:        "package-avoid-customization-overwrite",
	Severity:  rule.Medium,
	Category:  rule.Design,
	Component: rule.Package,
	// It is in no ruleset but all: what it finds may be meant.
	Guidance: importConfigPage,
	Kinds:    []unit.Kind{unit.Deployment},
	Requires: []*analysis.Analyzer{deployment.Analyzer},
	Run:      runAvoidCustomizationOverwrite,
}

func runAvoidCustomizationOverwrite(p *rule.Pass) error {
	for _, s := range deployment.Of(p.Pass).Solutions {
		if s.Overwrite.Value {
			p.Reportf(s.Overwrite, component.Ref{}, "The import of %s takes away what the customer changed in its components; leave overwriteunmanagedcustomizations out, so that changes stay", rule.Quote(s.File.Value))
		}
	}
	return nil
}
