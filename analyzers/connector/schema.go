package connector

import (
	"slices"
	"strings"

	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/syntax/jsontree"
)

// A Schema describes a value: of a body, a response, a property, a parameter or
// a header. There is one Schema for each place of the text that has one, so that
// schemas that refer to one another form a graph, which may have cycles.
type Schema struct {
	Node *jsontree.Node

	// Ref is the reference that stands in place of a schema, and Target what it
	// leads to: nil where it leads nowhere.
	Ref    model.Text
	Target *Schema

	Type        model.Text
	Format      model.Text
	Summary     model.Text // x-ms-summary
	Description model.Text
	Visibility  model.Text

	Properties []*Property
	Required   []model.Text
	Items      *Schema
	AllOf      []*Schema
	Additional *Schema // of additionalProperties, nil where it is a boolean or absent

	Default *jsontree.Node
	Enum    *jsontree.Node

	Calls             []*Call // of its dynamic extensions
	IsNotificationURL bool
	Use               Use

	index *names // of a schema with many properties, nil for others
}

// names find properties where comparing one by one would take too long.
type names struct {
	properties map[string]*Schema
	required   map[string]bool
}

// few is how many names are compared one by one.
const few = 16

func (s *Schema) indexNames() {
	if len(s.Properties)+len(s.Required) <= few {
		return
	}
	s.index = &names{make(map[string]*Schema, len(s.Properties)), make(map[string]bool, len(s.Required))}
	for _, p := range s.Properties {
		if s.index.properties[p.Name.Value] == nil {
			s.index.properties[p.Name.Value] = p.Schema
		}
	}
	for _, r := range s.Required {
		s.index.required[r.Value] = true
	}
}

// own returns a property of the schema itself, nil where there is none.
func (s *Schema) own(name string) *Schema {
	if s.index != nil {
		return s.index.properties[name]
	}
	for _, p := range s.Properties {
		if p.Name.Value == name {
			return p.Schema
		}
	}
	return nil
}

// Requires reports whether the schema itself lists a property as required.
func (s *Schema) Requires(name string) bool {
	if s.index != nil {
		return s.index.required[name]
	}
	for _, r := range s.Required {
		if r.Value == name {
			return true
		}
	}
	return false
}

// Use says where values of a schema occur.
type Use uint8

// The uses. A shared schema may have several; one that nothing refers to has
// none.
const (
	AsInput  Use = 1 << iota // in what an operation is given
	AsOutput                 // in what an operation or a webhook answers
	AsTop                    // as all of a body or of a form's field
	AsAnswer                 // as all of a response
)

// place says of each schema how it is used.
func (d *Definition) place() {
	for _, p := range d.Paths {
		if p.Notification != nil {
			p.Notification.mark(AsOutput)
		}
		for _, o := range p.Operations {
			o.place()
		}
	}
}

func (o *Operation) place() {
	for _, p := range o.Parameters {
		if p.Schema == nil {
			continue
		}
		p.Schema.mark(AsInput)
		if p.In.Value == "body" || p.In.Value == "formData" {
			p.Schema.Use |= AsTop
			if r := p.Schema.Resolve(); r != nil {
				r.Use |= AsTop
			}
		}
	}
	for _, r := range o.Responses {
		if r.Schema != nil {
			r.Schema.mark(AsOutput)
			r.Schema.Use |= AsAnswer
			if t := r.Schema.Resolve(); t != nil {
				t.Use |= AsAnswer
			}
		}
	}
}

// mark gives a use to a schema and to all that it consists of.
func (s *Schema) mark(use Use) {
	todo := []*Schema{s}
	for len(todo) > 0 {
		s := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if s == nil || s.Use&use != 0 {
			continue
		}
		s.Use |= use
		todo = append(todo, s.children()...)
	}
}

// A Property is a schema with a name: a property of an object, a shared schema,
// a header.
type Property struct {
	Name   model.Text
	Schema *Schema
}

// maxHops bounds how many references are followed in a row.
const maxHops = 32

// Resolve follows references. It returns nil where they lead nowhere or in a
// circle, and for nil.
func (s *Schema) Resolve() *Schema {
	for range maxHops {
		if s == nil || !s.Ref.IsSet() {
			return s
		}
		s = s.Target
	}
	return nil
}

// Parts returns what the schema is composed of, itself first: references are
// followed, and what it lists under allOf is looked into, each once.
func (s *Schema) Parts() []*Schema {
	var parts []*Schema
	todo := []*Schema{s}
	for len(todo) > 0 && len(parts) < maxHops {
		next := todo[0].Resolve()
		todo = todo[1:]
		if next == nil || slices.Contains(parts, next) {
			continue
		}
		parts = append(parts, next)
		todo = append(todo, next.AllOf...)
	}
	return parts
}

// Property returns the schema of a property, looking through references and
// through what the schema is composed of. It returns nil where there is none.
func (s *Schema) Property(name string) *Schema {
	p, _ := s.property(name)
	return p
}

// property also reports whether the property must be there.
func (s *Schema) property(name string) (found *Schema, required bool) {
	for _, part := range s.Parts() {
		if found == nil {
			found = part.own(name)
		}
		required = required || part.Requires(name)
	}
	return found, required
}

// IsInternal reports whether makers are not shown the value.
func (s *Schema) IsInternal() bool {
	return s != nil && (s.Visibility.Value == internal || s.Resolve() != nil && s.Resolve().Visibility.Value == internal)
}

const internal = "internal"

// IsOpen reports whether values may have properties that the schema does not
// name: because it says so, says nothing of any, or leaves its shape to a
// dynamic operation.
func (s *Schema) IsOpen() bool {
	parts := s.Parts()
	if len(parts) == 0 || len(s.Calls) > 0 {
		return true
	}
	names := false
	for _, part := range parts {
		if len(part.Calls) > 0 || part.Additional != nil || part.Node.Get("additionalProperties").IsTrue() {
			return true
		}
		names = names || len(part.Properties) > 0
	}
	r := parts[0]
	return !names && (r.Type.Value == "object" || !r.Type.IsSet())
}

// Follow returns what lies at a path of property names, with slashes between
// them; s itself for no path. It reports false where the schema says that nothing
// is there, and returns nil and true where it leaves that open.
func (s *Schema) Follow(path string) (found *Schema, ok bool) {
	path = strings.Trim(path, "/")
	if path == "" {
		return s, true
	}
	for step := range strings.SplitSeq(path, "/") {
		r := s.Resolve()
		if r == nil {
			return nil, true
		}
		if r.Type.Value == "array" && s.Property(step) == nil {
			return nil, true // a path into each item
		}
		next := s.Property(step)
		if next == nil {
			return nil, s.IsOpen()
		}
		s = next
	}
	return s, true
}
