package connector

import (
	"strconv"
	"strings"

	"github.com/solcheck/solcheck/analyzers/connector"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeResponse = &rule.Rule{
	ID:        "connector-include-response",
	Severity:  rule.Medium,
	Category:  rule.Design,
	Component: rule.Connector,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
	Kinds:     kinds(),
	Requires:  requires(),
	Run: operations(func(c *check, o *connector.Operation) {
		if len(o.Responses) == 0 {
			c.say(o.Place(), "OperationMustHaveResponse", "The operation %q describes no response, so nothing can be used that it answers; describe at least the one of success", o.Name())
			return
		}
		for _, r := range o.Responses {
			if s := r.Status.Value; s != "default" && !isStatus(s) {
				c.say(r.Status, "ResponseMustBeDefaultOrHttpStatusCode", `The response %q of operation %q is named neither "default" nor after a status of HTTP, as "200"`, s, o.Name())
			}
			c.headers(o, r)
			c.examples(o, r)
		}
	}),
}

func isStatus(s string) bool {
	n, err := strconv.Atoi(s)
	return err == nil && len(s) == 3 && n >= 100 && n <= 599
}

func (c *check) headers(o *connector.Operation, r *connector.Response) {
	seen := make(map[string]bool)
	for _, h := range r.Headers {
		key := strings.ToLower(h.Name.Value)
		if seen[key] {
			c.say(h.Name, "ResponseHeadersAreNotUnique", "The response %q of operation %q describes the header %q twice; remove one", r.Status.Value, o.Name(), h.Name.Value)
		}
		seen[key] = true
	}
}

// examples finds examples of media types that the operation does not answer in.
func (c *check) examples(o *connector.Operation, r *connector.Response) {
	if len(o.Produces) == 0 {
		return
	}
	for key := range r.Node.Get("examples").Members() {
		if !strings.Contains(key.Name, "/") {
			continue // an example by a name of its own
		}
		known := false
		for _, p := range o.Produces {
			known = known || strings.EqualFold(mediaType(p.Value), mediaType(key.Name))
		}
		if !known {
			c.say(key, "ResponseExampleMustBeProducedByOperation", `The response %q of operation %q has an example in %q, which is not in its "produces"; add it there, or remove the example`, r.Status.Value, o.Name(), key.Name)
		}
	}
}

// mediaType returns a media type without its parameters.
func mediaType(s string) string {
	s, _, _ = strings.Cut(s, ";")
	return strings.TrimSpace(s)
}
