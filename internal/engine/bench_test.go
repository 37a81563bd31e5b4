package engine_test

import (
	"archive/zip"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/solcheck/solcheck/analyzers/analyzertest"
	"github.com/solcheck/solcheck/internal/artifact"
	"github.com/solcheck/solcheck/internal/artifact/ziptest"
	"github.com/solcheck/solcheck/internal/engine"
	"github.com/solcheck/solcheck/rules"
	"github.com/solcheck/solcheck/rules/rule"
)

// writePackage writes a solution zip of the usual proportions: mostly tables
// with their forms, some steps, flows, scripts and pictures. It returns the
// number of bytes that the zip inflates to.
func writePackage(tb testing.TB, path string, tables int) (inflated int64) {
	tb.Helper()
	f, err := os.Create(path)
	if err != nil {
		tb.Fatal(err)
	}
	w := zip.NewWriter(f)
	add := func(name, text string) {
		inflated += int64(len(text))
		m, err := w.Create(name)
		if err == nil {
			_, err = io.WriteString(m, text)
		}
		if err != nil {
			tb.Fatal(err)
		}
	}
	var x, roots, types strings.Builder
	x.WriteString("<ImportExportXml><Entities>\n")
	for i := range tables {
		writeTable(&x, i)
		fmt.Fprintf(&roots, `<RootComponent type="1" schemaName="con_table%[1]d" behavior="0" /><RootComponent type="61" schemaName="con_/f%[1]d" behavior="0" /><RootComponent type="92" id="{00000000-0000-0000-0001-%012[1]d}" behavior="0" />`+"\n", i)
	}
	x.WriteString("</Entities><SdkMessageProcessingSteps>\n")
	for i := range tables {
		fmt.Fprintf(&x, `<SdkMessageProcessingStep Name="Contoso.Number%[1]d: Update of con_table%[1]d" SdkMessageProcessingStepId="{00000000-0000-0000-0001-%012[1]d}"><SdkMessageId>{20bebb1b-ea3e-db11-86a7-000a3a5473e8}</SdkMessageId><PluginTypeName>Contoso.Number%[1]d, Contoso, Version=1.0.0.0, Culture=neutral, PublicKeyToken=0123456789abcdef</PluginTypeName><PrimaryEntity>con_table%[1]d</PrimaryEntity><FilteringAttributes>con_name</FilteringAttributes><Mode>0</Mode><Stage>20</Stage></SdkMessageProcessingStep>`+"\n", i)
	}
	x.WriteString("</SdkMessageProcessingSteps><WebResources>\n")
	noise := rand.New(rand.NewPCG(1, uint64(tables)))
	for i := range tables {
		kind := []int{3, 5}[i%2]
		fmt.Fprintf(&x, `<WebResource><WebResourceId>{00000000-0000-0000-0002-%012[1]d}</WebResourceId><Name>con_/f%[1]d</Name><WebResourceType>%[2]d</WebResourceType><FileName>/WebResources/con_f%[1]d</FileName></WebResource>`+"\n", i, kind)
		text := "\"use strict\";\n" + strings.Repeat("function onLoad(context) { return context.getFormContext(); }\n", 200)
		if kind == 5 {
			b := make([]byte, 20_000)
			for j := range b {
				b[j] = byte(noise.Uint32())
			}
			text = string(b)
		}
		add(fmt.Sprintf("WebResources/con_f%d", i), text)
	}
	x.WriteString("</WebResources></ImportExportXml>")
	types.WriteString(`<Types><Default Extension="xml" ContentType="text/xml" /></Types>`)
	add("customizations.xml", x.String())
	add("solution.xml", "<ImportExportXml><SolutionManifest><UniqueName>Contoso</UniqueName><Version>1.0.0.0</Version><Managed>0</Managed><Publisher><UniqueName>contoso</UniqueName><CustomizationPrefix>con</CustomizationPrefix></Publisher><RootComponents>"+roots.String()+"</RootComponents><MissingDependencies /></SolutionManifest></ImportExportXml>")
	add("[Content_Types].xml", types.String())
	if err := w.Close(); err != nil {
		tb.Fatal(err)
	}
	if err := f.Close(); err != nil {
		tb.Fatal(err)
	}
	return inflated
}

