package leaves_test

import (
	"strings"
	"testing"
	"unsafe"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/analyzertest"
	"github.com/solcheck/solcheck/analyzers/leaves"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/source"
	"github.com/solcheck/solcheck/analyzers/syntax/xmltree"
	"github.com/solcheck/solcheck/analyzers/unit"
)

// open returns a reader and the root of a text, and what prints places.
func open(t *testing.T, text string) (*leaves.Reader, xmltree.Node, func(model.Range) string) {
	t.Helper()
	var file *source.File
	a := &analysis.Analyzer{Name: "open", Doc: "open a file", Requires: []*analysis.Analyzer{source.Analyzer}}
	a.Run = func(pass *analysis.Pass) (_ any, err error) {
		file, err = source.Of(pass).Open("a.xml")
		return nil, err
	}
	r := analyzertest.Run(t, a, unit.Folder, analyzertest.Files{"a.xml": []byte(text)})
	doc, err := xmltree.Parse(file.Text)
	if err != nil {
		t.Fatal(err)
	}
	return leaves.NewReader(file), doc.Root(), func(p model.Range) string {
		if !p.IsSet() {
			return "-"
		}
		return string(file.Text[r.Fset.File(p.From).Offset(p.From):r.Fset.File(p.To).Offset(p.To)])
	}
}

func TestText(t *testing.T) {
	r, root, at := open(t, `<a b=" x " c=""><d> 1 &amp; 2 </d><e/><f></f></a>`)
	for name, c := range map[string]struct {
		leaf         model.Text
		value, place string
	}{
		"text":            {r.Text(root, "d"), "1 & 2", "1 &amp; 2"},
		"empty tag":       {r.Text(root, "e"), "", "<e/>"},
		"empty text":      {r.Text(root, "f"), "", "<f></f>"},
		"no element":      {r.Text(root, "g", "h"), "", "-"},
		"attribute":       {r.Attr(root, "b"), "x", " x "},
		"empty attribute": {r.Attr(root, "c"), "", `""`},
		"no attribute":    {r.Attr(root, "d"), "", "-"},
	} {
		if c.leaf.Value != c.value || at(c.leaf.Range) != c.place {
			t.Errorf("%s: %q at %q, want %q at %q", name, c.leaf.Value, at(c.leaf.Range), c.value, c.place)
		}
	}
	if at(r.Tag(root)) != `<a b=" x " c="">` || r.Tag(xmltree.Node{}).IsSet() || r.Content(xmltree.Node{}).IsSet() {
		t.Error("tags are misplaced")
	}
}

func TestKeepCopies(t *testing.T) {
	r := leaves.NewReader(nil)
	for _, s := range []string{"abc", strings.Repeat("abc", 100)} {
		kept := r.Keep(s)
		if kept != s || unsafe.StringData(kept) == unsafe.StringData(s) {
			t.Errorf("%q is not a copy of %q", kept, s)
		}
	}
	if a, b := r.Keep("abc"), r.Keep("abc"); unsafe.StringData(a) != unsafe.StringData(b) {
		t.Error("a short string is copied each time")
	}
}

func TestList(t *testing.T) {
	r, root, at := open(t, `<r><a> x, y ,, z</a><b>x&#44;y</b><c></c></r>`)
	for path, want := range map[string][][2]string{
		"a": {{"x", "x"}, {"y", "y"}, {"z", "z"}},
		"b": {{"x", "x&#44;y"}, {"y", "x&#44;y"}},
		"c": nil,
		"d": nil,
	} {
		list := r.List(r.Text(root, path))
		if len(list) != len(want) {
			t.Fatalf("%s: %v", path, list)
		}
		for i, leaf := range list {
			if leaf.Value != want[i][0] || at(leaf.Range) != want[i][1] {
				t.Errorf("%s: %q at %q, want %v", path, leaf.Value, at(leaf.Range), want[i])
			}
		}
	}
}

func TestNumberAndFlag(t *testing.T) {
	place := model.Range{From: 1, To: 2}
	for text, want := range map[string]model.Int{
		"":           {},
		"42":         {Value: 42, Range: place},
		"-1":         {Value: -1, Range: place},
		"1.0":        {Bad: "1.0", Range: place},
		"9999999999": {Bad: "9999999999", Range: place},
	} {
		if got := leaves.Int(model.Text{Value: text, Range: place}); got != want {
			t.Errorf("number %q: %+v, want %+v", text, got, want)
		}
	}
	for text, want := range map[string]model.Flag{
		"":     {},
		"1":    {Value: true, Range: place},
		"True": {Value: true, Range: place},
		"0":    {Range: place},
		"no":   {Bad: "no", Range: place},
	} {
		if got := leaves.Flag(model.Text{Value: text, Range: place}); got != want {
			t.Errorf("flag %q: %+v, want %+v", text, got, want)
		}
	}
}

func TestGUID(t *testing.T) {
	r := leaves.NewReader(nil)
	for text, want := range map[string]string{
		"{ABCDEF01-2345-6789-ABCD-EF0123456789}": "abcdef01-2345-6789-abcd-ef0123456789",
		"abcdef01-2345-6789-abcd-ef0123456789":   "abcdef01-2345-6789-abcd-ef0123456789",
		"":                                       "",
	} {
		if got := r.GUID(model.Text{Value: text}).Value; got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
