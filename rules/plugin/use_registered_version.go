package plugin

import (
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/assembly"
	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var useRegisteredVersion = &rule.Rule{
	ID:        "plugin-use-registered-version",
	Severity:  rule.Medium,
	Category:  rule.Supportability,
	Component: rule.ManagedCode,
	Rulesets:  rule.Recommended,
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{assembly.Analyzer, customizations.Analyzer},
	Run:       runUseRegisteredVersion,
}

func runUseRegisteredVersion(p *rule.Pass) error {
	for _, a := range assembly.Of(p.Pass).Assemblies {
		if a.Registered == nil || a.Registered.Unmodified {
			continue
		}
		name, is := a.Registered.FullName, a.Image.Assembly
		switch {
		case name.Version != "" && name.Version != is.Version.String():
			p.Reportf(name, a.Registered.Ref(), "Assembly %q is registered with version %s, and its file %q has version %s; register the file anew", name.Name, name.Version, a.FileName(), is.Version)
		case name.Token != "" && !strings.EqualFold(name.Token, "null") && !strings.EqualFold(name.Token, is.KeyToken):
			p.Reportf(name, a.Registered.Ref(), "Assembly %q is registered with the public key token %s, and its file %q has %q; register the file anew", name.Name, name.Token, a.FileName(), is.KeyToken)
		}
	}
	return nil
}
