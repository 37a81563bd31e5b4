package config_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/solcheck/solcheck/internal/artifact"
	"github.com/solcheck/solcheck/internal/config"
	"github.com/solcheck/solcheck/internal/engine"
	"github.com/solcheck/solcheck/rules/rule"
)

// catalogue is what the tests' configurations choose from.
var catalogue = []*rule.Rule{
	{ID: "form-limit-tabs", Limit: &rule.Limit{Default: 8, Least: 1, Most: 1000, Of: "tabs of a form"}},
	{ID: "meta-avoid-reg-retrieve"},
	{ID: "meta-remove-dup-reg"},
	{ID: "package-avoid-personal-data", Limit: &rule.Limit{Default: 20, Least: 0, Most: 100, Of: "addresses"}},
	{ID: "web-use-async"},
}

// whole is a configuration that sets everything.
const whole = `# everything
ruleset: 083a2ef5-7e0e-4754-9d88-9455142dc08b
only: [meta-remove-dup-reg, "web-use-async"]
disable:
  - meta-avoid-reg-retrieve
severity:
  meta-remove-dup-reg: Medium
  web-use-async: informational
thresholds:
  form-limit-tabs: 12
  package-avoid-personal-data: 0
exclude:
  - "**/*jquery*"
  - WebResources\lib\**
failOn: none
baseline: ../debt.json
sourceMap: map.xml
limits:
  inflated: 4GB
  member: 1000
  entries: 5
  depth: 2
  ratio: 100
  ratioFloor: 64 kb
suppress:
  - rule: web-use-async
    path: "*.js"
    fingerprint: 0123456789abcdef
    reason: >
      the old form
      goes in May
    owner: ada@contoso.com
    expires: 2030-02-28
  -
    path: Other/**
    reason: 2
`

func TestParse(t *testing.T) {
	t.Parallel()
	appsource, err := rule.ParseRuleset("appsource")
	if err != nil {
		t.Fatal(err)
	}
	want := &config.Config{
		Ruleset:    appsource,
		Only:       []string{"meta-remove-dup-reg", "web-use-async"},
		Disable:    []string{"meta-avoid-reg-retrieve"},
		Severity:   map[string]rule.Severity{"meta-remove-dup-reg": rule.Medium, "web-use-async": rule.Informational},
		Thresholds: map[string]int{"form-limit-tabs": 12, "package-avoid-personal-data": 0},
		Exclude:    []string{"**/*jquery*", `WebResources\lib\**`},
		FailOn:     config.Never,
		Limits:     artifact.Limits{Inflated: 4 << 30, Member: 1000, Entries: 5, Depth: 2, Ratio: 100, RatioFloor: 64 << 10},
		Baseline:   "../debt.json",
		SourceMap:  "map.xml",
		Suppress: []engine.Entry{
			{
				Rule: "web-use-async", Path: "*.js", Fingerprint: "0123456789abcdef", Reason: "the old form goes in May",
				Owner: "ada@contoso.com", Expires: "2030-02-28", File: "dir/.solcheck.yaml", Line: 26,
			},
			{Path: "Other/**", Reason: "2", File: "dir/.solcheck.yaml", Line: 35},
		},
	}
	for name, text := range map[string]string{
		"as it is": whole, "with a mark": "\ufeff" + whole, "with CRLF": strings.ReplaceAll(whole, "\n", "\r\n"),
	} {
		got, err := config.Parse("dir/.solcheck.yaml", []byte(text), catalogue)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if diff := cmp.Diff(want, got, cmp.AllowUnexported(rule.Ruleset{})); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", name, diff)
		}
	}
}

func TestParseNothing(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"", "# nothing yet\n", "---\n", "only:\nlimits:\nseverity:\nsuppress:\nthresholds:\n", "{}"} {
		got, err := config.Parse("c", []byte(text), nil)
		if err != nil {
			t.Errorf("%q: %v", text, err)
		} else if diff := cmp.Diff(&config.Config{}, got, cmp.AllowUnexported(rule.Ruleset{})); diff != "" {
			t.Errorf("%q: (-want +got)\n%s", text, diff)
		}
	}
}
