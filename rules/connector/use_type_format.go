package connector

import (
	"slices"

	"github.com/solcheck/solcheck/analyzers/connector"
	"github.com/solcheck/solcheck/rules/rule"
)

var useTypeFormat = &rule.Rule{
	ID:        "connector-use-type-format",
	Severity:  rule.Informational,
	Category:  rule.Design,
	Component: rule.Connector,
	Rulesets:  0, // one format in ten that certified connectors have is not known,
	Guidance:  "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
	Kinds:     kinds(),
	Requires:  requires(),
	Run: schemas(func(c *check, s *connector.Schema) {
		f := s.Format
		if f.IsSet() && !slices.Contains(formats, f.Value) {
			c.say(f, "UnrecognizedTypeFormat", "The format %q is not known, so the value is treated as any %s; known are %s", f.Value, theName(s.Type.Value, "value"), quoted(formats, "and"))
		}
	}),
}

// formats are those of the schema that Microsoft publishes with its connectors.
var formats = []string{
	"int32", "int64", "float", "double", "byte", "binary", "date", "date-time", "password", "date-no-tz", "email", "html", "uri", "uuid",
}
