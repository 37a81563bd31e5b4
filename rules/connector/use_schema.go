package connector

import (
	"slices"

	"github.com/solcheck/solcheck/analyzers/connector"
	"github.com/solcheck/solcheck/rules/rule"
)

var useSchema = &rule.Rule{
	ID:        "connector-use-schema",
	Severity:  rule.Medium,
	Category:  rule.Design,
	Component: rule.Connector,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
	Kinds:     kinds(),
	Requires:  requires(),
	Run: definitions(func(c *check, d *connector.Definition) {
		for _, s := range d.All {
			if !s.Ref.IsSet() {
				runUseSchema(c, s)
			}
		}
		for _, p := range d.RequiredLoops() {
			c.say(p.Name, "RequiredLoopInSchemaNotAllowed", "The required property %q leads back to the object that it belongs to, so no value is ever complete; make it optional", p.Name.Value)
		}
	}),
}

func runUseSchema(c *check, s *connector.Schema) {
	if s.Type.Value == "array" && s.Node.Get("items") == nil && len(s.AllOf) == 0 {
		c.say(s.Type, "ArrayHasNoItems", `The array has no "items"; say what it holds`)
	}
	c.required(s)
	c.enum(s)
	c.file(s)
	c.discriminator(s)
	for _, p := range s.Properties {
		if p.Schema.Node.Get("readOnly").IsTrue() && s.Use&connector.AsInput != 0 && s.Requires(p.Name.Value) {
			c.say(p.Name, "RequiredReadOnlyPropertyNotAllowedAsInput", "The property %q is read-only and required in what is sent, so no request is right; drop one of the two", p.Name.Value)
		}
	}
}

// required judges the list of names that must be there.
func (c *check) required(s *connector.Schema) {
	list := s.Node.Get("required")
	if !list.Is(connector.Array) {
		return
	}
	if list.Len() == 0 {
		c.say(at(list), "RequiredPropertyArrayEmpty", `The list "required" is empty; name a property or remove it`)
		return
	}
	if twice := duplicate(list); twice != nil {
		c.say(at(twice), "ArrayDuplicateValue", `The property %s stands twice in "required"; remove one`, quoteNode(twice))
	}
	if s.Type.IsSet() && s.Type.Value != "object" {
		c.say(at(list), "RequiredPropertyNotOnObject", `The schema has the type %q, where "required" has no meaning; remove the list, or set the type "object"`, s.Type.Value)
		return
	}
	if c.isShaped(s) {
		return
	}
	for _, name := range s.Required {
		if s.Property(name.Value) == nil {
			c.say(name, "RequiredPropertyDefinitionMissing", `The property %q is required and not among "properties"; add it there, or remove it from the list`, name.Value)
		}
	}
}

// isShaped reports whether properties come from elsewhere: a dynamic operation, or
// a part that cannot be followed.
func (*check) isShaped(s *connector.Schema) bool {
	return len(s.Calls) > 0 || slices.ContainsFunc(s.AllOf, func(part *connector.Schema) bool { return part.Resolve() == nil || len(part.Resolve().Calls) > 0 })
}

func (c *check) enum(s *connector.Schema) {
	if !s.Enum.Is(connector.Array) {
		return
	}
	if s.Enum.Len() == 0 {
		c.say(at(s.Enum), "EnumMustContainAtLeastOneElement", `The list "enum" is empty, so no value is allowed; name the values or remove it`)
	}
	if twice := duplicate(s.Enum); twice != nil {
		c.say(at(twice), "ArrayDuplicateValue", `The value %s stands twice in "enum"; remove one`, quoteNode(twice))
	}
}

// file judges where bytes may be.
func (c *check) file(s *connector.Schema) {
	isInput, isAnswer := s.Node.Get("in") != nil, s.Use&connector.AsAnswer != 0
	if s.Type.Value == "file" && !isInput && !isAnswer && s.Use != 0 {
		c.say(s.Type, "SchemaTypeFileNotValid", `The type "file" is for a parameter in "formData" or a whole response; use a string of format "binary" or "byte" here`)
	}
	if s.Type.Value == "string" && s.Format.Value == "binary" && s.Use&connector.AsInput != 0 && s.Use&connector.AsTop == 0 {
		c.say(s.Format, "InvalidStringBinaryProperty", `A string of format "binary" is a whole body or a field of a form; use the format "byte" within an object`)
	}
}

func (c *check) discriminator(s *connector.Schema) {
	d := s.Node.Get("discriminator")
	name, ok := d.Text()
	if !ok {
		return
	}
	p := s.Property(name).Resolve()
	if p == nil || p.Type.Value != "string" || !s.Requires(name) {
		c.say(at(d), "DiscriminatorMustBeARequiredStringProperty", "The discriminator %q must be a property of the type \"string\" that is required", name)
	}
}
