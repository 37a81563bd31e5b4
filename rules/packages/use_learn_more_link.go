package packages

import (
	"net/url"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/appsource"
	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var useLearnMoreLink = &rule.Rule{
	ID:        "package-use-learn-more-link",
	Severity:  rule.Medium,
	Category:  rule.Usage,
	Component: rule.Package,
	Rulesets:  rule.Everyday,
	Guidance:  appSourcePage,
	Kinds:     []unit.Kind{unit.AppSource},
	Requires:  []*analysis.Analyzer{appsource.Analyzer},
	Run:       runUseLearnMoreLink,
}

func runUseLearnMoreLink(p *rule.Pass) error {
	link := appsource.Of(p.Pass).LearnMoreLink
	if link.Value == "" {
		return nil
	}
	if u, err := url.Parse(link.Value); err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		p.Reportf(link, component.Ref{}, "LearnMoreLink is %q, which leads nowhere; write the whole address of a page, with https://", link.Value)
	}
	return nil
}
