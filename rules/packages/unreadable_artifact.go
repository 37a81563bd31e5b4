package packages

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/appsource"
	"github.com/solcheck/solcheck/analyzers/canvasapp"
	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/connector"
	"github.com/solcheck/solcheck/analyzers/contenttypes"
	"github.com/solcheck/solcheck/analyzers/controlmanifest"
	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/deployment"
	"github.com/solcheck/solcheck/analyzers/exportpackage"
	"github.com/solcheck/solcheck/analyzers/migration"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/query"
	"github.com/solcheck/solcheck/analyzers/solution"
	"github.com/solcheck/solcheck/analyzers/source"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/analyzers/webresource"
	"github.com/solcheck/solcheck/analyzers/xaml"
	"github.com/solcheck/solcheck/rules/rule"
)

var unreadableArtifact = &rule.Rule{
	ID:        "package-unreadable-artifact",
	Severity:  rule.High,
	Category:  rule.Supportability,
	Component: rule.Package,
	Rulesets:  rule.Everyday,
	// Each analyzer here whose result is a unit.Reader tells what it could not read.
	Requires: []*analysis.Analyzer{
		appsource.Analyzer, canvasapp.VerdictAnalyzer, connector.Analyzer, contenttypes.Analyzer, controlmanifest.Analyzer, customizations.Analyzer,
		deployment.Analyzer, exportpackage.Analyzer, migration.Analyzer, query.Analyzer, solution.Analyzer, source.Analyzer, webresource.Analyzer, xaml.Analyzer,
	},
	Run: runUnreadableArtifact,
}

func runUnreadableArtifact(p *rule.Pass) error {
	reportFaults(p, "it was not checked", unit.Unreadable)
	told := make(map[string]bool)
	for _, f := range faultsOf(p) {
		told[f.Member] = true
	}
	for _, a := range p.Analyzer.Requires {
		reader, ok := p.ResultOf[a].(unit.Reader)
		if !ok {
			continue
		}
		for _, problem := range reader.Unread() {
			if !told[problem.Member] {
				p.Reportf(model.Range{From: problem.Pos}, component.Ref{}, "%s cannot be read: %s", subject(problem.Member), problem.Message)
			}
		}
	}
	return nil
}
