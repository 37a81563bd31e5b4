package sourcemap_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/internal/sourcemap"
)

func parse(t *testing.T, name, text string, files ...string) *sourcemap.Map {
	t.Helper()
	m, err := sourcemap.Parse(name, []byte(text), func(p string) bool { return slices.Contains(files, p) })
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestRepo(t *testing.T) {
	t.Parallel()
	webResource := component.Ref{Type: component.WebResource, Name: "new_/js/Form.js"}
	object := `{"Workflows\\a.json": "flows/a.json", "core.zip!/customizations.xml": "./core/customizations.xml", "WebResources/new_/js/form.js": "web/form.js"}`
	lines := "# flows\nWorkflows/a.json -> flows/a.json\r\n\n  core.zip!/customizations.xml   ->   core/customizations.xml\n"
	xml := `<?xml version="1.0"?>
<Mapping>
  <!-- one assembly -->
  <FileToFile map="Contoso.dll" to="..\..\plugins\**\Contoso.Plugins.dll" />
  <FileToPath map="WebResources\**\*.*" to="..\..\web\**" />
  <FileToPath map="*.png" to="..\..\images" />
  <Folder map="Workflows" to="..\..\flows" />
</Mapping>`
	for _, c := range []struct {
		name, file, text string
		files            []string
		pkg, member      string
		of               component.Ref
		want             string
	}{
		{"object", "map.json", object, nil, "dist/app.zip!/core.zip", "Workflows/A.json", component.Ref{}, "flows/a.json"},
		{"object, package named", "map.json", object, nil, "dist/app.zip!/core.zip", "customizations.xml", component.Ref{}, "core/customizations.xml"},
		{"object, another package", "map.json", object, nil, "dist/other.zip", "customizations.xml", component.Ref{}, ""},
		{"object, web resource by its name", "map.json", object, nil, "core.zip", "WebResources/new_jsFormjs7A", webResource, "web/form.js"},
		{"lines", "map.txt", lines, nil, "core.zip", "workflows/a.json", component.Ref{}, "flows/a.json"},
		{"lines, package named", "map.txt", lines, nil, "core.zip", "customizations.xml", component.Ref{}, "core/customizations.xml"},
		{"file to file", "solutions/core/map.xml", xml, []string{"solutions/plugins/Contoso/Contoso.Plugins.dll"}, "core.zip", "PluginAssemblies/Contoso/Contoso.dll", component.Ref{}, "solutions/plugins/Contoso/Contoso.Plugins.dll"},
		{"file to path, beside src", "solutions/core/map.xml", xml, []string{"solutions/web/new_/js/Form.js"}, "core.zip", "WebResources/new_/js/Form.js", component.Ref{}, "solutions/web/new_/js/Form.js"},
		{"file to path, relative to the file", "solutions/core/map.xml", xml, []string{"web/new_/js/Form.js"}, "core.zip", "WebResources/new_/js/Form.js", component.Ref{}, "web/new_/js/Form.js"},
		{"file to path, outer folders left out", "solutions/core/map.xml", xml, []string{"web/Form.js"}, "core.zip", "WebResources/new_jsFormjs7A", webResource, "web/Form.js"},
		{"file to path, any folder", "solutions/core/map.xml", xml, []string{"images/logo.png"}, "core.zip", "Assets/logo.png", component.Ref{}, "images/logo.png"},
		{"folder", "solutions/core/map.xml", xml, []string{"flows/sub/A.json"}, "core.zip", "Workflows/sub/A.json", component.Ref{}, "flows/sub/A.json"},
		{"no such file", "solutions/core/map.xml", xml, nil, "core.zip", "Workflows/A.json", component.Ref{}, ""},
		{"above the repository", "map.xml", xml, []string{"../flows/A.json"}, "core.zip", "Workflows/A.json", component.Ref{}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			got, ok := parse(t, c.file, c.text, c.files...).Repo(c.pkg, c.member, c.of)
			if got != c.want || ok != (c.want != "") {
				t.Errorf("got %q, %t; want %q", got, ok, c.want)
			}
		})
	}
}

func TestParseErrors(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, want string }{
		{`{"a": 1}`, "m: expected a JSON object of member paths and repository paths"},
		{`{"a": "b"} x`, "m: there is text after the end of the object"},
		{`{"a": "../b"}`, `m: "a" -> "../b": expected a member and a path inside the repository`},
		{`{"a": "C:\\b"}`, `m: "a" -> "C:\\b": expected a member and a path inside the repository`},
		{"a -> b\n\nc", `m: line 3 is not of the form "member -> repository path"`},
		{"-> b", `m: line 1: "" -> "b": expected a member`},
		{"<Mapping>", "m: this is no mapping file of SolutionPackager: XML syntax error on line 1"},
		{"<Mappings/>", "m: this is no mapping file of SolutionPackager: its root is <Mappings> and not <Mapping>"},
		{"<Mapping/>", "m: the mapping file maps nothing"},
		{`<Mapping><File map="a" to="b"/></Mapping>`, "m: a mapping file has Folder, FileToFile and FileToPath, and no <File>"},
		{`<Mapping><Folder map="a"/></Mapping>`, `m: a <Folder> lacks its "map" or its "to"`},
		{`<Mapping><FileToPath map="[a" to="b"/></Mapping>`, `m: the pattern "[a" is malformed`},
	} {
		_, err := sourcemap.Parse("m", []byte(c.text), func(string) bool { return true })
		if err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%s: got error %v, want %s", c.text, err, c.want)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		`{"a": "b"}`, "a -> b", "# c\na->b/**", "\ufeff<Mapping><FileToPath map='WebResources\\**\\*.*' to='..\\w\\**'/></Mapping>",
		`<Mapping><Folder map="*" to="**"/><FileToFile map="a**b\c" to="\**\**"/></Mapping>`,
	} {
		f.Add([]byte(seed), "WebResources/new_/a.js")
	}
	f.Fuzz(func(t *testing.T, text []byte, member string) {
		m, err := sourcemap.Parse("dir/map", text, func(p string) bool { return !strings.HasSuffix(p, "x") })
		if err != nil {
			return
		}
		to, ok := m.Repo("core.zip", member, component.Ref{Type: component.WebResource, Name: member})
		if ok && (to == "" || strings.HasPrefix(to, "../") || strings.HasPrefix(to, "/")) {
			t.Errorf("%q leads out of the repository to %q", member, to)
		}
	})
}
