package report_test

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"errors"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/solcheck/solcheck/internal/engine"
	"github.com/solcheck/solcheck/internal/report"
	"github.com/solcheck/solcheck/rules/rule"
	"github.com/solcheck/solcheck/sarif"
)

// checkSchema fails the test where doc does not obey the schema in a file.
func checkSchema(t *testing.T, schema string, doc []byte) {
	t.Helper()
	s, err := jsonschema.NewCompiler().Compile(schema)
	if err != nil {
		t.Fatal(err)
	}
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(doc))
	if err != nil {
		t.Fatalf("no JSON: %v\n%s", err, doc)
	}
	if err := s.Validate(value); err != nil {
		t.Errorf("against %s: %v\n%s", schema, err, doc)
	}
}

const sarifSchema = "../../sarif/testdata/sarif-schema-2.1.0.json"

func TestSARIF(t *testing.T) {
	mapped := func(p engine.Place) (string, bool) {
		return "src/Flows/Send #1.json", p.Path == "Workflows/Send-1.json"
	}
	for name, c := range map[string]struct {
		report  *engine.Report
		options report.Options
	}{
		"all.sarif":    {sample(), report.Options{ToolVersion: "1.2.3-rc.1", RunID: "nightly/", IncludeHidden: true}},
		"live.sarif":   {sample(), report.Options{ToolVersion: "2.0 beta"}},
		"mapped.sarif": {sample(), report.Options{SourceMap: mapped}},
		"cut.sarif":    {sample(), report.Options{MaxResults: 2}},
		"none.sarif":   {&engine.Report{Rules: sample().Rules, Packages: sample().Packages[:1]}, report.Options{}},
	} {
		t.Run(name, func(t *testing.T) {
			got := written(t, "sarif", c.report, c.options)
			checkSchema(t, sarifSchema, got)
			golden(t, name, got)
		})
	}
}

// What is written over GitHub's limit is cut, worst first, and said so.
func TestSARIFKeepsToTheLimit(t *testing.T) {
	r := manyFindings(sarif.MaxResults + 10)
	r.Findings[len(r.Findings)-1].Severity = rule.Critical
	levels := make(map[string]int)
	first := ""
	runs, err := sarif.Read(bytes.NewReader(written(t, "sarif", r, report.Options{MaxResults: 1 << 20})), func(_ int, x *sarif.Result) error {
		if first == "" {
			first = *x.Level
		}
		levels[*x.Level]++
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if n := levels["error"] + levels["warning"] + levels["note"]; n != sarif.MaxResults || first != "error" {
		t.Errorf("%d results, the first of level %s", n, first)
	}
	want := []string{
		"10 of 25010 results were left out, the least severe ones; the other formats hold them all.",
		"GitHub shows 5000 of the 25000 results, the most severe ones, which come first.",
	}
	if diff := cmp.Diff(want, notifications(runs[0])); diff != "" {
		t.Errorf("notifications (-want +got)\n%s", diff)
	}
	all, errors := 0, 0
	for i := range r.Findings {
		all++
		if r.Findings[i].Severity >= rule.High {
			errors++
		}
	}
	if levels["error"] != errors || levels["note"] != all-errors-levels["warning"]-10 {
		t.Errorf("results %v of %d findings, %d of them errors", levels, all, errors)
	}
}

func notifications(run *sarif.Run) []string {
	var texts []string
	for _, n := range run.Invocations[0].ToolExecutionNotifications {
		texts = append(texts, *n.Message.Text)
	}
	return texts
}

// A file that GitHub would refuse for its size is cut until it fits, and says so.
func TestSARIFKeepsToTheSize(t *testing.T) {
	r := manyFindings(4_000)
	r.Findings[len(r.Findings)-1].Severity = rule.Critical
	for i := range r.Findings {
		r.Findings[i].Fingerprint = fmt.Sprintf("%x", sha256.Sum256([]byte{byte(i), byte(i >> 8)})) // which nothing compresses
	}
	const limit = 200_000
	file := written(t, "sarif", r, report.Options{MaxCompressed: limit})
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	_, err := z.Write(file)
	if err := errors.Join(err, z.Close()); err != nil {
		t.Fatal(err)
	}
	results, first := 0, ""
	runs, err := sarif.Read(bytes.NewReader(file), func(_ int, x *sarif.Result) error {
		if results++; results == 1 {
			first = *x.Level
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if packed.Len() > limit || packed.Len() < limit/2 || first != "error" {
		t.Errorf("%d bytes of %d, %d results, the first of level %s", packed.Len(), limit, results, first)
	}
	want := fmt.Sprintf("%d of 4000 results were left out, the least severe ones; the other formats hold them all.", 4000-results)
	if diff := cmp.Diff([]string{want}, notifications(runs[0])); diff != "" {
		t.Errorf("notifications (-want +got)\n%s", diff)
	}
}
