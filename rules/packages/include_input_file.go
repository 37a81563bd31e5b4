package packages

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/appsource"
	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeInputFile = &rule.Rule{
	ID:        "package-include-input-file",
	Severity:  rule.High,
	Category:  rule.Supportability,
	Component: rule.Package,
	Rulesets:  rule.Everyday,
	Guidance:  appSourcePage,
	Kinds:     []unit.Kind{unit.AppSource},
	Requires:  []*analysis.Analyzer{appsource.Analyzer},
	Run:       runIncludeInputFile,
}

func runIncludeInputFile(p *rule.Pass) error {
	m := appsource.Of(p.Pass)
	if !m.Built {
		return nil
	}
	told := make(map[string]bool)
	for _, l := range m.Locales {
		absent(p, "Logo", l.Logo, told)
		for _, t := range l.Terms {
			absent(p, "PackageTerm", t, told)
		}
	}
	return nil
}

// absent reports a file that Input.xml names and that is not there, once.
func absent(p *rule.Pass, element string, ref appsource.Reference, told map[string]bool) {
	if ref.Value == "" || ref.Exact || told[ref.Value] {
		return
	}
	told[ref.Value] = true
	if ref.Member != "" {
		p.Reportf(ref, component.Ref{}, "%s names %s, and the file is named %q; write both alike, capitals too", element, rule.Quote(ref.Value), ref.Member)
		return
	}
	p.Reportf(ref, component.Ref{}, "%s names %s, which is not in the package; add the file, or correct the name", element, rule.Quote(ref.Value))
}
