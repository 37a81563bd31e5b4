package web

import (
	"iter"
	"slices"
	"strings"

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
		for n, what := range domUses(s) {
			if !ofPage || n.Path().Frame() != "" || strings.HasPrefix(what, "contentIFrame") {
				p.Reportf(n, s.Ref(), "%q reaches into the page of the app, which changes without notice; use the client API of the form", what)
			}
		}
	}
	return nil
}

// domUses returns where a script takes hold of parts of a page, and what by.
func domUses(s *webresource.Script) iter.Seq2[javascript.Node, string] {
	return func(yield func(javascript.Node, string) bool) {
		_ = ofDocument(s, yield) && ofQueries(s, yield) && ofFrames(s, yield)
	}
}

// ofDocument yields members of documents: of those of windows, and of what else
// has the name.
func ofDocument(s *webresource.Script, yield func(javascript.Node, string) bool) bool {
	for n := range s.PropertiesOf("document") {
		if slices.Contains(known("document-member"), n.Name()) && !yield(n, n.Path().String()) {
			return false
		}
	}
	for n := range s.Named("document") {
		member := n.Parent()
		isOther := n.Path().Inner() != "document" && member.Kind() == javascript.Member && member.Child(0) == n
		if isOther && slices.Contains(known("document-member"), member.Name()) && !yield(member, "document."+member.Name()) {
			return false
		}
	}
	return true
}

// ofQueries yields calls that look for elements.
func ofQueries(s *webresource.Script, yield func(javascript.Node, string) bool) bool {
	for _, path := range []string{"$()", "jQuery()", "$get()", "$find()"} {
		for n := range s.Uses(path) {
			if !yield(n, path) {
				return false
			}
		}
	}
	return true
}

// ofFrames yields the frames that the app once showed a form in.
func ofFrames(s *webresource.Script, yield func(javascript.Node, string) bool) bool {
	for _, name := range []string{"contentIFrame", "contentIFrame0", "contentIFrame1"} {
		for n := range s.Named(name) {
			if !yield(n, name) {
				return false
			}
		}
	}
	return true
}
