package report_test

import (
	"bytes"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/solcheck/solcheck/internal/engine"
	"github.com/solcheck/solcheck/internal/report"
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
