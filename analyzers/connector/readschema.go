package connector

import (
	"strings"

	"github.com/solcheck/solcheck/analyzers/syntax/jsontree"
)

// schema returns the one Schema of a place. It is nil for a place that has no
// object.
func (r *reader) schema(n *jsontree.Node) *Schema {
	if !n.Is(jsontree.Object) {
		return nil
	}
	if s := r.schemas[n]; s != nil {
		return s
	}
	s := &Schema{
		Node:        n,
		Ref:         textOf(n.Get("$ref")),
		Type:        textOf(n.Get("type")),
		Format:      textOf(n.Get("format")),
		Summary:     textOf(n.Get("x-ms-summary")),
		Description: textOf(n.Get("description")),
		Visibility:  textOf(n.Get("x-ms-visibility")),
		Default:     n.Get("default"),
		Enum:        n.Get("enum"),

		IsNotificationURL: isTrue(n.Get("x-ms-notification-url")),
	}
	r.schemas[n] = s
	r.all = append(r.all, s)
	for key, p := range n.Get("properties").Members() {
		if child := r.schema(p); child != nil {
			s.Properties = append(s.Properties, &Property{Name: keyOf(key), Schema: child})
		}
	}
	s.Required = textsOf(n.Get("required"))
	s.indexNames()
	s.Items = r.schema(n.Get("items"))
	s.Additional = r.schema(n.Get("additionalProperties"))
	for _, part := range n.Get("allOf").Items() {
		if child := r.schema(part); child != nil {
			s.AllOf = append(s.AllOf, child)
		}
	}
	s.Calls = r.schemaCalls(n)
	return s
}

// follow finds what a reference within the document leads to.
func (r *reader) follow(ref string) *jsontree.Node {
	pointer, ok := strings.CutPrefix(ref, "#")
	if !ok {
		return nil
	}
	root := r.def.Tree.Root
	if name, ok := strings.CutPrefix(pointer, "/definitions/"); ok && !strings.ContainsAny(name, "/~") {
		return r.shapes[name]
	}
	return root.Follow(pointer)
}

// schemaCalls reads the dynamic extensions of a parameter or schema.
func (r *reader) schemaCalls(n *jsontree.Node) []*Call {
	var calls []*Call
	for _, kind := range []CallKind{DynamicValues, DynamicList, DynamicSchema, DynamicProperties} {
		if ext := n.Get(string(kind)); ext.Is(jsontree.Object) {
			c := r.call(kind, ext)
			c.HasTree = n.Get("x-ms-dynamic-tree") != nil
			c.HasNewer = kind == DynamicValues && n.Get(string(DynamicList)) != nil || kind == DynamicSchema && n.Get(string(DynamicProperties)) != nil
			calls = append(calls, c)
		}
	}
	if tree := n.Get("x-ms-dynamic-tree"); tree != nil {
		calls = r.optional(calls, TreeOpen, tree.Get("open"))
		calls = r.optional(calls, TreeBrowse, tree.Get("browse"))
	}
	return calls
}

// operationCalls reads the extensions of an operation that call another.
func (r *reader) operationCalls(n *jsontree.Node) []*Call {
	calls := r.optional(nil, Simulate, n.At("x-ms-operation-context", "simulate"))
	calls = r.optional(calls, NotificationCall, n.Get("x-ms-notification"))
	for _, kind := range []CallKind{DynamicSchema, DynamicProperties} {
		calls = r.optional(calls, kind, n.Get(string(kind)))
	}
	return calls
}

func (r *reader) capabilities(n *jsontree.Node) []*Call {
	calls := r.optional(nil, TestConnection, n.Get("testConnection"))
	calls = r.optional(calls, FilePickerOpen, n.At("file-picker", "open"))
	return r.optional(calls, FilePickerBrowse, n.At("file-picker", "browse"))
}

func (r *reader) optional(calls []*Call, kind CallKind, n *jsontree.Node) []*Call {
	if !n.Is(jsontree.Object) {
		return calls
	}
	return append(calls, r.call(kind, n))
}

func (r *reader) call(kind CallKind, n *jsontree.Node) *Call {
	c := &Call{
		Kind: kind, Node: n,
		OperationID: textOf(n.Get("operationId")),
		Capability:  textOf(n.Get("capability")),
	}
	switch kind {
	case DynamicValues, DynamicSchema, FilePickerBrowse, FilePickerOpen:
		c.ItemsPath = textOf(n.Get("value-collection"))
		c.ValuePath = textOf(n.Get("value-path"))
		c.TitlePath = textOf(n.Get("value-title"))
	default:
		c.ItemsPath = textOf(n.Get("itemsPath"))
		c.ValuePath = textOf(n.Get("itemValuePath"))
		c.TitlePath = textOf(n.Get("itemTitlePath"))
	}
	for key, value := range n.Get("parameters").Members() {
		if len(c.Arguments) == maxInputs {
			break
		}
		c.Arguments = append(c.Arguments, readArgument(kind, key, value))
	}
	r.calls = append(r.calls, c)
	return c
}

// readArgument tells references from values, which the two generations of
// extensions write in different ways.
func readArgument(kind CallKind, key jsontree.Key, n *jsontree.Node) *Argument {
	a := &Argument{Name: keyOf(key), Node: n}
	switch kind {
	case DynamicList, DynamicProperties, TreeOpen, TreeBrowse, TestConnection:
		a.Reference = textOf(n.Get("parameterReference"))
		a.Static = n.Get("value")
		if kind == TestConnection && !n.Is(jsontree.Object) {
			a.Static = n
		}
	default:
		a.Reference = textOf(n.Get("parameter"))
		if !n.Is(jsontree.Object) {
			a.Static = n
		}
	}
	return a
}
