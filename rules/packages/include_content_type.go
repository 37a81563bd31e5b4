package packages

import (
	"path"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/appsource"
	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/contenttypes"
	"github.com/solcheck/solcheck/analyzers/deployment"
	"github.com/solcheck/solcheck/analyzers/source"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeContentType = &rule.Rule{
	ID:        "package-include-content-type",
	Severity:  rule.High,
	Category:  rule.Supportability,
	Component: rule.Package,
	Rulesets:  rule.Everyday,
	Guidance:  appSourcePage,
	Kinds:     []unit.Kind{unit.AppSource, unit.Deployment, unit.Data},
	Requires:  []*analysis.Analyzer{appsource.Analyzer, contenttypes.Analyzer, deployment.Analyzer, source.Analyzer},
	Run:       runIncludeContentType,
}

func runIncludeContentType(p *rule.Pass) error {
	files, m := source.Of(p.Pass), contenttypes.Of(p.Pass)
	if _, ok := files.Find("PackageDeployer.exe"); ok {
		return nil // a folder to be run where it lies, and no package that is opened
	}
	kind := unit.KindOf(p.Pass)
	isBuilt := kind == unit.AppSource && appsource.Of(p.Pass).Built || kind == unit.Deployment && deployment.Of(p.Pass).Built || kind == unit.Data
	switch {
	case m.File == "" && isBuilt:
		p.ReportAt(files.At(""), component.Ref{}, "The package has no %q, without which it is not opened; add one with a Default for each extension", contenttypes.Name)
	case m.IsSet() && len(m.Problems) == 0:
		reportUncovered(p, files, m)
	}
	return nil
}

// reportUncovered reports each extension that has no type, with the first of its
// files.
func reportUncovered(p *rule.Pass, files *source.Files, m *contenttypes.Model) {
	var told []string
	for _, name := range files.Names() {
		ext := path.Ext(name)
		if name == m.File || m.Covers(name) || slices.Contains(told, ext) {
			continue
		}
		told = append(told, ext)
		if ext == "" {
			p.Reportf(m, component.Ref{}, "No content type is given for the file %q, which has no extension; add an Override for it, or leave the file out", name)
			continue
		}
		p.Reportf(m, component.Ref{}, "No content type is given for the extension %q, which %q has; add a Default for it", ext[1:], name)
	}
}
