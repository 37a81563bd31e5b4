package customizations_test

import (
	"cmp"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	diff "github.com/google/go-cmp/cmp"

	"github.com/solcheck/solcheck/analyzers/analyzertest"
	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/unit"
)

var update = flag.Bool("update", false, "write the golden files")

func read(tb testing.TB, files analyzertest.Files) (*customizations.Model, *analyzertest.Result) {
	tb.Helper()
	r := analyzertest.Run(tb, customizations.Analyzer, unit.Solution, files)
	return r.Value.(*customizations.Model), r
}

func archive(tb testing.TB, name string) analyzertest.Files {
	tb.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name+".txtar"))
	if err != nil {
		tb.Fatal(err)
	}
	return analyzertest.Txtar(data)
}

func TestModel(t *testing.T) {
	for _, layout := range []string{"zip", "unpacked", "more_zip", "more_unpacked"} {
		t.Run(layout, func(t *testing.T) {
			m, r := read(t, archive(t, layout))
			got := analyzertest.Dumper{Where: r.Where, Skip: []string{"Of", "Components", "References"}}.Dump(m)
			golden := filepath.Join("testdata", layout+".golden")
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if d := diff.Diff(string(want), got); d != "" {
				t.Error(d)
			}
		})
	}
}

// TestLayoutsAgree checks that both layouts give the same model but for the
// places and the members.
func TestLayoutsAgree(t *testing.T) {
	for _, solution := range []string{"", "more_"} {
		packed, _ := read(t, archive(t, solution+"zip"))
		unpacked, _ := read(t, archive(t, solution+"unpacked"))
		testAgree(t, packed, unpacked)
	}
}

func testAgree(t *testing.T, packed, unpacked *customizations.Model) {
	t.Helper()
	if packed.Layout != customizations.Packed || unpacked.Layout != customizations.Unpacked {
		t.Fatalf("layouts %d and %d", packed.Layout, unpacked.Layout)
	}
	content := func(m *customizations.Model) string {
		inOrder(m)
		s := analyzertest.Dumper{Skip: []string{"Of", "Components", "References", "Source", "Member", "Match", "Layout", "File"}}.Dump(m)
		var list []string
		for _, c := range m.Components {
			list = append(list, fmt.Sprintf("component %v %s %s\n", c.Type, c.Name.Value, c.ID.Value))
		}
		for _, r := range m.References {
			list = append(list, fmt.Sprintf("reference %s of %v\n", r.Value, r.Of.Ref()))
		}
		slices.Sort(list)
		return s + strings.Join(list, "")
	}
	if d := diff.Diff(content(packed), content(unpacked)); d != "" {
		t.Error(d)
	}
}

// inOrder sorts what layouts hold in the order of different files.
func inOrder(m *customizations.Model) {
	slices.SortFunc(m.Records, func(a, b *customizations.Record) int { return cmp.Compare(a.Name.Value, b.Name.Value) })
	slices.SortFunc(m.Associations, func(a, b *customizations.Association) int { return cmp.Compare(a.Table, b.Table) })
	slices.SortStableFunc(m.Embedded, func(a, b customizations.Query) int { return cmp.Compare(a.Title, b.Title) })
}

