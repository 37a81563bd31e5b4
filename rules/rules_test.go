package rules_test

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/solcheck/solcheck/internal/ruletest"
	"github.com/solcheck/solcheck/rules"
	"github.com/solcheck/solcheck/rules/rule"
)

func TestIDs(t *testing.T) {
	pattern := regexp.MustCompile(`^[a-z]+(-[a-z0-9]+)+$`)
	last := ""
	for _, r := range rules.All() {
		if !pattern.MatchString(r.ID) {
			t.Errorf("%q is no rule id", r.ID)
		}
		if r.ID <= last {
			t.Errorf("%q stands after %q: the lists are sorted, and no id is in them twice", r.ID, last)
		}
		last = r.ID
	}
}

func TestFacts(t *testing.T) {
	components := []rule.Component{
		rule.WebResource, rule.ManagedCode, rule.Configuration, rule.App, rule.CloudFlow, rule.DesktopFlow, rule.Connector, rule.Package,
	}
	for _, r := range rules.All() {
		if !slices.Contains(rule.Severities(), r.Severity) {
			t.Errorf("%s has the severity %v", r.ID, r.Severity)
		}
		if !slices.Contains(rule.Categories(), r.Category) {
			t.Errorf("%s has the category %v", r.ID, r.Category)
		}
		if !slices.Contains(components, r.Component) {
			t.Errorf("%s has the component %q", r.ID, r.Component)
		}
		if r.Guidance != "" && !strings.HasPrefix(r.Guidance, "https://") {
			t.Errorf("%s has the guidance %q, which is no https address", r.ID, r.Guidance)
		}
		if r.Page == "" || r.Summary() == "" {
			t.Errorf("%s has no page, or one without a summary", r.ID)
		}
		if r.Run != nil && len(r.Requires) == 0 {
			t.Errorf("%s requires no analyzer, so it can see nothing", r.ID)
		}
	}
}

// TestPages finds for each page in the folders of the areas its one rule: a rule
// that is in no list, or in two, is not found or found twice.
func TestPages(t *testing.T) {
	pages, err := filepath.Glob(filepath.Join("*", "*.md"))
	if err != nil || len(pages) == 0 {
		t.Fatalf("found the pages %q and %v", pages, err)
	}
	for _, page := range pages {
		b, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		rulesOf := slices.DeleteFunc(rules.All(), func(r *rule.Rule) bool { return r.Page != string(b) })
		if len(rulesOf) != 1 {
			t.Errorf("the page %s belongs to %d rules of the catalogue", page, len(rulesOf))
		}
	}
	if want := len(rules.All()); len(pages) != want {
		t.Errorf("there are %d pages and %d rules", len(pages), want)
	}
}

// TestMicrosoft compares the rules that Microsoft has with what Microsoft says of
// them.
func TestMicrosoft(t *testing.T) {
	f, err := os.Open(filepath.Join("testdata", "microsoft.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }() // nothing was written
	r := csv.NewReader(f)
	r.Comment = '#'
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	theirs := make(map[string][]string, len(rows))
	for _, row := range rows[1:] {
		theirs[row[0]] = row
	}
	for _, r := range rules.All() {
		row := theirs[r.ID]
		live := row != nil && row[4] == "yes"
		if got := r.Rulesets&rule.SolutionChecker != 0; got != live {
			t.Errorf("%s: in the ruleset solution-checker: %v, in Microsoft's live list: %v", r.ID, got, live)
		}
		if row == nil {
			continue
		}
		for i, got := range []string{r.Severity.String(), r.Category.String(), r.Guidance} {
			if want := row[i+1]; want != "" && got != want {
				t.Errorf("%s has %q, Microsoft has %q", r.ID, got, want)
			}
		}
	}
}

// TestEveryRule fails for a rule that finds nothing in the packages where every
// rule finds something, nor in those that are broken.
func TestEveryRule(t *testing.T) {
	var said []string
	for _, name := range append(broken(t), packages(t, "every-rule", "*")...) {
		said = append(said, ruletest.Findings(t, ruletest.Zip(t, name), rules.All(), since(t, name)...)...)
	}
	for _, r := range rules.All() {
		if r.Run != nil && !slices.ContainsFunc(said, func(line string) bool { return strings.HasPrefix(line, r.ID+" ") }) {
			t.Errorf("%s finds nothing in the packages of testdata/every-rule; add something there that it finds", r.ID)
		}
	}
}

// since compares a package with the version before, where there is one.
func since(t *testing.T, name string) []ruletest.Option {
	t.Helper()
	before := filepath.Join("..", "testdata", "previous", filepath.Base(name))
	if _, err := os.Stat(before); err != nil {
		return nil
	}
	return []ruletest.Option{ruletest.Since(t, before)}
}

// verdicts returns the rules but for the one that lists what a good package needs as
// well.
func verdicts() []*rule.Rule {
	return slices.DeleteFunc(rules.All(), func(r *rule.Rule) bool { return r.ID == "solution-include-prerequisite" })
}

// TestClean fails for a rule that finds something in a good package.
func TestClean(t *testing.T) {
	for _, clean := range packages(t, "clean", "*") {
		for _, path := range []string{clean, ruletest.Zip(t, clean)} {
			for _, line := range ruletest.Findings(t, path, verdicts()) {
				t.Errorf("found in the good package %s: %s", clean, line)
			}
		}
	}
}

// TestGolden compares what all rules together say of packages that are broken or
// hostile.
func TestGolden(t *testing.T) {
	for _, name := range broken(t) {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			ruletest.Golden(t, name, rules.All())
		})
	}
}

// broken returns the packages that are broken or hostile.
func broken(t *testing.T) []string {
	t.Helper()
	return packages(t, "broken", "*.txtar")
}

// packages returns what lies in a folder of the repository's packages.
func packages(t *testing.T, folder, pattern string) []string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join("..", "testdata", folder, pattern))
	if err != nil || len(names) == 0 {
		t.Fatalf("found the packages %q and %v", names, err)
	}
	return names
}
