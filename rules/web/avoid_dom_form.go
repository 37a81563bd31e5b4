package web

import (
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/syntax/javascript"
	"github.com/solcheck/solcheck/analyzers/webresource"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidDomForm = &rule.Rule{
	ID:        "web-avoid-dom-form",
	Severity:  rule.High,
	Category:  rule.Supportability,
	Component: rule.WebResource,
	Rulesets:  0,
	Guidance:  "https://learn.microsoft.com/power-apps/maker/data-platform/powerapps-checker/rules/web/avoid-dom-form",
	Kinds:     scripted,
	Requires:  []*analysis.Analyzer{customizations.Analyzer, webresource.Analyzer},
	Run:       runAvoidDomForm,
}

func runAvoidDomForm(p *rule.Pass) error {
	at := placementOf(p)
	for _, s := range webresource.Of(p.Pass).Scripts {
		if !usesSDK(s) {
			continue
		}
		ofPage := at.isOfPage(s)
		report := func(n javascript.Node) {
			if !ofPage || n.Path().Frame() != "" {
				p.Reportf(n, s.Ref(), "%q reaches into the page of the app, which changes without notice; use the client API of the form", n.Path())
			}
		}
		for n := range s.PropertiesOf("document") {
			if slices.Contains(known("document-member"), n.Name()) {
				report(n)
			}
		}
		for n := range s.Named("document") {
			if member := n.Parent(); !n.Path().IsValid() && member.Kind() == javascript.Member && slices.Contains(known("document-member"), member.Name()) {
				p.Reportf(member, s.Ref(), "%q reaches into the page of the app, which changes without notice; use the client API of the form", "document."+member.Name())
			}
		}
		for _, path := range []string{"$()", "jQuery()", "$get()", "$find()"} {
			for n := range s.Uses(path) {
				report(n)
			}
		}
		for _, name := range []string{"contentIFrame", "contentIFrame0", "contentIFrame1"} {
			for n := range s.Named(name) {
				p.Reportf(n, s.Ref(), "%q is a frame of the app's own page, which changes without notice; use the client API of the form", name)
			}
		}
	}
	return nil
}
