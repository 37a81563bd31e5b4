package connector

import (
	"strconv"
	"strings"

	"github.com/solcheck/solcheck/analyzers/connector"
	"github.com/solcheck/solcheck/rules/rule"
)

var validateSwagger = &rule.Rule{
	ID:        "connector-validate-swagger",
	Severity:  rule.Medium,
	Category:  rule.Design,
	Component: rule.Connector,
	Rulesets:  rule.Microsoft,
	Guidance:  "https://go.microsoft.com/fwlink/?linkid=2245509",
	Kinds:     kinds(),
	Requires:  requires(),
	Run:       definitions(runValidateSwagger),
}

func runValidateSwagger(c *check, d *connector.Definition) {
	if v := d.Tree.Root.Get("swagger"); v != nil && (v.Literal() != "2.0" || !v.Is(connector.String)) {
		c.say(at(v), "SpecificationVersionIncorrect", `The property "swagger" is %s; it must be the string "2.0"`, quoteNode(v))
	}
	seen := make(map[string]bool)
	for _, tag := range d.Tree.Root.Get("tags").Items() {
		name := tag.Get("name")
		if key := name.Literal(); key != "" && seen[key] {
			c.say(at(name), "TagRedefined", "The tag %q is described twice; remove one", key)
		}
		seen[name.Literal()] = true
	}
	for i := range d.Misfits {
		if m := &d.Misfits[i]; !m.Extension && !isElsewhere(m) {
			c.misfit(m)
		}
	}
}

// isElsewhere reports whether another rule tells of the same departure in more
// fitting words.
func isElsewhere(m *connector.Misfit) bool {
	switch m.Object + " " + m.Name {
	case "root swagger":
		return m.Kind == connector.OddValue || m.Kind == connector.WrongKind
	case "operation responses":
		return m.Kind == connector.Absent
	case "root schemes", "operation schemes":
		return m.Kind == connector.OddValue
	case "parameter collectionFormat", "header collectionFormat", "schema collectionFormat":
		return true
	}
	return m.Object == "security" && m.Kind == connector.Absent && m.Name == "description"
}

// misfit tells of one departure from what an object may hold.
func (c *check) misfit(m *connector.Misfit) {
	object := objectWords(m.Object)
	switch m.Kind {
	case connector.Absent:
		c.say(m, "RequiredPropertyMissing", "The %s has no property %q, which it needs; add it", object, m.Name)
	case connector.WrongKind:
		c.say(m, "JsonTypeIncorrect", "The property %q of the %s holds %s; write %s", m.Name, object, withArticle(m.Got), withArticle(m.Want[0]))
	case connector.OddValue:
		c.say(m, "JsonValueNotInEnum", "The property %q of the %s is %q; it may be %s", m.Name, object, m.Got, quoted(m.Want, "or"))
	case connector.Later:
		c.say(m, "SwaggerKeywordNotSupported", "OpenAPI 2.0 has no keyword %q for the %s; describe it without, or remove it", m.Name, object)
	case connector.Elsewhere:
		c.say(m, "AdditionalPropertyNotAllowed", "The extension %q has no meaning here, in the %s; it is for: %s", m.Name, object, strings.Join(namesOf(m.Want), ", "))
	case connector.Unknown:
		if isPlain(m.Object) {
			c.say(m, "ExtensionNameNotValid", "The %s cannot have a property %q; remove it, or begin its name with \"x-\" if it is your own", object, m.Name)
		} else {
			c.say(m, "AdditionalPropertyNotAllowed", "The %s cannot have a property %q; remove it", object, m.Name)
		}
	case connector.Mistyped:
	}
}

// isPlain reports whether names of one's own are allowed in the object if they
// begin with "x-".
func isPlain(object string) bool {
	switch object {
	case "root", "info", "path", "paths", "operation", "parameter", "response", "responses", "schema", "header", "security", "tag", "contact", "license", "docs":
		return true
	}
	return false
}

var objects = map[string]string{
	"root": "definition", "docs": "externalDocs", "status": "x-ms-api-annotation", "metadata": "x-ms-connector-metadata entry", "path": "path",
	"notification": "x-ms-notification-content", "annotation": "x-ms-api-annotation", "pageable": "x-ms-pageable", "context": "x-ms-operation-context",
	"triggermetadata": "x-ms-trigger-metadata", "security": "security definition", "requirement": "security requirement", "capabilities": "x-ms-capabilities",
	"call": "call of an operation", "dynamicvalues": "x-ms-dynamic-values", "dynamiclist": "x-ms-dynamic-list", "dynamicschema": "x-ms-dynamic-schema",
	"dynamicproperties": "x-ms-dynamic-properties", "argument": "parameter of a dynamic extension",
}

// objectWords returns what messages call an object of the grammar.
func objectWords(object string) string {
	if words, ok := objects[object]; ok {
		return words
	}
	return object
}

func namesOf(list []string) []string {
	names := make([]string, len(list))
	for i, o := range list {
		names[i] = objectWords(o)
	}
	return names
}

func withArticle(kind string) string {
	switch kind {
	case "array", "object", "integer":
		return "an " + kind
	case "null":
		return kind
	}
	return "a " + kind
}

// quoteNode shows a scalar as the text has it, and what else there is by kind.
func quoteNode(n *connector.Node) string {
	switch {
	case n.Is(connector.String):
		return strconv.Quote(n.Literal())
	case n.Is(connector.Object), n.Is(connector.Array):
		return withArticle(n.Kind().String())
	}
	return n.Literal()
}
