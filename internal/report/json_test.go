package report_test

import (
	"encoding/json"
	"maps"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/solcheck/solcheck/internal/engine"
	"github.com/solcheck/solcheck/internal/report"
)

const jsonSchema = "../../docs/solcheck-report.schema.json"

func TestJSON(t *testing.T) {
	got := written(t, "json", sample(), report.Options{ToolVersion: "1.2.3"})
	checkSchema(t, jsonSchema, got)
	golden(t, "report.json", got)

	none := written(t, "json", &engine.Report{}, report.Options{})
	checkSchema(t, jsonSchema, none)
	want := `{"version":1,"tool":{"name":"solcheck","version":""},"packages":[],"findings":[],"suppressed":0,"known":0,"notChecked":[]}` + "\n"
	if string(none) != want {
		t.Errorf("an empty report is %s, want %s", none, want)
	}
}

// An object is the part of a JSON schema that the test looks at.
type object struct {
	Properties map[string]any
	Defs       map[string]object `json:"$defs"`
}

// The sample has every key that the schema describes, so a key that the writer
// drops or the schema forgets is seen.
func TestJSONSchemaIsComplete(t *testing.T) {
	var schema object
	var whole map[string]any
	var parts struct {
		Packages, Findings, Certifications []map[string]any
	}
	for v, file := range map[any]string{&schema: jsonSchema, &whole: "testdata/gated.json", &parts: "testdata/gated.json"} {
		if err := json.Unmarshal(read(t, file), v); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		name      string
		described object
		written   []map[string]any
	}{
		{"report", schema, []map[string]any{whole}},
		{"package", schema.Defs["package"], parts.Packages},
		{"finding", schema.Defs["finding"], parts.Findings},
		{"certification", schema.Defs["certification"], parts.Certifications},
	} {
		keys := make(map[string]any)
		for _, object := range c.written {
			maps.Copy(keys, object)
		}
		got, want := slices.Sorted(maps.Keys(keys)), slices.Sorted(maps.Keys(c.described.Properties))
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-described +written):\n%s", c.name, diff)
		}
	}
}
