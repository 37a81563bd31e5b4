package webresource_test

import (
	"strings"
	"testing"

	"github.com/solcheck/solcheck/analyzers/analyzertest"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/analyzers/webresource"
)

// BenchmarkRead reads a bundle of a code component of 16 MB, as large as the
// largest that was met, and recognises what of it is code of others.
func BenchmarkRead(b *testing.B) {
	module := "function(e,t,n){\"use strict\";n.r(t);var r=n(7),o=n.n(r);function a(e,t){return e.map((function(e){return t[e.id]||{}}))}t.default=a},\n"
	own := "function(e,t,n){t.Control=class{updateView(e){this.c=e.parameters}getOutputs(){return{}}}},\n"
	bundle := "var pcf_tools_1;!function(e){var t={};function n(r){return t[r]}n(0)}([" + own + strings.Repeat(strings.Repeat(strings.TrimSpace(module), 40)+"\n", 16<<20/(40*len(module))) + "]);\n"
	files := analyzertest.Files{"bundle.js": []byte(bundle)}
	b.SetBytes(int64(len(bundle)))
	b.ReportAllocs()
	for b.Loop() {
		m := analyzertest.Run(b, webresource.Analyzer, unit.Folder, files).Value.(*webresource.Model)
		if len(m.Scripts) != 1 || len(m.Problems) > 0 || m.Scripts[0].IsForeign() {
			b.Fatal("the bundle is not read as it should be")
		}
	}
}
