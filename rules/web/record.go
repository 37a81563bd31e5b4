package web

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/solcheck/solcheck/analyzers/syntax/javascript"
)

// maxFlow is how many variables and calls data is followed through.
const maxFlow = 12

// recordData returns the part of an expression that comes from a record of
// Dataverse as a text; none where nothing does.
func recordData(n javascript.Node, depth int) javascript.Node {
	if depth > maxFlow {
		return javascript.Node{}
	}
	switch n.Kind() {
	case javascript.Binary:
		if n.Operator() != "+" {
			return javascript.Node{}
		}
		return recordDataIn(n, 0, depth)
	case javascript.Template, javascript.Logical, javascript.Sequence, javascript.Spread, javascript.Assign, javascript.Array:
		return recordDataIn(n, 0, depth)
	case javascript.Conditional:
		return recordDataIn(n, 1, depth)
	case javascript.Member:
		if harmless[n.Name()] || !isRecord(n.Child(0), depth+1) {
			return javascript.Node{}
		}
		return n
	case javascript.Call:
		return recordDataOfCall(n, depth)
	case javascript.Identifier:
		if value := n.Symbol().Value(); value.IsValid() && value.Kind() != javascript.Function && recordData(value, depth+1).IsValid() {
			return n
		}
	default:
	}
	return javascript.Node{}
}

// harmless are properties that hold no text of a user.
var harmless = map[string]bool{"length": true, "id": true, "entityType": true, "entities": true}

// recordDataIn looks at the children of a node from the given one on.
func recordDataIn(n javascript.Node, from, depth int) javascript.Node {
	i := 0
	for c := range n.Children() {
		if i >= from {
			if data := recordData(c, depth+1); data.IsValid() {
				return data
			}
		}
		i++
	}
	return javascript.Node{}
}

// carriers are methods whose result holds the text of their object.
var carriers = []string{"trim", "toString", "toUpperCase", "toLowerCase", "substring", "substr", "slice", "concat", "join", "padStart", "padEnd"}

func recordDataOfCall(n javascript.Node, depth int) javascript.Node {
	callee := n.Callee()
	switch {
	case columnValue().MatchString(n.Path().Inner()):
		return n
	case callee.Kind() == javascript.Member && slices.Contains(carriers, callee.Name()):
		return recordData(callee.Child(0), depth+1)
	case callee.Kind() == javascript.Member && callee.Name() == "map":
		return recordDataOfMap(n, depth)
	}
	return javascript.Node{}
}

// columnValue matches the path of what a column of a form holds.
var columnValue = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:formContext|Xrm\.Page)\.(?:data\.entity\.attributes\.get|getAttribute)\(\)\.getValue\(\)$`)
})

// recordDataOfMap looks at what the function that map calls returns.
func recordDataOfMap(n javascript.Node, depth int) javascript.Node {
	code := n.Argument(0)
	if code.Kind() != javascript.Function || !isRecord(n.Callee().Child(0), depth+1) {
		return javascript.Node{}
	}
	body := code.Body()
	if body.Kind() != javascript.Block {
		return recordData(body, depth+1)
	}
	for r := range body.All() {
		if r.Kind() == javascript.Return && r.Function() == code {
			return recordData(r.Child(0), depth+1)
		}
	}
	return javascript.Node{}
}

// isRecord reports whether an expression is a record, or a list of records, that
// was read from Dataverse.
func isRecord(n javascript.Node, depth int) bool {
	if depth > maxFlow {
		return false
	}
	switch n.Kind() {
	case javascript.Await:
		return isRead(n.Child(0))
	case javascript.Member:
		return isRecord(n.Child(0), depth+1)
	case javascript.Identifier:
		return isRecordVariable(n.Symbol(), depth)
	case javascript.Call:
		name := n.Callee().Name()
		return n.Callee().Kind() == javascript.Member && (name == "filter" || name == "find" || name == "slice") && isRecord(n.Callee().Child(0), depth+1)
	default:
		return false
	}
}

func isRecordVariable(symbol javascript.Symbol, depth int) bool {
	declaration := symbol.Declaration()
	switch around := declaration.Parent(); {
	case around.Kind() == javascript.Parameters:
		return around.Child(0) == declaration && isRecordCallback(around.Parent(), depth)
	case around.Kind() == javascript.Declarator && around.Parent().Parent().Kind() == javascript.ForOf:
		return isRecord(around.Parent().Parent().Child(1), depth+1)
	}
	value := symbol.Value()
	return value.IsValid() && value.Kind() != javascript.Function && isRecord(value, depth+1)
}

// isRecordCallback reports whether a function is called with a record: when a
// request has its answer, or for each of some records.
func isRecordCallback(code javascript.Node, depth int) bool {
	call := code.Parent()
	callee := call.Callee()
	if call.Kind() != javascript.Call || callee.Kind() != javascript.Member || call.Argument(0) != code {
		return false
	}
	switch callee.Name() {
	case "then":
		return isRead(callee.Child(0))
	case "forEach", "map", "filter", "find", "some", "every":
		return isRecord(callee.Child(0), depth+1)
	}
	return false
}

// isRead reports whether an expression is the promise of a request that reads
// records.
func isRead(n javascript.Node) bool {
	path := n.Path().Inner()
	return strings.HasPrefix(path, "Xrm.WebApi.") && (strings.HasSuffix(path, ".retrieveRecord()") || strings.HasSuffix(path, ".retrieveMultipleRecords()"))
}
