package web

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/webresource"
	"github.com/solcheck/solcheck/rules/rule"
)

var sdlNoMsappExecUnsafe = &rule.Rule{
	ID:        "web-sdl-no-msapp-exec-unsafe",
	Severity:  rule.Medium,
	Category:  rule.Security,
	Component: rule.WebResource,
	Rulesets:  rule.Microsoft,
	Guidance:  "https://github.com/microsoft/eslint-plugin-sdl/blob/main/docs/rules/no-msapp-exec-unsafe.md",
	Kinds:     scripted,
	Requires:  []*analysis.Analyzer{webresource.Analyzer},
	Run:       runSdlNoMsappExecUnsafe,
}

func runSdlNoMsappExecUnsafe(p *rule.Pass) error {
	for _, s := range webresource.Of(p.Pass).Scripts {
		for n := range s.Uses("MSApp.execUnsafeLocalFunction()") {
			if n.Argument(0).IsValid() {
				p.Reportf(n, s.Ref(), "\"MSApp.execUnsafeLocalFunction\" turns off the check for scripts in markup; call the function itself, with markup that is safe")
			}
		}
	}
	return nil
}
