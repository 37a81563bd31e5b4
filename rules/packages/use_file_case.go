package packages

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/deployment"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var useFileCase = &rule.Rule{
	ID:        "package-use-file-case",
	Severity:  rule.Medium,
	Category:  rule.Supportability,
	Component: rule.Package,
	Rulesets:  rule.Everyday,
	Guidance:  importConfigPage,
	Kinds:     []unit.Kind{unit.Deployment},
	Requires:  []*analysis.Analyzer{deployment.Analyzer},
	Run:       runUseFileCase,
}

func runUseFileCase(p *rule.Pass) error {
	for _, ref := range deployment.Of(p.Pass).References {
		if ref.Exists() && !ref.Exact {
			p.Reportf(ref, component.Ref{}, "%s names %s, and the file is named %q, which are two files where case counts; write both alike", ref.Attribute, rule.Quote(ref.Value), ref.Member)
		}
	}
	return nil
}
