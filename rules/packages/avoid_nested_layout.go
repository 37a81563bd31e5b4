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

var avoidNestedLayout = &rule.Rule{
	ID:        "package-avoid-nested-layout",
	Severity:  rule.High,
	Category:  rule.Supportability,
	Component: rule.Package,
	Rulesets:  rule.Everyday,
	Guidance:  appSourcePage,
	Kinds:     []unit.Kind{unit.AppSource},
	Requires:  []*analysis.Analyzer{appsource.Analyzer, source.Analyzer},
	Run:       runAvoidNestedLayout,
}

func runAvoidNestedLayout(p *rule.Pass) error {
	m, files := appsource.Of(p.Pass), source.Of(p.Pass)
	for _, name := range files.Names() {
		in := unit.Inside(p.Pkg, name)
		if in == nil || !strings.EqualFold(path.Ext(name), ".zip") {
			continue
		}
		if folder, ok := strings.CutPrefix(strings.TrimSuffix(in.Path(), "/"+name), p.Pkg.Path()+"!/"); ok && m.File != "" {
			p.ReportAt(files.At(m.File), component.Ref{}, "The package lies in the folder %q of the zip, and AppSource looks for %q at the top; zip what is in the folder, without the folder", folder, appsource.InputName)
			return nil
		}
		reportNested(p, files, name, unit.Kind(in.Name()), m)
	}
	return nil
}

// reportNested reports a zip of a kind, or at a place, where none belongs.
func reportNested(p *rule.Pass, files *source.Files, name string, kind unit.Kind, m *appsource.Model) {
	switch {
	case kind == unit.Solution:
		p.ReportAt(files.At(name), component.Ref{}, "%q is a solution, which belongs into the folder of the deployment package and not beside %q; put it there", name, appsource.InputName)
	case kind == unit.AppSource:
		p.ReportAt(files.At(name), component.Ref{}, "%q is an AppSource package inside another one; send in the inner one, or zip its files", name)
	case kind == unit.Deployment && strings.Contains(name, "/") && name != m.PackageFile.Member:
		p.ReportAt(files.At(name), component.Ref{}, "The deployment package %q lies in a folder; put it beside %q", name, appsource.InputName)
	}
}
