package web

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/webresource"
	"github.com/solcheck/solcheck/rules/onpremises"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidOnPremisesAddress = &rule.Rule{
	ID:        "web-avoid-onpremises-address",
	Severity:  rule.Medium,
	Category:  rule.OnlineMigration,
	Component: rule.WebResource,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-apps/developer/model-driven-apps/clientapi/reference/xrm-utility/getglobalcontext/getclienturl",
	Kinds:     scripted,
	Requires:  []*analysis.Analyzer{webresource.Analyzer},
	Run:       runAvoidOnPremisesAddress,
}

func runAvoidOnPremisesAddress(p *rule.Pass) error {
	m := webresource.Of(p.Pass)
	for _, s := range m.Scripts {
		for n, text := range texts(s, "://") {
			if found := onpremises.Address(text); found != "" {
				p.Reportf(n, s.Ref(), "The script holds %q, the address of a server on premises; take the address from \"getClientUrl\" of the global context, or use a relative one", found)
			}
		}
	}
	for _, f := range m.Files {
		for _, l := range f.Links {
			if found := onpremises.Address(l.Value); found != "" {
				p.Reportf(l, f.Component, "The page holds %q, the address of a server on premises; use a relative address", found)
			}
		}
	}
	return nil
}
