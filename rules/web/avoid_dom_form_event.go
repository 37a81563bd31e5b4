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

var avoidDomFormEvent = &rule.Rule{
	ID:        "web-avoid-dom-form-event",
	Severity:  rule.High,
	Category:  rule.Supportability,
	Component: rule.WebResource,
	Rulesets:  0,
	Guidance:  "https://learn.microsoft.com/power-apps/maker/data-platform/powerapps-checker/rules/web/avoid-dom-form-event",
	Kinds:     scripted,
	Requires:  []*analysis.Analyzer{customizations.Analyzer, webresource.Analyzer},
	Run:       runAvoidDomFormEvent,
}

func runAvoidDomFormEvent(p *rule.Pass) error {
	at := placementOf(p)
	for _, s := range webresource.Of(p.Pass).Scripts {
		if !usesSDK(s) {
			continue
		}
		ofPage := at.isOfPage(s)
		for n := range domEvents(s) {
			if !ofPage || n.Path().Frame() != "" {
				p.Reportf(n, s.Ref(), "%q listens to the page of the app, which changes without notice; register the handler on the form, or with the client API: addOnChange, addOnLoad, addOnSave", n.Name())
			}
		}
	}
	return nil
}

// domEvents returns the members by which a script begins or ends to listen to
// something in its page.
func domEvents(s *webresource.Script) iter.Seq[javascript.Node] {
	return func(yield func(javascript.Node) bool) {
		each := func(kind string, test func(n javascript.Node) bool) bool {
			for _, name := range known(kind) {
				for n := range s.Named(name) {
					if test(n) && !yield(n) {
						return false
					}
				}
			}
			return true
		}
		_ = each("event-function", listens) && each("event-handler", handles) && each("jquery-event", isQueryEvent)
	}
}

// listens reports whether a call of addEventListener or its like is about the
// page: a request has events too, and messages come from other windows.
func listens(n javascript.Node) bool {
	call := callOf(n)
	event, _ := call.Argument(0).StringValue()
	return call.IsValid() && event != "message" && event != "onmessage" && !hasOwnEvents(n.Child(0))
}

// handles reports whether a handler like onclick is given to a part of the page.
func handles(n javascript.Node) bool {
	if !n.IsTarget() || hasOwnEvents(n.Child(0)) {
		return false
	}
	loads := n.Name() == "onload" || n.Name() == "onerror"
	return !loads || n.Child(0).Path().Inner() != "document.createElement()"
}

// isQueryEvent reports whether a method is called of what jQuery found.
func isQueryEvent(n javascript.Node) bool {
	path := n.Child(0).Path().Inner()
	return callOf(n).IsValid() && (strings.HasPrefix(path, "$()") || strings.HasPrefix(path, "jQuery()"))
}

// hasOwnEvents reports whether an object is no part of the page but has events:
// a request, a worker, a file that is read.
func hasOwnEvents(object javascript.Node) bool {
	path, ok := strings.CutSuffix(object.Path().Inner(), ".new()")
	return isRequest(object) || ok && slices.Contains([]string{"EventSource", "FileReader", "Image", "MessageChannel", "WebSocket", "Worker"}, path)
}
