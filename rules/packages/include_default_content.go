package packages

import (
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/deployment"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeDefaultContent = &rule.Rule{
	ID:        "package-include-default-content",
	Severity:  rule.Medium,
	Category:  rule.Usage,
	Component: rule.Package,
	Rulesets:  rule.Everyday,
	Guidance:  deployerPage,
	Kinds:     []unit.Kind{unit.Deployment},
	Requires:  []*analysis.Analyzer{deployment.Analyzer},
	Run:       runIncludeDefaultContent,
}

func runIncludeDefaultContent(p *rule.Pass) error {
	languages := deployment.Of(p.Pass).Languages
	isDefault := func(l deployment.Language) bool { return strings.EqualFold(l.Name, "en-us") }
	if len(languages) > 0 && !slices.ContainsFunc(languages, isDefault) {
		p.Reportf(languages[0], component.Ref{}, "There are pages for %q and none for \"en-us\", which administrators of all other languages are shown; add the folder Content/en-us", languages[0].Name)
	}
	return nil
}
