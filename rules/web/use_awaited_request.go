package web

import (
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/syntax/javascript"
	"github.com/solcheck/solcheck/analyzers/webresource"
	"github.com/solcheck/solcheck/rules/rule"
)

var useAwaitedRequest = &rule.Rule{
	ID:        "web-use-awaited-request",
	Severity:  rule.Medium,
	Category:  rule.Usage,
	Component: rule.WebResource,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-apps/developer/model-driven-apps/clientapi/reference/events/form-onsave",
	Kinds:     scripted,
	Requires:  []*analysis.Analyzer{webresource.Analyzer},
	Run:       runUseAwaitedRequest,
}

func runUseAwaitedRequest(p *rule.Pass) error {
	done := make(map[javascript.Node]bool)
	for _, h := range webresource.Of(p.Pass).Handlers {
		if h.IsOnSave() && h.IsCalled() && h.Code.IsValid() && !done[h.Code] {
			done[h.Code] = true
			reportUnawaited(p, h.Script, h.Code)
		}
	}
	for _, s := range webresource.Of(p.Pass).Scripts {
		for n := range s.Named("addOnSave") {
			if code := handlerOf(callOf(n).Argument(0)); code.IsValid() && !done[code] {
				done[code] = true
				reportUnawaited(p, s, code)
			}
		}
	}
	return nil
}

// handlerOf returns the function that an argument is, or that a variable holds.
func handlerOf(argument javascript.Node) javascript.Node {
	if argument.Kind() == javascript.Identifier {
		argument = argument.Symbol().Value()
	}
	if argument.Kind() == javascript.Function {
		return argument
	}
	return javascript.Node{}
}

// reportUnawaited reports the promises of requests in a function that nobody
// waits for although the save is meant to depend on them: it is prevented when
// the answer is there.
func reportUnawaited(p *rule.Pass, s *webresource.Script, code javascript.Node) {
	for n := range code.All() {
		if n.Kind() != javascript.Call || !strings.HasPrefix(n.Path().Inner(), "Xrm.WebApi.") || isChained(n.Callee()) {
			continue
		}
		whole := chainOf(n)
		if whole.Parent().Kind() != javascript.ExpressionStatement || whole.Function() != code || !prevents(whole, n) {
			continue
		}
		p.Reportf(n, s.Ref(), "The save does not wait for the answer of %q, so it is over before \"preventDefault\" is called; return the promise and turn asynchronous onsave handlers on, or prevent the save first and save again after the answer", n.Callee().Path())
	}
}

func isChained(member javascript.Node) bool {
	name := member.Name()
	return name == "then" || name == "catch" || name == "finally"
}

// chainOf returns the whole chain of then and catch that begins with a call.
func chainOf(call javascript.Node) javascript.Node {
	for {
		member := call.Parent()
		outer := callOf(member)
		if member.Kind() != javascript.Member || !isChained(member) || !outer.IsValid() {
			return call
		}
		call = outer
	}
}

// prevents reports whether a callback of a chain prevents the save.
func prevents(chain, request javascript.Node) bool {
	for n := range chain.All() {
		if n.Kind() == javascript.Member && n.Name() == "preventDefault" && n.Span().Start >= request.Span().End {
			return true
		}
	}
	return false
}
