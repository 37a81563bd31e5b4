package connector

import (
	"github.com/solcheck/solcheck/analyzers/connector"
	"github.com/solcheck/solcheck/rules/rule"
)

var limitSize = &rule.Rule{
	ID:        "connector-limit-size",
	Severity:  rule.Medium,
	Category:  rule.Supportability,
	Component: rule.Connector,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/connectors/custom-connectors/faq",
	Kinds:     kinds(),
	Requires:  requires(),
	Run: definitions(func(c *check, d *connector.Definition) {
		const maxSize, maxOperations = 1 << 20, 256
		root := start(d.Tree.Root)
		if n := len(d.File.Text); n > maxSize {
			c.say(root, "", "The definition has %d bytes; the platform takes 1 MB, so shorten it or split the connector", n)
		}
		if n := len(d.Operations); n > maxOperations {
			c.say(root, "TotalOperationsCountExceedsMaxAllowed", "The definition has %d operations; it may have %d, so split the connector", n, maxOperations)
		}
		c.schemaCounts(d)
	}),
}

// schemaCounts counts what an operation's description consists of. The numbers are
// those of the documentation; a schema that several places refer to counts once.
func (c *check) schemaCounts(d *connector.Definition) {
	const maxInBody, maxInOperation = 512, 16384
	visits := 0
	for _, o := range d.Operations {
		n := 0
		for range o.Schemas(&visits) {
			n++
		}
		if n > maxInOperation {
			c.say(o.Place(), "OperationSchemaCountExceedsMaxAllowed", "The operation %q consists of %d schemas; it may consist of %d", o.Name(), n, maxInOperation)
		}
		body := o.Body()
		if body == nil || body.Schema == nil {
			continue
		}
		if n := body.Schema.Count(&visits); n > maxInBody {
			c.say(body.Range, "BodySchemaCountExceedsMaxAllowed", "The body of operation %q consists of %d schemas; it may consist of %d", o.Name(), n, maxInBody)
		}
	}
}
