package main

import (
	"flag"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the sample anew")

// catalogue is the list of areas before the sample joins it.
const catalogue = `package rules

import (
	"slices"

	"github.com/solcheck/solcheck/rules/meta"
	"github.com/solcheck/solcheck/rules/rule"
	"github.com/solcheck/solcheck/rules/web"
)

func All() []*rule.Rule {
	return slices.Concat(
		meta.Rules,
		web.Rules,
	)
}
`

// TestSample compares what is written for the first rule of a new area, and for a
// second one that has a limit, with the package sample, which is compiled and whose
// pages are run by its own test.
func TestSample(t *testing.T) {
	s := newScaffold(t, map[string]string{"rules/rules.go": catalogue})
	s.importPath = "github.com/solcheck/solcheck/internal/newrule"
	if err := s.begin("sample-avoid-note"); err != nil {
		t.Fatal(err)
	}
	second := newScaffold(t, s.files)
	second.ids = append(second.ids, "sample-avoid-note")
	if err := second.begin("sample-limit-notes"); err != nil {
		t.Fatal(err)
	}
	maps.Copy(s.files, second.files)
	for name, want := range s.files {
		if name == "rules/rules.go" {
			continue
		}
		file := filepath.Join("sample", path.Base(name))
		if *update {
			if err := os.WriteFile(file, []byte(want), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		got, err := os.ReadFile(file)
		if err != nil || strings.ReplaceAll(string(got), "\r\n", "\n") != want {
			t.Errorf("%s is not what is written for a new rule; run go test ./internal/newrule -update", file)
		}
	}
	want := []string{"rules/rules.go", "rules/sample/avoid_note.go", "rules/sample/avoid_note.md", "rules/sample/limit_notes.go", "rules/sample/limit_notes.md", "rules/sample/sample.go", "rules/sample/sample_test.go"}
	if got := slices.Sorted(maps.Keys(s.files)); !slices.Equal(got, want) {
		t.Errorf("wrote %q, want %q", got, want)
	}
}

func TestNewArea(t *testing.T) {
	s := newScaffold(t, map[string]string{"rules/rules.go": catalogue})
	s.importPath = "github.com/solcheck/solcheck/rules"
	if err := s.begin("package-avoid-note"); err != nil {
		t.Fatal(err)
	}
	want := `package rules

import (
	"slices"

	"github.com/solcheck/solcheck/rules/meta"
	"github.com/solcheck/solcheck/rules/packages"
	"github.com/solcheck/solcheck/rules/rule"
	"github.com/solcheck/solcheck/rules/web"
)

func All() []*rule.Rule {
	return slices.Concat(
		meta.Rules,
		packages.Rules,
		web.Rules,
	)
}
`
	if got := s.files["rules/rules.go"]; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got := s.files["rules/packages/packages.go"]; !strings.Contains(got, "package packages\n") {
		t.Errorf("the area's file is\n%s", got)
	}
}

func TestListed(t *testing.T) {
	const area = "package web\n\nvar Rules = rule.Area(\n\tpages,\n\tavoidEval,\n\tuseAsync,\n)\n"
	for id, want := range map[string]string{
		"web-avoid-alert": "package web\n\nvar Rules = rule.Area(\n\tpages,\n\tavoidAlert,\n\tavoidEval,\n\tuseAsync,\n)\n",
		"web-use-area":    "package web\n\nvar Rules = rule.Area(\n\tpages,\n\tavoidEval,\n\tuseArea,\n\tuseAsync,\n)\n",
		"web-use-strict":  "package web\n\nvar Rules = rule.Area(\n\tpages,\n\tavoidEval,\n\tuseAsync,\n\tuseStrict,\n)\n",
	} {
		s := newScaffold(t, map[string]string{"rules/web/web.go": area})
		if err := s.begin(id); err != nil {
			t.Fatal(err)
		}
		if got := s.files["rules/web/web.go"]; got != want {
			t.Errorf("%s: got\n%s\nwant\n%s", id, got, want)
		}
	}
}

func TestRefused(t *testing.T) {
	for id, want := range map[string]string{
		"web":           `"web" is no rule id`,
		"web-async":     `"web-async" is no rule id`,
		"Web-Use-Async": `"Web-Use-Async" is no rule id`,
		"web-use-async": `there is a rule "web-use-async" already`,
		"web-use-it":    "there is a file rules/web/use_it.go already",
	} {
		s := newScaffold(t, map[string]string{"rules/web/use_it.go": "package web\n"})
		err := s.begin(id)
		if err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%s: got %v, want %q", id, err, want)
		}
	}
}

// newScaffold returns one over a repository of these files.
func newScaffold(t *testing.T, files map[string]string) *scaffold {
	t.Helper()
	s := &scaffold{root: t.TempDir(), ids: []string{"meta-avoid-crm4-event", "meta-remove-inactive", "web-avoid-eval", "web-use-async"}}
	for name, text := range files {
		if err := save(filepath.ToSlash(filepath.Join(s.root, name)), text); err != nil {
			t.Fatal(err)
		}
	}
	return s
}
