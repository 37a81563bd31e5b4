package assembly_test

import (
	"bytes"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/solcheck/solcheck/analyzers/analyzertest"
	"github.com/solcheck/solcheck/analyzers/assembly"
)

func fixture(tb testing.TB, name string) []byte {
	tb.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		tb.Fatal(err)
	}
	return data
}

func TestFixturesAreCompiled(t *testing.T) {
	m := read(t, analyzertest.Files{"Rows.dll": fixture(t, "Rows.dll"), "Counters.dll": fixture(t, "Counters.dll"), "Hidden.dll": fixture(t, "Hidden.dll"), "Packed.dll": fixture(t, "Packed.dll")})
	for _, a := range m.Assemblies {
		for _, r := range a.Image.Resources() {
			if source, ok := strings.CutSuffix(r.Name, ".cs"); ok && !bytes.Equal(r.Data, fixture(t, source+".cs")) {
				t.Errorf("%s was compiled from another %s: run testdata/flow.sh", a.FileName(), r.Name)
			}
		}
	}
}

// TestRuns tells the plug-ins of one base class apart.
func TestRuns(t *testing.T) {
	m := read(t, analyzertest.Files{"Rows.dll": fixture(t, "Rows.dll")})
	for _, e := range m.Assemblies[0].Entries {
		var got []string
		for _, c := range e.Runs {
			if c.Method.Name != ".ctor" {
				got = append(got, c.Type()+"."+c.Method.Name)
			}
		}
		want := map[string][]string{
			"Contoso.Changes": {"Contoso.RowBase.Execute", "Contoso.Changes.Run"},
			"Contoso.Queries": {"Contoso.RowBase.Execute", "Contoso.Queries.Run", "Contoso.Queries.All", "Contoso.Queries.One", "Contoso.Queries.Each"},
		}[e.Type.FullName]
		if !slices.Equal(got, want) {
			t.Errorf("from %s runs %q, want %q", e.Type, got, want)
		}
	}
}

// TestRows follows what is updated: the target, new rows, and retrieved ones.
func TestRows(t *testing.T) {
	m := read(t, analyzertest.Files{"Rows.dll": fixture(t, "Rows.dll")})
	var got []string
	for _, c := range m.Assemblies[0].Reached {
		for _, call := range c.Calls {
			switch {
			case call.Is("Microsoft.Xrm.Sdk.IOrganizationService", "Update"):
				row := call.Last()
				all, columns := c.Unchanged(row)
				got = append(got, fmt.Sprintf("%s: target %t, table %q, early %t, all %t, unchanged %q", c.Method.Name, row.IsTarget(), row.Table(), row.IsEarlyBound(), all, columns))
			case call.Is("Microsoft.Xrm.Sdk.IOrganizationService", "Delete") && call.Arg(2).IsNew("System.Guid"):
				got = append(got, "delete "+call.Arg(2).Args[0].Text)
			}
		}
		for _, clause := range c.EmptyHandlers() {
			got = append(got, fmt.Sprintf("%s: empty handler of %s", c.Method.Name, m.Assemblies[0].Image.TypeOf(clause.Catch)))
		}
	}
	want := []string{
		`Run: target true, table "", early false, all false, unchanged []`,
		`Run: target true, table "", early true, all false, unchanged []`,
		`Run: target false, table "account", early true, all false, unchanged []`,
		`Run: target false, table "contact", early false, all false, unchanged []`,
		"delete 7d1c9f3e-25b8-4d3a-9f60-8a4b2c1d0e5f",
		`All: target false, table "", early false, all true, unchanged []`,
		`One: target false, table "", early false, all false, unchanged ["country"]`,
		`Each: target false, table "", early false, all false, unchanged ["city"]`,
		"Each: empty handler of Exception",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// TestNotes lists what is said of assemblies that hide something: native code, and
// names that an obfuscator made; and opens what Costura packed.
func TestNotes(t *testing.T) {
	mixed := slices.Clone(fixture(t, "Flow.dll"))
	header := bytes.Index(mixed, []byte{72, 0, 0, 0, 2, 0, 5, 0}) // the size and version of the CLI header
	mixed[header+16] &^= 1                                        // IL only
	m := read(t, analyzertest.Files{"Mixed.dll": mixed, "Packed.dll": fixture(t, "Packed.dll")})
	var got []string
	for _, a := range m.Assemblies {
		got = append(got, a.Member+" "+a.Packed)
	}
	for _, p := range m.Unread() {
		got = append(got, p.Member+" "+p.Message)
	}
	want := []string{
		"Mixed.dll ", "Packed.dll ", "Packed.dll flow.dll",
		"Mixed.dll holds native code, which is not checked",
		"Packed.dll is obfuscated with ConfuserEx: names in findings are not those of the source, and code that it hides is not checked",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if entries := m.Assemblies[2].Entries; len(entries) != 1 || entries[0].Kind != assembly.PlugIn {
		t.Errorf("the packed assembly has the entries %v", entries)
	}
}
