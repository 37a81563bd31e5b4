package connector

import (
	"strings"

	"github.com/solcheck/solcheck/analyzers/connector"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeAddition = &rule.Rule{
	ID:        "connector-include-addition",
	Severity:  rule.Informational,
	Category:  rule.UpgradeReadiness,
	Component: rule.Connector,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/connectors/custom-connectors/operational-versioning",
	Kinds:     kinds(),
	Requires:  compareRequires(),
	Run: comparisons(func(c *check, p connector.Pair) {
		operations := byID(p.Before)
		for _, now := range p.Now.Operations {
			before := operations[now.ID]
			if before == nil {
				if now.ID != "" {
					c.say(now.At, "", "The operation %q is new since version %s", now.ID, p.Before.Version.Value)
				}
				continue
			}
			c.added("input", now, before.Inputs, now.Inputs)
			c.added("output", now, before.Outputs, now.Outputs)
		}
	}),
}

// added lists the values that an operation has now besides those that it had.
func (c *check) added(what string, now *connector.Signature, before, list []connector.Value) {
	old := byPath(before)
	for i := range list {
		v := &list[i]
		was := old[v.Path]
		parent := v.Path[:max(strings.LastIndexByte(v.Path, '/'), 0)]
		switch {
		case was == nil && (!v.Required || v.Default || what == "output") && (parent == "" || old[parent] != nil):
			c.say(v.At, "", "The %s %q of operation %q is new", what, v.Path, now.ID)
		case was != nil && len(was.Enum) > 0:
			if more := without(v.Enum, was.Enum); len(more) > 0 {
				c.say(v.At, "", "The %s %q of operation %q takes %s too now", what, v.Path, now.ID, quoted(more, "and"))
			}
		}
	}
}
