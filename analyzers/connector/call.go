package connector

import (
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
			return nil, in.Schema == nil || in.Schema.IsOpen()
		}
		in.Schema = next
		in.Required = in.Required && required
		in.Internal = in.Internal || next.IsInternal()
	}
	return in, false
}
