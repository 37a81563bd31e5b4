package packages

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/appsource"
	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/deployment"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidRemoteScript = &rule.Rule{
	ID:        "package-avoid-remote-script",
	Severity:  rule.Medium,
	Category:  rule.Security,
	Component: rule.Package,
	Rulesets:  rule.Everyday,
	Guidance:  appSourcePage,
	Kinds:     []unit.Kind{unit.AppSource, unit.Deployment},
	Requires:  []*analysis.Analyzer{appsource.Analyzer, deployment.Analyzer},
	Run:       runAvoidRemoteScript,
}

func runAvoidRemoteScript(p *rule.Pass) error {
	for _, page := range appsource.Of(p.Pass).Terms {
		reportScripts(p, page.Member, page.Scripts)
	}
	for _, page := range deployment.Of(p.Pass).Pages {
		reportScripts(p, page.Member, page.Scripts)
	}
	return nil
}

func reportScripts(p *rule.Pass, member string, scripts []model.Text) {
	for _, s := range scripts {
		p.Reportf(s, component.Ref{}, "The page %q loads the script %q from another machine, which decides what runs where the package is installed; put the script into the page, or do without", member, s.Value)
	}
}
