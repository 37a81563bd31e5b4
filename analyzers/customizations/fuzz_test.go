package customizations_test

import (
	"testing"

	"github.com/solcheck/solcheck/analyzers/analyzertest"
	"github.com/solcheck/solcheck/analyzers/customizations"
)

// FuzzModel reads a text as each of the files that hold parts. Whatever it is,
// there are no panics, every place lies in a file, and problems have places.
func FuzzModel(f *testing.F) {
	for _, layout := range []string{"zip", "unpacked", "more_zip", "more_unpacked"} {
		for name, text := range archive(f, layout) {
			f.Add(name, text)
		}
	}
	f.Add("Reports/Sum.rdl", []byte("<Report><CommandText><![CDATA[<fetch>&#0;]]>&lt;entity/&gt;&lt;/fetch&gt;</CommandText></Report>"))
	f.Add("things/a/thing.xml", []byte(`<thing a="1" b.c="2"><d e="3">[{"f":"<fetch><entity name='g'/></fetch>"}]</d><h>&lt;fetch>&lt;fetch/></h><i><j><fetch/></j></i></thing>`))
	f.Add("Assets/a_bset.xml", []byte(`<a_bset><a_b a.id="1" b.id="2"/></a_bset>`))
	f.Add("Things/a.meta.xml", []byte(`<thingsset><thing unmodified="1"/></thingsset>`))
	f.Add("Workflows/Daily.json", []byte(`{"properties":{"connectionReferences":{"a":{"id":"/apis/shared_sql"},"b":{"api":{"name":5}},"c":[]}}}`))
	f.Add("Entities/a/FormXml/main/b_managed.xml", []byte("<systemform/>"))
	f.Add("Entities/a/FormXml/main/\xff\xff\xff_managed.xml", []byte("<systemform/>")) // its lower case is longer
	f.Fuzz(func(t *testing.T, name string, text []byte) {
		if len(text) > 1<<16 {
			return
		}
		m, r := read(t, analyzertest.Files{
			"Other/Solution.xml":       []byte("<ImportExportXml/>"),
			"Other/Customizations.xml": []byte(withFiles),
			name:                       text,
		})
		for _, p := range m.Problems {
			if !p.Pos.IsValid() || p.Message == "" {
				t.Fatalf("%+v", p)
			}
		}
		analyzertest.Dumper{Where: r.Where, Skip: []string{"Of", "Components", "References"}}.Dump(m)
		for _, c := range m.Components {
			if !c.IsSet() || c.Source == "" {
				t.Fatalf("%+v", c)
			}
		}
		for _, ref := range m.References {
			if ref.Of == nil || !ref.IsSet() || ref.Member == "" && ref.Match != customizations.NotFound {
				t.Fatalf("%+v", ref)
			}
		}
	})
}

// withFiles has the text under the name of a report's definition, or of a cloud
// flow, read as one.
const withFiles = `<ImportExportXml>
  <Reports><Report><name>Sum</name><FileName>/Reports/Sum.rdl</FileName></Report></Reports>
  <Workflows><Workflow Name="Daily" WorkflowId="{00000000-0000-4000-8000-000000000801}"><Category>5</Category><JsonFileName>/Workflows/Daily.json</JsonFileName></Workflow></Workflows>
</ImportExportXml>`
