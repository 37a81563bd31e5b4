package web

import (
	"iter"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/syntax/javascript"
	"github.com/solcheck/solcheck/analyzers/webresource"
	"github.com/solcheck/solcheck/rules/rule"
)

var useAsync = &rule.Rule{
	ID:        "web-use-async",
	Severity:  rule.Critical,
	Category:  rule.Performance,
	Component: rule.WebResource,
	Rulesets:  rule.Microsoft,
	Guidance:  "https://learn.microsoft.com/power-apps/maker/data-platform/powerapps-checker/rules/web/use-async",
	Kinds:     scripted,
	Requires:  []*analysis.Analyzer{webresource.Analyzer},
	Run:       runUseAsync,
}

func runUseAsync(p *rule.Pass) error {
	m := webresource.Of(p.Pass)
	hot := hotFunctionsOf(m)
	for _, s := range m.Scripts {
		for _, requests := range []iter.Seq2[javascript.Node, string]{requestWaits(s), queryWaits(s), toolkitWaits(s)} {
			for n, message := range requests {
				d := rule.Diagnostic{Of: s.Ref()}
				d.Pos, d.End, d.Message, d.Related = n.Pos(), n.End(), message, hot.related(n)
				p.Emit(d)
			}
		}
	}
	return nil
}

// requestWaits returns the requests by XMLHttpRequest that the page waits for, each
// with what is to be said of it.
func requestWaits(s *webresource.Script) iter.Seq2[javascript.Node, string] {
	return func(yield func(javascript.Node, string) bool) {
		for n := range s.Named("open") {
			if isSynchronousRequest(n) && !yield(n, "This request keeps the page from answering until the server has; pass true to open, or use fetch or Xrm.WebApi") {
				return
			}
		}
	}
}

// queryWaits is requestWaits for jQuery.
func queryWaits(s *webresource.Script) iter.Seq2[javascript.Node, string] {
	return func(yield func(javascript.Node, string) bool) {
		for _, name := range queryRequests {
			for n := range s.Named(name) {
				if isSynchronousQuery(n) && !yield(n, "This request keeps the page from answering until the server has; leave out async: false and go on in a callback") {
					return
				}
			}
		}
	}
}

// isSynchronousRequest reports whether a member opens an XMLHttpRequest that waits.
func isSynchronousRequest(open javascript.Node) bool {
	call := callOf(open)
	if flag := call.Argument(2); !flag.IsValid() || !isFalse(flag, 0) {
		return false
	}
	method, _ := call.Argument(0).StringValue()
	return isRequest(open.Child(0)) || isHandedOver(open.Child(0)) && slices.Contains(methods, strings.ToUpper(method))
}

// isHandedOver reports whether an expression is what a function was called with,
// or what one gave back.
func isHandedOver(n javascript.Node) bool {
	return n.Kind() == javascript.Call || n.Symbol().Kind() == javascript.Parameter
}

var methods = []string{"DELETE", "GET", "HEAD", "MERGE", "OPTIONS", "PATCH", "POST", "PUT"}

// isRequest reports whether an expression is an XMLHttpRequest, or what Internet
// Explorer had for it.
func isRequest(n javascript.Node) bool {
	if isRequestPath(n) {
		return true
	}
	if n.Kind() != javascript.Identifier {
		return false
	}
	values, _ := n.Symbol().Values()
	return slices.ContainsFunc(values, isRequestPath)
}

func isRequestPath(n javascript.Node) bool {
	path := n.Path().Inner()
	return path == "XMLHttpRequest.new()" || path == "XMLHttpRequest()" || path == "ActiveXObject.new()"
}

// queryRequests are the functions of jQuery that take the settings of a request.
var queryRequests = []string{"ajax", "ajaxPrefilter", "ajaxSetup", "get", "getJSON", "getScript", "post"}

// isSynchronousQuery reports whether a member is called with settings of jQuery
// that make a request wait. Only ajax and its like tell by their names that they
// are jQuery's.
func isSynchronousQuery(n javascript.Node) bool {
	call := callOf(n)
	if !call.IsValid() || !strings.HasPrefix(n.Name(), "ajax") && !isQuery(n.Child(0)) {
		return false
	}
	return slices.ContainsFunc(call.Arguments(), func(arg javascript.Node) bool {
		if arg.Kind() == javascript.Identifier {
			arg = arg.Symbol().Value()
		}
		async := arg.Property("async")
		return async.IsValid() && isFalse(async, 0)
	})
}

func isQuery(n javascript.Node) bool {
	path := n.Path().Inner()
	return path == "$" || path == "jQuery" || n.Name() == "$" || n.Name() == "jQuery"
}

// isFalse reports whether an expression is surely false, or counts as false.
func isFalse(n javascript.Node, steps int) bool {
	switch n.Kind() {
	case javascript.Null:
		return true
	case javascript.Boolean, javascript.Number:
		return n.Text() == "false" || n.Text() == "0"
	case javascript.String:
		text, _ := n.StringValue()
		return text == ""
	case javascript.Unary:
		operand := n.Child(0)
		return n.Operator() == "void" || n.Operator() == "!" && (operand.Text() == "1" || operand.Text() == "true")
	case javascript.Identifier:
		return n.Name() == "undefined" || steps < maxSteps && holdsFalse(n, steps+1)
	case javascript.Call:
		f := n.Callee().Symbol().Value()
		return steps < maxSteps && returnsFalse(f, steps+1)
	default:
		return false
	}
}

// holdsFalse reports whether all that a variable is ever given is false.
func holdsFalse(variable javascript.Node, steps int) bool {
	_, known := variable.Symbol().Values()
	values := few(variable)
	return known && len(values) > 0 && !slices.ContainsFunc(values, func(v javascript.Node) bool { return !isFalse(v, steps) })
}

// returnsFalse reports whether all that a function returns is false.
func returnsFalse(f javascript.Node, steps int) bool {
	if f.Kind() != javascript.Function || f.IsAsync() || f.IsGenerator() {
		return false
	}
	body := f.Body()
	if body.Kind() != javascript.Block {
		return isFalse(body, steps)
	}
	found := false
	for n := range body.All() {
		if n.Kind() == javascript.Return && n.Function() == f {
			if v := n.Child(0); !v.IsValid() || !isFalse(v, steps) {
				return false
			}
			found = true
		}
	}
	return found
}
