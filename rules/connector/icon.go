package connector

import (
	"path"
	"strings"

	"github.com/solcheck/solcheck/analyzers/connector"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/rules/rule"
)

const iconGuidance = "https://go.microsoft.com/fwlink/?linkid=2244166"

// icons makes the run function of a rule about icons.
func icons(judge func(*check, *connector.Icon, model.Range)) func(*rule.Pass) error {
	return connectors(func(c *check) {
		if i := c.Icon; i != nil {
			judge(c, i, model.Range{From: i.At, To: i.At})
		}
	})
}

// isPNG reports whether the icon was decoded, so that more can be said of it.
func isPNG(i *connector.Icon) bool { return i.Format == "PNG" && i.Width > 0 }

var validatePngiconimage = iconRule("connector-validate-pngiconimage", func(c *check, i *connector.Icon, at model.Range) {
	switch base := strings.ToLower(path.Base(i.Member)); {
	case i.Format == "":
		c.say(at, "", "The icon is no picture; save it as PNG")
	case i.Format != "PNG":
		c.say(at, "", "The icon is a %s; save it as PNG", i.Format)
	case i.Fault != "":
		c.say(at, "", "The icon begins as a PNG and cannot be read: %s; save it again", i.Fault)
	case c.Layout == connector.Folder && base != "icon.png":
		c.say(at, "", `The icon is named %q; name it "icon.png"`, path.Base(i.Member))
	}
})

var validateIconsize = iconRule("connector-validate-iconsize", func(c *check, i *connector.Icon, at model.Range) {
	const least, most = 100, 230
	if !isPNG(i) {
		return
	}
	switch {
	case i.Width != i.Height:
		c.say(at, "", "The icon is %d pixels wide and %d high; make it square", i.Width, i.Height)
	case i.Width < least || i.Width > most:
		c.say(at, "", "The icon has %d x %d pixels; make it between %d x %d and %d x %d", i.Width, i.Height, least, least, most, most)
	}
})

var validateIconimage = iconRule("connector-validate-iconimage", func(c *check, i *connector.Icon, at model.Range) {
	const maxSize = 1 << 20
	if i.Size >= maxSize {
		c.say(at, "", "The icon has %d bytes; it must be smaller than 1 MB", i.Size)
	}
	if !i.Decoded {
		return
	}
	if i.Transparent {
		c.say(at, "", `The background of the icon is transparent; fill it with the colour of "iconBrandColor"`)
	}
	if b := i.Background; b == white || b == defaultColor {
		c.say(at, "", "The background of the icon is %s, the colour of nobody in particular; use one of your own", b)
	}
	if i.Background != "" && (i.MarkWidth*10 > i.Width*7 || i.MarkHeight*10 > i.Height*7) {
		c.say(at, "", "The logo takes %d x %d of %d x %d pixels; make it smaller than 70 %% of the height and of the width", i.MarkWidth, i.MarkHeight, i.Width, i.Height)
	}
})

var validateBackgroundwithbrandiconcolor = iconRule("connector-validate-backgroundwithbrandiconcolor", func(c *check, i *connector.Icon, at model.Range) {
	brand := c.Properties.BrandColor
	if i.Background == "" || !isHexColor(brand.Value) || i.IsBackground(longColor(brand.Value)) {
		return
	}
	c.say(at, "", `The background of the icon is %s and "iconBrandColor" is %s; make them the same`, i.Background, brand.Value)
})

func iconRule(id string, judge func(*check, *connector.Icon, model.Range)) *rule.Rule {
	return &rule.Rule{
		ID:        id,
		Severity:  rule.Medium,
		Category:  rule.Design,
		Component: rule.Connector,
		Rulesets:  rule.Microsoft,
		Guidance:  iconGuidance,
		Kinds:     kinds(),
		Requires:  requires(),
		Run:       icons(judge),
	}
}
