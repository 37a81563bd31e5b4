package web

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/syntax/javascript"
	"github.com/solcheck/solcheck/analyzers/webresource"
	"github.com/solcheck/solcheck/rules/rule"
)

var limitExternalHost = &rule.Rule{
	ID:        "web-limit-external-host",
	Severity:  rule.Informational,
	Category:  rule.Security,
	Component: rule.WebResource,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-platform/admin/content-security-policy",
	Kinds:     scripted,
	Requires:  []*analysis.Analyzer{webresource.Analyzer},
	Run:       runLimitExternalHost,
}

// hostPattern finds the host of an absolute address.
var hostPattern = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:https?:|wss?:)?//([a-zA-Z0-9.-]+\.[a-zA-Z]{2,})(?::\d+)?(?:[/?#]|$)`)
})

func runLimitExternalHost(p *rule.Pass) error {
	m := webresource.Of(p.Pass)
	told := make(map[string]bool)
	report := func(at analysis.Range, of component.Ref, address, how string) {
		found := hostPattern().FindStringSubmatch(address)
		if found == nil {
			return
		}
		host := strings.ToLower(found[1])
		if told[host] || organizationHost().MatchString(host) {
			return
		}
		told[host] = true
		p.Reportf(at, of, "The solution %s %q; see that the host is meant, that it may get what it is sent, and that a content security policy lets it through", how, host)
	}
	for _, s := range m.Scripts {
		for n, text := range texts(s, "//") {
			if isCalled(n) {
				report(n, s.Ref(), text, "calls")
			}
		}
	}
	for _, f := range m.Files {
		for _, l := range f.Links {
			if l.Loads && l.Element != "link" || l.Loads && strings.HasSuffix(l.Value, ".css") {
				report(l, f.Component, l.Value, "loads code or content of")
			}
		}
	}
	return nil
}

// callers are functions and constructors that send a request to their argument.
var callers = []string{"fetch", "open", "ajax", "get", "getJSON", "getScript", "post", "importScripts", "sendBeacon", "WebSocket", "EventSource", "Worker", "Request"}

// isCalled reports whether a request goes to a literal: as an argument, as a
// property "url" or "src", or through the one variable that it is the value of.
func isCalled(n javascript.Node) bool {
	around := n.Parent()
	for around.Is(javascript.Template) || around.Kind() == javascript.Binary && around.Operator() == "+" {
		n, around = around, around.Parent()
	}
	switch around.Kind() {
	case javascript.Call, javascript.New:
		return n != around.Callee() && slices.Contains(callers, around.Callee().Name()) && !isWindow(around.Callee())
	case javascript.Property:
		return strings.EqualFold(around.Name(), "url") && around.Parent().Parent().Is(javascript.Call)
	case javascript.Assign:
		return n == around.Child(1) && around.Child(0).Name() == "src"
	case javascript.Declarator:
		return flowsIntoCall(n, around.Child(0).Symbol())
	default:
		return false
	}
}

// isWindow reports whether what is called opens a window for the user.
func isWindow(callee javascript.Node) bool { return callee.Path().Inner() == "open" }

// flowsIntoCall reports whether a variable that has one value is used for a
// request.
func flowsIntoCall(value javascript.Node, symbol javascript.Symbol) bool {
	if !symbol.IsValid() || symbol.Value() != value {
		return false
	}
	for use := range symbol.References() {
		around := use.Parent()
		for around.Is(javascript.Template) || around.Kind() == javascript.Binary && around.Operator() == "+" {
			around = around.Parent()
		}
		if around.Is(javascript.Call, javascript.New) && slices.Contains(callers, around.Callee().Name()) && !isWindow(around.Callee()) {
			return true
		}
	}
	return false
}
