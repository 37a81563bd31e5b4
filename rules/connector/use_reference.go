package connector

import (
	"strings"

	"github.com/solcheck/solcheck/analyzers/connector"
	"github.com/solcheck/solcheck/rules/rule"
)

var useReference = &rule.Rule{
	ID:        "connector-use-reference",
	Severity:  rule.High,
	Category:  rule.Design,
	Component: rule.Connector,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
	Kinds:     kinds(),
	Requires:  requires(),
	Run: definitions(func(c *check, d *connector.Definition) {
		for _, r := range d.References {
			c.reference(r)
		}
	}),
}

// reference judges one reference by what kind of part should stand in its place.
func (c *check) reference(r *connector.Reference) {
	kind, prefix := string(r.Kind), "#/"+r.Kind.Section()+"/"
	switch name := strings.ToUpper(kind[:1]) + kind[1:]; {
	case r.Kind == connector.PathReference:
		c.say(r.Text, "PathItemRefNotSuppored", "The path %q is a reference, which is not supported; write its operations here", r.Of)
	case !strings.HasPrefix(r.Value, prefix):
		c.say(r.Text, name+"ReferenceNotValid", "The reference %q in place of a %s must begin with %q", r.Value, kind, prefix)
	case strings.Contains(strings.ReplaceAll(strings.ReplaceAll(r.Value, "~0", ""), "~1", ""), "~"):
		c.say(r.Text, "JsonPointerNotValid", `The reference %q has a "~" that is followed neither by 0 nor by 1; write "~0" for it`, r.Value)
	case r.Target == nil:
		c.say(r.Text, name+"ReferenceNotFound", "The reference %q leads nowhere; add what it names, or mend it", r.Value)
	case isAlias(r):
		c.say(r.Text, c.loopCode(name), "The %s %q is nothing but a reference to %q; write the %s itself there, or refer to the other one", kind, r.Of, r.Value, kind)
	}
}

// isAlias reports whether a reference is all that a shared part consists of.
func isAlias(r *connector.Reference) bool { return r.Of != "" }

func (*check) loopCode(name string) string {
	if name == "Schema" {
		return "SchemaRefLoopNotAllowed"
	}
	return name + "RefLoopNotAllowed"
}
