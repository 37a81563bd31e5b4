package web

import (
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/syntax/javascript"
	"github.com/solcheck/solcheck/analyzers/webresource"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidUnpubAPI = &rule.Rule{
	ID:        "web-avoid-unpub-api",
	Severity:  rule.High,
	Category:  rule.Supportability,
	Component: rule.WebResource,
	Rulesets:  rule.Microsoft,
	Guidance:  "https://learn.microsoft.com/power-apps/maker/data-platform/powerapps-checker/rules/web/avoid-unpub-api",
	Kinds:     scripted,
	Requires:  []*analysis.Analyzer{webresource.Analyzer},
	Run:       runAvoidUnpubAPI,
}

func runAvoidUnpubAPI(p *rule.Pass) error {
	scripts := webresource.Of(p.Pass).Scripts
	own := ownGlobals(scripts, known("crm-function"))
	for _, s := range scripts {
		reportNamespaces(p, s)
		for _, name := range known("crm-object") {
			for n := range s.Uses(name) {
				p.Reportf(n, s.Ref(), "%q is a variable of the app's own page, which was never published; use the client API", name)
			}
		}
		for _, name := range known("crm-function") {
			for n := range s.Uses(name + "()") {
				if !own[name] {
					p.Reportf(n, s.Ref(), "%q is a function of the app's own page, which was never published; use the client API", name)
				}
			}
		}
		reportStyles(p, s)
	}
	return nil
}

// ownGlobals returns those of some names that a script of the unit defines.
func ownGlobals(scripts []*webresource.Script, names []string) map[string]bool {
	own := make(map[string]bool)
	for _, s := range scripts {
		for _, name := range names {
			if _, presence := s.Lookup(name); presence == javascript.Present {
				own[name] = true
			}
		}
	}
	return own
}

func reportNamespaces(p *rule.Pass, s *webresource.Script) {
	own := extensions(s)
	for n := range s.PropertiesOf("Xrm") {
		if name := n.Name(); !slices.Contains(known("xrm-namespace"), name) && !own[name] {
			p.Reportf(n, s.Ref(), "%q is no published part of the client API; use one that is", n.Path())
		}
	}
	for n := range s.Uses("Microsoft.Crm") {
		p.Reportf(n, s.Ref(), "%q is no published part of the client API; use one that is", n.Path())
	}
	for _, namespace := range known("crm-namespace") {
		for n := range s.PropertiesOf(namespace) {
			p.Reportf(n, s.Ref(), "%q is no published part of the client API; use one that is", n.Path())
		}
	}
}

// extensions returns the names under which a script itself puts something into
// the client API: functions that call themselves Xrm.Something.
func extensions(s *webresource.Script) map[string]bool {
	own := make(map[string]bool)
	for n := range s.PropertiesOf("Xrm") {
		if n.IsTarget() {
			own[n.Name()] = true
		}
	}
	return own
}

// reportStyles reports styles of the app's own page where they are handed to a method.
func reportStyles(p *rule.Pass, s *webresource.Script) {
	for n, text := range texts(s, "ms-crm-") {
		call := n.Parent()
		if strings.Contains(text, "ms-crm-") && call.Kind() == javascript.Call && call.Callee().Kind() != javascript.Identifier {
			p.Reportf(n, s.Ref(), "%q names a style of the app's own page, which was never published; bring your own", short(text))
		}
	}
}
