package artifact

import (
	"bytes"
	"context"
	"encoding/binary"
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

// FuzzOpen opens mutated zips.
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
	f.Fuzz(func(t *testing.T, b []byte) { hold(t, b) })
}

// FuzzEntries opens zips that are sound but for what their directories say: any
// names, and headers that lie. Folders that are called like zips are zips.
func FuzzEntries(f *testing.F) {
	f.Add([]byte("-- solution.xml --\n<ImportExportXml/>\n-- a.js --\nsome text\n"), uint8(1), uint16(1), uint16(8), uint64(3), uint32(0))
	f.Add([]byte("-- p/PkgFolder\\ImportConfig.xml --\n-- p/a.dll --\n-- p/PkgFolder/x.zip/solution.xml --\n<ImportExportXml/>\n"), uint8(2), uint16(0), uint16(0), uint64(1<<40), uint32(30))
	f.Add([]byte("-- input.xml --\n<PvsPackageData/>\n-- a.zip/b.zip/c.zip/d.zip/e.zip/a.js --\na\n"), uint8(0), uint16(0), uint16(8), uint64(0), uint32(9))
	f.Add([]byte("-- a/Other/Solution.xml --\n<ImportExportXml/>\n-- b.msapp/header.json --\n-- b.msapp/PROPERTIES.json --\n-- b.msapp/\\Controls\\1.json --\n"), uint8(7), uint16(9), uint16(12), uint64(1<<63), uint32(1<<31))
	f.Add([]byte("-- flow.json --\n{\"properties\":{\"definition\":{\"triggers\":{}}}}\n-- ../x --\n-- /y --\n-- c:z --\n-- node_modules/a.js --\n"), uint8(1), uint16(0x800), uint16(8), uint64(50), uint32(0))
	f.Fuzz(func(t *testing.T, archive []byte, which uint8, flags, method uint16, size uint64, offset uint32) {
		files := ziptest.Files(txtar.Parse(archive))
		if len(files) == 0 || len(archive) > 1<<16 {
			return
		}
		for name := range files {
			if strings.HasSuffix(name, "/") {
				files[name] = "" // a folder has no content
			}
		}
		b := ziptest.Build(t, files)
		// Change one entry of the outermost directory. The offsets are those of the
		// format: flags 8, method 10, inflated size 24, place of the entry 42.
		at := bytes.LastIndex(b, []byte("PK\x05\x06"))
		for range which%16 + 1 {
			if before := bytes.LastIndex(b[:at], []byte("PK\x01\x02")); before >= 0 {
				at = before
			}
		}
		if at+46 <= len(b) {
			binary.LittleEndian.PutUint16(b[at+8:], flags)
			binary.LittleEndian.PutUint16(b[at+10:], method)
			binary.LittleEndian.PutUint32(b[at+24:], uint32(size))
			if offset != 0 {
				binary.LittleEndian.PutUint32(b[at+42:], offset)
			}
		}
		hold(t, b)
	})
}

// hold opens a zip and holds it to what packages promise.
func hold(t *testing.T, b []byte) {
	t.Helper()
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
