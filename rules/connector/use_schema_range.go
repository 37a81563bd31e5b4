package connector

import (
	"regexp"
	"strings"
	"sync"

	"github.com/solcheck/solcheck/analyzers/connector"
	"github.com/solcheck/solcheck/rules/rule"
)

var useSchemaRange = &rule.Rule{
	ID:        "connector-use-schema-range",
	Severity:  rule.Medium,
	Category:  rule.Design,
	Component: rule.Connector,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
	Kinds:     kinds(),
	Requires:  requires(),
	Run:       schemas(runUseSchemaRange),
}

func runUseSchemaRange(c *check, s *connector.Schema) {
	for _, end := range []struct{ code, exclusive, of string }{
		{"ExclusiveMaximumRequiresMaximum", "exclusiveMaximum", "maximum"}, {"ExclusiveMinimumRequiresMinimum", "exclusiveMinimum", "minimum"},
	} {
		if n := s.Node.Get(end.exclusive); n != nil && s.Node.Get(end.of) == nil {
			c.say(at(n), end.code, "The keyword %q says nothing without %q beside it; add that, or remove it", end.exclusive, end.of)
		}
	}
	for _, name := range []string{"maxItems", "maxLength", "maxProperties", "minItems", "minLength", "minProperties"} {
		n := s.Node.Get(name)
		if v, ok := n.Float(); ok && v < 0 {
			c.say(at(n), strings.ToUpper(name[:1])+name[1:]+"MustBeGreaterThanOrEqualToZero", "The value of %q is %s; nothing has a size below zero", name, n.Literal())
		}
	}
	for _, pair := range []struct{ code, least, most string }{
		{"MinimumShouldBeLessThanOrEqualToMaximum", "minimum", "maximum"},
		{"MinItemsShouldBeLessThanOrEqualToMaxItems", "minItems", "maxItems"},
		{"MinLengthShouldBeLessThanOrEqualToMaxLength", "minLength", "maxLength"},
	} {
		n := s.Node.Get(pair.least)
		least, ok := n.Float()
		if most, both := s.Node.Get(pair.most).Float(); ok && both && least > most {
			c.say(at(n), pair.code, "The value of %q is %s and that of %q is %s, so no value is allowed; exchange them", pair.least, n.Literal(), pair.most, s.Node.Get(pair.most).Literal())
		}
	}
	if n := s.Node.Get("multipleOf"); n.Is(connector.Number) {
		if v, _ := n.Float(); v <= 0 {
			c.say(at(n), "MultipleOfMustBeGreaterThanZero", `The value of "multipleOf" is %s; it must be greater than zero`, n.Literal())
		}
	}
	c.pattern(s)
}

// lookaround is what patterns of other engines have and RE2 has not.
var lookaround = sync.OnceValue(func() *strings.Replacer {
	return strings.NewReplacer("(?=", "(?:", "(?!", "(?:", "(?<=", "(?:", "(?<!", "(?:", "(?>", "(?:")
})

// pattern judges a pattern as far as all engines agree: one that RE2 refuses for
// what only others have is passed over.
func (c *check) pattern(s *connector.Schema) {
	n := s.Node.Get("pattern")
	text, ok := n.Text()
	const longest = 10_000
	if !ok || len(text) > longest {
		return
	}
	_, err := regexp.Compile(lookaround().Replace(text))
	if err == nil || strings.Contains(err.Error(), "invalid escape") || strings.Contains(err.Error(), "invalid repeat count") ||
		strings.Contains(err.Error(), "invalid or unsupported Perl syntax") || strings.Contains(err.Error(), "invalid character class range") ||
		strings.Contains(err.Error(), "invalid nested repetition") || strings.Contains(err.Error(), "expression") {
		return
	}
	c.say(at(n), "PatternShouldBeValidRegularExpression", "The pattern %q is no regular expression; close its brackets and escape what is meant literally", text)
}
