package packages

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/deployment"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidInactiveImport = &rule.Rule{
	ID:        "package-avoid-inactive-import",
	Severity:  rule.Informational,
	Category:  rule.Usage,
	Component: rule.Package,
	Rulesets:  rule.Everyday,
	Guidance:  importConfigPage,
	Kinds:     []unit.Kind{unit.Deployment},
	Requires:  []*analysis.Analyzer{deployment.Analyzer},
	Run:       runAvoidInactiveImport,
}

func runAvoidInactiveImport(p *rule.Pass) error {
	for _, s := range deployment.Of(p.Pass).Solutions {
		if s.Publish.IsSet() && s.Publish.Bad == "" && !s.Publish.Value {
			p.Reportf(s.Publish, component.Ref{}, "The processes and plug-in steps of %s stay inactive after the import until somebody turns them on; leave publishworkflowsandactivateplugins out, if that is not meant", rule.Quote(s.File.Value))
		}
	}
	return nil
}
