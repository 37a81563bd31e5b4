package connector_test

import (
	"bytes"
	"flag"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/solcheck/solcheck/analyzers/analyzertest"
	"github.com/solcheck/solcheck/analyzers/connector"
	"github.com/solcheck/solcheck/analyzers/unit"
)

var update = flag.Bool("update", false, "write the golden files")

func read(tb testing.TB, kind unit.Kind, files analyzertest.Files) (*connector.Model, *analyzertest.Result) {
	tb.Helper()
	r := analyzertest.Run(tb, connector.Analyzer, kind, files)
	return r.Value.(*connector.Model), r
}

// one reads a connector folder that holds a definition alone.
func one(tb testing.TB, definition string) *connector.Connector {
	tb.Helper()
	m, _ := read(tb, unit.Connector, analyzertest.Files{"apiDefinition.swagger.json": []byte(definition)})
	return m.Connectors[0]
}

func TestModel(t *testing.T) {
	for name, kind := range map[string]unit.Kind{"folder": unit.Connector, "zip": unit.Solution} {
		t.Run(name, func(t *testing.T) {
			data, err := os.ReadFile(filepath.Join("testdata", name+".txtar"))
			if err != nil {
				t.Fatal(err)
			}
			m, r := read(t, kind, analyzertest.Txtar(data))
			skip := []string{"Node", "Target", "File", "Tree", "Document", "Misfits", "Path", "All", "Every", "Component", "At", "Replacement", "Static"}
			got := analyzertest.Dumper{Where: r.Where, Skip: skip}.Dump(m)
			analyzertest.Settle(t, filepath.Join("testdata", name+".golden"), got, *update)
		})
	}
}

func TestFormat(t *testing.T) {
	for text, want := range map[string]connector.Format{
		`{"swagger": "2.0"}`:                            connector.Swagger,
		`{"info": {}, "paths": {}}`:                     connector.Swagger,
		`{"openapi": "3.0.1", "info": {}, "paths": {}}`: connector.OpenAPI3,
		`{"id": "1", "order": [], "requests": []}`:      connector.Postman1,
		`{"info": {"_postman_id": "1"}, "item": []}`:    connector.Postman2,
		`{"info": {"schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"}}`: connector.Postman2,
		`{"a": 1}`: connector.NoFormat,
		``:         connector.NoFormat,
	} {
		if c := one(t, text); c.Definition.Format != want {
			t.Errorf("%s is taken for %q, want %q", text, c.Definition.Format, want)
		}
	}
}

// TestLooseNames reads a folder whose definition has a name of its own.
func TestLooseNames(t *testing.T) {
	m, _ := read(t, unit.Connector, analyzertest.Files{
		"apiProperties.json": []byte(`{"properties": {"iconBrandColor": "#da3b01"}}`),
		"orders.json":        []byte(`{"swagger": "2.0", "info": {"title": "Orders"}}`),
		"package.json":       []byte(`{"name": "x"}`),
	})
	c := m.Connectors[0]
	if c.Definition == nil || c.Definition.File.Name != "orders.json" || c.Ref.Name != "Orders" {
		t.Errorf("got %+v", c)
	}
}

func TestLoose(t *testing.T) {
	m, _ := read(t, unit.Folder, analyzertest.Files{
		"a.json": []byte(`{"swagger": "2.0", "info": {"title": "A"}}`), "b.json": []byte(`{"b": "swagger"}`), "c.js": []byte(`"swagger"`),
	})
	if len(m.Connectors) != 1 || m.Connectors[0].Ref.Name != "A" || !m.Connectors[0].Loose {
		t.Errorf("got %+v", m.Connectors)
	}
}

func TestUnread(t *testing.T) {
	m, r := read(t, unit.Connector, analyzertest.Files{"apiDefinition.swagger.json": {0, 1, 2}, "script.csx": {0, 1, 2}})
	for i, want := range []string{
		"apiDefinition.swagger.json: the definition of a connector should be JSON and is no text",
		"script.csx: the script of a connector should be C# and is no text",
	} {
		if p := m.Unread()[i]; r.Where(p.Pos)+": "+p.Message != want {
			t.Errorf("got %s: %s, want %s", r.Where(p.Pos), p.Message, want)
		}
	}
}

