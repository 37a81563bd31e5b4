package query_test

import (
	"bytes"
	"fmt"
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/solcheck/solcheck/analyzers/analyzertest"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/query"
	"github.com/solcheck/solcheck/analyzers/unit"
)

func testdata(t *testing.T, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// quoted returns what stands at a place.
func quoted(r *analyzertest.Result, files analyzertest.Files, at model.Range) string {
	from := r.Where(at.From)
	if !at.IsSet() {
		return "-"
	}
	file := r.Fset.File(at.From)
	for name, text := range files {
		if strings.HasPrefix(from, name+":") && len(text) == file.Size() {
			return from + " " + string(text[file.Offset(at.From):file.Offset(at.To)])
		}
	}
	return from
}

func TestPlaces(t *testing.T) {
	files := analyzertest.Txtar(testdata(t, "solution.txtar"))
	r := analyzertest.Run(t, query.Analyzer, unit.Solution, files)
	m := r.Value.(*query.Model)
	var got []string
	for _, q := range m.Queries {
		partial := ""
		if q.Partial {
			partial = " partial"
		}
		got = append(got, fmt.Sprintf("%d %s: %s = %q%s", q.Place, q.Title, quoted(r, files, q.Source.Table.Range), q.Source.Table.Value, partial))
		for c := range q.Source.Conditions() {
			got = append(got, "  "+quoted(r, files, c.Value.Range)+" = "+c.Value.Value)
		}
	}
	want := []string{
		`0 view "Visits" of "contoso_visit": customizations.xml:6:40 contoso_visit = "contoso_visit"`,
		`1 chart "By month" of "contoso_visit": customizations.xml:10:80 contoso_visit = "contoso_visit"`,
		`4 action "List_rows" of flow "Close visits": Workflows/Close.json:3:103 contoso_region = "contoso_region"`,
		`  Workflows/Close.json:3:196 @{variables('it''s {x}')?['\"a\"']} = …`,
		`4 action "All" of flow "Close visits": Workflows/Close.json:4:97 account = "account" partial`,
		`4 flow "Broken": Workflows/Broken.json:1:29 lead = "lead"`,
		`5 script "contoso_/page.htm": WebResources/page:1:71 p1 = "p1"`,
		`5 script "contoso_/page.htm": WebResources/page:2:36 p2 = "p2"`,
		`5 script "contoso_/visit.js": WebResources/visit:1:35 a1 = "a1"`,
		`5 script "contoso_/visit.js": WebResources/visit:3:18 a2 = "a2" partial`,
		`5 script "contoso_/visit.js": WebResources/visit:6:35 a3 = "a3"`,
		`5 script "contoso_/visit.js": WebResources/visit:7:48 a4 = "a4"`,
		`5 script "contoso_/visit.js": WebResources/visit:8:39 a5 = "a5"`,
		`5 script "contoso_/visit.js": WebResources/visit:9:46 table = "…"`,
		`5 script "contoso_/visit.js": WebResources/visit:11:15 a7 = "a7"`,
		`5 script "contoso_/visit.js": WebResources/visit:12:35 a8 = "a8"`,
		`5 script "contoso_/visit.js": WebResources/visit:12:75 a9 = "a9"`,
		`5 script "contoso_/visit.js": WebResources/visit:13:65 a10 = "a10"`,
		`5 script "contoso_/visit.js": WebResources/visit:15:48 a11 = "a11"`,
		`5 script "contoso_/visit.js": WebResources/visit:15:97 a12 = "a12"`,
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	checkUnread(t, r, m)
}

func checkUnread(t *testing.T, r *analyzertest.Result, m *query.Model) {
	t.Helper()
	var got []string
	for _, b := range m.Broken {
		got = append(got, r.Where(b.From)+" "+b.Title+": "+b.Message)
	}
	for _, p := range m.Unread() {
		got = append(got, r.Where(p.Pos)+" "+p.Message)
	}
	want := []string{
		`Workflows/Close.json:5:103 action "Wrong" of flow "Close visits": the query is broken XML: </fetch> stands where </entity> was expected`,
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestAssembly(t *testing.T) {
	files := analyzertest.Files{"Queries.dll": testdata(t, "Queries.dll")}
	r := analyzertest.Run(t, query.Analyzer, unit.Folder, files)
	var got []string
	for _, q := range r.Value.(*query.Model).Queries {
		got = append(got, fmt.Sprintf("%s %v: %s", q.Title, q.Partial, q.Code.Statement(q.Source)))
		for c := range q.Source.Conditions() {
			got = append(got, fmt.Sprintf("  %s = %s", c.Value.Value, q.Code.Statement(c)))
		}
	}
	want := []string{
		`method "Visits.Execute(IServiceProvider)" (IL_0017) false: <entity name='contoso_visit'>`,
		"  … = <condition attribute='contoso_region' operator='eq' value='{0}'/>",
		`method "Visits.Sum(string, string)" (IL_0008) false: <entity name='…'>`,
		"  … = <condition attribute='createdon' operator='on-or-after' value='…'/>",
		`method "Visits.Filtered(string)" (IL_0000) true: <entity name='contact'>`,
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	q := r.Value.(*query.Model).Queries[0]
	if s := q.Code.Statement(model.Range{From: 5, To: token.Pos(1 << 20)}); s != "" {
		t.Errorf("a place outside of the text is %q", s)
	}
}

// TestCompiled looks whether the assembly was compiled from the source beside it.
func TestCompiled(t *testing.T) {
	if !bytes.Contains(testdata(t, "Queries.dll"), testdata(t, "Queries.cs")) {
		t.Error("testdata/Queries.dll is of another source; run testdata/queries.sh")
	}
}

const flowSolution = `<ImportExportXml><Workflows><Workflow WorkflowId="{11111111-1111-1111-1111-111111111111}" Name="Long"><JsonFileName>/Workflows/Long.json</JsonFileName><Category>5</Category></Workflow></Workflows></ImportExportXml>`

// TestLimits gives more than is read, each in its own way.
func TestLimits(t *testing.T) {
	const small = "<fetch><entity name='a'/></fetch>"
	long := "<fetch>" + strings.Repeat(" ", 1<<20) + "</fetch>"
	for name, c := range map[string]struct {
		script, flow string
		queries      int
		unread       []string
	}{
		"a long text in a script": {script: `f("` + long + `")`, unread: []string{`a query of script "long.js" is longer than the 1048576 bytes that are read`}},
		"a long sum in a script":  {script: "f('<fetch>'" + strings.Repeat("+'"+strings.Repeat(" ", 1000)+"'", 2000) + "+'</fetch>')", unread: []string{`a query of script "long.js" is longer than the 1048576 bytes that are read`}},
		"a long text in a flow":   {flow: `{"a":"` + long + `"}`, unread: []string{`a query of flow "Long" is longer than the 1048576 bytes that are read`}},
		"many in a flow": {
			flow: `["` + small + `"` + strings.Repeat(`,"`+small+`"`, 20_010) + `]`, queries: 20_000,
			unread: []string{"flows and code hold more queries than are read; those that follow are not checked"},
		},
		"many beginnings": {script: "f(" + strings.Repeat("'<fetch>'+", 100_000) + "'')"},
		"one long sum":    {script: "f('<fetch/>'" + strings.Repeat("+x", 300_000) + ")"},
		"many links":      {flow: `{"a":"<fetch><entity name='a'>` + strings.Repeat("<link-entity/>", 70_000) + `</entity></fetch>"}`, queries: 1},
	} {
		t.Run(name, func(t *testing.T) {
			kind, files := unit.Folder, analyzertest.Files{"long.js": []byte(c.script)}
			if c.flow != "" {
				kind, files = unit.Solution, analyzertest.Files{"customizations.xml": []byte(flowSolution), "solution.xml": []byte("<ImportExportXml/>"), "Workflows/Long.json": []byte(c.flow)}
			}
			m := analyzertest.Run(t, query.Analyzer, kind, files).Value.(*query.Model)
			var unread []string
			for _, p := range m.Unread() {
				unread = append(unread, p.Message)
			}
			if d := cmp.Diff(c.unread, unread); d != "" || len(m.Queries) != c.queries {
				t.Errorf("%d queries, %s", len(m.Queries), d)
			}
			for _, q := range m.Queries {
				if n := q.Links(); n > 10_000 {
					t.Errorf("%d links are kept", n)
				}
			}
		})
	}
}
