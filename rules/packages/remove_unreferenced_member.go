package packages

import (
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/source"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var removeUnreferencedMember = &rule.Rule{
	ID:        "package-remove-unreferenced-member",
	Severity:  rule.Informational,
	Category:  rule.Maintainability,
	Component: rule.Package,
	Rulesets:  rule.Everyday,
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer, source.Analyzer},
	Run:       runRemoveUnreferencedMember,
}

// referencedFolders returns the folders of a solution zip whose files are all
// named in customizations.xml. Other folders hold components that describe
// themselves.
func referencedFolders() []string {
	return []string{"CanvasApps/", "Connector/", "PluginAssemblies/", "Reports/", "WebResources/", "Workflows/"}
}

func runRemoveUnreferencedMember(p *rule.Pass) error {
	m := customizations.Of(p.Pass)
	if m.Layout != customizations.Packed || len(m.Problems) > 0 {
		return nil // what was not read may name anything
	}
	named := make(map[string]bool, len(m.References))
	for _, ref := range m.References {
		named[ref.Member] = true
	}
	files := source.Of(p.Pass)
	for _, folder := range referencedFolders() {
		for _, member := range files.Under(folder) {
			if !named[member] && !strings.HasSuffix(member, "/") {
				p.ReportAt(files.At(member), component.Ref{}, "Nothing in customizations.xml names the file %q, so the import ignores it; remove it, or restore the component that it belongs to", member)
			}
		}
	}
	return nil
}
