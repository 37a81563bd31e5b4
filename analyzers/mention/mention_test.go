package mention_test

import (
	"slices"
	"testing"

	"github.com/solcheck/solcheck/analyzers/analyzertest"
	"github.com/solcheck/solcheck/analyzers/mention"
	"github.com/solcheck/solcheck/analyzers/unit"
)

const solution = `
-- solution.xml --
<ImportExportXml>contoso_/alone.js</ImportExportXml>
-- customizations.xml --
<ImportExportXml>
  <Entities><RibbonDiffXml Library="$webresource:contoso_/Ribbon.js" /><Cell id="{00000002-0000-4000-8000-000000000000}" /></Entities>
  <WebResources>
    <WebResource>
      <WebResourceId>{00000001-0000-4000-8000-000000000000}</WebResourceId>
      <Name>contoso_/ribbon.js</Name>
      <FileName>/WebResources/contoso_ribbonjs</FileName>
    </WebResource>
    <WebResource>
      <WebResourceId>{00000002-0000-4000-8000-000000000000}</WebResourceId>
      <Name>contoso_/bycontrol.html</Name>
      <FileName>/WebResources/contoso_bycontrolhtml</FileName>
    </WebResource>
    <WebResource>
      <Name>contoso_/lib/inner.js</Name>
      <FileName>/WebResources/contoso_innerjs</FileName>
    </WebResource>
    <WebResource>
      <Name>contoso_/alone.js</Name>
      <DisplayName>contoso_/alone.js</DisplayName>
      <FileName>/WebResources/contoso_alonejs</FileName>
    </WebResource>
  </WebResources>
</ImportExportXml>
-- WebResources/contoso_bycontrolhtml --
<script src="lib/inner.js"></script>
-- WebResources/contoso_alonejs --
load("contoso_/alone.js");
`

func TestUnnamed(t *testing.T) {
	m := analyzertest.Run(t, mention.Analyzer, unit.Solution, analyzertest.Txtar([]byte(solution))).Value.(*mention.Model)
	var got []string
	for _, w := range m.Unnamed {
		got = append(got, w.Name.Value)
	}
	if want := []string{"contoso_/alone.js"}; !slices.Equal(got, want) {
		t.Errorf("unnamed are %q, want %q", got, want)
	}
}

func FuzzMembers(f *testing.F) {
	f.Add("contoso_/alone.js", "<WebResources>")
	f.Add("///..//", "</WebResources><WebResources>")
	f.Fuzz(func(t *testing.T, script, page string) {
		files := analyzertest.Txtar([]byte(solution))
		files["WebResources/contoso_innerjs"] = []byte(script)
		files["WebResources/contoso_bycontrolhtml"] = []byte(page)
		analyzertest.Run(t, mention.Analyzer, unit.Solution, files)
	})
}
