package connector

import (
	"slices"

	"github.com/solcheck/solcheck/analyzers/connector"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeSuccessResponse = &rule.Rule{
	ID:        "connector-include-success-response",
	Severity:  rule.Low,
	Category:  rule.Design,
	Component: rule.Connector,
	Rulesets:  rule.AppSource,
	Guidance:  "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
	Kinds:     kinds(),
	Requires:  requires(),
	Run: operations(func(c *check, o *connector.Operation) {
		if len(o.Responses) > 0 && !slices.ContainsFunc(o.Responses, (*connector.Response).IsSuccess) {
			c.say(o.Place(), "OperationShouldHaveSuccessfulResponse", `The operation %q describes no response of success; add the one that it gives, as "200"`, o.Name())
		}
	}),
}
