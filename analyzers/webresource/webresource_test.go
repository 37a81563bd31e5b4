package webresource_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/solcheck/solcheck/analyzers/analyzertest"
	"github.com/solcheck/solcheck/analyzers/syntax/javascript"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/analyzers/webresource"
)

const zip = `
-- solution.xml --
<ImportExportXml />
-- customizations.xml --
<ImportExportXml>
  <WebResources>
    <WebResource>
      <Name>contoso_/visit.js</Name>
      <WebResourceType>3</WebResourceType>
      <FileName>/WebResources/contoso_visitjs1</FileName>
    </WebResource>
    <WebResource>
      <Name>contoso_/page</Name>
      <WebResourceType>1</WebResourceType>
      <FileName>/WebResources/contoso_page2</FileName>
    </WebResource>
    <WebResource>
      <Name>contoso_/style.css</Name>
      <WebResourceType>2</WebResourceType>
      <FileName>/WebResources/contoso_style3</FileName>
    </WebResource>
    <WebResource>
      <Name>contoso_/gone.js</Name>
      <WebResourceType>3</WebResourceType>
      <FileName>/WebResources/contoso_gone4</FileName>
    </WebResource>
  </WebResources>
  <CustomControls>
    <CustomControl>
      <Name>contoso_Contoso.Rating</Name>
      <FileName>/Controls/contoso_Contoso.Rating/ControlManifest.xml</FileName>
    </CustomControl>
  </CustomControls>
</ImportExportXml>
-- WebResources/contoso_visitjs1 --
debugger;
-- WebResources/contoso_page2 --
<html><head><script src="visit.js"></script>
  <script>
    debugger;
  </script>
</head><body onload="if (1 &lt; 2) { debugger }"><a href="javascript:{debugger}">a</a></body></html>
-- WebResources/contoso_style3 --
a { color: red }
-- Controls/contoso_Contoso.Rating/ControlManifest.xml --
<manifest />
-- Controls/contoso_Contoso.Rating/bundle.js --
function f() { debugger; }
`

const unpacked = `
-- Other/Solution.xml --
<ImportExportXml />
-- Other/Customizations.xml --
<ImportExportXml />
-- WebResources/contoso_/visit.js --
debugger;
-- WebResources/contoso_/visit.js.data.xml --
<WebResource>
  <Name>contoso_/visit.js</Name>
  <WebResourceType>3</WebResourceType>
  <FileName>/WebResources/contoso_visitjs1</FileName>
</WebResource>
-- WebResources/contoso_/alone.html --
<script>debugger</script>
-- Controls/contoso_Contoso.Rating/bundle.js --
debugger
`

const folder = `
-- src/a.js --
debugger
-- src/b.mjs --
debugger; await 1
-- src/c.HTM --
<script>
debugger</script>
-- src/d.txt --
debugger
`

// debuggers prints where "debugger" stands, and what it belongs to.
func debuggers(m *webresource.Model, r *analyzertest.Result) []string {
	var list []string
	for _, s := range m.Scripts {
		for n := range s.Of(javascript.Debugger) {
			list = append(list, fmt.Sprintf("%s %s %s", r.Where(n.Pos()), s.Ref().Type, s.Ref().Name))
		}
	}
	return list
}

func read(tb testing.TB, kind unit.Kind, archive string) (*webresource.Model, *analyzertest.Result) {
	tb.Helper()
	r := analyzertest.Run(tb, webresource.Analyzer, kind, analyzertest.Txtar([]byte(archive)))
	return r.Value.(*webresource.Model), r
}

