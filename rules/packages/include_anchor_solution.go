package packages

import (
	"path"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/appsource"
	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/deployment"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeAnchorSolution = &rule.Rule{
	ID:        "package-include-anchor-solution",
	Severity:  rule.High,
	Category:  rule.Supportability,
	Component: rule.Package,
	Rulesets:  rule.Everyday,
	Guidance:  appSourcePage,
	Kinds:     []unit.Kind{unit.AppSource},
	Requires:  []*analysis.Analyzer{appsource.Analyzer, deployment.Analyzer},
	Run:       runIncludeAnchorSolution,
}

func runIncludeAnchorSolution(p *rule.Pass) error {
	m := appsource.Of(p.Pass)
	_, fact := deploymentOf(p, m)
	if fact == nil || !fact.Built || m.AnchorName.Value == "" {
		return nil
	}
	name := m.AnchorName
	i, listed := anchorOf(m, fact)
	switch {
	case strings.EqualFold(path.Ext(name.Value), ".cab"):
		p.Reportf(name, component.Ref{}, "The anchor solution %q is a cabinet file, which Package Deployer takes for any solution but this one; use its .zip", name.Value)
	case !listed && isThere(fact, name.Value):
		p.Reportf(name, component.Ref{}, "The anchor solution %q is in the deployment package, and its %q does not list it, so it is never imported; add it there as the last solution", name.Value, fact.Config)
	case !listed:
		p.Reportf(name, component.Ref{}, "SolutionAnchorName names %q, and the deployment package has no solution file of that name; %s", name.Value, anchorHint(fact))
	case fact.Solutions[i].Member == "":
		p.Reportf(name, component.Ref{}, "The anchor solution %q is listed in %q, and the file is not there; add it to the folder", name.Value, fact.Config)
	case fileName(fact.Solutions[i].Member) != name.Value:
		p.Reportf(name, component.Ref{}, "SolutionAnchorName names %q, and the file is named %q; write both alike, capitals too", name.Value, fileName(fact.Solutions[i].Member))
	}
	return nil
}

// isThere reports whether the data folder holds a file of that name.
func isThere(fact *deployment.Package, name string) bool {
	for _, member := range fact.Files {
		if strings.EqualFold(fileName(member), name) {
			return true
		}
	}
	return false
}

// anchorHint says which solution can be the anchor.
func anchorHint(fact *deployment.Package) string {
	if len(fact.Solutions) == 0 {
		return "add the solution to the package, and name its file"
	}
	return "name the file of a solution that is imported, such as " + rule.Quote(fileName(fact.Solutions[len(fact.Solutions)-1].Value))
}
