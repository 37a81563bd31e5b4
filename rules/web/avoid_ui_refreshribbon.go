package web

import (
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/syntax/javascript"
	"github.com/solcheck/solcheck/analyzers/webresource"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidUIRefreshribbon = &rule.Rule{
	ID:        "web-avoid-ui-refreshribbon",
	Severity:  rule.Critical,
	Category:  rule.Performance,
	Component: rule.WebResource,
	Rulesets:  0,
	Guidance:  "https://learn.microsoft.com/power-apps/maker/data-platform/powerapps-checker/rules/web/avoid-ui-refreshribbon",
	Kinds:     scripted,
	Requires:  []*analysis.Analyzer{webresource.Analyzer},
	Run:       runAvoidUIRefreshribbon,
}

func runAvoidUIRefreshribbon(p *rule.Pass) error {
	for _, s := range webresource.Of(p.Pass).Scripts {
		for n := range s.Named("refreshRibbon") {
			object := n.Child(0)
			isUI := object.Kind() == javascript.Member && object.Name() == "ui" || strings.HasSuffix(object.Path().Inner(), ".ui")
			if call := callOf(n); call.IsValid() && isUI {
				p.Reportf(call, s.Ref(), "Refreshing the ribbon evaluates all of its rules again, which slows down the form; return a promise from the enable rule instead")
			}
		}
	}
	return nil
}
