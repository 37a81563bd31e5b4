// Package ruletest tests rules by what they say: the examples of their pages and
// the cases beside them are packages that are judged as solcheck judges any
// other, and what is printed must equal what is written, to the letter.
package ruletest

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/solcheck/solcheck/internal/engine"
	"github.com/solcheck/solcheck/rules/rule"
)

var update = flag.Bool("update", false, "write what the rules print into their pages and cases")

// An Option changes how examples are judged: to run other rules along with the
// one that is tested, to lower a limit, to suppress.
type Option func(*engine.Options)

// Area tests the rules of one area. It is called from the area's folder: the
// page of a rule is "<stem>.md" there, and its cases are all
// "testdata/<stem>/*.txtar".
func Area(t *testing.T, rules []*rule.Rule, options ...Option) {
	t.Helper()
	strays(t, rules)
	for _, r := range rules {
		t.Run(r.ID, func(t *testing.T) {
			d := &driver{rule: r, options: options}
			t.Run("page", d.page)
			d.cases(t)
		})
	}
}

// A driver tests one rule.
type driver struct {
	rule    *rule.Rule
	options []Option
}

func (d *driver) page(t *testing.T) {
	p, err := parsePage(d.rule.Page)
	if err != nil {
		t.Fatal(err)
	}
	if err := p.check(d.rule); err != nil {
		t.Error(err)
	}
	incorrect, err := p.incorrect()
	if err != nil {
		t.Fatal(err)
	}
	correct, err := p.correct()
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range correct {
		if got := d.verdict(t, x); got != "" {
			t.Errorf("an example of \"Correct\" with %q prints\n%s", x.files[0].name, got)
		}
	}
	text := d.rule.Page
	for _, x := range slices.Backward(incorrect) {
		got := d.verdict(t, x)
		if got == "" {
			t.Errorf("an example of \"Incorrect\" with %q prints nothing", x.files[0].name)
		}
		text = text[:x.from] + got + text[x.to:]
	}
	settle(t, d.rule.FileStem()+".md", d.rule.Page, text)
}

// cases runs the cases of the rule, each a txtar archive: what it is about as
// its comment, the members, and what the rule says in the section "want". A line
// "options: bare, zip" of the comment holds options; "limit=3" among them sets the
// rule's limit.
func (d *driver) cases(t *testing.T) {
	t.Helper()
	names, err := filepath.Glob(filepath.Join("testdata", d.rule.FileStem(), "*.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			b, err := os.ReadFile(name) //nolint:gosec // the name comes from the test's own folder
			if err != nil {
				t.Fatal(err)
			}
			d.run(t, name, txtar.Parse(b), string(b))
		})
	}
}

func (d *driver) run(t *testing.T, name string, archive *txtar.Archive, before string) {
	t.Helper()
	comment := string(archive.Comment)
	if strings.TrimSpace(comment) == "" {
		t.Error("the comment must say what the case is about")
	}
	var x example
	for line := range strings.Lines(comment) {
		if options, ok := strings.CutPrefix(line, "options:"); ok {
			x.options = strings.FieldsFunc(options, func(r rune) bool { return strings.ContainsRune(", \r\n", r) })
		}
	}
	for _, f := range archive.Files {
		if f.Name != "want" {
			x.files = append(x.files, file{f.Name, string(f.Data)})
		}
	}
	setWant(archive, d.verdict(t, x))
	settle(t, name, before, string(txtar.Format(archive)))
}

// settle compares a file of the test with what it should be, or writes it.
func settle(t *testing.T, name, before, after string) {
	t.Helper()
	if before == after {
		return
	}
	if !*update {
		t.Errorf("%s does not hold what the rule prints; run go test with -update if this is right:\n%s", name, difference(before, after))
		return
	}
	if err := os.WriteFile(name, []byte(after), 0o644); err != nil { //nolint:gosec // a file of the repository
		t.Fatal(err)
	}
}

// difference shows the lines between the common start and the common end.
func difference(before, after string) string {
	a, b := strings.SplitAfter(before, "\n"), strings.SplitAfter(after, "\n")
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	var s strings.Builder
	for _, line := range a {
		s.WriteString("written: " + strings.TrimSuffix(line, "\n") + "\n")
	}
	for _, line := range b {
		s.WriteString("printed: " + strings.TrimSuffix(line, "\n") + "\n")
	}
	return s.String()
}

// strays reports pages and cases of the folder that belong to no rule.
func strays(t *testing.T, rules []*rule.Rule) {
	t.Helper()
	known := func(stem string) bool {
		return slices.ContainsFunc(rules, func(r *rule.Rule) bool { return r.FileStem() == stem })
	}
	pages, err := filepath.Glob("*.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range pages {
		if !known(strings.TrimSuffix(name, ".md")) {
			t.Errorf("the page %s belongs to no rule", name)
		}
	}
	cases, err := filepath.Glob(filepath.Join("testdata", "*", "*.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range cases {
		if !known(filepath.Base(filepath.Dir(name))) {
			t.Errorf("the case %s belongs to no rule", name)
		}
	}
}
