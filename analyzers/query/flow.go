package query

import (
	"bytes"
	"errors"
	"go/token"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/fetchxml"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/source"
	"github.com/solcheck/solcheck/analyzers/syntax/jsontree"
)

// flows reads the strings of cloud flows that are queries: the parameter fetchXml
// of the Dataverse connector, and texts that are kept for it.
func (f *finder) flows(c *customizations.Model) {
	seen := make(map[string]bool) // each flow has a file of its own, and a package that says otherwise must not cost more
	for _, p := range c.Processes {
		member := p.JSON.Member
		if p.Category.Is(customizations.CloudFlow) && p.JSON.Exists() && !seen[member] && !p.Unmodified {
			seen[member] = true
			f.flow(p, member)
		}
	}
}

// flow reads one flow, unless it clearly holds no query. The model of customizations
// tells of a file that cannot be read or is broken.
func (f *finder) flow(p *customizations.Process, member string) {
	file, err := f.files.Open(member)
	if err != nil || !mayHoldQuery(file.Text) {
		return
	}
	r := flowReader{f, p, file}
	r.below(jsontree.Parse(file.Text, file.Pos(0)).Root, "")
}

// mayHoldQuery reports whether a text has the start tag of a query, whichever way
// a writer of JSON escapes it.
func mayHoldQuery(text []byte) bool {
	return bytes.Contains(text, []byte(fetchxml.StartTag)) || bytes.Contains(text, []byte(`u003cfetch`)) || bytes.Contains(text, []byte(`u003Cfetch`))
}

// A flowReader reads one flow.
type flowReader struct {
	*finder
	of   *customizations.Process
	file *source.File
}

// below looks at the strings below a value of the action that has that name.
func (r *flowReader) below(n *jsontree.Node, action string) {
	if text, ok := n.Text(); ok && isStart(text) {
		r.query(n, action)
	}
	for key, value := range n.Members() {
		name := action
		if value.Get("type").Is(jsontree.String) && value.Get("inputs") != nil {
			name = key.Name
		}
		r.below(value, name)
	}
	for _, item := range n.Items() {
		r.below(item, action)
	}
}

// query reads a string that begins as a query.
func (r *flowReader) query(n *jsontree.Node, action string) {
	q := &Query{Of: r.of.Ref(), Title: r.title(action), Place: Flow}
	if value, _ := n.Text(); len(value) > fetchxml.MaxText {
		r.tooLong(q, r.file.Name)
		return
	}
	text := r.text(n)
	err := r.parse(q, text, r.file.Name)
	if bad := (*fetchxml.Error)(nil); errors.As(err, &bad) && text.Index(fetchxml.Hole, 0) < 0 {
		r.m.Broken = append(r.m.Broken, &Broken{Range: model.Range{From: bad.Pos, To: n.End()}, Of: q.Of, Title: q.Title, Message: bad.Message})
	}
}

// text returns the value of a string with its places, and holes for expressions.
func (r *flowReader) text(n *jsontree.Node) *fetchxml.Text {
	text := new(fetchxml.Text)
	literal := r.file.Text[r.file.Token.Offset(n.Pos()):r.file.Token.Offset(n.End())]
	for p := range jsontree.Spelling(string(literal)) {
		text.AppendFor(p.Text, n.Pos()+token.Pos(p.Start), n.Pos()+token.Pos(p.End))
	}
	text = withHoles(text, expressions(text.String()))
	return text.Slice(max(start(text.String()), 0), text.Len())
}

func (r *flowReader) title(action string) string {
	flow := `flow "` + r.of.Ref().Name + `"`
	if action == "" {
		return flow
	}
	return `action "` + action + `" of ` + flow
}
