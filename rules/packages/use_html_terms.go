package packages

import (
	"path"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/appsource"
	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var useHTMLTerms = &rule.Rule{
	ID:        "package-use-html-terms",
	Severity:  rule.Medium,
	Category:  rule.Usage,
	Component: rule.Package,
	Rulesets:  rule.Everyday,
	Guidance:  appSourcePage,
	Kinds:     []unit.Kind{unit.AppSource},
	Requires:  []*analysis.Analyzer{appsource.Analyzer},
	Run:       runUseHTMLTerms,
}

func runUseHTMLTerms(p *rule.Pass) error {
	for _, page := range appsource.Of(p.Pass).Terms {
		switch ext := strings.ToLower(path.Ext(page.Member)); {
		case ext != ".html" && ext != ".htm":
			p.Reportf(page, component.Ref{}, "The terms of use %q are no HTML file; save them as .html", page.Member)
		case !page.IsHTML:
			p.Reportf(page, component.Ref{}, "The terms of use %q hold no HTML in spite of their name; save them as a web page", page.Member)
		}
	}
	return nil
}
