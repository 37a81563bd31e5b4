package report_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/solcheck/solcheck/internal/engine"
	"github.com/solcheck/solcheck/internal/report"
	"github.com/solcheck/solcheck/rules/rule"
)

// limited returns a rule whose limit is 8 by default and set to n.
func limited(n int) *rule.Rule {
	page := "# form-limit-tabs\n\nToo many tabs.\n\n## Why\n\nThey hide.\n"
	r := rule.Area(fstest.MapFS{"limit_tabs.md": {Data: []byte(page)}}, &rule.Rule{
		ID: "form-limit-tabs", Severity: rule.Low, Category: rule.Performance, Component: rule.Configuration,
		Limit: &rule.Limit{Default: 8, Least: 1, Most: 1000, Of: "tabs of a form"},
	})[0]
	set, err := r.WithLimit(n)
	if err != nil {
		panic(err)
	}
	return set
}

// TestLimits tells of a limit in each format that has a place for it.
func TestLimits(t *testing.T) {
	const (
		descriptor = `"defaultConfiguration":{"level":"note","parameters":{"limit":8}}`
		override   = `"ruleConfigurationOverrides":[{"configuration":{"parameters":{"limit":12}},"descriptor":{"id":"form-limit-tabs","index":1}}]`
		set        = `,"thresholds":{"form-limit-tabs":12}`
	)
	for _, c := range []struct {
		format string
		limit  int
		has    []string
		lacks  []string
	}{
		{"sarif", 8, []string{descriptor}, []string{"ruleConfigurationOverrides"}},
		{"sarif", 12, []string{descriptor, override}, nil},
		{"json", 8, nil, []string{"thresholds"}},
		{"json", 12, []string{set}, nil},
		{"html", 8, []string{"<p>8 tabs of a form are let pass; <code>thresholds: {form-limit-tabs: N}</code>"}, []string{"by default"}},
		{"html", 12, []string{"<p>12 tabs of a form are let pass, by default 8; <code>thresholds: {form-limit-tabs: N}</code>"}, nil},
	} {
		r := limited(c.limit)
		all := &engine.Report{
			Rules:    []*rule.Rule{sampleRules()["flow-avoid-secret"], r},
			Findings: []engine.Finding{{Rule: r, Severity: r.Severity, Original: r.Severity, Message: "m", Place: engine.Place{Package: "a.zip", Disk: "a.zip"}, Fingerprint: "0123456789abcdef"}},
		}
		got := written(t, c.format, all, report.Options{})
		for _, part := range c.has {
			if !strings.Contains(string(got), part) {
				t.Errorf("%s with the limit %d lacks %s\n%s", c.format, c.limit, part, got)
			}
		}
		for _, part := range c.lacks {
			if strings.Contains(string(got), part) {
				t.Errorf("%s with the limit %d has %s\n%s", c.format, c.limit, part, got)
			}
		}
		if c.format == "sarif" {
			checkSchema(t, sarifSchema, got)
		}
		if c.format == "json" {
			checkSchema(t, jsonSchema, got)
		}
	}
}