func TestScripts(t *testing.T) {
	for _, c := range []struct {
		name, archive string
		kind          unit.Kind
		want          []string
	}{
		{"zip", zip, unit.Solution, []string{
			"Controls/contoso_Contoso.Rating/bundle.js:1:16 custom control contoso_Contoso.Rating",
			"WebResources/contoso_page2:3:5 web resource contoso_/page",
			"WebResources/contoso_page2:5:38 web resource contoso_/page",
			"WebResources/contoso_page2:5:71 web resource contoso_/page",
			"WebResources/contoso_visitjs1:1:1 web resource contoso_/visit.js",
		}},
		{"unpacked", unpacked, unit.Solution, []string{
			"Controls/contoso_Contoso.Rating/bundle.js:1:1 custom control contoso_Contoso.Rating",
			"WebResources/contoso_/alone.html:1:9 web resource contoso_/alone.html",
			"WebResources/contoso_/visit.js:1:1 web resource contoso_/visit.js",
		}},
		{"folder", folder, unit.Folder, []string{
			"src/a.js:1:1 file src/a.js", "src/b.mjs:1:1 file src/b.mjs", "src/c.HTM:2:1 file src/c.HTM",
		}},
		{"another unit", folder, unit.Connector, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			m, r := read(t, c.kind, c.archive)
			if got := debuggers(m, r); !slices.Equal(got, c.want) {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
			if len(m.Problems) > 0 {
				t.Errorf("problems: %v", m.Problems)
			}
		})
	}
}

func TestForms(t *testing.T) {
	m, r := read(t, unit.Solution, zip)
	page := m.Find("Contoso_/Page")
	if page == nil || !page.IsPage || page.Name() != "contoso_/page" {
		t.Fatalf("the page is %v", page)
	}
	var got []string
	for _, s := range page.Scripts {
		got = append(got, fmt.Sprintf("%d %s %t", s.Form, s.Attribute, s.IsVerbatim))
	}
	if want := []string{"1  true", "2 onload false", "3 href true"}; !slices.Equal(got, want) {
		t.Errorf("the scripts are %q, want %q", got, want)
	}
	if len(page.Links) != 1 || page.Links[0].Value != "visit.js" || !page.Links[0].Loads || r.Where(page.Links[0].From) != "WebResources/contoso_page2:1:26" {
		t.Errorf("the links are %v", page.Links)
	}
	if m.Find("contoso_/gone.js") != nil {
		t.Error("a web resource without a file is found")
	}
}

