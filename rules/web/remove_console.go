package web

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/syntax/javascript"
	"github.com/solcheck/solcheck/analyzers/webresource"
	"github.com/solcheck/solcheck/rules/rule"
)

var removeConsole = &rule.Rule{
	ID:        "web-remove-console",
	Severity:  rule.Medium,
	Category:  rule.Usage,
	Component: rule.WebResource,
	Rulesets:  rule.Microsoft,
	Guidance:  "https://eslint.org/docs/rules/no-console",
	Kinds:     scripted,
	Requires:  []*analysis.Analyzer{webresource.Analyzer},
	Run:       runRemoveConsole,
}

func runRemoveConsole(p *rule.Pass) error {
	for _, s := range webresource.Of(p.Pass).Scripts {
		for n := range s.PropertiesOf("console") {
			p.Reportf(n, s.Ref(), "%q writes for developers where users run the script; remove it", n.Path())
		}
		for n := range s.Uses("console") {
			if member := n.Parent(); member.Kind() == javascript.Member && member.Child(0) == n && member.Name() == "" {
				p.Reportf(member, s.Ref(), "%q writes for developers where users run the script; remove it", short(member.Text()))
			}
		}
	}
	return nil
}