func TestReferences(t *testing.T) {
	for layout, want := range map[string]string{
		"zip": `
NotFound  /Connector/con_5Fweather_customcodeblobcontent.csx
OtherCase /Connector/con_5Fweather_iconblob.Png -> Connector/con_5Fweather_iconblob.png
Exact     /CanvasApps/con_app_1a2b3_AdditionalUris0_identity.json
Exact     /CanvasApps/con_app_1a2b3_BackgroundImageUri
Exact     /CanvasApps/con_app_1a2b3_DocumentUri.msapp
Exact     /Connector/con_5Fweather_openapidefinition.json
Exact     /Controls/con_Contoso.Stars/ControlManifest.xml
Exact     /Formulas/con_permit-con_total.xaml
Exact     /PluginAssemblies/Contoso-00000000-0000-4000-8000-000000000601/Contoso.dll
Exact     /Reports/Sum.rdl
Exact     /WebResources/con_scriptjs00000000-0000-4000-8000-000000000701
Exact     /Workflows/Check-00000000-0000-4000-8000-000000000802.xaml
Exact     /Workflows/Daily-00000000-0000-4000-8000-000000000801.json
`,
		"unpacked": `
NotFound  /Connector/con_5Fweather_customcodeblobcontent.csx -> Connectors/con_5Fweather_customcodeblobcontent.csx
Beside    /CanvasApps/con_app_1a2b3_DocumentUri.msapp -> CanvasApps/src/con_app_1a2b3/
Beside    /Connector/con_5Fweather_iconblob.Png -> Connectors/con_5Fweather_iconblob.png
Beside    /Connector/con_5Fweather_openapidefinition.json -> Connectors/con_5Fweather_openapidefinition.json
Beside    /Formulas/con_permit-con_total.xaml -> Entities/con_Permit/Formulas/con_permit-con_total.xaml
Beside    /WebResources/con_scriptjs00000000-0000-4000-8000-000000000701 -> WebResources/con_/script.js
Exact     /CanvasApps/con_app_1a2b3_AdditionalUris0_identity.json
Exact     /CanvasApps/con_app_1a2b3_BackgroundImageUri
Exact     /Controls/con_Contoso.Stars/ControlManifest.xml
Exact     /PluginAssemblies/Contoso-00000000-0000-4000-8000-000000000601/Contoso.dll
Exact     /Reports/Sum.rdl
Exact     /Workflows/Check-00000000-0000-4000-8000-000000000802.xaml
Exact     /Workflows/Daily-00000000-0000-4000-8000-000000000801.json
`,
	} {
		m, _ := read(t, archive(t, layout))
		got := "\n"
		slices.SortFunc(m.References, func(a, b *customizations.Reference) int {
			return cmp.Or(cmp.Compare(a.Match, b.Match), cmp.Compare(a.Value, b.Value))
		})
		for _, r := range m.References {
			got += fmt.Sprintf("%-9s %s", matchNames[r.Match], r.Value)
			if r.Value != "/"+r.Member {
				got += " -> " + r.Member
			}
			got += "\n"
		}
		if d := diff.Diff(want, got); d != "" {
			t.Error(layout, d)
		}
	}
}

var matchNames = map[customizations.Match]string{
	customizations.NotFound:  "NotFound",
	customizations.OtherCase: "OtherCase",
	customizations.Beside:    "Beside",
	customizations.Exact:     "Exact",
}

func TestMessage(t *testing.T) {
	for _, c := range []struct {
		id, name, element string
		want              customizations.Message
	}{
		{"{A1BDBB1B-EA3E-DB11-86A7-000A3A5473E8}", "whatever", "", customizations.Message{Name: "Delete", Certain: true}},
		{"a1bdbb1b-ea3e-db11-86a7-000a3a5473e8", "A: Update of account", "", customizations.Message{Name: "Delete", Certain: true}},
		{"00000000-0000-4000-8000-000000000001", "A.B: C: con_Do of any Entity", "", customizations.Message{Name: "con_Do"}},
		{"00000000-0000-4000-8000-000000000001", "Check on update", "", customizations.Message{}},
		{"00000000-0000-4000-8000-000000000001", "A: two words of account", "", customizations.Message{}},
		{"00000000-0000-4000-8000-000000000001", "A: Update of ", "", customizations.Message{}},
		{"", "A", "<SdkMessageName>Merge</SdkMessageName>", customizations.Message{Name: "Merge", Certain: true}},
	} {
		m, _ := read(t, analyzertest.Files{"customizations.xml": []byte("<ImportExportXml><SdkMessageProcessingSteps><SdkMessageProcessingStep Name=\"" + c.name +
			"\"><SdkMessageId>" + c.id + "</SdkMessageId>" + c.element + "</SdkMessageProcessingStep></SdkMessageProcessingSteps></ImportExportXml>")})
		if got := m.Steps[0].Message; got != c.want {
			t.Errorf("%s %q: %+v, want %+v", c.id, c.name, got, c.want)
		}
	}
}

