package connector

import (
	"strings"
	"unicode/utf8"

	"github.com/solcheck/solcheck/analyzers/connector"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/rules/rule"
)

var useSummary = &rule.Rule{
	ID:        "connector-use-summary",
	Severity:  rule.Low,
	Category:  rule.Usage,
	Component: rule.Connector,
	Rulesets:  rule.AppSource,
	Guidance:  "https://learn.microsoft.com/connectors/custom-connectors/connector-string-guidance",
	Kinds:     kinds(),
	Requires:  requires(),
	Run: definitions(func(c *check, d *connector.Definition) {
		told := make(map[model.Range]bool)
		for _, o := range d.Operations {
			if o.Visibility.Value == "internal" {
				continue
			}
			c.summary(o)
			for _, p := range o.Parameters {
				if told[p.Parameter.Range] || p.Visibility.Value == "internal" || p.In.Value == "body" {
					continue
				}
				told[p.Parameter.Range] = true
				if p.Summary.Value == "" {
					c.say(model.At(p.Summary, p.Name, p), "OneOfPropertiesRequired", `The parameter %q of operation %q has no "x-ms-summary", so makers see its technical name; add the name to show`, p.Name.Value, o.Name())
				}
				c.length(p.Summary, "x-ms-summary", p.Name.Value)
			}
		}
	}),
}

const maxSummary = 80

func (c *check) summary(o *connector.Operation) {
	switch {
	case strings.TrimSpace(o.Summary.Value) == "":
		c.say(model.At(o.Summary, o.Place()), "OneOfPropertiesRequired", `The operation %q has no "summary", by which makers find it; add one`, o.Name())
	case strings.Contains(o.Summary.Value, "/"):
		c.say(o.Summary, "RestrictedCharactersInSummary", `The summary %q has the character "/"; use words`, o.Summary.Value)
	}
	c.length(o.Summary, "summary", o.Name())
	if text := strings.TrimSpace(o.Description.Value); text == "" {
		c.say(model.At(o.Description, o.Place()), "", `The operation %q has no "description"; say in a sentence what it does`, o.Name())
	}
}

func (c *check) length(text model.Text, what, of string) {
	if n := utf8.RuneCountInString(text.Value); n > maxSummary {
		c.say(text, "OperationSummaryTooLong", "The %s of %q has %d characters; it may have %d", what, of, n, maxSummary)
	}
}
