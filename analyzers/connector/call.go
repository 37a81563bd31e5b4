package connector

import (
	"iter"
	"strings"

	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/syntax/jsontree"
)

// A Call is a place where a definition has another operation called: for the
// values of a list, the shape of an object, the test of a connection.
type Call struct {
	Kind        CallKind
	Node        *jsontree.Node // the object that holds the operation's id
	OperationID model.Text
	Target      *Operation // nil where the definition has no such operation
	Arguments   []*Argument
	ItemsPath   model.Text // to the array in the response: value-collection or itemsPath
	ValuePath   model.Text // to the value, or to the schema: value-path or itemValuePath
	TitlePath   model.Text // value-title or itemTitlePath
	Capability  model.Text // of the older file picker
	HasTree     bool       // x-ms-dynamic-tree stands beside it
	HasNewer    bool       // the extension that replaces it stands beside it
}

// CallKind is the extension that makes a call.
type CallKind string

// The extensions. The parts of x-ms-dynamic-tree and x-ms-capabilities have kinds
// of their own.
const (
	DynamicValues     CallKind = "x-ms-dynamic-values"
	DynamicList       CallKind = "x-ms-dynamic-list"
	DynamicSchema     CallKind = "x-ms-dynamic-schema"
	DynamicProperties CallKind = "x-ms-dynamic-properties"
	TreeOpen          CallKind = "x-ms-dynamic-tree open"
	TreeBrowse        CallKind = "x-ms-dynamic-tree browse"
	FilePickerOpen    CallKind = "file-picker open"
	FilePickerBrowse  CallKind = "file-picker browse"
	TestConnection    CallKind = "testConnection"
	Simulate          CallKind = "x-ms-operation-context"
	NotificationCall  CallKind = "x-ms-notification"
)

// IsOlder reports whether the extension refers to inputs by bare names, which
// may be those of parameters and of properties of the body alike.
func (k CallKind) IsOlder() bool { return k == DynamicValues || k == DynamicSchema }

// An Argument is one input that a call gives to its operation.
type Argument struct {
	Name model.Text
	Node *jsontree.Node // what is given
	// Reference is the input of the calling operation whose value is given.
	Reference model.Text
	// Static is the value that is given, nil for a reference or a value that the
	// caller's surroundings supply.
	Static *jsontree.Node
}

// An Input is a value that an operation takes: a parameter, or a property at any
// depth of its body.
type Input struct {
	Parameter *Parameter
	Schema    *Schema // nil for a body without schema
	Required  bool    // it and all that it lies in are required
	Internal  bool    // it or something that it lies in is hidden from makers
	Nested    bool    // a property within a parameter
}

// Input finds an input by its full path: the name of a parameter and, behind
// slashes, those of properties. It returns nil where there is none, and whether
// there may be one all the same, because a schema on the way is open.
func (o *Operation) Input(path string) (input *Input, open bool) {
	steps := strings.Split(path, "/")
	if len(steps) > maxHops {
		return nil, true
	}
	for n := len(steps); n > 0; n-- { // parameters' names may have slashes
		name := strings.Join(steps[:n], "/")
		for _, p := range o.Parameters {
			if p.Name.Value == name {
				return within(p.Parameter, steps[n:])
			}
		}
	}
	return nil, false
}

// BodyInput finds a property of the body by its path within the body.
func (o *Operation) BodyInput(path string) (input *Input, open bool) {
	body := o.Body()
	if body == nil {
		return nil, false
	}
	return within(body, strings.Split(path, "/"))
}

func within(p *Parameter, steps []string) (input *Input, open bool) {
	in := &Input{
		Parameter: p, Schema: p.Schema, Nested: len(steps) > 0,
		Required: p.Required,
		Internal: p.Visibility.Value == internal || p.Schema.IsInternal(),
	}
	for _, step := range steps {
		next, required := in.Schema.property(step)
		if next == nil {
			r := in.Schema.Resolve()
			return nil, r == nil || in.Schema.IsOpen() || r.Type.Value == "array"
		}
		in.Schema = next
		in.Required = in.Required && required
		in.Internal = in.Internal || next.IsInternal()
	}
	return in, false
}

// Takes returns the input of the called operation that a name means; see
// [Operation.Input].
func (c *Call) Takes(name string) (input *Input, open bool) {
	input, open = c.Target.Input(name)
	if input != nil || open {
		return input, open
	}
	return c.Target.BodyInput(name)
}

// maxVisits bounds how many schemas are looked at to tell which operations make
// which calls: those that many operations share are looked at for each.
const maxVisits = 1 << 20

// CallsBy yields each operation with the calls that its inputs and answers make.
func (d *Definition) CallsBy() iter.Seq2[*Operation, *Call] {
	return func(yield func(*Operation, *Call) bool) {
		if len(d.Every) == 0 {
			return
		}
		visits := 0
		for _, o := range d.Operations {
			for s := range o.Schemas(&visits) {
				for _, c := range s.Calls {
					if !yield(o, c) {
						return
					}
				}
			}
		}
	}
}

// Schemas yields the schemas that an operation takes and answers, each once, until
// visits has grown too large.
func (o *Operation) Schemas(visits *int) iter.Seq[*Schema] {
	return func(yield func(*Schema) bool) {
		var todo []*Schema
		for _, p := range o.Parameters {
			todo = append(todo, p.Schema)
		}
		for _, r := range o.Responses {
			todo = append(todo, r.Schema)
		}
		seen := make(map[*Schema]bool)
		for len(todo) > 0 && *visits < maxVisits {
			s := todo[0]
			todo = todo[1:]
			if s == nil || seen[s] {
				continue
			}
			seen[s] = true
			*visits++
			if !yield(s) {
				return
			}
			todo = append(todo, s.children()...)
		}
	}
}

// children returns what a schema consists of and refers to; some may be nil.
func (s *Schema) children() []*Schema {
	list := []*Schema{s.Target, s.Items, s.Additional}
	list = append(list, s.AllOf...)
	for _, p := range s.Properties {
		list = append(list, p.Schema)
	}
	return list
}

// NotificationURLs returns the properties of the body that take the address to
// call back, each with what holds on the way to it.
func (o *Operation) NotificationURLs() []*Input {
	body := o.Body()
	if body == nil || body.Schema == nil {
		return nil
	}
	var urls []*Input
	seen := make(map[*Schema]bool)
	var visit func(in *Input, depth int)
	visit = func(in *Input, depth int) {
		if seen[in.Schema] || depth == maxHops {
			return
		}
		seen[in.Schema] = true
		r := in.Schema.Resolve()
		if in.Schema.IsNotificationURL || r != nil && r.IsNotificationURL {
			urls = append(urls, in)
		}
		for _, part := range in.Schema.Parts() {
			for _, p := range part.Properties {
				_, required := in.Schema.property(p.Name.Value)
				visit(&Input{
					Parameter: body, Schema: p.Schema, Nested: true,
					Required: in.Required && required, Internal: in.Internal || p.Schema.IsInternal(),
				}, depth+1)
			}
		}
	}
	visit(&Input{Parameter: body, Schema: body.Schema, Required: true, Internal: body.Visibility.Value == internal || body.Schema.IsInternal()}, 0)
	return urls
}

// Count returns how many schemas a schema consists of, each counted once, until
// visits has grown too large.
func (s *Schema) Count(visits *int) int {
	seen := make(map[*Schema]bool)
	todo := []*Schema{s}
	for len(todo) > 0 && *visits < maxVisits {
		s := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if s != nil && !seen[s] {
			seen[s] = true
			*visits++
			todo = append(todo, s.children()...)
		}
	}
	return len(seen)
}