func TestProblems(t *testing.T) {
	const good = "<ImportExportXml />"
	for _, c := range []struct {
		files          map[string]string
		where, message string
	}{
		{
			map[string]string{"customizations.xml": "<ImportExportXml>\n<Roles><Role name=\"a\"/></Roles>\n<Workflows></x>"},
			"customizations.xml:3:12", "the XML is broken: </x> stands where </Workflows> was expected",
		},
		{
			map[string]string{"customizations.xml": "<Customizations/>"},
			"customizations.xml:1:1", `the file begins with the element "Customizations", expected "ImportExportXml"`,
		},
		{map[string]string{"solution.xml": good}, "", "the solution has no customizations.xml"},
		{map[string]string{"Other/Solution.xml": good}, "", "the solution has no Other/Customizations.xml"},
		{map[string]string{"readme.md": ""}, "", "the solution has neither customizations.xml nor Other/Customizations.xml"},
		{
			map[string]string{"Other/Customizations.xml": good, "Roles/a.xml": "<Rolle />"},
			"Roles/a.xml:1:1", `the file begins with the element "Rolle", expected "Role"`,
		},
		{
			map[string]string{"Other/Customizations.xml": good, "Entities/a/FormXml/main/b.xml": "<x />"},
			"Entities/a/FormXml/main/b.xml:1:1", `the file begins with the element "x", expected "forms" or "systemform"`,
		},
		{
			map[string]string{"Other/Customizations.xml": good, "Workflows/a.json.data.xml": ""},
			"Workflows/a.json.data.xml", "the XML is broken: the text holds no element",
		},
		{
			map[string]string{"customizations.xml": good, "things/a/thing.xml": "<other />"},
			"things/a/thing.xml:1:1", `the file begins with the element "other", expected "thing"`,
		},
		{
			map[string]string{"customizations.xml": "<ImportExportXml><Entities><Entity><Name>a</Name><EntityInfo><entity>\n<MobileOfflineFilters>&lt;fetch&gt;&lt;entity&gt;</MobileOfflineFilters></entity></EntityInfo></Entity></Entities></ImportExportXml>"},
			"customizations.xml:2:47", `a query of the offline filter of "a" cannot be read: the query is broken XML: the text ends before </entity>`,
		},
		{
			map[string]string{
				"customizations.xml": `<ImportExportXml><Workflows><Workflow Name="a"><Category>5</Category><JsonFileName>/Workflows/a.json</JsonFileName></Workflow></Workflows></ImportExportXml>`,
				"Workflows/a.json":   `{"properties":{"connectionReferences":}}`,
			},
			"Workflows/a.json:1:39", "the JSON is broken: a value is missing",
		},
		{
			map[string]string{"customizations.xml": `<ImportExportXml><CanvasApps><CanvasApp><Name>a</Name><ConnectionReferences>{"a":</ConnectionReferences></CanvasApp></CanvasApps></ImportExportXml>`},
			"customizations.xml:1:77", `the connections of the app are broken JSON: the bracket "{" has no partner`,
		},
	} {
		files := make(analyzertest.Files)
		for name, text := range c.files {
			files[name] = []byte(text)
		}
		m, r := read(t, files)
		if len(m.Problems) != 1 || m.Problems[0].Message != c.message || r.Where(m.Problems[0].Pos) != c.where {
			t.Errorf("%v: %+v", c.files, m.Problems)
		}
		if len(m.Roles) > 0 && m.Roles[0].Name.Value != "a" {
			t.Errorf("%v: roles %v", c.files, m.Roles)
		}
	}
}

func TestOtherUnits(t *testing.T) {
	r := analyzertest.Run(t, customizations.Analyzer, unit.Folder, archive(t, "zip"))
	if m := r.Value.(*customizations.Model); m.Layout != customizations.None || len(m.Components)+len(m.Problems) > 0 {
		t.Errorf("%+v", m)
	}
}

