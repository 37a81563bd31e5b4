package rule_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var step = component.Ref{Type: component.Step, Name: "x"}

const page = `# meta-avoid-example

An example is avoided.

## Why

It is one.

## Incorrect

` + "```md x.md\n## Why\n```" + `

## Correct
## How to fix

Leave it out.
`

func TestArea(t *testing.T) {
	rules := rule.Area(fstest.MapFS{"avoid_example.md": {Data: []byte(page)}},
		&rule.Rule{ID: "meta-avoid-example", Kinds: []unit.Kind{unit.Solution}},
		&rule.Rule{ID: "meta-avoid-nothing"},
	)
	r := rules[0]
	if r.Analyzer.Name != "meta_avoid_example" {
		t.Errorf("the analyzer is called %q", r.Analyzer.Name)
	}
	if err := analysis.Validate([]*analysis.Analyzer{r.Analyzer, rules[1].Analyzer}); err != nil {
		t.Error(err)
	}
	if got := r.Summary(); got != "An example is avoided." {
		t.Errorf("Summary() = %q", got)
	}
	if got := r.Section("Why"); got != "It is one." {
		t.Errorf("Section(Why) = %q", got)
	}
	if got := r.Section("Incorrect"); !strings.Contains(got, "## Why") {
		t.Errorf("a heading inside a fence ends the section: %q", got)
	}
	if got := r.Section("Known limits"); got != "" {
		t.Errorf("Section(Known limits) = %q", got)
	}
	if !r.Judges(unit.Solution) || r.Judges(unit.Connector) || !rules[1].Judges(unit.Connector) {
		t.Error("Judges does not follow Kinds")
	}
	if rules[1].Page != "" || r.AreaName() != "meta" {
		t.Errorf("page %q, area %q", rules[1].Page, r.AreaName())
	}
}

func TestRunReports(t *testing.T) {
	r := rule.Area(fstest.MapFS{}, &rule.Rule{ID: "meta-avoid-example", Run: func(p *rule.Pass) error {
		p.ReportAt(7, step, "%s and %d", "one", 2)
		p.ReportAt(8, step, "100%% plain")
		return nil
	}})[0]
	var plain []string
	got, err := r.Analyzer.Run(&analysis.Pass{Report: func(d analysis.Diagnostic) { plain = append(plain, d.Message) }})
	if err != nil {
		t.Fatal(err)
	}
	diagnostics, ok := got.(*rule.Diagnostics)
	if !ok || len(diagnostics.List) != 2 || diagnostics.List[0].Pos != 7 || diagnostics.List[0].Of != step {
		t.Fatalf("the result is %#v", got)
	}
	if want := []string{"one and 2", "100% plain"}; !slices.Equal(plain, want) {
		t.Errorf("the driver was told %q, want %q", plain, want)
	}
}

func TestReportWith(t *testing.T) {
	var got analysis.Diagnostic
	p := &rule.Pass{Pass: &analysis.Pass{Report: func(d analysis.Diagnostic) { got = d }}}
	p.ReportWith(model.Range{From: 3, To: 5}, step, model.Range{From: 7, To: 9}, "The other step", "%d ranks", 2)
	if got.Pos != 3 || got.End != 5 || got.Message != "2 ranks" {
		t.Errorf("reported %+v", got)
	}
	if want := []analysis.RelatedInformation{{Pos: 7, End: 9, Message: "The other step"}}; !slices.Equal(got.Related, want) {
		t.Errorf("beside it %+v, want %+v", got.Related, want)
	}
}

func TestParseSeverity(t *testing.T) {
	for _, s := range rule.Severities() {
		if got, err := rule.ParseSeverity(strings.ToUpper(s.String())); err != nil || got != s {
			t.Errorf("ParseSeverity(%s) = %v, %v", s, got, err)
		}
	}
	if _, err := rule.ParseSeverity("grave"); err == nil || !strings.Contains(err.Error(), "Critical") {
		t.Errorf("the error names no allowed value: %v", err)
	}
}

func TestParseRuleset(t *testing.T) {
	microsoft := &rule.Rule{Rulesets: rule.Microsoft}
	everyday := &rule.Rule{Rulesets: rule.Everyday}
	odd := &rule.Rule{}
	for _, c := range []struct {
		name, want string
		holds      []bool
	}{
		{"recommended", "recommended", []bool{true, true, false}},
		{"All", "all", []bool{true, true, true}},
		{"0AD12346-E108-40B8-A956-9A8F95EA18C9", "solution-checker", []bool{true, false, false}},
		{"{083a2ef5-7e0e-4754-9d88-9455142dc08b}", "appsource", []bool{true, true, false}},
		{"Solution Checker", "solution-checker", []bool{true, false, false}},
		{"AppSource Certification", "appsource", []bool{true, true, false}},
	} {
		s, err := rule.ParseRuleset(c.name)
		if err != nil || s.Name != c.want {
			t.Errorf("ParseRuleset(%q) = %q, %v; want %q", c.name, s.Name, err, c.want)
			continue
		}
		if got := []bool{s.Holds(microsoft), s.Holds(everyday), s.Holds(odd)}; !slices.Equal(got, c.holds) {
			t.Errorf("%s holds %v, want %v", c.name, got, c.holds)
		}
	}
	if _, err := rule.ParseRuleset("none"); err == nil || !strings.Contains(err.Error(), "appsource") {
		t.Errorf("the error names no ruleset: %v", err)
	}
	if got := odd.Names(); !slices.Equal(got, []string{"all"}) {
		t.Errorf("Names() = %q", got)
	}
}

func TestWords(t *testing.T) {
	if got := rule.Category(2).String(); got != "Upgrade readiness" {
		t.Errorf("category 2 is %q", got)
	}
	if got := len(rule.Categories()); got != 10 {
		t.Errorf("%d categories", got)
	}
	if got := rule.Severity(9).String() + rule.Category(0).String(); got != "Severity(9)Category(0)" {
		t.Errorf("out of range: %q", got)
	}
}
