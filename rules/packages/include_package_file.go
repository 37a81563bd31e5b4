package packages

import (
	"path"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/appsource"
	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/source"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var includePackageFile = &rule.Rule{
	ID:        "package-include-package-file",
	Severity:  rule.High,
	Category:  rule.Supportability,
	Component: rule.Package,
	Rulesets:  rule.Everyday,
	Guidance:  appSourcePage,
	Kinds:     []unit.Kind{unit.AppSource},
	Requires:  []*analysis.Analyzer{appsource.Analyzer, source.Analyzer},
	Run:       runIncludePackageFile,
}

func runIncludePackageFile(p *rule.Pass) error {
	m := appsource.Of(p.Pass)
	ref := m.PackageFile
	switch {
	case !m.Built || ref.Value == "" || ref.Exact:
	case ref.Member != "":
		p.Reportf(ref, component.Ref{}, "PackageFile names %q, and the file is named %q; write both alike, capitals too", ref.Value, ref.Member)
	default:
		p.Reportf(ref, component.Ref{}, "PackageFile names %q, which is not in the package, so there is nothing to deploy; %s", ref.Value, otherZips(p, source.Of(p.Pass)))
	}
	return nil
}

// otherZips says what to do about a deployment package that is not there.
func otherZips(p *rule.Pass, files *source.Files) string {
	var zips, deployments []string
	for _, name := range files.Names() {
		if !strings.EqualFold(path.Ext(name), ".zip") {
			continue
		}
		zips = append(zips, name)
		if in := unit.Inside(p.Pkg, name); in != nil && unit.Kind(in.Name()) == unit.Deployment {
			deployments = append(deployments, name)
		}
	}
	if len(deployments) > 0 {
		zips = deployments
	}
	return "name the deployment package that is there: " + rule.Quoted(zips)
}
