package web_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/solcheck/solcheck/internal/artifact"
	"github.com/solcheck/solcheck/internal/engine"
	"github.com/solcheck/solcheck/rules/rule"
	"github.com/solcheck/solcheck/rules/web"
)

// TestWhoWaits tests whom web-use-async names beside a request that waits.
func TestWhoWaits(t *testing.T) {
	t.Parallel()
	archive, err := txtar.ParseFile("testdata/who_waits.txtar")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	var want string
	for _, f := range archive.Files {
		if f.Name == "want" {
			want = string(f.Data)
			continue
		}
		name := filepath.Join(dir, f.Name)
		if err := os.MkdirAll(filepath.Dir(name), 0o750); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, f.Data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if got := whoWaits(t, dir); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

// whoWaits returns what web-use-async says of a solution: a line for each request,
// with the places that are related to it.
func whoWaits(t *testing.T, dir string) string {
	t.Helper()
	sources, _, err := artifact.Find([]string{dir})
	if err != nil {
		t.Fatal(err)
	}
	rules := slices.DeleteFunc(slices.Clone(web.Rules), func(r *rule.Rule) bool { return r.ID != "web-use-async" })
	report, err := engine.Run(t.Context(), sources, engine.Options{Rules: rules})
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, f := range report.Findings {
		fmt.Fprintf(&out, "%s:%d\n", f.Path, f.Region.Line)
		for _, r := range f.Related {
			fmt.Fprintf(&out, "  %s:%d: %s\n", r.Path, r.Region.Line, r.Message)
		}
	}
	return out.String()
}