func TestProblems(t *testing.T) {
	m, r := read(t, unit.Folder, "-- a.js --\nvar a = ;\ndebugger\n-- b.html --\n<script>\nvar b = ;</script><p onclick='}'>\n")
	var got []string
	for _, p := range m.Unread() {
		got = append(got, r.Where(p.Pos)+" "+p.Message)
	}
	want := []string{
		"a.js:1:9 syntax error in the script, the rest was checked as far as it could be read: expression expected, found ';'",
		"b.html:2:9 syntax error in the script, the rest was checked as far as it could be read: expression expected, found ';'",
		"b.html:2:31 syntax error in the script, the rest was checked as far as it could be read: expression expected, found '}'",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %s\nwant %s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if got := debuggers(m, r); !slices.Equal(got, []string{"a.js:2:1 file a.js"}) {
		t.Errorf("after the error: %q", got)
	}
}

const forms = `
-- solution.xml --
<ImportExportXml />
-- customizations.xml --
<ImportExportXml>
  <Entities><Entity><Name>contoso_visit</Name><FormXml><forms type="main"><systemform><formid>{00000001-0000-4000-8000-000000000000}</formid><form>
    <formLibraries><Library name="contoso_/a.js" /><Library name="contoso_/b.js" /></formLibraries>
    <events>
      <event name="onload"><InternalHandlers><Handler functionName="x" libraryName="y" /></InternalHandlers><Handlers>
        <Handler functionName="A.load" libraryName="contoso_/a.js" />
        <Handler functionName="inB" libraryName="$webresource:contoso_/a.js" />
        <Handler functionName="A.gone" libraryName="contoso_/a.js" />
        <Handler functionName="other" libraryName="elsewhere.js" />
      </Handlers></event>
      <event name="OnSave"><Handlers><Handler functionName="A.save" libraryName="contoso_/a.js" /></Handlers></event>
    </events>
  </form></systemform></forms></FormXml></Entity></Entities>
  <WebResources>
    <WebResource><Name>contoso_/a.js</Name><WebResourceType>3</WebResourceType><FileName>/WebResources/a</FileName></WebResource>
    <WebResource><Name>contoso_/b.js</Name><WebResourceType>3</WebResourceType><FileName>/WebResources/b</FileName></WebResource>
  </WebResources>
</ImportExportXml>
-- WebResources/a --
var A = { load: function (c) {}, save: function () {} };
-- WebResources/b --
function inB() {}
`

func TestHandlers(t *testing.T) {
	m, r := read(t, unit.Solution, forms)
	var got []string
	for _, h := range m.Handlers {
		in := "-"
		if h.In != nil {
			in = h.In.Name()
		}
		got = append(got, fmt.Sprintf("%s %s %s %d %t", h.Function.Value, in, r.Where(h.Code.Pos()), h.Presence, h.IsOnSave()))
	}
	want := []string{
		"A.load contoso_/a.js WebResources/a:1:17 2 false",
		"inB contoso_/a.js WebResources/b:1:1 2 false",
		"A.gone contoso_/a.js - 0 false",
		"other - - 0 false",
		"A.save contoso_/a.js WebResources/a:1:40 2 true",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %s\nwant %s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

const ribbon = `
-- solution.xml --
<ImportExportXml><SolutionManifest><UniqueName>Contoso</UniqueName></SolutionManifest></ImportExportXml>
-- customizations.xml --
<ImportExportXml>
  <Entities><Entity><Name>contoso_visit</Name><RibbonDiffXml>
    <CommandDefinitions><CommandDefinition Id="send"><Actions>
      <JavaScriptFunction FunctionName="A.send" Library="$webresource:contoso_/a.js" />
      <JavaScriptFunction FunctionName="inB" Library="$Webresource:contoso_/A.js" />
      <JavaScriptFunction FunctionName="A.gone" Library="$webresource:contoso_/a.js" />
      <JavaScriptFunction FunctionName="inB" Library="contoso_/b.js" />
      <JavaScriptFunction FunctionName="Mscrm.Run" Library="/_static/a.js" />
    </Actions></CommandDefinition></CommandDefinitions>
    <RuleDefinitions><EnableRules><EnableRule Id="can"><CustomRule FunctionName="A.can" Library="$webresource:contoso_/a.js" /></EnableRule></EnableRules></RuleDefinitions>
  </RibbonDiffXml></Entity></Entities>
  <WebResources>
    <WebResource><Name>contoso_/a.js</Name><WebResourceType>3</WebResourceType><FileName>/WebResources/a</FileName></WebResource>
    <WebResource><Name>contoso_/b.js</Name><WebResourceType>3</WebResourceType><FileName>/WebResources/b</FileName></WebResource>
  </WebResources>
</ImportExportXml>
-- WebResources/a --
var A = { send: function (c) {}, can: function () {} };
-- WebResources/b --
function inB() {}
`

func TestRibbonCalls(t *testing.T) {
	m, r := read(t, unit.Solution, ribbon)
	var got []string
	for _, c := range m.RibbonCalls {
		in := "-"
		if c.In != nil {
			in = c.In.Name()
		}
		got = append(got, fmt.Sprintf("%s %s %s %s %d %t", c.ID.Value, c.Function.Value, in, r.Where(c.Code.Pos()), c.Presence, c.IsRule))
	}
	want := []string{
		"send A.send contoso_/a.js WebResources/a:1:17 2 false",
		"send inB contoso_/a.js WebResources/b:1:1 2 false",
		"send A.gone contoso_/a.js - 0 false",
		"send inB contoso_/b.js WebResources/b:1:1 2 false",
		"send Mscrm.Run - - 0 false",
		"can A.can contoso_/a.js WebResources/a:1:39 2 true",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %s\nwant %s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
