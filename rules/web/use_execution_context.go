package web

import (
	"strconv"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/syntax/javascript"
	"github.com/solcheck/solcheck/analyzers/webresource"
	"github.com/solcheck/solcheck/rules/rule"
)

var useExecutionContext = &rule.Rule{
	ID:        "web-use-execution-context",
	Severity:  rule.Medium,
	Category:  rule.UpgradeReadiness,
	Component: rule.WebResource,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-apps/developer/model-driven-apps/clientapi/clientapi-execution-context",
	Kinds:     scripted,
	Requires:  []*analysis.Analyzer{webresource.Analyzer},
	Run:       runUseExecutionContext,
}

func runUseExecutionContext(p *rule.Pass) error {
	told := make(map[string]bool) // a form often has one function for many events
	for _, h := range webresource.Of(p.Pass).Handlers {
		key := h.Form.ID.Value + h.Function.Value
		if h.PassExecutionContext.Value || !h.Code.IsValid() || told[key] || !h.IsCalled() {
			continue // what a function does that is given the context is for web-use-client-context to tell
		}
		told[key] = true
		page := staticForm(h.Code)
		switch wants := firstParameter(h.Code).IsValid() || usesArguments(h.Code); {
		case page.IsValid():
			emitHandler(p, h, page, "works on \"Xrm.Page\", which is deprecated, because it is not given the execution context; pass it, and take the form from \"getFormContext\"")
		case wants && h.Parameters.Value == "" && asksForForm(h.Code):
			emitHandler(p, h, h.Code, "takes the execution context and is not given it, so it fails; check \"Pass execution context as first parameter\"")
		}
	}
	return nil
}

func emitHandler(p *rule.Pass, h *webresource.FormHandler, at javascript.Node, what string) {
	d := rule.Diagnostic{Of: h.Form.Ref()}
	d.Pos, d.End = h.Pos(), h.End()
	d.Message = "Function " + strconv.Quote(h.Function.Value) + " for " + strconv.Quote(h.Event.Name.Value) + " " + what
	d.Related = []analysis.RelatedInformation{{Pos: at.Pos(), End: at.Pos(), Message: "The function"}}
	p.Emit(d)
}

// usesArguments reports whether a function looks at arguments that it does not
// name.
func usesArguments(code javascript.Node) bool {
	for n := range code.All() {
		if n.Kind() == javascript.Identifier && n.Symbol().Kind() == javascript.ArgumentsObject {
			return true
		}
	}
	return false
}

// staticForm returns the first use of the deprecated static form in a function.
func staticForm(code javascript.Node) javascript.Node {
	for n := range code.All() {
		if n.Kind() == javascript.Member && n.Name() == "Page" && n.Path().String() == "Xrm.Page" {
			return n
		}
	}
	return javascript.Node{}
}

// firstParameter returns the first parameter of a function.
func firstParameter(code javascript.Node) javascript.Node {
	for parameter := range code.Parameters() {
		return parameter
	}
	return javascript.Node{}
}

// asksForForm reports whether a function asks its first parameter for the form.
func asksForForm(code javascript.Node) bool {
	first := firstParameter(code).Symbol()
	for n := range code.All() {
		if n.Kind() == javascript.Member && isContextMethod(n.Name()) && first.IsValid() && n.Child(0).Symbol() == first {
			return true
		}
	}
	return false
}

func isContextMethod(name string) bool {
	return name == "getFormContext" || name == "getEventSource" || name == "getEventArgs"
}