// TestReferences follows references in circles, to nowhere and through allOf.
func TestReferences(t *testing.T) {
	c := one(t, `{"swagger": "2.0", "definitions": {
		"A": {"$ref": "#/definitions/B"}, "B": {"$ref": "#/definitions/A"},
		"C": {"allOf": [{"$ref": "#/definitions/C"}, {"$ref": "#/definitions/D"}]},
		"D": {"type": "object", "properties": {"e": {"$ref": "#/definitions/C/allOf/1"}}},
		"F": {"$ref": "other.json#/definitions/A"}
	}}`)
	schema := func(i int) *connector.Schema { return c.Definition.Schemas[i].Schema }
	if schema(0).Resolve() != nil || schema(4).Resolve() != nil {
		t.Error("a reference in a circle, or to another file, leads somewhere")
	}
	e := schema(2).Property("e")
	if e == nil || e.Resolve() != schema(3) {
		t.Error("the property e is not found through allOf, or does not lead back")
	}
	if !schema(0).IsOpen() || schema(2).IsOpen() {
		t.Error("what is open is mistaken")
	}
}

func TestInput(t *testing.T) {
	c := one(t, `{"swagger": "2.0", "paths": {"/a": {"post": {"operationId": "A", "parameters": [
		{"name": "a/b", "in": "query", "type": "string"},
		{"name": "body", "in": "body", "required": true, "schema": {"type": "object", "required": ["x"], "properties": {
			"x": {"type": "object", "properties": {"y": {"type": "string", "x-ms-visibility": "internal"}}}}}}
	]}}}}`)
	o := c.Definition.Operation("A")
	for path, want := range map[string]string{
		"a/b": "required false, internal false, nested false", "body": "required true, internal false, nested false",
		"body/x": "required true, internal false, nested true", "body/x/y": "required false, internal true, nested true", "c": "none", "body/z": "none",
	} {
		got := "none"
		if in, _ := o.Input(path); in != nil {
			got = fmt.Sprintf("required %t, internal %t, nested %t", in.Required, in.Internal, in.Nested)
		}
		if got != want {
			t.Errorf("%s: got %s, want %s", path, got, want)
		}
	}
	if in, _ := o.BodyInput("x/y"); in == nil {
		t.Error("the path within the body leads nowhere")
	}
}

func TestScript(t *testing.T) {
	m, r := read(t, unit.Connector, analyzertest.Files{
		"apiDefinition.swagger.json": []byte(`{"swagger": "2.0"}`),
		"script.csx": []byte("using System;\nclass Script : ScriptBase {\n  async Task<HttpResponseMessage> ExecuteAsync() {\n" +
			"    var s = @\"a \"\" { using B; \" + '\\'' + \"\\\"}\"; /* new HttpClient( */\n    switch (this.Context.OperationId) { case \"A\": break; }\n" +
			"    using HttpClient c = new HttpClient();\n    if (this.Context.OperationId == \"B\") {\n  }\n}\n"),
	})
	s := m.Connectors[0].Scripts[0]
	got := []string{r.Where(s.Class.From), fmt.Sprint(s.Base), r.Where(s.Execute.From), r.Where(s.Clients[0].From), r.Where(s.Unclosed.From), s.Operations[0].Value}
	want := []string{"script.csx:2:7", "true", "script.csx:3:35", "script.csx:6:30", "script.csx:2:27", "B"}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	if len(s.Usings) != 1 || s.Usings[0].Value != "System" {
		t.Errorf("got the directives %+v", s.Usings)
	}
}

// picture draws a square mark on a background.
func picture(width, height, mark int, back color.NRGBA) []byte {
	img := image.NewNRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			img.Set(x, y, back)
			if x >= 10 && x < 10+mark && y >= 10 && y < 10+mark {
				img.Set(x, y, color.White)
			}
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		panic(err)
	}
	return b.Bytes()
}

