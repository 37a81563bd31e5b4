package solutions

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestField makes defects in the good solutions as they are made in those of the
// field: each is found in both layouts, and nothing is said besides.
func TestField(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{"plugins", "solution", "whole"} {
		p, err := Folder(filepath.Join("..", "..", "..", "testdata", "clean", name))
		if err != nil {
			t.Fatal(err)
		}
		zip, err := pack(p)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(folder, name+".zip"), zip, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	sources, err := Collect([]string{folder})
	if err != nil || len(sources) != 3 {
		t.Fatalf("collected %d solutions, want 3; %v", len(sources), err)
	}
	all, _, err := Defects()
	if err != nil {
		t.Fatal(err)
	}
	var defects []*Defect // a few; the catalogue's test makes all of them
	for i := 0; i < len(all); i += 7 {
		defects = append(defects, all[i])
	}
	var told strings.Builder
	n, err := (&Field{Sources: sources, Each: 1}).Try(t.Context(), defects, &told)
	if err != nil {
		t.Fatal(err)
	}
	if n.Made != len(defects) || n.Missed+n.Besides+n.Apart > 0 {
		t.Errorf("of %d defects: %+v\n%s", len(defects), n, told.String())
	}
}

// TestCompare sees that what is missed and what is said besides is told.
func TestCompare(t *testing.T) {
	l := Packed(Package{customizations: []byte("<a/>\n<b/>\n")})
	a, b := Place{customizations, 0}, Place{customizations, 5}
	m := &Mutant{Source: NewSource("visits", nil), Defect: &Defect{Rule: "web-x", With: []string{"web-y"}, Also: []string{"web-z"}}, At: b}
	for name, tt := range map[string]struct {
		old, now        []Finding
		missed, besides int
		told            string
	}{
		"found":        {nil, []Finding{{Rule: "web-x", At: b}}, 0, 0, ""},
		"elsewhere":    {nil, []Finding{{Rule: "web-x", At: a}}, 1, 0, "web-x: visits: not found at customizations.xml:2:1\n"},
		"twice":        {nil, []Finding{{Rule: "web-x", At: b}, {Rule: "web-x", At: a, Shown: "here", Message: "x"}}, 0, 1, "web-x: visits: besides (the place is customizations.xml:2:1), such as here: web-x: x\n"},
		"with another": {nil, []Finding{{Rule: "web-x", At: b}, {Rule: "web-y", At: a}, {Rule: "web-z", At: a}, {Rule: "web-z", At: b}}, 0, 0, ""},
		"as before":    {[]Finding{{Rule: "web-v", At: a}}, []Finding{{Rule: "web-x", At: b}, {Rule: "web-v", At: a}}, 0, 0, ""},
		"besides":      {nil, []Finding{{Rule: "web-x", At: b}, {Rule: "web-v", At: a, Shown: "here", Message: "v"}}, 0, 1, "web-x: visits: besides (the place is customizations.xml:2:1), such as here: web-v: v\n"},
	} {
		var told strings.Builder
		r := &trial{told: &told}
		r.compare(m, l, b, tt.old, tt.now)
		if r.count.Missed != tt.missed || r.count.Besides != tt.besides || told.String() != tt.told {
			t.Errorf("%s: got %+v and %q, want %d missed, %d besides and %q", name, r.count, told.String(), tt.missed, tt.besides, tt.told)
		}
	}
}

// TestLayouts sees that what only one layout has is told.
func TestLayouts(t *testing.T) {
	p := Package{customizations: []byte("<ImportExportXml><Roles><Role name=\"a\"/></Roles></ImportExportXml>"), manifest: []byte("<ImportExportXml/>")}
	unpacked, err := Unpack(p)
	if err != nil {
		t.Fatal(err)
	}
	at := Place{customizations, len("<ImportExportXml><Roles>")}
	there, ok := unpacked.Find(at)
	if !ok || there.Member != "Roles/a.xml" {
		t.Fatalf("the role is at %v", there)
	}
	same, zip, sources := Finding{Rule: "role-x", At: at}, Finding{Rule: "role-y", At: at, Shown: "z"}, Finding{Rule: "role-z", At: there, Shown: "s"}
	var told strings.Builder
	r := &trial{told: &told}
	r.layouts(NewSource("visits", p), [2]*verdict{{Packed(p), []Finding{same, zip}}, {unpacked, []Finding{{Rule: "role-x", At: there}, sources}}})
	want := "visits: only the zip has z: role-y: \nvisits: only the unpacked sources have s: role-z: \n"
	if told.String() != want || r.count.Apart != 2 {
		t.Errorf("got %q, want %q", told.String(), want)
	}
}
