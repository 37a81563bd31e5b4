package rule_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/rules/rule"
)

// limited is a rule that reports its limit.
func limited() *rule.Rule {
	return rule.Area(fstest.MapFS{}, &rule.Rule{
		ID:    "form-limit-tabs",
		Limit: &rule.Limit{Default: 8, Least: 1, Most: 20, Of: "tabs of a form"},
		Run: func(p *rule.Pass) error {
			p.ReportAt(1, step, "more than %d", p.Limit())
			return nil
		},
	})[0]
}

func says(t *testing.T, r *rule.Rule) string {
	t.Helper()
	var said string
	pass := &analysis.Pass{Analyzer: r.Analyzer, Report: func(d analysis.Diagnostic) { said = d.Message }}
	if _, err := r.Analyzer.Run(pass); err != nil {
		t.Fatal(err)
	}
	return said
}

func TestWithLimit(t *testing.T) {
	r := limited()
	high, err := r.WithLimit(12)
	if err != nil {
		t.Fatal(err)
	}
	low, err := high.WithLimit(1)
	if err != nil {
		t.Fatal(err)
	}
	back, err := low.WithLimit(8)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		rule    *rule.Rule
		value   int
		changed bool
		says    string
	}{{r, 8, false, "more than 8"}, {high, 12, true, "more than 12"}, {low, 1, true, "more than 1"}, {back, 8, false, "more than 8"}} {
		if got := c.rule.Limit; got.Value() != c.value || got.IsChanged() != c.changed || got.Default != 8 {
			t.Errorf("the limit is %d, changed %t, with default %d; want %d, %t, 8", got.Value(), got.IsChanged(), got.Default, c.value, c.changed)
		}
		if got, want := c.rule.Limit.String(), fmt.Sprintf("%d tabs of a form", c.value); got != want {
			t.Errorf("the limit is shown as %q, want %q", got, want)
		}
		if got := says(t, c.rule); got != c.says {
			t.Errorf("with the limit %d the rule says %q, want %q", c.value, got, c.says)
		}
	}
	if high.Analyzer == r.Analyzer || high.Analyzer.Name != r.Analyzer.Name || high.ID != r.ID {
		t.Error("the copy must have an analyzer of its own under the same name")
	}
	if err := analysis.Validate([]*analysis.Analyzer{r.Analyzer, high.Analyzer}); err != nil {
		t.Error(err)
	}
}

func TestWithLimitRefuses(t *testing.T) {
	r := limited()
	for _, n := range []int{-1, 0, 21} {
		if _, err := r.WithLimit(n); err == nil || !strings.HasSuffix(err.Error(), "no limit for the number of tabs of a form: expected a whole number from 1 to 20, by default 8") {
			t.Errorf("WithLimit(%d): %v", n, err)
		}
	}
	plain := &rule.Rule{ID: "meta-avoid-example"}
	if _, err := plain.WithLimit(3); !errors.Is(err, rule.ErrNoLimit) {
		t.Errorf("a rule without a limit took one: %v", err)
	}
}

func TestLimitOfRuleWithout(t *testing.T) {
	r := rule.Area(fstest.MapFS{}, &rule.Rule{ID: "meta-avoid-example", Run: func(p *rule.Pass) error {
		p.Limit()
		return nil
	}})[0]
	defer func() {
		if got, want := recover(), "the rule of meta_avoid_example asks for a limit and declares none"; got != want {
			t.Errorf("recovered %v, want %q", got, want)
		}
	}()
	says(t, r)
}
