package web

import (
	"bytes"
	"fmt"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/syntax/javascript"
	"github.com/solcheck/solcheck/analyzers/webresource"
	"github.com/solcheck/solcheck/rules/rule"
)

// A repair replaces bytes of a script so that a finding is gone and the script
// does what it did. The zero repair is none.
type repair struct {
	what  string // "Remove the statement"
	edits []replacement
}

type replacement struct {
	at   javascript.Span
	text string
}

// replace is a repair that replaces one range.
func replace(what string, at javascript.Span, text string) repair {
	return repair{what, []replacement{{at, text}}}
}

// reportRepair reports a finding with its repair, if there is one. None is made
// where the file does not hold the script byte for byte.
func reportRepair(p *rule.Pass, s *webresource.Script, at analysis.Range, r repair, format string, args ...any) {
	d := rule.Diagnostic{Of: s.Ref()}
	d.Pos, d.End, d.Message = at.Pos(), at.End(), fmt.Sprintf(format, args...)
	if r.what != "" && s.IsVerbatim {
		fix := analysis.SuggestedFix{Message: r.what}
		for _, e := range r.edits {
			place := s.Range(e.at)
			fix.TextEdits = append(fix.TextEdits, analysis.TextEdit{Pos: place.From, End: place.To, NewText: []byte(e.text)})
		}
		d.SuggestedFixes = append(d.SuggestedFixes, fix)
	}
	p.Emit(d)
}

// withoutStatement removes a statement, with its line if it stands there alone. A
// statement that another one needs becomes an empty block.
func withoutStatement(n javascript.Node) repair {
	const what = "Remove the statement"
	if !n.Parent().Is(javascript.Program, javascript.Block, javascript.Case, javascript.StaticBlock) {
		return replace(what, n.Span(), "{}")
	}
	return replace(what, wholeLine(n.File().Source, n.Span()), "")
}

// wholeLine widens a range to its line where nothing else stands in the line.
func wholeLine(source []byte, at javascript.Span) javascript.Span {
	before := source[:at.Start]
	before = before[bytes.LastIndexByte(before, '\n')+1:]
	length := bytes.IndexByte(source[at.End:], '\n')
	if length < 0 || len(bytes.TrimSpace(before)) > 0 || len(bytes.TrimSpace(source[at.End:int(at.End)+length])) > 0 {
		return at
	}
	return javascript.Span{Start: at.Start - int32(len(before)), End: at.End + int32(length) + 1} //nolint:gosec // see javascript.MaxSize
}

// strict makes a comparison strict where both sides are of one type for sure, so
// that the outcome is the same.
func strict(n javascript.Node) repair {
	left, right := typeOf(n.Child(0), 0), typeOf(n.Child(1), 0)
	if left == "" || left != right {
		return repair{}
	}
	op := n.Operator() + "="
	return replace("Use "+op, n.OperatorSpan(), op)
}

// typeOf returns the type that an expression has for sure, as typeof names it;
// empty where it is not known.
func typeOf(n javascript.Node, depth int) string {
	switch n.Kind() {
	case javascript.String, javascript.Template:
		return "string"
	case javascript.Number:
		return "number"
	case javascript.Boolean:
		return "boolean"
	case javascript.Unary:
		return map[string]string{"typeof": "string", "!": "boolean", "+": "number"}[n.Operator()]
	case javascript.Binary:
		if strings.ContainsAny(n.Operator(), "=<>") && !strings.Contains(n.Operator(), "<<") && !strings.Contains(n.Operator(), ">>") {
			return "boolean"
		}
	case javascript.Call:
		return map[string]string{"String()": "string", "Number()": "number", "parseInt()": "number", "parseFloat()": "number", "Boolean()": "boolean"}[n.Path().String()]
	case javascript.Identifier:
		if value := n.Symbol().Value(); value.IsValid() && depth < 4 && n.Symbol().Kind() == javascript.Lexical {
			return typeOf(value, depth+1)
		}
	default:
	}
	return ""
}

// renamed replaces the name of a member that is written with a dot.
func renamed(n javascript.Node, name string) repair {
	if n.Kind() != javascript.Member || n.IsComputed() {
		return repair{}
	}
	return replace("Use "+name, n.NameSpan(), name)
}

// fromContext replaces Xrm.Page by the form of the execution context, where the
// function around has that as its first parameter for sure: it asks it for the
// form, or a form registers it so.
func fromContext(n javascript.Node, handlers map[javascript.Node]bool) repair {
	if n.Kind() != javascript.Member || n.IsComputed() || n.Text() != "Xrm.Page" || !isOfForm(n.Parent()) {
		return repair{}
	}
	code := n.Function()
	context := firstParameter(code)
	if context.Kind() != javascript.Identifier || !handlers[code] && !asksForForm(code) {
		return repair{}
	}
	for use := range context.Symbol().References() {
		if use.IsTarget() {
			return repair{}
		}
	}
	text := context.Name() + ".getFormContext()"
	return replace("Use "+text, n.Span(), text)
}

// isOfForm reports whether a member of Xrm.Page is one of the form context too.
func isOfForm(member javascript.Node) bool {
	switch member.Name() {
	case "data", "ui", "getAttribute", "getControl":
		return member.Kind() == javascript.Member
	}
	return false
}

// givenContext returns the functions that a form passes the execution context.
// One that another event calls without is not among them.
func givenContext(m *webresource.Model) map[javascript.Node]bool {
	given := make(map[javascript.Node]bool)
	for _, h := range m.Handlers {
		if !h.Code.IsValid() {
			continue
		}
		before, known := given[h.Code]
		given[h.Code] = h.PassExecutionContext.Value && (before || !known)
	}
	return given
}

// newDialog replaces the call of an old dialog by its successor, which takes an
// object. Calls with more arguments than that object holds are left alone, and so
// are calls whose result is used.
func newDialog(member javascript.Node, to string, properties ...string) repair {
	call := callOf(member)
	text, ok := strings.CutSuffix(member.Text(), "Xrm.Utility."+member.Name())
	arguments := call.Arguments()
	if !ok || len(arguments) == 0 || len(arguments) > len(properties) || call.Parent().Kind() != javascript.ExpressionStatement {
		return repair{}
	}
	var fields []string
	for i, property := range properties[:len(arguments)] {
		if arguments[i].Kind() == javascript.Spread {
			return repair{}
		}
		fields = append(fields, property+": "+arguments[i].Text())
	}
	return replace("Use Xrm.Navigation."+to, call.Span(), text+"Xrm.Navigation."+to+"({ "+strings.Join(fields, ", ")+" })")
}
