package packages

import (
	"fmt"
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
		var stray []string // in one folder below
		for _, member := range files.Under(folder) {
			switch {
			case named[member]:
			case len(stray) > 0 && home(stray[0]) == home(member) && home(member)+"/" != folder:
				stray = append(stray, member)
			default:
				reportStray(p, files, stray)
				stray = []string{member}
			}
		}
		reportStray(p, files, stray)
	}
	return nil
}

// home returns the first two folders of a member's path, or as many as it has:
// the folder that one assembly or one app may have below that of its kind.
func home(member string) string {
	parts := strings.Split(member, "/")
	return strings.Join(parts[:min(2, len(parts)-1)], "/")
}

// reportStray reports members that nothing names, all of one folder, at the first.
func reportStray(p *rule.Pass, files *source.Files, members []string) {
	if len(members) == 0 {
		return
	}
	subject := fmt.Sprintf("the file %q", members[0])
	if len(members) > 1 {
		subject = fmt.Sprintf("the %d files in the folder %q", len(members), home(members[0]))
	}
	p.ReportAt(files.At(members[0]), component.Ref{}, "Nothing in customizations.xml names %s, so the import ignores what is there; remove it, or restore the component that it belongs to", subject)
}
