package xaml_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/solcheck/solcheck/analyzers/analyzertest"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/analyzers/xaml"
)

var update = flag.Bool("update", false, "write the golden files")

func read(tb testing.TB, files analyzertest.Files) (*xaml.Model, *analyzertest.Result) {
	tb.Helper()
	r := analyzertest.Run(tb, xaml.Analyzer, unit.Solution, files)
	return r.Value.(*xaml.Model), r
}

func workflow(tb testing.TB) analyzertest.Files {
	tb.Helper()
	return files(tb, "workflow")
}

func files(tb testing.TB, name string) analyzertest.Files {
	tb.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", name+".txtar"))
	if err != nil {
		tb.Fatal(err)
	}
	return analyzertest.Txtar(b)
}

func TestModel(t *testing.T) {
	for _, name := range []string{"workflow", "kinds"} {
		m, r := read(t, files(t, name))
		got := dump(r, m)
		for _, d := range m.Definitions {
			for l := range d.Literals() {
				got += dump(r, struct{ Literal xaml.Literal }{l})
			}
			for _, w := range d.Waits() {
				got += dump(r, struct{ Wait *xaml.Wait }{w})
			}
		}
		for _, f := range m.Formulas {
			got += "Formula of " + f.Table.Name.Value + "." + f.Column.Name.Value + " in " + f.Member + "\n" + dump(r, f.Activities)
		}
		analyzertest.Settle(t, filepath.Join("testdata", name+".golden"), got, *update)
	}
}

// dump prints a value without what leads back into the model.
func dump(r *analyzertest.Result, v any) string {
	return analyzertest.Dumper{Where: r.Where, Skip: []string{"Process", "Parent", "Formulas"}}.Dump(v)
}

func TestDefinition(t *testing.T) {
	m, _ := read(t, workflow(t))
	d := m.Definitions[0]
	if m.Definition(d.Process) != d || m.Definition(nil) != nil {
		t.Error("the process does not lead to its definition")
	}
	var way []string
	for a := d.Activities[5]; a != nil; a = a.Parent {
		way = append(way, a.Name.Value)
	}
	if want := []string{"Tell the clerk", "ConditionBranchStep2"}; cmp.Diff(want, way) != "" {
		t.Errorf("the way out of the inner activity is %q", way)
	}
}

func TestProblems(t *testing.T) {
	files := workflow(t)
	files["Workflows/Check.xaml"] = []byte("<Activity>\n  <Persist></Activity>")
	m, r := read(t, files)
	if len(m.Definitions) != 0 || len(m.Problems) != 1 {
		t.Fatalf("%+v", m)
	}
	got := r.Where(m.Problems[0].Pos) + ": " + m.Problems[0].Message
	if want := "Workflows/Check.xaml:2:12: the XAML is broken: </Activity> stands where </Persist> was expected"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// TestOneFile checks that a file which many processes name is read once.
func TestOneFile(t *testing.T) {
	files := workflow(t)
	text := string(files["customizations.xml"])
	files["customizations.xml"] = []byte(strings.Replace(text, "/Workflows/Gone.xaml", "/Workflows/Check.xaml", 1))
	m, _ := read(t, files)
	if len(m.Definitions) != 1 || m.Definitions[0].Process.Name.Value != "Check" {
		t.Errorf("%+v", m.Definitions)
	}
}

// FuzzModel reads a text as a definition, and as the parameters of an expression
// in one. Whatever it is, there are no panics, and all places lie in the file.
func FuzzModel(f *testing.F) {
	f.Add(string(workflow(f)["Workflows/Check.xaml"]))
	f.Add(string(files(f, "kinds")["Workflows/Wait.xaml"]))
	f.Add(string(files(f, "kinds")["Workflows/Path.xaml"]))
	f.Add(`[New Object() { Microsoft.Xrm.Sdk.Workflow.WorkflowPropertyType.Guid, "a""b", x`)
	f.Add(`WorkflowPropertyType.x,"}`)
	frame := `<a><mxswa:ActivityReference AssemblyQualifiedName="Microsoft.Crm.Workflow.Activities.EvaluateExpression, M"><mxswa:ActivityReference.Arguments>` +
		`<InArgument x:Key="ExpressionOperator">CreateCrmType</InArgument><InArgument x:Key="Parameters">%s</InArgument></mxswa:ActivityReference.Arguments></mxswa:ActivityReference></a>`
	base := workflow(f)
	f.Fuzz(func(t *testing.T, text string) {
		for _, definition := range []string{text, fmt.Sprintf(frame, text), fmt.Sprintf(frame, strings.NewReplacer("&", "&amp;", "<", "&lt;").Replace(text))} {
			files := analyzertest.Files{"customizations.xml": base["customizations.xml"], "solution.xml": base["solution.xml"], "Workflows/Check.xaml": []byte(definition)}
			m, r := read(t, files)
			for _, p := range m.Problems {
				if !p.Pos.IsValid() {
					t.Fatalf("%+v", p)
				}
			}
			for _, d := range m.Definitions {
				dump(r, d)
				for l := range d.Literals() {
					dump(r, l)
				}
				for _, w := range d.Waits() {
					dump(r, w)
				}
			}
		}
	})
}
