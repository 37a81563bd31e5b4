package artifact

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/internal/artifact/ziptest"
)

func inFolder(tb testing.TB, files map[string]string) {
	tb.Helper()
	folder := tb.TempDir()
	tb.Chdir(folder)
	ziptest.Write(tb, folder, files)
}

func link(tb testing.TB, target, name string) {
	tb.Helper()
	if err := os.Symlink(target, name); err != nil {
		tb.Fatal(err)
	}
}

func openOne(tb testing.TB, path string, l Limits) *Package {
	tb.Helper()
	sources, _, err := Find([]string{path})
	if err != nil || len(sources) != 1 {
		tb.Fatalf("%d sources, %v", len(sources), err)
	}
	p, err := sources[0].Open(context.Background(), l)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := p.Close(); err != nil {
			tb.Error(err)
		}
	})
	return p
}

func names(p *Package) []string {
	var list []string
	for _, m := range p.Members {
		list = append(list, m.Name)
	}
	return list
}

func TestLinks(t *testing.T) {
	inFolder(t, map[string]string{
		"secret/a.js": "secret", "repo/dist/b.js": "b", "repo/sol/solution.xml": manifest.content, "repo/sol/customizations.xml": "<ImportExportXml/>",
	})
	link(t, "../dist", "repo/sol/WebResources")
	link(t, "../../secret", "repo/sol/out")
	link(t, "../../secret/a.js", "repo/sol/a.js")
	link(t, "nothing", "repo/sol/broken.js")
	link(t, "../sol", "repo/sol/loop")
	link(t, "customizations.xml", "repo/sol/again.xml")
	link(t, "../secret", "repo/elsewhere")
	link(t, "dist/b.js", "repo/c.js")

	sources, skipped, err := Find([]string{"repo"})
	if err != nil {
		t.Fatal(err)
	}
	if len(sources) != 2 || !slices.Equal(sources[0].loose, []string{"dist/b.js"}) || len(skipped) != 1 || skipped[0].Path != "repo/elsewhere" {
		t.Errorf("%+v, %v", sources, skipped)
	}
	p, err := sources[1].Open(t.Context(), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"WebResources/b.js", "again.xml", "customizations.xml", "solution.xml"}, names(p)); diff != "" {
		t.Error(diff)
	}
	if b, err := mustMember(t, p, "WebResources/b.js").Bytes(); string(b) != "b" || err != nil {
		t.Errorf("%q, %v", b, err)
	}
	want := []string{
		"unreadable: repo/sol/a.js is a symbolic link out of the folder that was given, and not followed",
		"unreadable: repo/sol/broken.js is a symbolic link to nothing",
		"unreadable: repo/sol/loop is a symbolic link to a folder that it lies in",
		"unreadable: repo/sol/out is a symbolic link out of the folder that was given, and not followed",
	}
	if diff := cmp.Diff(want, faultsOf(p)); diff != "" {
		t.Error(diff)
	}
	if err := p.Close(); err != nil {
		t.Error(err)
	}
	// Given by itself, the solution ends at its own folder.
	alone := openOne(t, "repo/sol", Limits{})
	if _, ok := alone.Member("WebResources/b.js"); ok {
		t.Error("a link out of what was given is followed")
	}
}

// TestAFileThatBecomesALink swaps a file for a link while the package is open.
func TestAFileThatBecomesALink(t *testing.T) {
	inFolder(t, map[string]string{"secret.js": "secret", "sol/solution.xml": manifest.content, "sol/a.js": "a"})
	p := openOne(t, "sol", Limits{})
	if err := os.Remove("sol/a.js"); err != nil {
		t.Fatal(err)
	}
	link(t, "../secret.js", "sol/a.js")
	if b, err := mustMember(t, p, "a.js").Bytes(); err == nil {
		t.Errorf("%q is read", b)
	}
}

