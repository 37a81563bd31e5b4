package config

import (
	"encoding/json"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"golang.org/x/tools/txtar"

	"github.com/solcheck/solcheck/internal/engine"
	"github.com/solcheck/solcheck/rules"
)

const schemaFile = "../../docs/solcheck-config.schema.json"

// TestSchemaKeys compares the keys of the schema with those of the parser.
func TestSchemaKeys(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	type object struct {
		Properties map[string]json.RawMessage `json:"properties"`
	}
	keys := func(text []byte) []string {
		var o object
		if err := json.Unmarshal(text, &o); err != nil {
			t.Fatal(err)
		}
		return slices.Sorted(maps.Keys(o.Properties))
	}
	var top object
	if err := json.Unmarshal(text, &top); err != nil {
		t.Fatal(err)
	}
	var suppress struct {
		Items json.RawMessage `json:"items"`
	}
	if err := json.Unmarshal(top.Properties["suppress"], &suppress); err != nil {
		t.Fatal(err)
	}
	p := &builder{reader: new(reader)}
	for _, c := range []struct {
		what   string
		schema []byte
		parser fields
	}{
		{"the configuration", text, p.keys()},
		{"limits", top.Properties["limits"], p.limitKeys()},
		{"a suppression", suppress.Items, p.entryKeys(new(engine.Entry))},
	} {
		if diff := cmp.Diff(c.parser.names(), keys(c.schema)); diff != "" {
			t.Errorf("the keys of %s (-parser +schema)\n%s", c.what, diff)
		}
	}
}

// TestSchemaAgrees gives the schema and the parser the same configurations.
func TestSchemaAgrees(t *testing.T) {
	t.Parallel()
	schema, err := jsonschema.NewCompiler().Compile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	archive, err := txtar.ParseFile("testdata/schema.txtar")
	if err != nil {
		t.Fatal(err)
	}
	template, err := os.ReadFile("../cli/template.yaml")
	if err != nil {
		t.Fatal(err)
	}
	archive.Files = append(archive.Files,
		txtar.File{Name: "good: the template", Data: template},
		txtar.File{Name: "good: the template, all on", Data: []byte(uncomment(string(template)))})
	catalogue := rules.All()
	for _, f := range archive.Files {
		good := strings.HasPrefix(f.Name, "good: ")
		_, err := Parse("c", f.Data, catalogue)
		if (err == nil) != good {
			t.Errorf("the parser: %s: %v", f.Name, err)
		}
		var value any
		if err := yaml.Unmarshal(f.Data, &value); err != nil {
			t.Errorf("%s: %v", f.Name, err)
			continue
		}
		if err := schema.Validate(plain(t, value)); (err == nil) != good {
			t.Errorf("the schema: %s: %v", f.Name, err)
		}
	}
}

// uncomment switches on what the template explains: lines of the form "# key:"
// and those below them.
func uncomment(text string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		body, isComment := strings.CutPrefix(line, "# ")
		key, _, isKey := strings.Cut(body, ":")
		isKey = isKey && !strings.ContainsAny(key, " -")
		if isComment && (isKey || strings.HasPrefix(body, "  ")) {
			line = body
		}
		b.WriteString(line)
	}
	return b.String()
}

// plain turns a value of YAML into one of JSON.
func plain(t *testing.T, value any) any {
	t.Helper()
	text, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	out, err := jsonschema.UnmarshalJSON(strings.NewReader(string(text)))
	if err != nil {
		t.Fatal(err)
	}
	return out
}
