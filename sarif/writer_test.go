package sarif_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/solcheck/solcheck/sarif"
)

// checkSchema fails the test where a log is not valid SARIF 2.1.0.
func checkSchema(t *testing.T, log []byte) {
	t.Helper()
	schema, err := jsonschema.NewCompiler().Compile("testdata/sarif-schema-2.1.0.json")
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(log))
	if err != nil {
		t.Fatalf("no JSON: %v\n%s", err, log)
	}
	if err := schema.Validate(doc); err != nil {
		t.Errorf("no SARIF: %v\n%s", err, log)
	}
}

func driver(rules ...*sarif.Rule) sarif.Tool {
	return sarif.Tool{Driver: &sarif.Driver{Name: "solcheck", Rules: rules}}
}

func text(s string) *sarif.Text { return &sarif.Text{Text: &s} }

func TestWriter(t *testing.T) {
	var out bytes.Buffer
	w := sarif.NewWriter(&out)
	steps := []error{
		w.Run(&sarif.Run{
			Tool:        driver(&sarif.Rule{ID: "a-b", ShortDescription: text("Short.")}, &sarif.Rule{ID: "c-d"}),
			Invocations: []*sarif.Invocation{{ExecutionSuccessful: new(true)}},
			Artifacts: []*sarif.Artifact{
				{Location: &sarif.ArtifactLocation{URI: new("a.zip")}, Length: 3},
				{Location: &sarif.ArtifactLocation{URI: new("b.xml")}, ParentIndex: new(uint(0))},
			},
			ColumnKind: "utf16CodeUnits",
		}),
		w.Result(&sarif.Result{
			RuleID: new("a-b"), RuleIndex: new(uint(0)),
			Message:      sarif.Message{Text: new("<a href=\"x\"> & \u2028 \xff :null")},
			Suppressions: []*sarif.Suppression{{Kind: "inSource", Justification: new("known: null")}},
			PropertyBag:  sarif.PropertyBag{Properties: sarif.Properties{"kept": nil}},
		}),
		w.Result(&sarif.Result{RuleID: new("c-d"), Message: sarif.Message{Text: new("second")}}),
		w.Run(&sarif.Run{Tool: driver()}),
		w.Close(),
	}
	for i, err := range steps {
		if err != nil {
			t.Fatalf("step %d: %v", i+1, err)
		}
	}
	want := `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[
{"tool":{"driver":{"name":"solcheck","rules":[{"id":"a-b","shortDescription":{"text":"Short."}},{"id":"c-d"}]}},` +
		`"invocations":[{"executionSuccessful":true}],"columnKind":"utf16CodeUnits",` +
		`"artifacts":[{"location":{"uri":"a.zip"},"length":3},{"location":{"uri":"b.xml"},"parentIndex":0}],"results":[
{"properties":{"kept":null},"ruleId":"a-b","ruleIndex":0,"message":{"text":"<a href=\"x\"> & ` + "\u2028 \uFFFD" + ` :null"},` +
		`"suppressions":[{"kind":"inSource","justification":"known: null"}]},
{"ruleId":"c-d","message":{"text":"second"}}
]},
{"tool":{"driver":{"name":"solcheck","rules":[]}},"results":[]}
]}
`
	if got := out.String(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	checkSchema(t, out.Bytes())
}

func TestWriterRefuses(t *testing.T) {
	result := &sarif.Result{RuleID: new("a-b"), Message: sarif.Message{Text: new("m")}}
	begun := func(w *sarif.Writer) { _ = w.Run(&sarif.Run{Tool: driver()}) }
	for _, c := range []struct {
		name string
		do   func(w *sarif.Writer) error
		want string
	}{
		{"no driver", func(w *sarif.Writer) error { return w.Run(&sarif.Run{}) }, "without the name of its driver"},
		{"unnamed driver", func(w *sarif.Writer) error { return w.Run(&sarif.Run{Tool: sarif.Tool{Driver: &sarif.Driver{}}}) }, "without the name of its driver"},
		{"undecided invocation", func(w *sarif.Writer) error {
			return w.Run(&sarif.Run{Tool: driver(), Invocations: []*sarif.Invocation{{}}})
		}, "does not say whether it succeeded"},
		{"result before a run", func(w *sarif.Writer) error { return w.Result(result) }, "outside of any run"},
		{"index of no rule", func(w *sarif.Writer) error {
			begun(w)
			return w.Result(&sarif.Result{RuleIndex: new(uint(0))})
		}, "rule 0 in a run of 0 rules"},
		{"no rule", func(w *sarif.Writer) error {
			begun(w)
			return w.Result(&sarif.Result{})
		}, "without a rule"},
		{"no run", func(w *sarif.Writer) error { return w.Close() }, "a log without a run"},
		{"what is no JSON", func(w *sarif.Writer) error {
			begun(w)
			return w.Result(&sarif.Result{RuleID: new("a-b"), PropertyBag: sarif.PropertyBag{Properties: sarif.Properties{"f": func() {}}}})
		}, "unsupported type"},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := sarif.NewWriter(io.Discard)
			err := c.do(w)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Fatalf("error %v, want one about %q", err, c.want)
			}
			for _, later := range []error{w.Run(&sarif.Run{Tool: driver()}), w.Result(result), w.Close()} {
				if !errors.Is(later, err) {
					t.Errorf("a later call returns %v", later)
				}
			}
		})
	}
}

