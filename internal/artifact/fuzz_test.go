package artifact

import (
	"bytes"
	"context"
	"path"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/internal/artifact/ziptest"
)

// tight limits let the fuzzer meet them.
var tight = Limits{Inflated: 1 << 20, Member: 1 << 18, Entries: 300, Depth: 4, Ratio: 100, RatioFloor: 1 << 14}

// FuzzOpen opens mutated zips and holds them to what the package promises.
func FuzzOpen(f *testing.F) {
	for _, files := range []map[string]string{
		{"solution.xml": manifest.content, "customizations.xml": "<ImportExportXml/>", "CanvasApps/a.msapp/Header.json": "{}", "CanvasApps/a.msapp/Properties.json": "{}", "CanvasApps/a.msapp/Controls/1.json": "{}"},
		{`PkgFolder\ImportConfig.xml`: "<configdatastorage/>", "a.dll": "MZ", "PkgFolder/core.zip/solution.xml": manifest.content, "PkgFolder/old.cab": "MSCF"},
		{"Input.xml": "<PvsPackageData/>", "package.zip/PkgFolder/ImportConfig.xml": "<configdatastorage/>", "package.zip/PkgFolder/data.zip/data_schema.xml": "<entities/>", "package.zip/PkgFolder/data.zip/data.xml": "<entities/>"},
		{"repo/Other/Solution.xml": manifest.content, "repo/Other/Customizations.xml": "<ImportExportXml/>", "web/a.js": strings.Repeat("a", 20_000), "flow.json": `{"properties":{"definition":{"triggers":{}}}}`},
		{"a/apiDefinition.swagger.json": `{"swagger":"2.0"}`, "b/apiProperties.json": "{}", "b/x.json": `{"swagger":"2.0"}`, "solutions/a/solution.yml": ""},
	} {
		f.Add(ziptest.Build(f, files))
	}
	f.Add(rawZip(f, manifest, raw{name: "../a"}, raw{name: "/b"}, raw{name: "a.js"}, raw{name: "A.js"}, raw{name: strings.Repeat("d/", 70)}))
	f.Add([]byte("PK\x05\x06" + strings.Repeat("\x00", 18)))
	f.Fuzz(func(t *testing.T, b []byte) {
		p, err := OpenReader(context.Background(), "a.zip", bytes.NewReader(b), int64(len(b)), tight)
		if err != nil {
			t.Fatal(err)
		}
		seen := make(map[string]bool)
		for q := range p.All() {
			if q.Path == "" || seen[q.Path] {
				t.Errorf("%q is not one path of one package", q.Path)
			}
			seen[q.Path] = true
			if q.Kind == unit.Unknown && len(q.Faults) == 0 {
				t.Errorf("%s is unknown and nothing tells why", q.Path)
			}
			checkMembers(t, q)
		}
		if err := p.Close(); err != nil {
			t.Error(err)
		}
	})
}

// checkMembers holds the members of a package to what is promised of them.
func checkMembers(t *testing.T, p *Package) {
	t.Helper()
	if !slices.IsSortedFunc(p.Members, func(a, b *Member) int { return strings.Compare(a.Name, b.Name) }) {
		t.Errorf("the members of %s are not sorted", p.Path)
	}
	lower := make(map[string]bool)
	for _, m := range p.Members {
		key := strings.ToLower(m.Name)
		if lower[key] || m.Name != path.Clean(m.Name) || path.IsAbs(m.Name) || strings.Contains(m.Name, `\`) || strings.HasPrefix(m.Name, "../") || m.Name == ".." {
			t.Errorf("%q is no name of a member", m.Name)
		}
		lower[key] = true
		b, err := m.Bytes()
		if err == nil && (int64(len(b)) != m.Size || m.Size > tight.Member) {
			t.Errorf("%s has %d bytes of %d", m.Name, len(b), m.Size)
		}
	}
}

// FuzzFind reads the layouts that a folder on disk may have.
func FuzzFind(f *testing.F) {
	f.Add([]byte("-- Other/Solution.xml --\n<ImportExportXml/>\n-- a.js --\n"))
	f.Add([]byte("-- x/PkgFolder/ImportConfig.xml --\n<configdatastorage/>\n-- x/PkgFolder/a.zip/solution.xml --\n<ImportExportXml/>\n-- x/a.csproj --\n-- x/bin/a.dll --\n"))
	f.Add([]byte("-- c/apiProperties.json --\n-- c/a.json --\n{\"swagger\": 2}\n-- c/CanvasManifest.json --\n-- c/Src/a --\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		folder := t.TempDir()
		ziptest.Write(t, folder, writable(b))
		sources, _, err := Find([]string{folder})
		if err != nil {
			return // nothing known: with one path there is no other error
		}
		for _, s := range sources {
			p, err := s.Open(context.Background(), tight)
			if err != nil {
				t.Fatal(err)
			}
			for q := range p.All() {
				checkMembers(t, q)
			}
			if err := p.Close(); err != nil {
				t.Error(err)
			}
		}
	})
}

// writable returns the files of a txtar archive that can be on one disk.
func writable(archive []byte) map[string]string {
	files := make(map[string]string)
	for name, content := range ziptest.Files(txtar.Parse(archive)) {
		clean, isDir, fl := cleanName(name)
		if fl == nil && !isDir && clean != "" && len(clean) < 200 && len(files) < 50 {
			files[strings.ToLower(clean)] = content
		}
	}
	for name := range files {
		for folder := path.Dir(name); folder != "."; folder = path.Dir(folder) {
			delete(files, folder) // it cannot be a file as well
		}
	}
	return files
}

// FuzzSniff reads what files are told by: the first element of XML, keys of JSON.
func FuzzSniff(f *testing.F) {
	f.Add([]byte(`{"properties":{"definition":{"triggers":{}}},"swagger":"2.0"}`))
	f.Add([]byte(`<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><!-- <x> --><a:b c="d"/>`))
	f.Add([]byte(`{"a":"\"","b":[{"c":{"d`))
	f.Fuzz(func(t *testing.T, b []byte) {
		if name := rootElement(b); strings.ContainsAny(name, " <>") && !bytes.Contains(b, []byte(name)) {
			t.Errorf("%q is no name", name)
		}
		if isFlow(b) && !bytes.Contains(b, []byte("definition")) || isSwagger(b) && !bytes.Contains(b, []byte("swagger")) {
			t.Error("a key is found that is not there")
		}
	})
}
