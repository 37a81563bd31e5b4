package analyzertest

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/unit"
)

// Golden compares what an analyzer makes of each archive testdata/*.txtar, its
// model and its facts, with the golden file beside it, or writes that.
func Golden(t *testing.T, a *analysis.Analyzer, kind unit.Kind, update bool) {
	t.Helper()
	archives, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(archives) == 0 {
		t.Fatal(err, len(archives))
	}
	for _, archive := range archives {
		t.Run(filepath.Base(archive), func(t *testing.T) {
			data, err := os.ReadFile(archive) //nolint:gosec // a fixture of the test that calls it
			if err != nil {
				t.Fatal(err)
			}
			r := Run(t, a, kind, Txtar(data))
			var got strings.Builder
			got.WriteString(Dumper{Where: r.Where}.Dump(r.Value))
			for _, fact := range r.Facts {
				fmt.Fprintf(&got, "fact %v\n%s", fact, Dumper{}.Dump(fact))
			}
			Settle(t, strings.TrimSuffix(archive, "txtar")+"golden", got.String(), update)
		})
	}
}

// Settle compares a text with a golden file, or writes it.
func Settle(t *testing.T, golden, got string, update bool) {
	t.Helper()
	if update {
		if err := os.WriteFile(golden, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden) //nolint:gosec // beside a fixture of the test that calls it
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Error(diff)
	}
}

// Nothing makes sure that an analyzer finds nothing, neither facts nor faults, in
// a unit that it is not for.
func Nothing(t *testing.T, a *analysis.Analyzer, kind unit.Kind, files Files) {
	t.Helper()
	r := Run(t, a, kind, files)
	if len(r.Facts) > 0 || len(r.Value.(unit.Reader).Unread()) > 0 {
		t.Errorf("a unit of kind %q gives %+v and the facts %v", kind, r.Value, r.Facts)
	}
}

// Problems returns what the analyzer could not read, each with its place.
func (r *Result) Problems() []string {
	var list []string
	for _, p := range r.Value.(unit.Reader).Unread() {
		list = append(list, r.Where(p.Pos)+": "+p.Message)
	}
	return list
}
