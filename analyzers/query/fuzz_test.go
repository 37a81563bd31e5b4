package query_test

import (
	"go/token"
	"testing"

	"github.com/solcheck/solcheck/analyzers/analyzertest"
	"github.com/solcheck/solcheck/analyzers/query"
	"github.com/solcheck/solcheck/analyzers/unit"
)

// FuzzStrings reads texts as a flow and as a script. Whatever they are, there are
// no panics, and all places of queries lie within a file that was read.
func FuzzStrings(f *testing.F) {
	f.Add(`{"a":"<fetch>\u003centity name=\"b\">@{x('}')}</entity></fetch>"}`, "f(`<fetch>${x}` + \"<entity name='a'/>\\\n</fetch>\")")
	f.Add(`["?fetchXml=<fetch top='@{1'><x/></fetch>", "<fetch @@{></fetch>"]`, `["<fetch>",x,"</fetch>"].join("") + '<fetch>'.concat(1, "\ud83d\ude00</fetch>").trim()`)
	f.Fuzz(func(t *testing.T, flow, script string) {
		for kind, files := range map[unit.Kind]analyzertest.Files{
			unit.Folder:   {"a.js": []byte(script), "b.htm": []byte(`<p onclick="` + script + `">`)},
			unit.Solution: {"customizations.xml": []byte(flowSolution), "solution.xml": []byte("<ImportExportXml/>"), "Workflows/Long.json": []byte(flow)},
		} {
			r := analyzertest.Run(t, query.Analyzer, kind, files)
			inside := func(p token.Pos) string {
				if r.Fset.File(p) == nil {
					t.Fatalf("%d is in no file", p)
				}
				return r.Where(p)
			}
			for _, q := range r.Value.(*query.Model).Queries {
				analyzertest.Dumper{Where: inside}.Dump(q.Query)
			}
		}
	})
}
