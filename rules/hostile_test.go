package rules_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/solcheck/solcheck/internal/artifact"
	"github.com/solcheck/solcheck/internal/engine"
	"github.com/solcheck/solcheck/rules"
)

// An entry is what a hostile zip holds at one place.
type entry struct {
	name, text string
	flags      uint16
}

// zipOf returns a zip of the entries, with the names and flags that they are given.
func zipOf(t *testing.T, entries ...entry) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, e := range entries {
		h := &zip.FileHeader{Name: e.name, Method: zip.Deflate, Flags: e.flags}
		w, err := z.CreateHeader(h)
		if err == nil {
			_, err = w.Write([]byte(e.text))
		}
		if err != nil {
			t.Fatal(err)
		}
		h.Flags |= e.flags // the writer clears them
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// hostile builds an AppSource package that has everything in it that packages are
// attacked by.
func hostile(t *testing.T) string {
	t.Helper()
	good := load(t, filepath.Join("..", "testdata", "clean", "appsource"))
	core := func(customizations string) string {
		return zipOf(t, entry{"[Content_Types].xml", good[solution+"[Content_Types].xml"], 0}, entry{"solution.xml", good[manifest], 0}, entry{"customizations.xml", customizations, 0})
	}
	bomb := core("<ImportExportXml>" + strings.Repeat(" ", 64<<20) + "</ImportExportXml>")
	many := make([]entry, 0, 100_002)
	many = append(many, entry{"solution.xml", good[manifest], 0}, entry{"customizations.xml", "<ImportExportXml/>", 0})
	for i := range 100_000 {
		many = append(many, entry{name: fmt.Sprintf("WebResources/%d", i)})
	}
	listed := config[len(pkg):]
	names := []string{"Bomb.zip", "Cut.zip", "Many.zip", "Sealed.zip"}
	var list strings.Builder
	for _, name := range names {
		fmt.Fprintf(&list, "<configsolutionfile solutionpackagefilename=%q />", name)
	}
	deployment := zipOf(t,
		entry{"[Content_Types].xml", good[pkg+"[Content_Types].xml"], 0},
		entry{"../../../Startup/run.dll", "MZ", 0},
		entry{listed, `<!DOCTYPE a [<!ENTITY b "` + strings.Repeat("b", 1000) + `">]><configdatastorage installsampledata="&b;"><solutions>` + list.String() + "</solutions></configdatastorage>", 0},
		entry{"PkgFolder/Bomb.zip", bomb, 0},
		entry{"PkgFolder/Cut.zip", core("<ImportExportXml/>")[:300], 0},
		entry{"PkgFolder/Many.zip", zipOf(t, many...), 0},
		entry{"PkgFolder/Sealed.zip", core("<ImportExportXml/>"), 1},
	)
	lines := "<!ENTITY a0 \"lol\">"
	for i := range 20 {
		lines += fmt.Sprintf("<!ENTITY a%d %q>", i+1, strings.Repeat(fmt.Sprintf("&a%d;", i), 10))
	}
	return zipOf(t,
		entry{"[Content_Types].xml", good["[Content_Types].xml"], 0},
		entry{input, "<!DOCTYPE PvsPackageData [" + lines + "]>" + strings.Replace(good[input], "</PvsPackageData>", "&a20;</PvsPackageData>", 1)[strings.Index(good[input], "<PvsPackageData"):], 0},
		entry{"logo.png", strings.Repeat("\x89PNG\r\n\x1a\n", 1000), 0},
		entry{"TermsOfUse.html", strings.Repeat("<a b=\"", 100_000), 0},
		entry{"Contoso.Package.zip", deployment, 0},
	)
}

// TestHostile sees that a package that attacks in every way ends soon, in little
// memory, and with findings that name each attack.
func TestHostile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "visits.zip")
	if err := os.WriteFile(path, []byte(hostile(t)), 0o600); err != nil {
		t.Fatal(err)
	}
	sources, _, err := artifact.Find([]string{path})
	if err != nil {
		t.Fatal(err)
	}
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	start := time.Now()
	report, err := engine.Run(t.Context(), sources, engine.Options{
		Rules: rules.All(), Certify: true, Jobs: 2, Limits: artifact.Limits{Inflated: 64 << 20, Member: 16 << 20, Entries: 50_000},
	})
	if err != nil {
		t.Fatal(err)
	}
	if took := time.Since(start); took > patience*time.Minute {
		t.Errorf("it took %v", took)
	}
	runtime.ReadMemStats(&after)
	if used := (after.TotalAlloc - before.TotalAlloc) >> 20; used > 512 {
		t.Errorf("%d MB were allocated in all", used)
	}
	var said []string
	for _, f := range report.Findings {
		said = append(said, f.Rule.ID+" "+strings.TrimPrefix(f.Package, filepath.ToSlash(path))+" "+f.Path+": "+f.Message)
	}
	for _, want := range []string{
		"package-unreadable-artifact  Input.xml:",                                          // the entities
		"package-use-logo-format  Input.xml:",                                              // a picture that is none
		`package-avoid-hostile-entry !/Contoso.Package.zip ../../../Startup/run.dll:`,      // the climb
		"package-unreadable-artifact !/Contoso.Package.zip PkgFolder/ImportConfig.xml:",    // the entity
		"package-limit-size !/Contoso.Package.zip!/PkgFolder/Bomb.zip customizations.xml:", // the bomb
		"package-unreadable-artifact !/Contoso.Package.zip!/PkgFolder/Cut.zip :",           // the truncated one
		"package-limit-size !/Contoso.Package.zip!/PkgFolder/Many.zip :",                   // the many entries
		"package-avoid-hostile-entry !/Contoso.Package.zip!/PkgFolder/Sealed.zip :",        // the encrypted one
	} {
		if !slices.ContainsFunc(said, func(s string) bool { return strings.HasPrefix(s, want) }) {
			t.Errorf("nothing begins with %q in\n%s", want, strings.Join(said, "\n"))
		}
	}
	if got := report.Certifications[0].Steps[0].Verdict; got != engine.Failed {
		t.Errorf("the package is complete: %s", got)
	}
}
