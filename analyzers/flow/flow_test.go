package flow_test

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/solcheck/solcheck/analyzers/analyzertest"
	"github.com/solcheck/solcheck/analyzers/flow"
	"github.com/solcheck/solcheck/analyzers/unit"
)

var update = flag.Bool("update", false, "write the golden files")

// TestModel compares the model of each archive with its golden file.
func TestModel(t *testing.T) {
	analyzertest.Golden(t, flow.Analyzer, unit.Solution, *update)
}

func flows(tb testing.TB) analyzertest.Files {
	tb.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", "flows.txtar"))
	if err != nil {
		tb.Fatal(err)
	}
	return analyzertest.Txtar(b)
}

func TestProblems(t *testing.T) {
	files := flows(t)
	files["Workflows/Tell.json"] = []byte("{\n  \"properties\": }")
	r := analyzertest.Run(t, flow.Analyzer, unit.Solution, files)
	want := []string{"Workflows/Tell.json:2:17: the JSON of the flow is broken: a value is missing"}
	if got := r.Problems(); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if m := r.Value.(*flow.Model); len(m.Flows) != 1 || m.Flows[0].Process.Name.Value != "Bare" {
		t.Errorf("%+v", m.Flows)
	}
}

// TestLimit checks that of a flow with too many connections the first are read, and
// that it is said that the others are not.
func TestLimit(t *testing.T) {
	files := flows(t)
	files["Workflows/Tell.json"] = []byte(`{"properties":{"connectionReferences":{` + strings.Repeat(`"a":{},`, 10_000) + `"b":{}}}}`)
	r := analyzertest.Run(t, flow.Analyzer, unit.Solution, files)
	want := []string{"Workflows/Tell.json:1:70040: the flow has more than 10000 connections, and those after them are not read"}
	if got := r.Problems(); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if got := len(r.Value.(*flow.Model).Flows[0].Connections); got != 10_000 {
		t.Errorf("%d connections", got)
	}
}

// FuzzModel reads a text as the definition of a flow. Whatever it is, there are no
// panics, and all places lie in the file.
func FuzzModel(f *testing.F) {
	base := flows(f)
	f.Add(string(base["Workflows/Tell.json"]))
	f.Add(`{"properties":{"connectionReferences":{"a":{"connection":{"connectionReferenceLogicalName":"\ud800"}}}}}`)
	f.Fuzz(func(t *testing.T, text string) {
		r := analyzertest.Run(t, flow.Analyzer, unit.Solution, analyzertest.Files{"customizations.xml": base["customizations.xml"], "solution.xml": base["solution.xml"], "Workflows/Tell.json": []byte(text)})
		m := r.Value.(*flow.Model)
		for _, p := range m.Problems {
			if !p.Pos.IsValid() {
				t.Fatalf("%+v", p)
			}
		}
		analyzertest.Dumper{Where: r.Where, Skip: []string{"Process"}}.Dump(m)
	})
}
