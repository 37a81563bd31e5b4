package web

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/controlmanifest"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var useValidManifest = &rule.Rule{
	ID:        "web-use-valid-manifest",
	Severity:  rule.High,
	Category:  rule.Usage,
	Component: rule.WebResource,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-apps/developer/component-framework/manifest-schema-reference/manifest",
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{controlmanifest.Analyzer},
	Run:       runUseValidManifest,
}

func runUseValidManifest(p *rule.Pass) error {
	for _, m := range controlmanifest.Of(p.Pass).Manifests {
		c := manifestCheck{p, m}
		c.control()
		c.groups()
		for _, property := range m.Properties {
			c.property(property)
		}
	}
	return nil
}

// What the manifest schema allows: Microsoft's manifest schema reference, 2025-06.
var (
	controlTypes = []string{"standard", "virtual"}
	usages       = []string{"bound", "input", "output"}
	columnTypes  = []string{
		"Currency", "DateAndTime.DateAndTime", "DateAndTime.DateOnly", "Decimal", "Enum", "File", "FP", "Image", "Lookup.Simple", "Multiple", "MultiSelectOptionSet", "MultiSelectPicklist", "Object",
		"OptionSet", "SingleLine.Email", "SingleLine.Phone", "SingleLine.Text", "SingleLine.TextArea", "SingleLine.Ticker", "SingleLine.URL", "TwoOptions", "Whole.None",
	}
)

// A manifestCheck compares one manifest with the schema.
type manifestCheck struct {
	p *rule.Pass
	m *controlmanifest.Manifest
}

func (c manifestCheck) report(at analysis.Range, format string, args ...any) {
	c.p.Reportf(at, c.m.Component, format, args...)
}

func (c manifestCheck) control() {
	m := c.m
	c.required(m.Namespace, m.Range, "control", "namespace")
	c.required(m.Constructor, m.Range, "control", "constructor")
	c.required(m.DisplayName, m.Range, "control", "display-name-key")
	if c.required(m.Version, m.Range, "control", "version") && !versionNumber().MatchString(m.Version.Value) {
		c.report(m.Version, "The version %q of the code component is not of three numbers, such as \"1.0.3\", so the import refuses it", m.Version.Value)
	}
	if m.ControlType.IsSet() {
		c.oneOf(m.ControlType, m.Range, "control type", controlTypes)
	}
}

var versionNumber = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^\d+\.\d+\.\d+$`) })

// groups looks for names that are given twice, and for unknown types in groups.
func (c manifestCheck) groups() {
	seen := make(map[string]bool)
	names := make([]model.Text, 0, len(c.m.Properties)+len(c.m.DataSets))
	for _, p := range c.m.Properties {
		names = append(names, p.Name)
	}
	for _, d := range c.m.DataSets {
		names = append(names, d.Name)
	}
	for _, n := range names {
		if n.Value != "" && seen[n.Value] {
			c.report(n, "Two properties or data sets of the code component are called %q; give each a name of its own", n.Value)
		}
		seen[n.Value] = true
	}
	for _, g := range c.m.TypeGroups {
		for _, t := range g.Types {
			c.oneOf(t, g.Range, "type", columnTypes)
		}
	}
}

func (c manifestCheck) property(p *controlmanifest.Property) {
	c.required(p.Name, p.Range, "property", "name")
	if p.Usage.IsSet() {
		c.oneOf(p.Usage, p.Range, "usage", usages)
	}
	isGroup := func(g *controlmanifest.TypeGroup) bool { return g.Name.Value == p.TypeGroup.Value }
	switch {
	case p.TypeGroup.IsSet() && !slices.ContainsFunc(c.m.TypeGroups, isGroup):
		c.report(p.TypeGroup, "Property %q is of the type group %q, which the manifest does not have; add the group or correct its name", p.Name.Value, p.TypeGroup.Value)
	case p.Type.IsSet():
		c.oneOf(p.Type, p.Range, "type", columnTypes)
	case !p.TypeGroup.IsSet():
		c.report(p, "Property %q has no type; add \"of-type\" or \"of-type-group\"", p.Name.Value)
	}
}

// required reports an attribute that is missing and tells whether it is there.
func (c manifestCheck) required(leaf model.Text, of model.Range, element, attribute string) bool {
	if leaf.Value == "" {
		c.report(model.At(leaf, of), "The element %q of the manifest has no %q, which it must have", element, attribute)
	}
	return leaf.Value != ""
}

func (c manifestCheck) oneOf(leaf model.Text, of model.Range, what string, allowed []string) {
	if !slices.Contains(allowed, leaf.Value) {
		c.report(model.At(leaf, of), "The manifest schema knows no %s %q; expected one of %s", what, leaf.Value, strings.Join(allowed, ", "))
	}
}
