package engine_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/solcheck/solcheck/internal/engine"
	"github.com/solcheck/solcheck/rules/rule"
	"github.com/solcheck/solcheck/rules/suppression"
)

func TestSuppressionComments(t *testing.T) {
	script := strings.Join([]string{
		"ALERT(); // solcheck-ignore web-avoid-alert -- the user must see it",
		"// solcheck-ignore web-avoid-confirm web-avoid-alert -- both are wanted",
		"ALERT(CONFIRM());",
		"ALERT(); /* solcheck-ignore web-avoid-alert */",
		"ALERT(); // solcheck-ignore",
		"x(); // solcheck-ignore web-avoid-alert -- nothing here",
		"y(); // solcheck-ignore web-avoid-other -- a rule that does not run",
		"ALERT(); // a word on solcheck-ignore, which is no comment of ours",
	}, "\n")
	rules := []*rule.Rule{words("alert"), words("confirm"), suppression.IncludeReason, suppression.RemoveUnused}
	report, got := check(t, map[string]string{"a.js": script}, engine.Options{Rules: rules})
	want := []string{
		".!/a.js:4:1: web-avoid-alert: do not say alert",
		`.!/a.js:4:10: suppression-include-reason: This comment gives no reason, so it suppresses nothing; write "solcheck-ignore web-avoid-alert -- reason"`,
		".!/a.js:5:1: web-avoid-alert: do not say alert",
		`.!/a.js:5:10: suppression-include-reason: This comment names no rule, so it suppresses nothing; write "solcheck-ignore RULE -- reason"`,
		`.!/a.js:6:6: suppression-remove-unused: No finding of "web-avoid-alert" is here to suppress; remove the comment`,
		".!/a.js:8:1: web-avoid-alert: do not say alert",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	for _, f := range report.Suppressed {
		if f.Suppression == nil || !f.Suppression.InSource || f.Suppression.Reason == "" {
			t.Errorf("%s is suppressed by %+v", f.Message, f.Suppression)
		}
	}
}

func TestSuppressWholeFile(t *testing.T) {
	_, got := check(t, map[string]string{
		"a.js": "/* solcheck-ignore-file web-avoid-alert -- generated */\nx\nALERT;\nALERT()",
		"b.js": "ALERT",
	}, engine.Options{Rules: []*rule.Rule{words("alert")}})
	if want := []string{".!/b.js:1:1: web-avoid-alert: do not say alert"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestEntries(t *testing.T) {
	files := map[string]string{"lib/a.js": "ALERT CONFIRM", "b.js": "ALERT"}
	rules := []*rule.Rule{words("alert"), words("confirm"), suppression.RemoveUnused}
	report, got := check(t, files, engine.Options{Rules: rules, Today: "2026-06-01", Suppress: []engine.Entry{
		{Rule: "web-avoid-alert", Path: `LIB\**`, Reason: "a library", Owner: "ann", File: ".solcheck.yaml", Line: 3},
		{Rule: "web-avoid-confirm", Reason: "for now", Expires: "2026-06-01", File: ".solcheck.yaml", Line: 9},
		{Path: "c.js", Reason: "gone", File: ".solcheck.yaml", Line: 12},
		{Rule: "web-avoid-other", Reason: "did not run", File: ".solcheck.yaml", Line: 15},
	}})
	want := []string{
		".!/b.js:1:1: web-avoid-alert: do not say alert",
		".!/lib/a.js:1:7: web-avoid-confirm: do not say confirm",
		`.solcheck.yaml:9:1: suppression-remove-unused: The suppression of "web-avoid-confirm" expired on 2026-06-01 and holds no more; mend what it held, or give it a new date`,
		`.solcheck.yaml:12:1: suppression-remove-unused: No finding matches the suppression of "c.js"; remove the entry`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if len(report.Suppressed) != 1 || report.Suppressed[0].Suppression.Owner != "ann" {
		t.Errorf("suppressed: %+v", report.Suppressed)
	}
}

func TestExclude(t *testing.T) {
	files := map[string]string{"lib/jquery.min.js": "ALERT", "lib/a.js": "ALERT", "b.js": "ALERT"}
	for _, c := range []struct {
		pattern string
		want    int
	}{{"*JQUERY*", 2}, {"lib/**", 1}, {"**/*.js", 0}, {"a.js", 2}, {"c.js", 3}} {
		_, got := check(t, files, engine.Options{Rules: []*rule.Rule{words("alert")}, Exclude: []string{c.pattern}})
		if len(got) != c.want {
			t.Errorf("%q leaves %d findings, want %d", c.pattern, len(got), c.want)
		}
	}
}

func TestBaseline(t *testing.T) {
	const twice = "ALERT(1)\n" + "ALERT(1)\n"
	rules := []*rule.Rule{words("alert")}
	old, _ := check(t, map[string]string{"a.js": twice + "ALERT(2)"}, engine.Options{Rules: rules})
	var file bytes.Buffer
	if err := engine.NewBaseline(old).Write(&file); err != nil {
		t.Fatal(err)
	}
	baseline, err := engine.ReadBaseline(&file)
	if err != nil {
		t.Fatal(err)
	}
	report, got := check(t, map[string]string{"a.js": "// moved down\n\n  ALERT(1)\nALERT(3)\n" + twice}, engine.Options{Rules: rules, Baseline: baseline})
	want := []string{".!/a.js:4:1: web-avoid-alert: do not say alert", ".!/a.js:6:1: web-avoid-alert: do not say alert"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if len(report.Known) != 2 || report.Known[0].Baseline != engine.Unchanged || report.Findings[0].Baseline != engine.New {
		t.Errorf("known: %+v", report.Known)
	}
}

func TestBaselineOfOtherMaking(t *testing.T) {
	for in, want := range map[string]string{
		"":                            "no JSON",
		"[]":                          "no JSON",
		`{"version":2}`:               "version 2",
		`{"version":1} {"version":1}`: "after its end",
	} {
		if _, err := engine.ReadBaseline(strings.NewReader(in)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("ReadBaseline(%q) fails with %v, want %q", in, err, want)
		}
	}
}

func TestSelect(t *testing.T) {
	a, b, c := words("a"), words("b"), words("c")
	a.Rulesets, b.Rulesets = rule.Microsoft, rule.Everyday
	catalogue := []*rule.Rule{a, b, c}
	recommended, err := rule.ParseRuleset("recommended")
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range []struct {
		selection engine.Selection
		want      []*rule.Rule
	}{
		{engine.Selection{Ruleset: recommended}, []*rule.Rule{a, b}},
		{engine.Selection{Ruleset: recommended, Disable: []string{a.ID}}, []*rule.Rule{b}},
		{engine.Selection{Ruleset: recommended, Only: []string{c.ID, a.ID}, Disable: []string{a.ID}}, []*rule.Rule{c}},
	} {
		got, err := x.selection.Select(catalogue)
		if err != nil || !slices.Equal(got, x.want) {
			t.Errorf("%+v selects %v, %v", x.selection, got, err)
		}
	}
	if _, err := (engine.Selection{Only: []string{"web-avoid-d"}}).Select(catalogue); err == nil || !strings.Contains(err.Error(), "web-avoid-d") {
		t.Errorf("an unknown rule: %v", err)
	}
}
