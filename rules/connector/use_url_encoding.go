package connector

import (
	"github.com/solcheck/solcheck/analyzers/connector"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/rules/rule"
)

var useURLEncoding = &rule.Rule{
	ID:        "connector-use-url-encoding",
	Severity:  rule.Informational,
	Category:  rule.Design,
	Component: rule.Connector,
	Rulesets:  rule.AppSource,
	Guidance:  "https://learn.microsoft.com/connectors/custom-connectors/openapi-extensions",
	Kinds:     kinds(),
	Requires:  requires(),
	Run: definitions(func(c *check, d *connector.Definition) {
		told := make(map[model.Range]bool)
		for _, o := range d.Operations {
			for _, p := range o.Parameters {
				if !told[p.Parameter.Range] {
					told[p.Parameter.Range] = true
					c.encoding(o, p.Parameter)
				}
			}
		}
	}),
}

func (c *check) encoding(o *connector.Operation, p *connector.Parameter) {
	switch {
	case p.In.Value == "path" && p.Node.Get("x-ms-url-encoding") == nil:
		c.say(model.At(p.Name, p.Range), "PathParameterMissingEncoding", `The parameter %q of operation %q is part of the path and has no "x-ms-url-encoding", so a slash in a value may lead elsewhere; add "x-ms-url-encoding": "single"`, p.Name.Value, o.Name())
	case p.In.Value == "query" && p.Node.Get("x-ms-url-encoding") != nil:
		c.say(at(p.Node.Get("x-ms-url-encoding")), "QueryParameterEncodingNotSupported", `The parameter %q of operation %q is in the query, which is always encoded once; remove "x-ms-url-encoding"`, p.Name.Value, o.Name())
	}
}
