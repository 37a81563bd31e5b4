package connector

import (
	"strings"

	"github.com/solcheck/solcheck/analyzers/connector"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidSimilarPath = &rule.Rule{
	ID:        "connector-avoid-similar-path",
	Severity:  rule.Informational,
	Category:  rule.Design,
	Component: rule.Connector,
	Rulesets:  0, // the validator warns; most services are made like this
	Guidance:  "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
	Kinds:     kinds(),
	Requires:  requires(),
	Run: definitions(func(c *check, d *connector.Definition) {
		const most = 1 << 11
		if len(d.Operations) > most {
			return // another rule tells of it
		}
		groups := make(map[string][]*connector.Operation)
		for _, o := range d.Operations {
			key := o.Method.Value + strings.Repeat("/", len(o.Path.Segments()))
			if len(o.Path.Variables()) > 0 {
				for _, other := range groups[key+"fixed"] {
					c.similar(o, other)
				}
			} else {
				groups[key+"fixed"] = append(groups[key+"fixed"], o)
			}
			for _, other := range groups[key] {
				if len(o.Path.Variables()) == 0 {
					c.similar(other, o)
				}
			}
			if len(o.Path.Variables()) > 0 && len(groups[key]) < 256 {
				groups[key] = append(groups[key], o)
			}
		}
	}),
}

// similar tells of an operation whose variables can be filled so that the path of
// another one results.
func (c *check) similar(o, fixed *connector.Operation) {
	for i, segment := range o.Path.Segments() {
		if !canBe(segment, strings.ToLower(fixed.Path.Segments()[i])) {
			return
		}
	}
	c.say(o.Method, "PartialDuplicateOperationPath", "A value for a variable of %q can make it the path of operation %q, %q, which is called then; make a fixed part differ if values may be like that", o.Path.Template.Value, fixed.Name(), fixed.Path.Template.Value)
}

// canBe reports whether a segment with a variable can become a fixed one: what
// stands before and behind its variables must be there.
func canBe(segment, fixed string) bool {
	segment = strings.ToLower(segment)
	first, last := strings.IndexByte(segment, '{'), strings.LastIndexByte(segment, '}')
	if first < 0 || last < first {
		return segment == fixed
	}
	before, behind := segment[:first], segment[last+1:]
	return len(fixed) > len(before)+len(behind) && strings.HasPrefix(fixed, before) && strings.HasSuffix(fixed, behind)
}
