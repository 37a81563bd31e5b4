package assembly_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/solcheck/solcheck/analyzers/analyzertest"
	"github.com/solcheck/solcheck/analyzers/assembly"
	"github.com/solcheck/solcheck/analyzers/unit"
)

func flow(tb testing.TB) []byte {
	tb.Helper()
	data, err := os.ReadFile("testdata/Flow.dll")
	if err != nil {
		tb.Fatal(err)
	}
	return data
}

func read(tb testing.TB, files analyzertest.Files) *assembly.Model {
	tb.Helper()
	m, ok := analyzertest.Run(tb, assembly.Analyzer, unit.Folder, files).Value.(*assembly.Model)
	if !ok {
		tb.Fatal("the result is no model")
	}
	return m
}

func one(tb testing.TB) *assembly.Assembly {
	tb.Helper()
	m := read(tb, analyzertest.Files{"Flow.dll": flow(tb)})
	if len(m.Assemblies) != 1 || len(m.Unread()) != 0 {
		tb.Fatalf("%d assemblies, problems %v", len(m.Assemblies), m.Unread())
	}
	return m.Assemblies[0]
}

func TestFlowIsCompiled(t *testing.T) {
	source, err := os.ReadFile("testdata/Flow.cs")
	if err != nil {
		t.Fatal(err)
	}
	if r := one(t).Image.Resources(); len(r) != 1 || !bytes.Equal(r[0].Data, source) {
		t.Error("Flow.dll was compiled from another Flow.cs: run testdata/flow.sh")
	}
}

// TestReached lists the code that runs: through a base class, a lambda, an
// interface and an async method, and not what nobody calls.
func TestReached(t *testing.T) {
	a := one(t)
	if len(a.Entries) != 1 || a.Entries[0].Type.FullName != "Contoso.Visits" || a.Entries[0].Method.Owner.FullName != "Contoso.Base" {
		t.Errorf("entries %v", a.Entries)
	}
	got := make(map[string]bool)
	for _, c := range a.Reached {
		got[c.Type()+"."+c.Member()] = true
	}
	for _, want := range []string{
		"Contoso.Base.Execute(IServiceProvider)", "Contoso.Visits.Run(IOrganizationService)", "Contoso.Visits.Columns(bool)",
		"Contoso.Visits.Later(IOrganizationService)", "Contoso.Counter.Contoso.ICounter.Count(string)",
	} {
		if !got[want] {
			t.Errorf("%s does not run", want)
		}
	}
	if got["Contoso.Visits.Dead()"] {
		t.Error("what nobody calls runs")
	}
}

func TestCalls(t *testing.T) {
	a := one(t)
	var got []string
	for _, c := range a.Reached {
		for _, call := range c.Calls {
			switch {
			case call.IsNew("Microsoft.Xrm.Sdk.Query.ColumnSet"):
				for _, v := range call.Last().Possible() {
					got = append(got, fmt.Sprintf("ColumnSet %t in %s", v.IsTrue(), c.Member()))
				}
			case call.Is("Contoso.ICounter", "Count"):
				got = append(got, fmt.Sprintf("Count in a loop: %t", c.InLoop(call.Offset)))
			case call.Is("Microsoft.Xrm.Sdk.IOrganizationService", "Delete"):
				got = append(got, fmt.Sprintf("Delete %q in %s", call.Arg(1).Text, c.Member()))
			}
		}
	}
	slices.Sort(got)
	want := []string{"ColumnSet true in Columns(bool)", "Count in a loop: true", `Delete "account" in Later(IOrganizationService)`}
	if !slices.Equal(got, want) {
		t.Errorf("calls %q, want %q", got, want)
	}
}

func TestEscapes(t *testing.T) {
	a := one(t)
	got := make(map[string]bool)
	for _, c := range a.Reached {
		for _, thrown := range c.Throws {
			name := thrown.Value.Member.OwnerName()
			got[name] = c.Escapes(thrown.Offset, name)
		}
	}
	if got["System.InvalidOperationException"] || !got["System.ArgumentException"] || !got["Microsoft.Xrm.Sdk.InvalidPluginExecutionException"] {
		t.Errorf("what escapes: %v", got)
	}
}

func TestMembers(t *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create("lib/net462/Flow.dll")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(flow(t)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	m := read(t, analyzertest.Files{
		"a/Contoso.nupkg": b.Bytes(), "broken.dll": flow(t)[:3000], "native.dll": []byte("MZ and no .NET"), "bad.nupkg": []byte("text"),
	})
	if len(m.Assemblies) != 1 || m.Assemblies[0].Packed != "lib/net462/Flow.dll" || m.Assemblies[0].Member != "a/Contoso.nupkg" {
		t.Errorf("assemblies %v", m.Assemblies)
	}
	var unread []string
	for _, p := range m.Unread() {
		unread = append(unread, p.Member)
	}
	if !slices.Equal(unread, []string{"bad.nupkg", "broken.dll"}) {
		t.Errorf("unread %q", unread)
	}
}

func FuzzModel(f *testing.F) {
	f.Add(flow(f))
	f.Add(fixture(f, "Rows.dll"))
	f.Add(fixture(f, "Packed.dll"))
	f.Add(fixture(f, "Counters.dll"))
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, a := range read(t, analyzertest.Files{"Flow.dll": data}).Assemblies {
			a.Counters()
			for _, c := range a.Reached {
				for _, thrown := range c.Throws {
					c.Escapes(thrown.Offset, "System.Exception")
				}
				for _, call := range c.Calls {
					c.Unchanged(call.Last())
					call.Last().Table()
					c.IsTraced(call.Result)
				}
				c.EmptyHandlers()
				if strings.Contains(c.Where(0), "\x00") {
					t.Error("a place holds a NUL")
				}
			}
		}
	})
}

func BenchmarkModel(b *testing.B) {
	data := flow(b)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		read(b, analyzertest.Files{"Flow.dll": data})
	}
}