func writeTable(x *strings.Builder, i int) {
	fmt.Fprintf(x, "<Entity><Name LocalizedName=\"Table %[1]d\">con_table%[1]d</Name><EntityInfo><entity Name=\"con_table%[1]d\"><attributes><attribute PhysicalName=\"con_table%[1]dId\"><Type>primarykey</Type><Name>con_table%[1]did</Name><LogicalName>con_table%[1]did</LogicalName></attribute>\n", i)
	for c := range 40 {
		fmt.Fprintf(x, "<attribute PhysicalName=\"con_c%[1]d\"><Type>nvarchar</Type><Name>con_c%[1]d</Name><LogicalName>con_c%[1]d</LogicalName><RequiredLevel>none</RequiredLevel><IsCustomField>1</IsCustomField><displaynames><displayname description=\"Column %[1]d\" languagecode=\"1033\" /></displaynames></attribute>\n", c)
	}
	fmt.Fprintf(x, "</attributes></entity></EntityInfo><FormXml><forms type=\"main\"><systemform><formid>{00000000-0000-0000-0003-%012d}</formid><FormActivationState>1</FormActivationState><form><tabs><tab><columns><column><sections><section><rows>\n", i)
	for c := range 40 {
		fmt.Fprintf(x, "<row><cell id=\"{00000000-0000-0000-0004-%012[1]d}\"><labels><label description=\"Column %[1]d\" languagecode=\"1033\" /></labels><control id=\"con_c%[1]d\" classid=\"{4273EDBD-AC1D-40d3-9FB2-095C621B552D}\" datafieldname=\"con_c%[1]d\" /></cell></row>\n", c)
	}
	x.WriteString("</rows></section></sections></column></columns></tab></tabs></form></systemform></forms></FormXml><SavedQueries><savedqueries>\n")
	for q := range 6 {
		fmt.Fprintf(x, "<savedquery><savedqueryid>{00000000-0000-0000-0005-%06d%06d}</savedqueryid><fetchxml><fetch version=\"1.0\"><entity name=\"con_table%d\"><attribute name=\"con_c1\" /><order attribute=\"con_c1\" /><filter type=\"and\"><condition attribute=\"statecode\" operator=\"eq\" value=\"0\" /></filter></entity></fetch></fetchxml></savedquery>\n", i, q, i)
	}
	x.WriteString("</savedqueries></SavedQueries></Entity>\n")
}

// BenchmarkSolutionZip compares judging a package by the rules of the default
// ruleset with merely inflating the same bytes.
func BenchmarkSolutionZip(b *testing.B) {
	path := filepath.Join(b.TempDir(), "contoso.zip")
	inflated := writePackage(b, path, 100)
	b.Run("inflate", func(b *testing.B) {
		b.SetBytes(inflated)
		b.ReportAllocs()
		for b.Loop() {
			inflate(b, path)
		}
	})
	b.Run("check", func(b *testing.B) {
		b.SetBytes(inflated)
		b.ReportAllocs()
		for b.Loop() {
			if got := runRecommended(b, path, nil); len(got.Packages) != 1 || len(got.Findings) > 0 {
				b.Fatalf("%d packages, %d findings, the first %q", len(got.Packages), len(got.Findings), lines(got.Findings)[:1])
			}
		}
	})
}

// inflate reads all entries of a zip and drops them.
func inflate(b *testing.B, path string) {
	b.Helper()
	z, err := zip.OpenReader(path)
	if err != nil {
		b.Fatal(err)
	}
	for _, f := range z.File {
		r, err := f.Open()
		if err == nil {
			_, err = io.Copy(io.Discard, r)
		}
		if err != nil {
			b.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		b.Fatal(err)
	}
}

// BenchmarkFolder shows that memory does not grow with the number of packages:
// peak-MB is the largest live heap seen after a package.
func BenchmarkFolder(b *testing.B) {
	for _, n := range []int{50, 400} {
		b.Run(fmt.Sprintf("packages=%d", n), func(b *testing.B) {
			dir := b.TempDir()
			var inflated int64
			for i := range n {
				inflated += writePackage(b, filepath.Join(dir, fmt.Sprintf("p%d.zip", i)), 10)
			}
			b.SetBytes(inflated)
			b.ReportAllocs()
			var peak uint64
			for b.Loop() {
				runRecommended(b, dir, func(done int) {
					if done%25 != 0 {
						return
					}
					var m runtime.MemStats
					runtime.GC()
					runtime.ReadMemStats(&m)
					peak = max(peak, m.HeapAlloc)
				})
			}
			b.ReportMetric(float64(peak)/1e6, "peak-MB")
		})
	}
}

func recommended() []*rule.Rule {
	return slices.DeleteFunc(rules.All(), func(r *rule.Rule) bool { return r.Rulesets&rule.Recommended == 0 })
}

func runRecommended(b *testing.B, path string, progress func(int)) *engine.Report {
	b.Helper()
	sources, _, err := artifact.Find([]string{path})
	if err != nil {
		b.Fatal(err)
	}
	report, err := engine.Run(b.Context(), sources, engine.Options{Rules: recommended(), Progress: progress})
	if err != nil {
		b.Fatal(err)
	}
	return report
}

// BenchmarkLarge judges a solution with 100 MB of customizations.xml: by one rule,
// for which all of it is read, and by all rules.
func BenchmarkLarge(b *testing.B) {
	const size = 100 << 20
	path := filepath.Join(b.TempDir(), "large.zip")
	if err := os.WriteFile(path, ziptest.Build(b, map[string]string{
		"customizations.xml":  string(analyzertest.Customizations(size)),
		"solution.xml":        "<ImportExportXml><SolutionManifest><UniqueName>Contoso</UniqueName><Version>1.0.0.0</Version></SolutionManifest></ImportExportXml>",
		"[Content_Types].xml": "<Types/>",
	}), 0o600); err != nil {
		b.Fatal(err)
	}
	sources, _, err := artifact.Find([]string{path})
	if err != nil {
		b.Fatal(err)
	}
	all := rules.All()
	for name, list := range map[string][]*rule.Rule{
		"all": all,
		"one": slices.DeleteFunc(slices.Clone(all), func(r *rule.Rule) bool { return r.ID != "meta-remove-inactive" }),
	} {
		b.Run("rules="+name, func(b *testing.B) {
			b.SetBytes(size)
			b.ReportAllocs()
			for b.Loop() {
				if _, err := engine.Run(b.Context(), sources, engine.Options{Rules: list}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