func TestIcon(t *testing.T) {
	for name, tt := range map[string]struct {
		data []byte
		want string
	}{
		"good":        {picture(200, 200, 100, color.NRGBA{0xDA, 0x3B, 0x01, 0xFF}), "PNG 200x200 #da3b01 false 100x100"},
		"transparent": {picture(64, 32, 8, color.NRGBA{}), "PNG 64x32  true 8x8"},
		"jpeg":        {[]byte("\xff\xd8\xff\xe0"), "JPEG 0x0  false 0x0"},
		"text":        {[]byte("x"), " 0x0  false 0x0"},
		"cut":         {picture(64, 32, 8, color.NRGBA{})[:60], "PNG 64x32  false 0x0"},
	} {
		m, _ := read(t, unit.Connector, analyzertest.Files{"apiDefinition.swagger.json": []byte(`{"swagger": "2.0"}`), "icon.png": tt.data})
		i := m.Connectors[0].Icon
		if got := fmt.Sprintf("%s %dx%d %s %t %dx%d", i.Format, i.Width, i.Height, i.Background, i.Transparent, i.MarkWidth, i.MarkHeight); got != tt.want {
			t.Errorf("%s: got %s, want %s", name, got, tt.want)
		}
	}
}

func FuzzModel(f *testing.F) {
	data, err := os.ReadFile(filepath.Join("testdata", "folder.txtar"))
	if err != nil {
		f.Fatal(err)
	}
	files := analyzertest.Txtar(data)
	f.Add(files["apiDefinition.swagger.json"], files["apiProperties.json"], files["script.csx"], picture(20, 10, 4, color.NRGBA{}))
	f.Add([]byte(`{"swagger":"2.0","definitions":{"A":{"allOf":[{"$ref":"#/definitions/A"}]}},"paths":{"/a":null,"b":[],"/c":{"get":[],"post":{"parameters":[1,{"$ref":"#/definitions/A"}],"responses":{"200":[]}}}}}`),
		[]byte(`{"properties":{"connectionParameters":[],"policyTemplateInstances":{"a":1}}}`), []byte("using\"\n'@$\"\"\"/*"), []byte("\x89PNG\r\n\x1a\n"))
	f.Fuzz(func(t *testing.T, definition, properties, script, icon []byte) {
		m, r := read(t, unit.Connector, analyzertest.Files{"apiDefinition.swagger.json": definition, "apiProperties.json": properties, "script.csx": script, "icon.png": icon})
		for _, c := range m.Connectors {
			if c.Definition == nil {
				continue
			}
			for _, s := range c.Definition.All {
				_ = r.Where(s.Node.Pos())
				s.Resolve()
				s.IsOpen()
				s.Property("a")
			}
			for _, o := range c.Definition.Operations {
				o.Input("body/a/b")
				o.BodyInput("a")
				_ = o.Name() + r.Where(o.Place().From)
			}
		}
	})
}

// definition writes a definition of n operations whose bodies refer to shared
// schemas.
func definition(n int) []byte {
	var b strings.Builder
	b.WriteString(`{"swagger": "2.0", "info": {"title": "Contoso", "version": "1.0"}, "paths": {`)
	for i := range n {
		fmt.Fprintf(&b, "%s\n\"/orders%d/{id}\": {\"post\": {\"operationId\": \"PostOrder%d\", \"summary\": \"Post an order\", \"description\": \"Posts one order.\", \"parameters\": [{\"name\": \"id\", \"in\": \"path\", \"required\": true, \"type\": \"string\", \"x-ms-summary\": \"Id\"}, {\"name\": \"body\", \"in\": \"body\", \"schema\": {\"$ref\": \"#/definitions/Order%d\"}}], \"responses\": {\"200\": {\"description\": \"OK\", \"schema\": {\"$ref\": \"#/definitions/Order%d\"}}}}}", strings.Repeat(",", min(i, 1)), i, i, i, i)
	}
	b.WriteString("},\n\"definitions\": {")
	for i := range n {
		fmt.Fprintf(&b, "%s\n\"Order%d\": {\"type\": \"object\", \"properties\": {", strings.Repeat(",", min(i, 1)), i)
		for p := range 20 {
			fmt.Fprintf(&b, "%s\"field%d\": {\"type\": \"string\", \"description\": \"What the field is good for\", \"x-ms-summary\": \"Field %d\"}", strings.Repeat(", ", min(p, 1)), p, p)
		}
		b.WriteString("}}")
	}
	b.WriteString("}}\n")
	return []byte(b.String())
}

func BenchmarkModel(b *testing.B) {
	text := definition(250)
	files := analyzertest.Files{"apiDefinition.swagger.json": text}
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		read(b, unit.Connector, files)
	}
}
