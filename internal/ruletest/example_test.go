package ruletest

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

// TestComplete tells for each example what is supplied to it and how it is
// judged.
func TestComplete(t *testing.T) {
	solution := []unit.Kind{unit.Solution}
	both := []string{zipped, folder}
	for name, tt := range map[string]struct {
		kinds    []unit.Kind
		files    []string
		options  []string
		supplied []string
		layouts  []string
	}{
		"solution":      {solution, []string{"Workflows/a.json"}, nil, []string{"solution.xml", "customizations.xml", "[Content_Types].xml"}, both},
		"half":          {solution, []string{"Customizations.xml"}, nil, []string{"solution.xml", "[Content_Types].xml"}, both},
		"unpacked":      {solution, []string{"Other/Customizations.xml"}, nil, []string{"Other/Solution.xml"}, []string{folder}},
		"bare":          {solution, []string{"customizations.xml"}, []string{bare}, nil, both},
		"every kind":    {nil, []string{"a.txt"}, nil, []string{"solution.xml", "customizations.xml", "[Content_Types].xml"}, both},
		"loose":         {[]unit.Kind{unit.Solution, unit.Folder}, []string{"a.js"}, nil, nil, []string{folder}},
		"not loose":     {[]unit.Kind{unit.Solution, unit.Folder}, []string{"a.js", "customizations.xml"}, nil, []string{"solution.xml", "[Content_Types].xml"}, both},
		"connector":     {[]unit.Kind{unit.Connector}, []string{"apiDefinition.swagger.json"}, nil, nil, both},
		"deployment":    {nil, []string{"Pkg/ImportConfig.xml", "Pkg/a.zip!/solution.xml"}, nil, nil, both},
		"only a zip":    {solution, []string{"solution.xml"}, []string{zipped, bare}, nil, []string{zipped}},
		"only a folder": {solution, []string{"solution.xml"}, []string{folder, bare}, nil, []string{folder}},
		"climbs":        {solution, []string{"solution.xml", "../a"}, []string{bare}, nil, []string{zipped}},
		"twice":         {solution, []string{"solution.xml", "a", "A"}, []string{bare}, nil, []string{zipped}},
	} {
		t.Run(name, func(t *testing.T) {
			r := &rule.Rule{ID: "web-use-async", Kinds: tt.kinds}
			x := example{options: tt.options}
			for _, f := range tt.files {
				x.files = append(x.files, file{name: f})
			}
			x.complete(r)
			var supplied []string
			for _, f := range x.files[len(tt.files):] {
				supplied = append(supplied, f.name)
			}
			if !slices.Equal(supplied, tt.supplied) {
				t.Errorf("supplied %q, want %q", supplied, tt.supplied)
			}
			if got := x.layouts(r); !slices.Equal(got, tt.layouts) {
				t.Errorf("judged as %q, want %q", got, tt.layouts)
			}
		})
	}
}

func TestUnknownOption(t *testing.T) {
	x := example{options: []string{bare, "bear"}}
	if err := x.unknownOption(); err == nil || !strings.Contains(err.Error(), `"bear"`) {
		t.Errorf("got %v", err)
	}
}

func TestLimited(t *testing.T) {
	r := &rule.Rule{ID: "form-limit-tabs", Limit: &rule.Limit{Default: 8, Least: 1, Most: 9, Of: "tabs"}}
	for options, want := range map[string]int{"": 8, "bare": 8, "limit=3": 3} {
		x := example{options: []string{options}}
		if got, err := x.limited(r); err != nil || got.Limit.Value() != want {
			t.Errorf("%q: got %v, %v; want the limit %d", options, got, err, want)
		}
	}
	for option, want := range map[string]string{
		"limit=":   `the option "limit=": strconv.Atoi: parsing "": invalid syntax`,
		"limit=10": "form-limit-tabs: 10 is no limit for the number of tabs: expected a whole number from 1 to 9, by default 8",
	} {
		x := example{options: []string{bare, option}}
		if _, err := x.limited(r); err == nil || err.Error() != want {
			t.Errorf("%q: got %v, want %s", option, err, want)
		}
	}
}

func TestPack(t *testing.T) {
	b, err := pack([]file{{"a", "1"}, {"in.zip!/b", "2"}, {"a", "3"}, {"in.zip!/deep.zip!/c", "4"}})
	if err != nil {
		t.Fatal(err)
	}
	want := "a=1\nin.zip:\nb=2\ndeep.zip:\nc=4\na=3\n"
	if got := list(t, b); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestZip packs a folder with a folder in it that stands for a zip.
func TestZip(t *testing.T) {
	root := t.TempDir()
	for name, text := range map[string]string{"a.txt": "1", "Pkg/core.zip/b.txt": "2"} {
		if err := write(filepath.Join(root, filepath.FromSlash(name)), []byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	b, err := os.ReadFile(Zip(t, root))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := list(t, b), "Pkg/core.zip:\nb.txt=2\na.txt=1\n"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// list shows the entries of a zip, and of the zips in it.
func list(t *testing.T, b []byte) string {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	var s strings.Builder
	for _, f := range r.File {
		rc, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(rc)
		if err != nil {
			t.Fatal(err)
		}
		if filepath.Ext(f.Name) == ".zip" {
			s.WriteString(f.Name + ":\n" + list(t, content))
			continue
		}
		s.WriteString(f.Name + "=" + string(content) + "\n")
	}
	return s.String()
}

func TestDifference(t *testing.T) {
	got := difference("a\nb\nc\n", "a\nd\nc\n")
	if want := "written: b\nprinted: d\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
