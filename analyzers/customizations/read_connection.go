package customizations

import (
	"strings"

	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/syntax/jsontree"
)

// readConnectors reads which connectors cloud flows and canvas apps are made with.
// What a flow does with them is not read.
func (r *reader) readConnectors() {
	read := make(map[string]bool) // what two flows share is the first one's
	for _, p := range r.m.Processes {
		if member := p.JSON.Member; p.Category.Is(CloudFlow) && p.JSON.Exists() && !read[member] {
			read[member] = true
			p.Connectors = r.connectors(r.json(member).At("properties", "connectionReferences"), model.Range{})
		}
	}
	for _, a := range r.m.CanvasApps {
		if a.Connections.Value != "" {
			tree := jsontree.Parse([]byte(a.Connections.Value), 1)
			a.Connectors = r.connectors(tree.Root, a.Connections.Range)
		}
	}
}

// connectors reads the connections of a flow or an app by the names that it has for
// them. Where a place is given it is that of all of them: their text is escaped.
func (r *reader) connectors(list *jsontree.Node, place model.Range) (uses []ConnectorUse) {
	for _, n := range list.Members() {
		if r.details >= maxDetails {
			break
		}
		r.details++
		use := ConnectorUse{
			Connector: r.firstText(n.At("api", "name"), n.Get("id"), n.At("api", "id")),
			Reference: r.firstText(n.At("connection", "connectionReferenceLogicalName"), n.Get("xrmConnectionReferenceLogicalName")),
		}
		use.Connector.Value = use.Connector.Value[strings.LastIndexByte(use.Connector.Value, '/')+1:]
		if place.IsSet() && use.Connector.IsSet() {
			use.Connector.Range = place
		}
		if place.IsSet() && use.Reference.IsSet() {
			use.Reference.Range = place
		}
		uses = append(uses, use)
	}
	return uses
}

// firstText returns the first of some nodes that is a text, the zero Text for none.
func (r *reader) firstText(nodes ...*jsontree.Node) model.Text {
	for _, n := range nodes {
		if text, ok := n.Text(); ok && text != "" {
			return r.jsonText(n)
		}
	}
	return model.Text{}
}
