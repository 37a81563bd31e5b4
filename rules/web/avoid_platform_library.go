package web

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/webresource"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidPlatformLibrary = &rule.Rule{
	ID:        "web-avoid-platform-library",
	Severity:  rule.High,
	Category:  rule.UpgradeReadiness,
	Component: rule.WebResource,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-platform/important-changes-coming",
	Kinds:     scripted,
	Requires:  []*analysis.Analyzer{webresource.Analyzer},
	Run:       runAvoidPlatformLibrary,
}

func runAvoidPlatformLibrary(p *rule.Pass) error {
	m := webresource.Of(p.Pass)
	for _, f := range m.Files {
		for _, l := range f.Links {
			if l.Element == "script" && isPlatformFile(l.Value) {
				p.Reportf(l, f.Component, "The page loads %q, a file of the platform that no one may rely on: the copies of jQuery there are removed; bring a copy of your own as a web resource", l.Value)
			}
		}
	}
	return nil
}

// isPlatformFile reports whether an address leads into the folder of the files of
// the app itself.
func isPlatformFile(address string) bool {
	return containsFold(address, "/_static/") && !containsFold(address, "clientglobalcontext")
}