// TestTraps holds what real packages surprised us with.
func TestTraps(t *testing.T) {
	t.Run("lower-case folders, forms without their table", func(t *testing.T) {
		m, _ := read(t, analyzertest.Files{
			"other/customizations.xml":                      []byte("<ImportExportXml />"),
			"entities/account/formxml/main/{1}.xml":         []byte("<forms><systemform><formid>{1}</formid></systemform></forms>"),
			"entities/account/formxml/main/{1}_managed.xml": []byte("<forms><systemform><formid>{1}</formid></systemform></forms>"),
		})
		if len(m.Problems) > 0 || len(m.Tables) != 1 || m.Tables[0].Name.Value != "account" || len(m.Tables[0].Forms) != 1 {
			t.Errorf("%+v", m)
		}
		if f := m.Tables[0].Forms[0]; f.Table != "account" || f.Kind != "main" || m.Tables[0].Ref() != (component.Ref{Type: component.Table, Name: "account"}) {
			t.Errorf("%+v", f)
		}
	})
	t.Run("a table that only its information names", func(t *testing.T) {
		m, _ := read(t, analyzertest.Files{
			"Other/Customizations.xml":  []byte("<ImportExportXml />"),
			"Entities/visit/Entity.xml": []byte(`<Entity><EntityInfo><entity Name="con_visit" /></EntityInfo></Entity>`),
		})
		if len(m.Tables) != 1 || m.Tables[0].Name.Value != "con_visit" || !m.Tables[0].Name.IsSet() {
			t.Errorf("%+v", m.Tables)
		}
	})
	t.Run("the zip's layout in a folder", func(t *testing.T) {
		m, _ := read(t, analyzertest.Files{
			"Solution.xml":             nil,
			"Customizations.xml":       []byte(`<ImportExportXml><Roles><Role name="a" /></Roles></ImportExportXml>`),
			"Other/Customizations.xml": []byte("<broken"),
			"Roles/b.xml":              []byte("<broken"),
		})
		if len(m.Problems) > 0 || m.Layout != customizations.Packed || len(m.Roles) != 1 {
			t.Errorf("%+v", m)
		}
	})
	t.Run("lists that have a file of their own", func(t *testing.T) {
		m, _ := read(t, analyzertest.Files{
			"Other/Customizations.xml":               []byte("<ImportExportXml />"),
			"ServicePlans/ServicePlans.xml":          []byte(`<serviceplans><serviceplan name="con_plan"><displayname>Plan</displayname></serviceplan></serviceplans>`),
			"ServicePlans/ServicePlanAppModules.xml": []byte(`<serviceplanappmodulesset><serviceplanappmodules appmoduleid.uniquename="con_App" serviceplanid.name="con_plan" /></serviceplanappmodulesset>`),
		})
		if len(m.Problems) > 0 || len(m.Associations) != 1 || m.Associations[0].Table != "serviceplanappmodules" {
			t.Errorf("%+v", m)
		}
		for o := range m.RecordsOf("serviceplan") {
			if o.Name.Value != "con_plan" || o.Field("displayname").Value != "Plan" || o.Field("moreinfourl").IsSet() {
				t.Errorf("%+v", o)
			}
			return
		}
		t.Error("no service plan is read")
	})
	t.Run("absent and empty leaves", func(t *testing.T) {
		m, r := read(t, analyzertest.Files{"customizations.xml": []byte("<ImportExportXml><SdkMessageProcessingSteps><SdkMessageProcessingStep>\n<FilteringAttributes/><Stage></Stage><Mode>x</Mode>" +
			"</SdkMessageProcessingStep></SdkMessageProcessingSteps></ImportExportXml>")})
		s := m.Steps[0]
		if s.PlugInType.IsSet() || s.Stage.IsSet() || s.Rank.IsSet() || s.ID.IsSet() || s.Configuration.Pos().IsValid() {
			t.Error("absent leaves are set")
		}
		if !s.FilteringAttributes.IsSet() || r.Where(s.FilteringAttributes.Pos()) != "customizations.xml:2:1" || r.Where(s.FilteringAttributes.End()) != "customizations.xml:2:23" {
			t.Errorf("the empty leaf is at %s", r.Where(s.FilteringAttributes.Pos()))
		}
		if s.Mode.Bad != "x" || s.Mode.Is(customizations.Synchronous) {
			t.Errorf("mode %+v", s.Mode)
		}
	})
}

func TestLimits(t *testing.T) {
	text := "<ImportExportXml><Roles>" + strings.Repeat("<Role/>", 100_010) + "</Roles></ImportExportXml>"
	m, _ := read(t, analyzertest.Files{"customizations.xml": []byte(text)})
	if len(m.Problems) != 1 || !strings.Contains(m.Problems[0].Message, "more components than are read") || len(m.Roles) > 100_001 {
		t.Errorf("%d roles, problems %v", len(m.Roles), m.Problems)
	}
}
