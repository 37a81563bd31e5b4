package web

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/secret"
	"github.com/solcheck/solcheck/analyzers/syntax/javascript"
	"github.com/solcheck/solcheck/analyzers/webresource"
	"github.com/solcheck/solcheck/rules/rule"
)

var removeSecret = &rule.Rule{
	ID:        "web-remove-secret",
	Severity:  rule.High,
	Category:  rule.Security,
	Component: rule.WebResource,
	Rulesets:  rule.Everyday,
	Kinds:     scripted,
	Requires:  []*analysis.Analyzer{webresource.Analyzer},
	Run:       runRemoveSecret,
	Hides:     true,
}

// runRemoveSecret looks into comments too: what was commented out is sent to every
// browser as well.
func runRemoveSecret(p *rule.Pass) error {
	for _, s := range webresource.Of(p.Pass).Scripts {
		for _, found := range secret.Find(string(s.Source)) {
			at := javascript.Span{Start: int32(found.Start), End: int32(found.End)} //nolint:gosec // a script has less than 2 GB
			if s.IsOwn(at) {
				p.Reportf(s.Range(at), s.Ref(), "The script holds %s, and every user's browser gets it; let a plug-in, a flow or a custom connector call the service, and change the secret", found.Kind)
			}
		}
	}
	return nil
}
