package sarif_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/solcheck/solcheck/sarif"
)

func bag(p sarif.Properties) *sarif.PropertyBag { return &sarif.PropertyBag{Properties: p} }

// TestParameters writes the parameters of rules and reads them again: they are
// property bags, and what looks like them elsewhere is left alone.
func TestParameters(t *testing.T) {
	var out bytes.Buffer
	w := sarif.NewWriter(&out)
	rule := &sarif.Rule{
		ID:                   "a-b",
		DefaultConfiguration: &sarif.RuleConfiguration{Level: "note", Parameters: bag(sarif.Properties{"limit": 8})},
		Properties:           sarif.Properties{"parameters": map[string]any{"properties": 1}},
	}
	in := &sarif.Invocation{ExecutionSuccessful: new(true)}
	in.RuleConfigurationOverrides = []*sarif.ConfigurationOverride{{
		Descriptor: &sarif.DescriptorReference{Id: new("a-b"), Index: new(uint(0))},
		Configuration: &sarif.RuleConfiguration{
			Parameters: bag(sarif.Properties{"limit": 12, "properties": "}"}), PropertyBag: *bag(sarif.Properties{"kept": "yes"}),
		},
	}}
	steps := []error{
		w.Run(&sarif.Run{Tool: driver(rule), Invocations: []*sarif.Invocation{in}}),
		w.Result(&sarif.Result{
			RuleID: new("a-b"), Message: sarif.Message{Text: new(`"parameters":{"properties":`)},
			PropertyBag: *bag(sarif.Properties{"configuration": map[string]any{"parameters": map[string]any{"properties": 2}}}),
		}),
		w.Close(),
	}
	for _, err := range steps {
		if err != nil {
			t.Fatal(err)
		}
	}
	checkSchema(t, out.Bytes())
	for _, want := range []string{
		`"defaultConfiguration":{"level":"note","parameters":{"limit":8}}`,
		`"configuration":{"parameters":{"limit":12,"properties":"}"},"properties":{"kept":"yes"}}`,
		`"properties":{"parameters":{"properties":1}}`,
		`"properties":{"configuration":{"parameters":{"properties":2}}}`,
		`"text":"\"parameters\":{\"properties\":"`,
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("the log has no %s\n%s", want, out.String())
		}
	}
	runs, results := readAll(t, out.String())
	var again bytes.Buffer
	w = sarif.NewWriter(&again)
	if err := w.Run(runs[0]); err != nil {
		t.Fatal(err)
	}
	if err := w.Result(results[0]); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if again.String() != out.String() {
		t.Errorf("written, read and written again it is\n%s\nwant\n%s", again.String(), out.String())
	}
}

// readAll reads a log with its results.
func readAll(t *testing.T, log string) ([]*sarif.Run, []*sarif.Result) {
	t.Helper()
	var results []*sarif.Result
	runs, err := sarif.Read(strings.NewReader(log), func(_ int, r *sarif.Result) error {
		results = append(results, r)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return runs, results
}
