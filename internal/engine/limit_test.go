package engine_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/source"
	"github.com/solcheck/solcheck/internal/artifact"
	"github.com/solcheck/solcheck/internal/engine"
	"github.com/solcheck/solcheck/rules/rule"
)

// lineLimit counts the lines of members, of each member and of all together.
func lineLimit() *rule.Rule {
	return rule.Area(fstest.MapFS{}, &rule.Rule{
		ID: "package-limit-lines", Severity: rule.Medium, Category: rule.Usage,
		Limit:    &rule.Limit{Default: 2, Least: 1, Most: 100, Of: "lines"},
		Requires: []*analysis.Analyzer{source.Analyzer},
		Run: func(p *rule.Pass) error {
			files, all := source.Of(p.Pass), 0
			for _, name := range files.Names() {
				f, err := files.Open(name)
				if err != nil {
					return err
				}
				n := strings.Count(string(f.Text), "\n")
				if all += n; n > p.Limit() {
					p.ReportAt(files.At(name), component.Ref{}, "%d lines, more than %d", n, p.Limit())
				}
			}
			if all > p.Limit() {
				p.ReportAt(0, component.Ref{}, "together %d lines, more than %d", all, p.Limit())
			}
			return nil
		},
	})[0]
}

func TestWithLimits(t *testing.T) {
	t.Parallel()
	catalogue := []*rule.Rule{words("eval"), lineLimit()}
	set, err := engine.WithLimits(catalogue, map[string]int{"package-limit-lines": 5})
	if err != nil {
		t.Fatal(err)
	}
	if set[0] != catalogue[0] || set[1] == catalogue[1] || catalogue[1].Limit.Value() != 2 || set[1].Limit.Value() != 5 {
		t.Errorf("the limits are %d and %d, want 2 as before and 5", catalogue[1].Limit.Value(), set[1].Limit.Value())
	}
	for id, want := range map[string]string{
		"package-limit-line":  `no rule has the id "package-limit-line"`,
		"web-avoid-eval":      "web-avoid-eval: the rule has no limit that could be set",
		"package-limit-lines": "package-limit-lines: 0 is no limit for the number of lines: expected a whole number from 1 to 100, by default 2",
	} {
		if _, err := engine.WithLimits(catalogue, map[string]int{id: 0}); err == nil || err.Error() != want {
			t.Errorf("%s: got %v, want %s", id, err, want)
		}
	}
	if _, err := engine.WithLimits(catalogue, map[string]int{"web-avoid-eval": 1}); !errors.Is(err, rule.ErrNoLimit) {
		t.Errorf("got %v, want ErrNoLimit", err)
	}
}

// TestLimitsAtOnce runs several configurations over one package at the same time:
// none may see the limit of another.
func TestLimitsAtOnce(t *testing.T) {
	check(t, map[string]string{"a.js": strings.Repeat("x\n", 10)}, engine.Options{}) // makes the folder
	catalogue := []*rule.Rule{lineLimit()}
	var all sync.WaitGroup
	for n := 1; n <= 16; n++ {
		all.Go(func() {
			set, err := engine.WithLimits(catalogue, map[string]int{"package-limit-lines": n})
			if err != nil {
				t.Error(err)
				return
			}
			got, err := run(t, set)
			var want []string
			if n < 10 {
				want = []string{fmt.Sprintf("10 lines, more than %d", n), fmt.Sprintf("together 10 lines, more than %d", n)}
			}
			if err != nil || !slices.Equal(got, want) {
				t.Errorf("with the limit %d: got %q, %v; want %q", n, got, err, want)
			}
		})
	}
	all.Wait()
}

// run judges the working folder and returns the messages, sorted.
func run(t *testing.T, rules []*rule.Rule) ([]string, error) {
	t.Helper()
	sources, _, err := artifact.Find([]string{"."})
	if err != nil {
		return nil, err
	}
	report, err := engine.Run(t.Context(), sources, engine.Options{Rules: rules})
	if err != nil {
		return nil, err
	}
	var messages []string
	for _, f := range report.Findings {
		messages = append(messages, f.Message)
	}
	slices.Sort(messages)
	return messages, nil
}

// TestLimitKeepsBaseline writes a baseline with one limit and reads it with others.
func TestLimitKeepsBaseline(t *testing.T) {
	catalogue := []*rule.Rule{lineLimit()}
	report, _ := check(t, map[string]string{"a.js": strings.Repeat("x\n", 10), "b.js": strings.Repeat("x\n", 4)}, engine.Options{Rules: catalogue})
	if len(report.Findings) != 3 {
		t.Fatalf("there are %d findings, want 3", len(report.Findings))
	}
	baseline := engine.NewBaseline(report)
	for _, n := range []int{1, 3, 4, 9, 10} {
		set, err := engine.WithLimits(catalogue, map[string]int{"package-limit-lines": n})
		if err != nil {
			t.Fatal(err)
		}
		if _, said := judge(t, []string{"."}, engine.Options{Rules: set, Baseline: baseline}); len(said) > 0 {
			t.Errorf("with the limit %d there is news in what the baseline knows: %q", n, said)
		}
	}
}
