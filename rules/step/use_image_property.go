package step

import (
	"slices"
	"strconv"
	"strings"

	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/rules/rule"
)

var useImageProperty = &rule.Rule{
	ID:        "step-use-image-property",
	Severity:  rule.High,
	Category:  rule.Supportability,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-apps/developer/data-platform/register-plug-in#define-entity-images",
	Kinds:     kinds(),
	Requires:  requires(),
	Run:       runUseImageProperty,
}

// imageProperties are the properties of requests that hold the row of which a
// message can have images. Source: Microsoft Learn, "Messages that support entity
// images", read 2026-11. For Create the registration tool writes Id, and the page
// has Target.
func imageProperties() map[string][]string {
	return map[string][]string{
		"Assign":                {"Target"},
		"Create":                {"Id", "Target"},
		"Delete":                {"Target"},
		"DeliverIncoming":       {"EmailId"},
		"DeliverPromote":        {"EmailId"},
		"Merge":                 {"SubordinateId", "Target"},
		"Route":                 {"Target"},
		"Send":                  {"EmailId", "FaxId", "TemplateId"},
		"SetState":              {"EntityMoniker"},
		"SetStateDynamicEntity": {"EntityMoniker"},
		"Update":                {"Target"},
	}
}

func runUseImageProperty(p *rule.Pass) error {
	for _, step := range steps(p) {
		expected := imageProperties()[step.Message.Name]
		if !step.Message.Certain || expected == nil {
			continue
		}
		for _, image := range step.Images {
			property := image.MessageProperty
			if imageRefusal(step, image) != "" || slices.ContainsFunc(expected, func(e string) bool { return strings.EqualFold(e, property.Value) }) {
				continue
			}
			what := "no property"
			if property.Value != "" {
				what = "the property " + strconv.Quote(property.Value)
			}
			p.Reportf(model.At(property, image), step.Ref(), "Step %q takes its image %q of %s, and a request of %s has the row as %s; write that", step.Name.Value, nameOf(image), what, step.Message.Name, strings.Join(expected, " or "))
		}
	}
	return nil
}
