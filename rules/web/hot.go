package web

import (
	"slices"
	"strconv"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/syntax/javascript"
	"github.com/solcheck/solcheck/analyzers/webresource"
)

// hotFunctions are functions during which the user waits, each with who calls it:
// handlers of onsave, which hold up the save, and functions of enable rules, which
// run each time the command bar is drawn.
type hotFunctions map[javascript.Node]analysis.RelatedInformation

func hotFunctionsOf(m *webresource.Model) hotFunctions {
	hot := make(hotFunctions)
	for _, h := range m.Handlers {
		if h.IsOnSave() && h.IsCalled() && h.Code.IsValid() {
			hot.add(h.Script, h.Code, analysis.RelatedInformation{Pos: h.Pos(), End: h.End(), Message: "Each save in " + h.Form.Title() + " waits for it"})
		}
	}
	for _, c := range m.RibbonCalls {
		if c.IsRule && c.Code.IsValid() {
			hot.add(c.Script, c.Code, analysis.RelatedInformation{Pos: c.Pos(), End: c.End(), Message: "The command bar waits for it each time rule " + strconv.Quote(c.ID.Value) + " is evaluated"})
		}
	}
	return hot
}

// add takes a function, and those of the same script that it calls. What two
// callers reach is the first one's.
func (hot hotFunctions) add(s *webresource.Script, code javascript.Node, who analysis.RelatedInformation) {
	pending := []javascript.Node{code}
	for len(pending) > 0 {
		code, pending = pending[0], pending[1:]
		if _, known := hot[code]; known || code.Kind() != javascript.Function {
			continue
		}
		hot[code] = who
		for n := range code.All() {
			if n.Is(javascript.Call, javascript.New) && n.Function() == code {
				pending = append(pending, called(s, n)...)
			}
		}
	}
}

// visitors are functions that call the function they are given before they return.
var visitors = []string{"each", "every", "filter", "find", "forEach", "map", "reduce", "some", "sort"}

// called returns the functions of a script that a call runs.
func called(s *webresource.Script, call javascript.Node) []javascript.Node {
	callee := call.Callee()
	switch {
	case callee.Kind() == javascript.Function:
		return []javascript.Node{callee}
	case callee.Kind() == javascript.Identifier:
		return []javascript.Node{callee.Symbol().Value()}
	case slices.Contains(visitors, callee.Name()):
		return call.Arguments()
	case callee.Kind() != javascript.Member || !callee.Path().IsValid():
		return nil
	}
	code, _ := s.Lookup(callee.Path().String())
	return []javascript.Node{code}
}

// related returns who waits for what a node does; nothing where that is not known.
func (hot hotFunctions) related(n javascript.Node) []analysis.RelatedInformation {
	if who, ok := hot[n.Function()]; ok {
		return []analysis.RelatedInformation{who}
	}
	return nil
}
