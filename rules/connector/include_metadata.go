package connector

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/solcheck/solcheck/analyzers/connector"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeMetadata = &rule.Rule{
	ID:        "connector-include-metadata",
	Severity:  rule.Low,
	Category:  rule.Design,
	Component: rule.Connector,
	Rulesets:  rule.AppSource,
	Guidance:  "https://learn.microsoft.com/connectors/custom-connectors/certification-submission",
	Kinds:     kinds(),
	Requires:  requires(),
	Run:       definitions(runIncludeMetadata),
}

func runIncludeMetadata(c *check, d *connector.Definition) {
	c.description(d)
	c.contact(d)
	for _, name := range []string{"Website", "Privacy policy", "Categories"} {
		entry := metadataOf(d, name)
		switch {
		case entry == nil:
			c.say(at(d.Tree.Root.Get("x-ms-connector-metadata"), d.Info.Node), "ConnectorMetadataPropertiesMissing", `The entry %q is missing from "x-ms-connector-metadata"; certification asks for it`, name)
		case strings.TrimSpace(entry.Value.Value) == "":
			c.say(at(entry.Node), "RequiredValueEmpty", `The entry %q of "x-ms-connector-metadata" is empty`, name)
		case name == "Categories":
			c.categories(entry)
		case !isURL(entry.Value.Value):
			c.say(entry.Value, "UrlNotValid", `The entry %q is %q, which is no absolute address; begin it with "https://"`, name, entry.Value.Value)
		}
	}
	if n := c.Properties.Node; n != nil {
		for _, name := range []string{"publisher", "stackOwner"} {
			if n.Get(name) == nil {
				c.say(start(n), "", "The properties have no %q; certification asks for it", name)
			}
		}
	}
}

func metadataOf(d *connector.Definition, name string) *connector.Metadata {
	for _, m := range d.Metadata {
		if strings.EqualFold(m.Name.Value, name) {
			return m
		}
	}
	return nil
}

func (c *check) description(d *connector.Definition) {
	const least, most = 30, 500
	text := d.Info.Description
	n := utf8.RuneCountInString(strings.TrimSpace(text.Value))
	switch {
	case !text.IsSet():
		c.say(start(d.Info.Node), "RequiredPropertyMissing", `The definition has no "description" in "info"; say what the connector is good for`)
	case n < least || n > most:
		c.say(text, "FieldLengthNotInRange", "The description has %d characters; certification asks for %d to %d", n, least, most)
	}
	if word := restrictedWord(text.Value, productWords); word != "" {
		c.say(text, "ValueContainsRestrictedWords", "The description names the product %q; speak of the service alone", word)
	}
	if script := otherScript(text.Value); script != "" {
		c.say(text, "ValueMustBeInEnglish", "The description has %s letters; certified connectors are described in English", script)
	}
}

func (c *check) contact(d *connector.Definition) {
	contact := d.Info.Contact
	for _, part := range []struct {
		name string
		text model.Text
	}{{"name", contact.Name}, {"url", contact.URL}, {"email", contact.Email}} {
		if strings.TrimSpace(part.text.Value) == "" {
			c.say(model.At(part.text, start(contact.Node), start(d.Info.Node)), "", `The contact of the connector has no %q; users need it`, part.name)
		}
	}
}

// categoryNames are those of the certification page.
var categoryNames = []string{
	"AI", "Business Management", "Business Intelligence", "Collaboration", "Commerce", "Communication", "Content and Files", "Finance", "Data",
	"Human Resources", "Internet of Things", "IT Operations", "Lifestyle and Entertainment", "Marketing", "Productivity", "Sales and CRM", "Security",
	"Social Media", "Website",
}

func (c *check) categories(m *connector.Metadata) {
	const most = 2
	list := strings.FieldsFunc(m.Value.Value, func(r rune) bool { return r == ';' || r == ',' })
	if len(list) > most {
		c.say(m.Value, "TooManyConnectorCategories", "The connector is in %d categories; it may be in %d", len(list), most)
	}
	for _, name := range list {
		if !slices.ContainsFunc(categoryNames, func(known string) bool { return strings.EqualFold(known, strings.TrimSpace(name)) }) {
			c.say(m.Value, "InvalidConnectorCategory", "There is no category %q; choose among %s", strings.TrimSpace(name), quoted(categoryNames, "and"))
		}
	}
}
