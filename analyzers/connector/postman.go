package connector

import (
	"strings"

	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/syntax/jsontree"
)

// A Request is one request of a Postman collection, of which an import makes an
// operation.
type Request struct {
	Node    *Node
	Name    model.Text
	URL     model.Text
	Auth    model.Text // the kind of authentication: "oauth2", "hawk"; of the collection where the request has none
	Scripts []*Node    // code that runs before or after the request
	Answers int        // saved responses
	Fields  model.Text // the first name in double braces, which only Postman fills
}

// maxFolders bounds how deep folders of a collection are followed.
const maxFolders = 64

// readPostman reads the requests of a collection.
func (d *Definition) readPostman() {
	root := d.Tree.Root
	switch d.Format {
	case Postman1:
		for _, n := range root.Get("requests").Items() {
			d.Requests = append(d.Requests, readRequest1(n))
		}
	case Postman2:
		d.folder(root, textOf(root.At("auth", "type")), maxFolders)
	case Swagger, OpenAPI3, NoFormat:
	}
}

func readRequest1(n *Node) *Request {
	r := &Request{Node: n, Name: textOf(n.Get("name")), URL: textOf(n.Get("url")), Auth: textOf(n.Get("currentHelper")), Answers: n.Get("responses").Len()}
	for _, name := range []string{"preRequestScript", "tests"} {
		if s, ok := n.Get(name).Text(); ok && strings.TrimSpace(s) != "" {
			r.Scripts = append(r.Scripts, n.Get(name))
		}
	}
	r.Fields = field(r.URL)
	return r
}

// folder reads the requests of a folder of a collection of the second form.
func (d *Definition) folder(n *Node, auth model.Text, depth int) {
	if depth == 0 {
		return
	}
	for _, item := range n.Get("item").Items() {
		own := auth
		if a := textOf(item.At("auth", "type")); a.IsSet() {
			own = a
		}
		if item.Get("item").Is(jsontree.Array) {
			d.folder(item, own, depth-1)
			continue
		}
		d.Requests = append(d.Requests, readRequest2(item, own))
	}
}

func readRequest2(item *Node, auth model.Text) *Request {
	request := item.Get("request")
	r := &Request{Node: item, Name: textOf(item.Get("name")), URL: textOf(request.At("url", "raw")), Auth: auth, Answers: item.Get("response").Len()}
	if !r.URL.IsSet() {
		r.URL = textOf(request.Get("url"))
	}
	if a := textOf(request.At("auth", "type")); a.IsSet() {
		r.Auth = a
	}
	for _, event := range item.Get("event").Items() {
		if lines := event.At("script", "exec"); lines.Len() > 0 || lines.Literal() != "" {
			r.Scripts = append(r.Scripts, event)
		}
	}
	r.Fields = field(r.URL)
	return r
}

// field returns the first name in double braces in a URL, at the place of the URL.
func field(url model.Text) model.Text {
	_, after, ok := strings.Cut(url.Value, "{{")
	name, _, closed := strings.Cut(after, "}}")
	if !ok || !closed {
		return model.Text{}
	}
	return model.Text{Value: name, Range: url.Range}
}
