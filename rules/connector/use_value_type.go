package connector

import (
	"github.com/solcheck/solcheck/analyzers/connector"
	"github.com/solcheck/solcheck/rules/rule"
)

var useValueType = &rule.Rule{
	ID:        "connector-use-value-type",
	Severity:  rule.Medium,
	Category:  rule.Design,
	Component: rule.Connector,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
	Kinds:     kinds(),
	Requires:  requires(),
	Run: schemas(func(c *check, s *connector.Schema) {
		if d := s.Default; d != nil && !fits(d, s) {
			c.say(at(d), "DefaultValueMustMatchType", "The default is %s and the type is %q; write the default as a value of the type", quoteNode(d), s.Type.Value)
		} else if d != nil && s.Enum.Is(connector.Array) && s.Enum.Len() > 0 && isScalar(d) && !holds(s.Enum, d) {
			c.say(at(d), "JsonValueNotInEnum", `The default %s is not among the values of "enum"; choose one of them`, quoteNode(d))
		}
		for _, v := range s.Enum.Items() {
			if !fits(v, s) {
				c.say(at(v), "InvalidEnumValue", `The value %s of "enum" is not of the type %q; write it as one`, quoteNode(v), s.Type.Value)
			}
		}
	}),
}

func isScalar(n *connector.Node) bool {
	return n.Is(connector.String) || n.Is(connector.Number) || n.Is(connector.Boolean)
}

// fits reports whether a value is of the type of a schema. Null fits every type:
// it stands for no value.
func fits(n *connector.Node, s *connector.Schema) bool {
	switch s.Type.Value {
	case "string", "file":
		return n.Is(connector.String) || n.Is(connector.Null)
	case "integer":
		f, ok := n.Float()
		return ok && f == float64(int64(f)) || n.Is(connector.Null)
	case "number":
		return n.Is(connector.Number) || n.Is(connector.Null)
	case "boolean":
		return n.Is(connector.Boolean) || n.Is(connector.Null)
	case "array":
		return n.Is(connector.Array) || n.Is(connector.Null)
	case "object":
		return n.Is(connector.Object) || n.Is(connector.Null)
	}
	return true
}
