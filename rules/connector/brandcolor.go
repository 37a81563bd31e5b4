package connector

import (
	"strings"

	"github.com/solcheck/solcheck/analyzers/connector"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/rules/rule"
)

// The colours that no brand has: white, and the one that the wizard begins with.
const (
	white        = "#ffffff"
	defaultColor = "#007ee5"
)

var validateBrandcolor = colorRule("connector-validate-brandcolor", func(c *check) {
	switch brand := c.Properties.BrandColor; {
	case !brand.IsSet() || brand.Value == "":
		if c.Document(connector.PropertiesRole) != nil && c.Properties.Node != nil {
			c.say(model.At(brand, start(c.Properties.Node)), "", `The connector has no "iconBrandColor"; name the colour of its icon's background`)
		}
	case strings.EqualFold(longColor(brand.Value), white):
		c.say(brand, "", `The "iconBrandColor" is white, on which no white logo shows; name the colour of the icon's background`)
	case strings.EqualFold(brand.Value, defaultColor):
		c.say(brand, "", `The "iconBrandColor" is %s, with which every connector begins; name the colour of the icon's background`, defaultColor)
	}
})

var validateHexadecimalbrandcolor = colorRule("connector-validate-hexadecimalbrandcolor", func(c *check) {
	if brand := c.Properties.BrandColor; brand.IsSet() && brand.Value != "" && !isHexColor(brand.Value) {
		c.say(brand, "", `The "iconBrandColor" is %q, which is no hexadecimal colour; write it as "#da3b01"`, brand.Value)
	}
})

func colorRule(id string, judge func(*check)) *rule.Rule {
	return &rule.Rule{
		ID:        id,
		Severity:  rule.Medium,
		Category:  rule.Design,
		Component: rule.Connector,
		Rulesets:  rule.Microsoft,
		Guidance:  "https://go.microsoft.com/fwlink/?linkid=2244386",
		Kinds:     kinds(),
		Requires:  requires(),
		Run:       connectors(judge),
	}
}

func isHexColor(s string) bool {
	digits, ok := strings.CutPrefix(s, "#")
	return ok && (len(digits) == 3 || len(digits) == 6) && strings.Trim(digits, "0123456789abcdefABCDEF") == ""
}

// longColor writes "#abc" as "#aabbcc".
func longColor(s string) string {
	if len(s) != len("#abc") {
		return s
	}
	return string([]byte{'#', s[1], s[1], s[2], s[2], s[3], s[3]})
}
