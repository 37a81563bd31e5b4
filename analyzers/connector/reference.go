package connector

import (
	"slices"
	"strconv"

	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/syntax/jsontree"
)

// A Reference is a "$ref" that stands in the place of a part.
type Reference struct {
	model.Text
	Node   *Node // the object that holds it
	Kind   ReferenceKind
	Of     string // the name of the shared part, or the path, that is nothing but the reference; empty for others
	Target *Node  // nil where it leads nowhere
}

// ReferenceKind is the kind of part that a reference stands for.
type ReferenceKind string

// The kinds, in the words of messages.
const (
	SchemaReference    ReferenceKind = "schema"
	ParameterReference ReferenceKind = "parameter"
	ResponseReference  ReferenceKind = "response"
	PathReference      ReferenceKind = "path"
)

// Section returns the member of a definition that holds the parts of the kind.
func (k ReferenceKind) Section() string {
	switch k {
	case ParameterReference:
		return "parameters"
	case ResponseReference:
		return "responses"
	case SchemaReference, PathReference:
	}
	return "definitions"
}

// Beside returns the names, in quotes, of what stands beside the reference. What
// begins with "x-" may.
func (r *Reference) Beside() []string {
	var names []string
	for key := range r.Node.Members() {
		if key.Name != "$ref" && (len(key.Name) < 2 || key.Name[:2] != "x-") {
			names = append(names, strconv.Quote(key.Name))
		}
	}
	return names
}

// refers takes a reference into the model, if n is one.
func (r *reader) refers(n *Node, kind ReferenceKind, of string) {
	ref := textOf(n.Get("$ref"))
	if !ref.IsSet() {
		return
	}
	r.def.References = append(r.def.References, &Reference{Text: ref, Node: n, Kind: kind, Of: of})
}

// references collects those of schemas and resolves all.
func (r *reader) references() {
	shared := make(map[*jsontree.Node]string)
	for name, n := range r.shapes {
		shared[n] = name
	}
	for _, s := range r.all {
		if s.Ref.IsSet() && !isParameterNode(s.Node) {
			r.refers(s.Node, SchemaReference, shared[s.Node])
		}
	}
	for _, ref := range r.def.References {
		ref.Target = r.follow(ref.Value)
	}
	slices.SortStableFunc(r.def.References, func(a, b *Reference) int { return int(a.From - b.From) })
}

// isParameterNode tells a parameter, which is a schema too, from a schema.
func isParameterNode(n *Node) bool {
	return n.Get("in").Is(jsontree.String) && n.Get("name").Is(jsontree.String)
}
