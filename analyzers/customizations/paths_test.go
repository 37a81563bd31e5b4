package customizations_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/solcheck/solcheck/analyzers/analyzertest"
)

// leaf is the line of a document that [document] puts the value of a path on.
const leaf = 3

// besides is what some elements need beside the path in question to be parts at
// all, behind it.
var besides = map[string]string{
	"EntityRelationship": "<EntityRelationshipType>OneToMany</EntityRelationshipType>",
	"RibbonDiffXml":      "<CommandDefinitions><CommandDefinition/></CommandDefinitions>",
	"parameters":         "<TargetEntityType>account</TargetEntityType>",
	"cell":               "<control/>",
	"forms":              "<systemform/>",
	"controlDescription": `<customControl id="a"/>`,
}

// besideAttributes is what a few attributes need beside them.
var besideAttributes = map[string]string{"imageproviderwebresource": ` imageproviderfunctionname="a"`}

// document returns a file in which a path leads to a value: a path below
// ImportExportXml, or "member!path" for one in a file of its own. An attribute
// stands behind "@". With no value there is no leaf.
func document(path, value string) (member, text string) {
	member, inner, alone := strings.Cut(path, "!")
	if !alone {
		member, inner = "customizations.xml", "ImportExportXml/"+path
	}
	inner, attribute, isAttribute := strings.Cut(inner, "@")
	names := strings.Split(inner, "/")
	if !isAttribute && value == "" {
		names = names[:len(names)-1]
	}
	var b strings.Builder
	for i, name := range names {
		b.WriteString("<" + name)
		switch {
		case i < len(names)-1 || value == "":
			b.WriteString(">")
		case isAttribute:
			b.WriteString(besideAttributes[attribute] + strings.Repeat("\n", leaf-1) + attribute + `="` + value + `">`)
		default:
			b.WriteString(">" + strings.Repeat("\n", leaf-1) + value)
		}
	}
	for _, name := range slices.Backward(names) {
		b.WriteString(besides[name] + "</" + name + ">")
	}
	return member, b.String()
}

// isIn reports whether a model tells one value at a path from another one or from
// none, and whether it has its place.
func isIn(t *testing.T, path string) (isIn, hasPlace bool) {
	t.Helper()
	var dumps []string
	for _, value := range []string{"98765", "1", "0", "false", ""} {
		member, text := document(path, value)
		files := analyzertest.Files{"customizations.xml": []byte("<ImportExportXml/>")}
		files[member] = []byte(text)
		m, r := read(t, files)
		hasPlace = hasPlace || strings.Contains(analyzertest.Dumper{Where: r.Where}.Dump(m), fmt.Sprintf(" %d:", leaf))
		dumps = append(dumps, analyzertest.Dumper{}.Dump(m))
	}
	return len(slices.Compact(dumps)) > 1, hasPlace
}

// TestPaths holds the model against testdata/paths.tsv, which lists what exports
// hold, one path of an element with a text or of an attribute a line, and for what
// is not in the model, why.
func TestPaths(t *testing.T) {
	data, err := os.ReadFile("testdata/paths.tsv")
	if err != nil {
		t.Fatal(err)
	}
	var in, out int
	for line := range strings.Lines(string(data)) {
		path, reason, isOut := strings.Cut(strings.TrimRight(line, "\n"), "\t")
		if strings.HasPrefix(path, "#") {
			continue
		}
		if isOut && reason == "" {
			t.Errorf("%s: no reason is given", path)
		}
		switch got, hasPlace := isIn(t, path); {
		case got == isOut:
			t.Errorf("%s is in the model: %v", path, got)
		case got && !hasPlace && !isPlaceless(path):
			t.Errorf("%s has no place", path)
		case got:
			in++
		default:
			out++
		}
	}
	t.Logf("%d paths are in the model, %d are not", in, out)
}

// isPlaceless reports whether the value at a path is kept without its place.
func isPlaceless(path string) bool {
	return slices.ContainsFunc([]string{
		"@unmodified", "forms@type", "@solutionaction", "/Everyone", "/fetch", "/ValidForCreateApi", "/ValidForUpdateApi", "@visible",
		"/attribute/Descriptions/Description@description",
	}, func(end string) bool { return strings.HasSuffix(path, end) })
}
