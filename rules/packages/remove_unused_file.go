package packages

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/deployment"
	"github.com/solcheck/solcheck/analyzers/source"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var removeUnusedFile = &rule.Rule{
	ID:        "package-remove-unused-file",
	Severity:  rule.Informational,
	Category:  rule.Maintainability,
	Component: rule.Package,
	Rulesets:  rule.Everyday,
	Guidance:  deployerPage,
	Kinds:     []unit.Kind{unit.Deployment},
	Requires:  []*analysis.Analyzer{deployment.Analyzer, source.Analyzer},
	Run:       runRemoveUnusedFile,
}

func runRemoveUnusedFile(p *rule.Pass) error {
	m := deployment.Of(p.Pass)
	if !m.Built {
		return nil // the build names files that it adds
	}
	for _, name := range m.Unused {
		p.ReportAt(source.Of(p.Pass).At(name), component.Ref{}, "Nothing in %q names the file %q, so it is shipped and never imported; name it there, or leave it out, unless the package's own code reads it", m.File, name)
	}
	return nil
}