// fullDisk takes n bytes and no more.
type fullDisk struct{ n int }

func (d *fullDisk) Write(p []byte) (int, error) {
	if d.n -= len(p); d.n < 0 {
		return 0, errors.New("disk full")
	}
	return len(p), nil
}

func TestWriterOnFullDisk(t *testing.T) {
	w := sarif.NewWriter(&fullDisk{1 << 17})
	err := w.Run(&sarif.Run{Tool: driver()})
	for i := 0; err == nil && i < 10_000; i++ {
		err = w.Result(&sarif.Result{RuleID: new("a-b"), Message: sarif.Message{Text: new("no space for this one")}})
	}
	if err == nil || w.Close() == nil {
		t.Errorf("a full disk is no error: %v", err)
	}
}

func sampleResult(i int) *sarif.Result {
	line := 1 + i%500
	uri := fmt.Sprintf("WebResources/contoso_/scripts/form%d.js", i%200)
	return &sarif.Result{
		RuleID: new("web-use-async"), RuleIndex: new(uint(0)), Level: new("error"),
		Message: sarif.Message{Text: new("'XMLHttpRequest.open' is called synchronously: pass true and handle the answer in 'onload'")},
		Locations: []*sarif.Location{{PhysicalLocation: &sarif.PhysicalLocation{
			ArtifactLocation: &sarif.ArtifactLocation{URI: &uri, URIBaseId: new("%SRCROOT%"), Index: new(uint(0))},
			Region: &sarif.Region{
				StartLine: &line, StartColumn: new(5), EndLine: &line, EndColumn: new(40),
				Snippet: &sarif.ArtifactContent{Text: new("request.open(\"GET\", url, false);")},
			},
		}}},
		PartialFingerprints: map[string]any{"primaryLocationLineHash": "271789c17abda88f:1"},
		PropertyBag:         sarif.PropertyBag{Properties: sarif.Properties{"severity": "High"}},
	}
}

func BenchmarkWriter(b *testing.B) {
	const results = 100_000
	run := &sarif.Run{Tool: driver(&sarif.Rule{ID: "web-use-async", ShortDescription: text("Short.")})}
	var size int64
	b.ReportAllocs()
	for b.Loop() {
		out := &counter{}
		w := sarif.NewWriter(out)
		_ = w.Run(run)
		for i := range results {
			_ = w.Result(sampleResult(i))
		}
		if err := w.Close(); err != nil {
			b.Fatal(err)
		}
		size = out.n
	}
	b.SetBytes(size)
}

type counter struct{ n int64 }

func (c *counter) Write(p []byte) (int, error) {
	c.n += int64(len(p))
	return len(p), nil
}
