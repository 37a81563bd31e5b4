package connector

import (
	"github.com/solcheck/solcheck/analyzers/connector"
	"github.com/solcheck/solcheck/rules/rule"
)

var validateSwaggerExtended = &rule.Rule{
	ID:        "connector-validate-swagger-extended",
	Severity:  rule.Medium,
	Category:  rule.Design,
	Component: rule.Connector,
	Rulesets:  rule.Microsoft,
	Guidance:  "https://go.microsoft.com/fwlink/?linkid=2245307",
	Kinds:     kinds(),
	Requires:  requires(),
	Run:       definitions(runValidateSwaggerExtended),
}

func runValidateSwaggerExtended(c *check, d *connector.Definition) {
	for i := range d.Misfits {
		if m := &d.Misfits[i]; m.Extension {
			c.misfit(m)
		}
	}
	for _, o := range d.Operations {
		c.pageable(o)
		c.bodyExtensions(o)
	}
	for _, s := range d.All {
		c.enumValues(s)
		c.editor(s)
		c.filterFunctions(s)
	}
}

func (c *check) pageable(o *connector.Operation) {
	name := o.Node.At("x-ms-pageable", "nextLinkName")
	if name != nil && name.Literal() != "nextLink" && name.Literal() != "@odata.nextLink" {
		c.say(at(name), "InvalidNextLinkNameValue", `The nextLinkName of operation %q is %s; it may be "nextLink" or "@odata.nextLink"`, o.Name(), quoteNode(name))
	}
}

// bodyExtensions finds dynamic extensions on a body parameter that belong to its
// schema.
func (c *check) bodyExtensions(o *connector.Operation) {
	body := o.Body()
	if body == nil {
		return
	}
	for _, name := range []string{"x-ms-dynamic-values", "x-ms-dynamic-list", "x-ms-dynamic-schema", "x-ms-dynamic-properties", "x-ms-dynamic-tree"} {
		if n := body.Node.Get(name); n != nil {
			c.say(at(n), "DynamicExtensionDefinitionNotAllowedInParameter", "The extension %q stands on the body parameter %q of operation %q; move it into the schema", name, body.Name.Value, o.Name())
		}
	}
}

// enumValues compares the display names of values with the values.
func (c *check) enumValues(s *connector.Schema) {
	list := s.Node.Get("x-ms-enum-values")
	if list == nil {
		return
	}
	known := make(map[string]bool)
	for _, v := range s.Enum.Items() {
		known[v.Kind().String()+v.Literal()] = true
	}
	seen := make(map[string]bool)
	for _, item := range list.Items() {
		value := item.Get("value")
		switch {
		case item.Get("displayName") == nil:
			c.say(at(item), "MissingEnumValuesDisplayName", `An entry of "x-ms-enum-values" has no "displayName"; add the text that makers see`)
		case value != nil && seen[value.Literal()]:
			c.say(at(value), "DuplicateEnumValuesInExtension", `The value %s stands twice in "x-ms-enum-values"; remove one of the entries`, quoteNode(value))
		case value != nil && s.Enum.Is(connector.Array) && !known[value.Kind().String()+value.Literal()]:
			c.say(at(value), "InvalidEnumValuesExtensionValue", `The value %s of "x-ms-enum-values" is not in the "enum" beside it; add it there, or remove the entry`, quoteNode(value))
		}
		seen[value.Literal()] = true
	}
}

// holds reports whether an array has a scalar.
func holds(list, scalar *connector.Node) bool {
	for _, item := range list.Items() {
		if item.Kind() == scalar.Kind() && item.Literal() == scalar.Literal() {
			return true
		}
	}
	return false
}

func (c *check) editor(s *connector.Schema) {
	editor := s.Node.Get("x-ms-editor")
	if editor.Literal() != "dictionary" {
		return
	}
	open := s.Additional != nil || s.Node.Get("additionalProperties").IsTrue()
	if s.Type.Value != "object" || !open {
		c.say(at(editor), "InvalidCustomEditorExtensionDictionaryValue", `The editor "dictionary" is for objects that allow additional properties; give the schema the type "object" and "additionalProperties"`)
	}
}

func (c *check) filterFunctions(s *connector.Schema) {
	list := s.Node.Get("filterFunctions")
	if !list.Is(connector.Array) {
		return
	}
	if list.Len() == 0 {
		c.say(at(list), "FilterFunctionsPropertyEmpty", `The list "filterFunctions" is empty; name a function or remove it`)
	}
	if s.Use&connector.AsInput != 0 && s.Use&connector.AsOutput == 0 {
		c.say(at(list), "FilterFunctionsPropertyInInputSchema", `The property "filterFunctions" tells what responses can be filtered by; it has no meaning in an input`)
	}
	if item := duplicate(list); item != nil {
		c.say(at(item), "FilterFunctionsPropertyHasDuplicates", `The function %s stands twice in "filterFunctions"; remove one`, quoteNode(item))
	}
}

// duplicate returns the first scalar of an array that stands earlier in it.
func duplicate(list *connector.Node) *connector.Node {
	seen := make(map[string]bool)
	for _, item := range list.Items() {
		key := item.Kind().String() + item.Literal()
		if item.Is(connector.Object) || item.Is(connector.Array) {
			continue
		}
		if seen[key] {
			return item
		}
		seen[key] = true
	}
	return nil
}
