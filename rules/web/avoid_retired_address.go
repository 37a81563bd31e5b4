package web

import (
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/webresource"
	"github.com/solcheck/solcheck/rules/retired"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidRetiredAddress = &rule.Rule{
	ID:        "web-avoid-retired-address",
	Severity:  rule.High,
	Category:  rule.UpgradeReadiness,
	Component: rule.WebResource,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-platform/important-changes-coming",
	Kinds:     scripted,
	Requires:  []*analysis.Analyzer{webresource.Analyzer},
	Run:       runAvoidRetiredAddress,
}

func runAvoidRetiredAddress(p *rule.Pass) error {
	m := webresource.Of(p.Pass)
	for _, s := range m.Scripts {
		for n, text := range texts(s, "dynamics.", "ms-apps:") {
			if found, t := retired.Address(text); t != nil && !isSoap(text) {
				p.Reportf(n, s.Ref(), "The script holds %q, the %s, %s; %s", found, t.Label, t.Fate(), t.Advice)
			}
		}
	}
	for _, f := range m.Files {
		for _, l := range f.Links {
			if found, t := retired.Address(l.Value); t != nil && !isSoap(l.Value) {
				p.Reportf(l, f.Component, "The page holds %q, the %s, %s; %s", found, t.Label, t.Fate(), t.Advice)
			}
		}
	}
	return nil
}

// isSoap reports whether a text is for web-avoid-crm2011-service-soap, which
// Microsoft has for it.
func isSoap(text string) bool { return strings.Contains(strings.ToLower(text), "xrmservices/2011") }
