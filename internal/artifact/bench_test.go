package artifact

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/solcheck/solcheck/internal/artifact/ziptest"
)

// sample returns a solution of n scripts and some XML, and its inflated size.
func sample(tb testing.TB, n int) (zip []byte, inflated int64) {
	tb.Helper()
	random := rand.New(rand.NewPCG(1, 2))
	words := strings.Fields("function var return formContext getAttribute setValue Xrm WebApi retrieveRecord if else null")
	files := map[string]string{
		"solution.xml": manifest.content, "[Content_Types].xml": "<Types/>",
		"customizations.xml": "<ImportExportXml>" + strings.Repeat(`<attribute PhysicalName="new_Name"><Type>nvarchar</Type></attribute>`+"\r\n", 20_000) + "</ImportExportXml>",
	}
	for i := range n {
		var b strings.Builder
		for b.Len() < 40_000 {
			b.WriteString(words[random.IntN(len(words))])
			b.WriteString([]string{" ", "(", ");\r\n"}[random.IntN(3)])
		}
		files[fmt.Sprintf("WebResources/new_%d", i)] = b.String()
	}
	for _, content := range files {
		inflated += int64(len(content))
	}
	return ziptest.Build(tb, files), inflated
}

// BenchmarkOpen opens a solution and reads none of its members.
func BenchmarkOpen(b *testing.B) {
	zip, _ := sample(b, 200)
	b.ReportAllocs()
	b.SetBytes(int64(len(zip)))
	for b.Loop() {
		openBytes(b, zip, Limits{})
	}
}

// BenchmarkInflate opens a solution and reads all of its members. The bytes are
// those inflated.
func BenchmarkInflate(b *testing.B) {
	zip, inflated := sample(b, 200)
	b.ReportAllocs()
	b.SetBytes(inflated)
	for b.Loop() {
		inflate(b, openBytes(b, zip, Limits{}))
	}
}

// BenchmarkNested does the same three zips deep.
func BenchmarkNested(b *testing.B) {
	core, inflated := sample(b, 200)
	zip := ziptest.Build(b, map[string]string{
		"Input.xml": "<PvsPackageData/>", "package.zip/PkgFolder/ImportConfig.xml": "<configdatastorage/>", "package.zip/PkgFolder/core.zip": string(core),
	})
	b.ReportAllocs()
	b.SetBytes(inflated)
	for b.Loop() {
		inflate(b, openBytes(b, zip, Limits{}))
	}
}

func inflate(b *testing.B, p *Package) {
	b.Helper()
	for q := range p.All() {
		for _, m := range q.Members {
			if _, err := m.Bytes(); err != nil {
				b.Fatal(err)
			}
		}
		q.Release()
	}
}

// BenchmarkFind searches a folder of many packages and loose files.
func BenchmarkFind(b *testing.B) {
	files := make(map[string]string)
	for i := range 300 {
		files[fmt.Sprintf("%d/core.zip/solution.xml", i)] = manifest.content
		files[fmt.Sprintf("%d/src/Other/Solution.xml", i)] = manifest.content
		files[fmt.Sprintf("%d/web/a.js", i)] = "a"
		files[fmt.Sprintf("%d/web/package.json", i)] = "{}"
		files[fmt.Sprintf("%d/readme.txt", i)] = "a"
	}
	folder := b.TempDir()
	ziptest.Write(b, folder, files)
	b.ReportAllocs()
	for b.Loop() {
		sources, _, err := Find([]string{folder})
		if err != nil || len(sources) != 601 {
			b.Fatal(len(sources), err)
		}
	}
}

// BenchmarkHostile opens a zip of as many entries as the limits allow, nearly all
// of them faults.
func BenchmarkHostile(b *testing.B) {
	entries := []raw{manifest}
	for i := range 50_000 {
		entries = append(entries, raw{name: fmt.Sprintf("../%d/%d.js", i%1000, i)})
	}
	zip := rawZip(b, entries...)
	b.ReportAllocs()
	b.SetBytes(int64(len(zip)))
	for b.Loop() {
		if _, err := OpenReader(context.Background(), "a.zip", bytes.NewReader(zip), int64(len(zip)), Limits{}); err != nil {
			b.Fatal(err)
		}
	}
}
