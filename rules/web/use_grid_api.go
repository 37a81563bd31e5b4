package web

import (
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/syntax/javascript"
	"github.com/solcheck/solcheck/analyzers/webresource"
	"github.com/solcheck/solcheck/rules/rule"
)

var useGridAPI = &rule.Rule{
	ID:        "web-use-grid-api",
	Severity:  rule.Medium,
	Category:  rule.UpgradeReadiness,
	Component: rule.WebResource,
	Rulesets:  rule.Microsoft,
	Guidance:  "https://learn.microsoft.com/power-apps/maker/data-platform/powerapps-checker/rules/web/use-grid-api",
	Kinds:     scripted,
	Requires:  []*analysis.Analyzer{webresource.Analyzer},
	Run:       runUseGridAPI,
}

func runUseGridAPI(p *rule.Pass) error {
	for _, s := range webresource.Of(p.Pass).Scripts {
		for n := range s.Named("getData") {
			if call := callOf(n); call.IsValid() && isRow(n.Child(0), 0) {
				p.Reportf(call, s.Ref(), "The method getData of a grid's row was removed; read the property data")
			}
		}
	}
	return nil
}

const maxSteps = 8 // from a name to what it stands for

// isRow reports whether an expression is a row of a grid.
func isRow(n javascript.Node, steps int) bool {
	if steps > maxSteps {
		return false
	}
	switch n.Kind() {
	case javascript.Call:
		callee := n.Callee()
		return callee.Kind() == javascript.Member && callee.Name() == "get" && isRows(callee.Child(0), steps+1)
	case javascript.Member:
		return n.IsComputed() && isRows(n.Child(0), steps+1)
	case javascript.Identifier:
		return slices.ContainsFunc(few(n), func(v javascript.Node) bool { return isRow(v, steps+1) }) || isEachRow(n.Symbol(), steps+1)
	default:
		return false
	}
}

// isRows reports whether an expression is the rows of a grid.
func isRows(n javascript.Node, steps int) bool {
	if steps > maxSteps {
		return false
	}
	switch n.Kind() {
	case javascript.Call:
		name := n.Callee().Name()
		return n.Callee().Kind() == javascript.Member && (name == "getRows" || name == "getSelectedRows")
	case javascript.Identifier:
		return slices.ContainsFunc(few(n), func(v javascript.Node) bool { return isRows(v, steps+1) })
	default:
		return false
	}
}

// isEachRow reports whether a loop over the rows of a grid gives a name each of
// them, or a function that is called for each.
func isEachRow(s javascript.Symbol, steps int) bool {
	uses := 0
	for use := range s.References() {
		if uses++; uses > 16 {
			break
		}
		at := use
		if parent := use.Parent(); parent.Kind() == javascript.Declarator {
			at = parent.Parent()
		}
		loop := at.Parent()
		if loop.Is(javascript.ForIn, javascript.ForOf) && loop.Child(0) == at && isRows(loop.Child(1), steps) {
			return true
		}
	}
	params := s.Declaration().Parent()
	call := params.Parent().Parent()
	if params.Kind() != javascript.Parameters || params.Child(0) != s.Declaration() || call.Kind() != javascript.Call {
		return false
	}
	callee := call.Callee()
	return callee.Kind() == javascript.Member && callee.Name() == "forEach" && isRows(callee.Child(0), steps)
}
