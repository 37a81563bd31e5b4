package xmltree_test

import (
	"testing"

	"github.com/beevik/etree"

	"github.com/solcheck/solcheck/analyzers/analyzertest"
	"github.com/solcheck/solcheck/analyzers/syntax/xmltree"
)

func BenchmarkParse(b *testing.B) {
	text := analyzertest.Customizations(4 << 20)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := xmltree.Parse(text); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkEtree(b *testing.B) {
	text := analyzertest.Customizations(4 << 20)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if err := etree.NewDocument().ReadFromBytes(text); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkStream(b *testing.B) {
	text := analyzertest.Customizations(4 << 20)
	entity := "ImportExportXml/Entities/Entity"
	for name, parts := range map[string][]xmltree.Part{
		"nothing": nil,
		"tables":  {{Path: entity, Read: func(xmltree.Node) {}}},
		"columns": {{Path: entity, Read: func(xmltree.Node) {}, Skip: []string{"SavedQueries", "RibbonDiffXml", "FormXml"}}},
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := xmltree.NewStream(parts...).Read(text); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
