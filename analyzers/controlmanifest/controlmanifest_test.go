package controlmanifest_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/solcheck/solcheck/analyzers/analyzertest"
	"github.com/solcheck/solcheck/analyzers/controlmanifest"
	"github.com/solcheck/solcheck/analyzers/unit"
)

const control = `
-- solution.xml --
<ImportExportXml />
-- customizations.xml --
<ImportExportXml>
  <CustomControls>
    <CustomControl>
      <Name>contoso_Contoso.Rating</Name>
      <FileName>/Controls/contoso_Contoso.Rating/ControlManifest.xml</FileName>
    </CustomControl>
  </CustomControls>
</ImportExportXml>
-- Controls/contoso_Contoso.Rating/bundle.js --
-- Controls/contoso_Contoso.Rating/ControlManifest.xml --
`

const manifest = `<manifest>
  <control namespace="Contoso" constructor="Rating" version="1.2.3" display-name-key="Rating" control-type="standard">
    <property name="stars" display-name-key="Stars" of-type-group="numbers" usage="bound" required="true" />
    <property name="size" display-name-key="Size" of-type="Enum" usage="input">
      <value name="small" display-name-key="Small" default="true">0</value>
    </property>
    <data-set name="rows" display-name-key="Rows" />
    <type-group name="numbers">
      <type>Whole.None</type>
      <type>Decimal</type>
    </type-group>
    <resources>
      <code path="Bundle.js" order="1" />
      <css path="css/rating.css" order="1" />
      <platform-library name="React" version="16.8.6" />
    </resources>
    <feature-usage>
      <uses-feature name="WebAPI" required="true" />
    </feature-usage>
  </control>
</manifest>
`

func read(tb testing.TB, text string) (*controlmanifest.Model, *analyzertest.Result) {
	tb.Helper()
	r := analyzertest.Run(tb, controlmanifest.Analyzer, unit.Solution, analyzertest.Txtar([]byte(control+text)))
	return r.Value.(*controlmanifest.Model), r
}

func TestModel(t *testing.T) {
	m, r := read(t, manifest)
	got := analyzertest.Dumper{Where: r.Where, Skip: []string{"Component"}}.Dump(m)
	want := `Manifests: 2:3-2:119
  Member: Controls/contoso_Contoso.Rating/ControlManifest.xml
  Namespace: "Contoso" 2:23-2:30
  Constructor: "Rating" 2:45-2:51
  Version: "1.2.3" 2:62-2:67
  DisplayName: "Rating" 2:87-2:93
  ControlType: "standard" 2:109-2:117
  Properties: 3:5-3:109
    Name: "stars" 3:21-3:26
    DisplayName: "Stars" 3:46-3:51
    TypeGroup: "numbers" 3:68-3:75
    Usage: "bound" 3:84-3:89
  Properties: 4:5-4:80
    Name: "size" 4:21-4:25
    DisplayName: "Size" 4:45-4:49
    Type: "Enum" 4:60-4:64
    Usage: "input" 4:73-4:78
    Values: "small" 5:20-5:25
  DataSets: 7:5-7:53
    Name: "rows" 7:21-7:25
  TypeGroups: 8:5-8:32
    Name: "numbers" 8:23-8:30
    Types: "Whole.None" 9:13-9:23
    Types: "Decimal" 10:13-10:20
  Resources: 13:7-13:42
    Kind: code
    Path: "Bundle.js" 13:19-13:28
    Member: Controls/contoso_Contoso.Rating/bundle.js
    Exists: true
  Resources: 14:7-14:46
    Kind: css
    Path: "css/rating.css" 14:18-14:32
    Member: Controls/contoso_Contoso.Rating/css/rating.css
  Features: 18:7-18:53
    Name: "WebAPI" 18:27-18:33
    Required: true 18:45-18:49
  Libraries: 15:7-15:57
    Name: "React" 15:31-15:36
    Version: "16.8.6" 15:47-15:53
`
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestBroken(t *testing.T) {
	m, r := read(t, "<manifest>\n<control</manifest>")
	if len(m.Unread()) != 1 || r.Where(m.Problems[0].Pos) != "Controls/contoso_Contoso.Rating/ControlManifest.xml:2:9" {
		t.Errorf("the problems are %v", m.Problems)
	}
	m, _ = read(t, "<other />")
	if len(m.Manifests) != 1 || !m.Manifests[0].IsSet() {
		t.Error("a manifest without a control has no place")
	}
}

func FuzzRead(f *testing.F) {
	f.Add(manifest)
	f.Add("<manifest><control><property><value/></property><resources><code path='../../x'/></resources></control></manifest>")
	f.Fuzz(func(t *testing.T, text string) {
		files := analyzertest.Txtar([]byte(control))
		files["Controls/contoso_Contoso.Rating/ControlManifest.xml"] = []byte(text)
		m := analyzertest.Run(t, controlmanifest.Analyzer, unit.Solution, files).Value.(*controlmanifest.Model)
		if len(m.Manifests)+len(m.Problems) != 1 {
			t.Fatalf("%d manifests and %d problems", len(m.Manifests), len(m.Problems))
		}
	})
}
