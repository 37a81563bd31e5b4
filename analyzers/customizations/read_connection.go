package customizations

import (
	"strings"

	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/syntax/jsontree"
)

// readConnectors reads which connectors cloud flows and canvas apps are made with,
// and which environment variables flows read. What a flow does with them is not
// read.
func (r *reader) readConnectors() {
	read := make(map[string]bool) // what two flows share is the first one's
	for _, p := range r.m.Processes {
		if member := p.JSON.Member; p.Category.Is(CloudFlow) && p.JSON.Exists() && !read[member] {
			read[member] = true
			flow := r.json(member).Get("properties")
			p.Connectors = r.connectors(flow.Get("connectionReferences"), model.Range{})
			p.Variables = r.flowVariables(flow.At("definition", "parameters"))
		}
	}
	for _, a := range r.m.CanvasApps {
		if a.Connections.Value == "" {
			continue
		}
		r.source = a.Source
		tree := jsontree.Parse([]byte(a.Connections.Value), 1)
		if !tree.IsWellFormed() {
			r.problem(a.Connections.From, "the connections of the app are broken JSON: "+tree.Problems[0].String())
		}
		a.Connectors = r.connectors(tree.Root, a.Connections.Range)
	}
}

// connectors reads the connections of a flow or an app by the names that it has for
// them. Where a place is given it is that of all of them: their text is escaped.
func (r *reader) connectors(list *jsontree.Node, place model.Range) (uses []ConnectorUse) {
	for _, n := range list.Members() {
		use := ConnectorUse{
			Connector: r.firstText(place, n.At("api", "name"), n.Get("id"), n.At("api", "id")),
			Reference: r.firstText(place, n.At("connection", "connectionReferenceLogicalName"), n.Get("xrmConnectionReferenceLogicalName")),
		}
		use.Connector.Value = use.Connector.Value[strings.LastIndexByte(use.Connector.Value, '/')+1:]
		if r.details++; r.details > maxDetails {
			r.stop(model.At(place, model.Range{From: n.Pos(), To: n.End()}).From)
			break
		}
		uses = append(uses, use)
	}
	return uses
}

// flowVariables returns the schema names of the environment variables among the
// parameters of a flow.
func (r *reader) flowVariables(parameters *jsontree.Node) (names []model.Text) {
	for _, n := range parameters.Members() {
		name := n.At("metadata", "schemaName")
		if _, isText := name.Text(); !isText {
			continue
		}
		if r.details++; r.details > maxDetails {
			r.stop(n.Pos())
			break
		}
		names = append(names, r.jsonText(name))
	}
	return names
}

// firstText returns the first of some nodes that is a text, the zero Text for none.
// A place is taken instead of the node's.
func (r *reader) firstText(place model.Range, nodes ...*jsontree.Node) model.Text {
	for _, n := range nodes {
		if text, ok := n.Text(); ok && text != "" {
			leaf := r.jsonText(n)
			if place.IsSet() {
				leaf.Range = place
			}
			return leaf
		}
	}
	return model.Text{}
}
