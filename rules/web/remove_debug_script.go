package web

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/syntax/javascript"
	"github.com/solcheck/solcheck/analyzers/webresource"
	"github.com/solcheck/solcheck/rules/rule"
)

var removeDebugScript = &rule.Rule{
	ID:        "web-remove-debug-script",
	Severity:  rule.Medium,
	Category:  rule.Usage,
	Component: rule.WebResource,
	Rulesets:  rule.Microsoft,
	Guidance:  "https://learn.microsoft.com/powerapps/developer/model-driven-apps/best-practices/",
	Kinds:     scripted,
	Requires:  []*analysis.Analyzer{webresource.Analyzer},
	Run:       runRemoveDebugScript,
}

func runRemoveDebugScript(p *rule.Pass) error {
	for _, s := range webresource.Of(p.Pass).Scripts {
		for n := range s.Of(javascript.Debugger) {
			reportRepair(p, s, n, withoutStatement(n), "A debugger statement stops the script wherever developer tools are open; remove it")
		}
	}
	return nil
}