func TestFilesThatChange(t *testing.T) {
	inFolder(t, map[string]string{"sol/solution.xml": manifest.content, "sol/a.js": "a", "sol/CanvasApps/a.msapp/Header.json": "{}"})
	p := openOne(t, "sol", Limits{Member: 5000})
	for name, content := range map[string]string{"sol/a.js": strings.Repeat("x", 6000), "sol/CanvasApps/a.msapp": "PK"} {
		if err := os.WriteFile(name, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := mustMember(t, p, "a.js").Bytes(); err == nil || !strings.Contains(err.Error(), "one member may have") {
		t.Error(err)
	}
	if err := os.Remove("sol/solution.xml"); err != nil {
		t.Fatal(err)
	}
	if _, err := mustMember(t, p, "solution.xml").Bytes(); !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
	source := Source{Path: "sol", root: "sol", form: unitFolder}
	if _, err := source.Open(t.Context(), Limits{}); err == nil || !strings.Contains(err.Error(), "changed") {
		t.Error(err)
	}
	if _, err := (Source{Path: "gone.zip", root: "gone.zip"}).Open(t.Context(), Limits{}); !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
	if _, err := (Source{Path: "gone", root: "gone", form: unitFolder}).Open(t.Context(), Limits{}); !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
}

func TestLooseFilesThatVanish(t *testing.T) {
	inFolder(t, map[string]string{"web/a.js": "a", "web/b.js": "b"})
	sources, _, err := Find([]string{"web"})
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Remove("web/a.js"); err != nil {
		t.Fatal(err)
	}
	p, err := sources[0].Open(t.Context(), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"unreadable: web/a.js cannot be read: it is not there"}
	if diff := cmp.Diff(want, faultsOf(p)); diff != "" || len(p.Members) != 1 {
		t.Error(diff)
	}
	if err := p.Close(); err != nil {
		t.Error(err)
	}
}

func TestManyFilesOnDisk(t *testing.T) {
	files := map[string]string{"sol/solution.xml": manifest.content, "web/0.js": "a"}
	for i := range 30 {
		files[fmt.Sprintf("sol/WebResources/%02d.js", i)] = "a"
		files[fmt.Sprintf("web/%d.js", i)] = "a"
	}
	inFolder(t, files)
	for _, folder := range []string{"sol", "web"} {
		p := openOne(t, folder, Limits{Entries: 20})
		if len(p.Members) < 15 || len(p.Members) > 20 || len(p.Faults) != 1 || p.Faults[0].Kind != unit.Limit {
			t.Errorf("%s: %d members, %v", folder, len(p.Members), p.Faults)
		}
	}
}

func TestPackagesByAnyName(t *testing.T) {
	inFolder(t, map[string]string{"core.zip/solution.xml": manifest.content})
	if err := os.Rename("core.zip", "core.backup"); err != nil {
		t.Fatal(err)
	}
	if p := openOne(t, "core.backup", Limits{}); p.Kind != unit.Solution || p.Path != "core.backup" || p.Disk != "core.backup" {
		t.Errorf("%s %s on %s", p.Kind, p.Path, p.Disk)
	}
	link(t, "core.backup", "link")
	link(t, ".", "here")
	sources, _, err := Find([]string{"link", "here/core.backup", "core.backup"})
	if err != nil || len(sources) != 1 {
		t.Errorf("%v, %v", sources, err)
	}
}

func TestBroken(t *testing.T) {
	inFolder(t, map[string]string{"a/x.zip": "PK\x03\x04", "a/a.js": "a", "b/solution.xml": manifest.content, "b/CanvasApps/x.msapp": "<html>"})
	sources, _, err := Find([]string{"a", "b"})
	if err != nil || len(sources) != 3 {
		t.Fatalf("%v, %v", sources, err)
	}
	p := openOne(t, "b", Limits{})
	want := []string{"unreadable: b/CanvasApps/x.msapp is a page or XML and not a zip"}
	if diff := cmp.Diff(want, faultsOf(p)); diff != "" {
		t.Error(diff)
	}
	if in := p.Inner[0]; in.Disk != "b/CanvasApps/x.msapp" || !in.InZip || in.Kind != unit.Unknown {
		t.Errorf("%+v", in)
	}
}

func TestCancel(t *testing.T) {
	inFolder(t, map[string]string{"a.zip/solution.xml": manifest.content, "sol/solution.xml": manifest.content, "sol/x.msapp/Header.json": ""})
	sources, _, err := Find([]string{"."})
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for _, s := range sources {
		if _, err := s.Open(ctx, Limits{}); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v", s.Path, err)
		}
	}
}

func TestAClosedPackageCannotBeRead(t *testing.T) {
	inFolder(t, map[string]string{"a.zip/b.zip/solution.xml": manifest.content, "sol/solution.xml": manifest.content, "sol/x.msapp/Header.json": "{}", "sol/x.msapp/Properties.json": "{}", "sol/x.msapp/packed.json": "{}"})
	sources, _, err := Find([]string{"."})
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range sources {
		p, err := s.Open(t.Context(), Limits{})
		if err != nil {
			t.Fatal(err)
		}
		if err := p.Close(); err != nil {
			t.Error(err)
		}
		for q := range p.All() {
			for _, m := range q.Members {
				if _, err := m.Bytes(); err == nil {
					t.Errorf("%s of the closed %s is read", m.Name, q.Path)
				}
			}
		}
		if err := p.Close(); err != nil {
			t.Error("a second time:", err)
		}
	}
}

// TestFindHoldsNoFiles looks at the open files of the process.
func TestFindHoldsNoFiles(t *testing.T) {
	if runtime.GOOS != "linux" {
		return
	}
	files := map[string]string{"web/a.js": "a", "sol/solution.xml": manifest.content}
	for i := range 50 {
		files[fmt.Sprintf("%d.zip/solution.xml", i)] = manifest.content
		files[fmt.Sprintf("sol/CanvasApps/%d.msapp/Header.json", i)] = "{}"
		files[fmt.Sprintf("sol/CanvasApps/%d.msapp/Properties.json", i)] = "{}"
		files[fmt.Sprintf("sol/CanvasApps/%d.msapp/packed.json", i)] = "{}"
	}
	inFolder(t, files)
	before := openFiles(t)
	sources, _, err := Find([]string{"."})
	if err != nil || len(sources) != 52 {
		t.Fatalf("%d sources, %v", len(sources), err)
	}
	if after := openFiles(t); after > before {
		t.Errorf("Find holds %d files", after-before)
	}
	p := openOne(t, "sol", Limits{})
	if after := openFiles(t); after > before+2 || len(p.Inner) != 50 {
		t.Errorf("a solution with %d apps holds %d files", len(p.Inner), after-before)
	}
}

func openFiles(t *testing.T) int {
	t.Helper()
	entries, err := os.ReadDir("/proc/self/fd")
	if err != nil {
		t.Fatal(err)
	}
	return len(entries)
}

func TestErrorsOfFind(t *testing.T) {
	inFolder(t, map[string]string{"a.txt": "a", "empty/b.txt": "b", "x[1].js": "x"})
	cases := map[string]string{
		"":        "an empty path names nothing; name a file or a folder",
		"nowhere": "nowhere: no such file or folder; check the spelling and the current folder",
		"*.zip":   "*.zip: no file or folder matches; check the spelling and the current folder",
		"[":       "[ is no valid pattern: syntax error in pattern",
		"a.txt":   "a.txt: nothing here that can be checked; " + known,
		"empty":   "empty: nothing here that can be checked; " + known,
		"*.txt":   "*.txt: nothing here that can be checked among what matches; " + known,
		"x[1].js": "",
		"x?1].js": "",
	}
	for path, want := range cases {
		_, _, err := Find([]string{path})
		if got := fmt.Sprint(err); got != want && (want != "" || err != nil) {
			t.Errorf("%q: %v", path, err)
		}
	}
}

func TestPathsAsGiven(t *testing.T) {
	inFolder(t, map[string]string{"r/a.zip/solution.xml": manifest.content, "r/src/Other/Solution.xml": manifest.content, "r/src/a.js": "a"})
	absolute, err := filepath.Abs("r")
	if err != nil {
		t.Fatal(err)
	}
	for _, root := range []string{"r", "./r", "r/", "../" + filepath.Base(filepath.Dir(absolute)) + "/r", absolute} {
		sources, _, err := Find([]string{root})
		if err != nil || len(sources) != 2 {
			t.Fatalf("%v, %v", sources, err)
		}
		clean := filepath.ToSlash(filepath.Clean(root))
		if sources[0].Path != clean+"/a.zip" || sources[1].Path != clean+"/src" {
			t.Errorf("%s: %v", root, sources)
		}
		p, err := sources[1].Open(t.Context(), Limits{})
		if err != nil {
			t.Fatal(err)
		}
		if p.Disk != clean+"/src" || mustMember(t, p, "a.js").Disk() != clean+"/src/a.js" || p.Shown("a.js") != clean+"/src/a.js" {
			t.Errorf("%s: %s, %s", root, p.Disk, p.Members[0].Disk())
		}
		if err := p.Close(); err != nil {
			t.Error(err)
		}
	}
}

func TestAZeroPackage(t *testing.T) {
	p := &Package{Path: ".", Kind: unit.Set}
	p.Release()
	if _, ok := p.Member("a"); ok || p.Shown("") != "." || p.Close() != nil {
		t.Error("a package made by hand does not work")
	}
	for q := range p.All() {
		if q != p {
			t.Error("it holds something")
		}
	}
}
