package solutions

import (
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/solcheck/solcheck/analyzers/syntax/xmltree"
)

func good(t *testing.T) Package {
	t.Helper()
	p, err := Folder(filepath.Join("..", "..", "..", "testdata", "clean", "whole"))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

const garden = `<garden>
  <bed Name="a" sunny="yes"><Kind>Rose</Kind><plant Name="r1"/><plant Name="r2"><leaf/></plant></bed>
  <bed Name="b"><Kind>Lily</Kind><Kind>Rose</Kind><shed><plant Name="l1"/></shed></bed>
</garden>`

func TestTrail(t *testing.T) {
	doc, err := xmltree.Parse([]byte(garden))
	if err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{
		"bed":                         "a b",
		"bed/plant":                   "r1 r2",
		"bed//plant":                  "r1 r2 l1",
		"*/plant[leaf]":               "r2",
		"bed/plant[!leaf]":            "r1",
		"bed[@sunny]":                 "a",
		"bed[!@sunny]":                "b",
		"bed[@sunny!=no]":             "a b",
		"bed[@sunny=YES|no]":          "a",
		"bed[Kind=lily]":              "b",
		"bed[Kind=Rose]":              "a b",
		"bed[Kind=Rose][shed/plant]":  "b",
		"bed[@Name=${one}]/shed":      "",
		"bed[@Name=${two}]/shed/*":    "l1",
		"bed[Kind=Tulip]//plant/leaf": "",
	} {
		p, err := parseTrail(path)
		if err != nil {
			t.Errorf("%s: %v", path, err)
			continue
		}
		var names []string
		for n := range p.all(doc.Root(), strings.NewReplacer("${one}", "a", "${two}", "b").Replace) {
			name, _ := n.Attr("Name")
			names = append(names, name)
		}
		if got := strings.Join(names, " "); got != want {
			t.Errorf("%s leads to %q, want %q", path, got, want)
		}
	}
	if _, err := parseTrail("bed[Kind=Rose"); err == nil {
		t.Error("a condition that is not closed is no error")
	}
}

func TestParse(t *testing.T) {
	for text, want := range map[string]string{
		"  set a b\n":                              "belongs to no defect",
		"web-x\n  prune a\n":                       `nothing is done by "prune"`,
		"web-x\n  set\n":                           "says not where",
		"web-x\n  set a[b c\n":                     "is not closed",
		"none web-x because it is so\nweb-y\n":     "",
		"let x = a/b\nweb-x\n  set {x} c\n  | d\n": "",
	} {
		_, _, err := parse(text)
		if (err == nil) != (want == "") || err != nil && !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got the error %v, want %q", text, err, want)
		}
	}
}

// TestMake tells what edits make of a text, with the place in brackets.
func TestMake(t *testing.T) {
	for name, tt := range map[string]struct{ defect, old, want string }{
		"set text":       {"set a new", "<r><a>old</a></r>", "<r><a>[]new</a></r>"},
		"set nothing":    {"set a new", "<r><a /></r>", "<r><a >[]new</a></r>"},
		"set attribute":  {"set a/@b new", `<r><a b="old"/></r>`, `<r><a b="[]new"/></r>`},
		"set a new one":  {"set a/@b ‸new", `<r><a c=""/></r>`, `<r><a b="[]new" c=""/></r>`},
		"add":            {"add a <b/>", "<r><a><c/></a></r>", "<r><a><c/>[]<b/></a></r>"},
		"add to nothing": {"add a <b/>", "<r><a/></r>", "<r><a>[]<b/></a></r>"},
		"before":         {"before a <b/>", "<r><a/></r>", "<r>[]<b/><a/></r>"},
		"replace":        {"replace a <b/>", "<r><a>x</a></r>", "<r>[]<b/></r>"},
		"delete":         {"pick a\n  delete ./b\n  at .", "<r><a><b/></a></r>", "<r>[]<a></a></r>"},
		"delete another": {"delete b\n  at a/@c", `<r><b/><a c="1"/></r>`, `<r><a c="[]1"/></r>`},
		"delete one":     {"pick a\n  delete ./@b\n  at .", `<r><a b="1" c="2"/></r>`, `<r>[]<a c="2"/></r>`},
		"copy":           {`copy a "1" "2"`, `<r><a b="1"/></r>`, `<r><a b="1"/>[]<a b="2"/></r>`},
		"variable":       {"pick a\n  pick b[@c=${d}]\n  set . ${d}${e}", `<r><a d="1"/><b c="2"/><b c="1"><e>5</e></b></r>`, `<r><a d="1"/><b c="2"/><b c="1">[]15</b></r>`},
		"another pick":   {"pick a\n  if ./b\n  set ./b 1", `<r><a/><a><b>0</b></a></r>`, `<r><a/><a><b>[]1</b></a></r>`},
		"around":         {"pick a/b/c\n  set ..a/@d 1", `<r><a d="0"><b><c/></b></a></r>`, `<r><a d="[]1"><b><c/></b></a></r>`},
		"many times":     {"add a [[2 <b#/>]]‸<c/>", "<r><a/></r>", "<r><a><b0/><b1/>[]<c/></a></r>"},
		"no place":       {"set b 1", "<r><a/></r>", ""},
		"no variable":    {"pick a\n  set . ${b}", "<r><a>1</a></r>", ""},
		"unless":         {"unless a\n  add b <c/>", "<r><a/><b/></r>", ""},
	} {
		list, _, err := parse("web-x\n  " + tt.defect + "\n")
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		m, err := list[0].Make(NewSource("", Package{customizations: []byte(tt.old)}), rand.New(rand.NewPCG(1, 2)))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		got := ""
		if m != nil {
			text := string(m.Package[customizations])
			got = text[:m.At.Offset] + "[]" + text[m.At.Offset:]
		}
		if got != tt.want {
			t.Errorf("%s: got %s, want %s", name, got, tt.want)
		}
	}
}

// TestUnpack looks for each place of the good solution in the sources that it is
// unpacked to, and finds the same text there.
func TestUnpack(t *testing.T) {
	p := good(t)
	l, err := Unpack(p)
	if err != nil {
		t.Fatal(err)
	}
	for member, text := range p {
		for at := 0; at < len(text); at += 7 {
			found, ok := l.Find(Place{member, at})
			if ok && l.Members[found.Member][found.Offset] != text[at] {
				t.Fatalf("%s, byte %d, is not what %s holds at byte %d", member, at, found.Member, found.Offset)
			}
			if !ok && member != customizations && member != contentTypes {
				t.Fatalf("%s, byte %d, is nowhere", member, at)
			}
		}
	}
	var folders []string
	for name := range l.Members {
		folder, _, _ := strings.Cut(name, "/")
		folders = append(folders, folder)
	}
	slices.Sort(folders)
	want := []string{
		"AppModuleSiteMaps", "AppModules", "Controls", "Dashboards", "Entities", "OptionSets", "Other", "PluginAssemblies", "Reports", "Roles",
		"SdkMessageProcessingSteps", "WebResources", "Workflows", "customapis", "duplicaterules", "environmentvariabledefinitions",
	}
	if diff := cmp.Diff(want, slices.Compact(folders)); diff != "" {
		t.Error(diff)
	}
}

// TestFormats sees that what was unpacked is XML where it was.
func TestFormats(t *testing.T) {
	l, err := Unpack(good(t))
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range l.Members {
		if filepath.Ext(name) != ".xml" {
			continue
		}
		if _, err := xmltree.Parse(text); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}
