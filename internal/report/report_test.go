package report_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/solcheck/solcheck/internal/engine"
	"github.com/solcheck/solcheck/internal/report"
)

var update = flag.Bool("update", false, "write the golden files anew")

// written returns a report in a format.
func written(t *testing.T, format string, r *engine.Report, o report.Options) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := report.Write(&out, format, r, o); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// golden compares got with a file of testdata.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s (-want +got; go test ./internal/report -update writes it anew):\n%s", path, diff)
	}
}

// Two runs write the same bytes.
func TestWriteIsDeterministic(t *testing.T) {
	for _, f := range report.Formats() {
		first := written(t, f.Name, sample(), report.Options{IncludeHidden: true})
		for range 5 {
			if !bytes.Equal(first, written(t, f.Name, sample(), report.Options{IncludeHidden: true})) {
				t.Fatalf("%s differs from run to run", f.Name)
			}
		}
	}
}
