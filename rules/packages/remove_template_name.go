package packages

import (
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/appsource"
	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/deployment"
	"github.com/solcheck/solcheck/analyzers/solution"
	"github.com/solcheck/solcheck/analyzers/source"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var removeTemplateName = &rule.Rule{
	ID:        "package-remove-template-name",
	Severity:  rule.Medium,
	Category:  rule.Usage,
	Component: rule.Package,
	Rulesets:  rule.Everyday,
	Guidance:  deployerPage,
	Kinds:     []unit.Kind{unit.AppSource, unit.Deployment},
	Requires:  []*analysis.Analyzer{appsource.Analyzer, deployment.Analyzer, deployment.CodeAnalyzer, solution.Analyzer, source.Analyzer},
	Run:       runRemoveTemplateName,
}

func runRemoveTemplateName(p *rule.Pass) error {
	templateAnchor(p)
	for _, in := range deployment.CodeOf(p.Pass).Imports {
		for _, t := range in.Texts {
			if isTemplate(t.Value) {
				p.Reportf(in.Assembly, component.Ref{}, "%q of the class %q returns %q, as the template has it, and administrators see it; say what the package is", t.Name, in.Type.FullName, t.Value)
			}
		}
	}
	return nil
}

// isTemplate reports whether a text is of Microsoft's template of a package.
func isTemplate(s string) bool {
	return slices.Contains([]string{"Package Short Name", "Package Long Name", "Package Description", "Package Name"}, strings.TrimSpace(s))
}

// templateAnchor reports what Microsoft's sample of Input.xml has where a partner's
// own names belong.
func templateAnchor(p *rule.Pass) {
	m := appsource.Of(p.Pass)
	if m.Built && strings.EqualFold(m.AnchorName.Value, "SampleSolution.zip") {
		p.Reportf(m.AnchorName, component.Ref{}, "SolutionAnchorName is %q, as Microsoft's sample has it; name the file of your own solution", m.AnchorName.Value)
	}
	in, fact := deploymentOf(p, m)
	if fact == nil || !strings.EqualFold(m.ProviderName.Value, "Microsoft") {
		return
	}
	for _, s := range fact.Solutions {
		if manifest := manifestOf(p, in, s.Member); manifest != nil && !isMicrosoft(manifest) {
			p.Reportf(m.ProviderName, component.Ref{}, "ProviderName is %q, and solution %q is of the publisher %q; name your own company", m.ProviderName.Value, manifest.UniqueName.Value, manifest.PublisherName.Value)
			return
		}
	}
}

// isMicrosoft reports whether a solution has a publisher of Microsoft's.
func isMicrosoft(m *solution.Manifest) bool {
	prefix := strings.ToLower(m.PublisherPrefix.Value)
	return strings.HasPrefix(strings.ToLower(m.PublisherName.Value), "microsoft") || strings.HasPrefix(prefix, "msdyn") ||
		slices.Contains([]string{"msft", "mspp", "mspcat", "adx", "cat", "admin"}, prefix)
}
