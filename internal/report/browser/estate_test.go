package browser

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/internal/engine"
	"github.com/solcheck/solcheck/internal/report"
	"github.com/solcheck/solcheck/rules/rule"
)

// hostileName is a name that would run, load or break out, were it not escaped.
const hostileName = `</script><img src=x onerror="document.title='broken'"><b>{{.Title}}${1}` + "\u202e`"

// catalogue returns rules of all categories, some with pages.
func catalogue() []*rule.Rule {
	pages := fstest.MapFS{}
	var list []*rule.Rule
	for i, c := range rule.Categories() {
		for j, s := range rule.Severities() {
			r := &rule.Rule{
				ID: fmt.Sprintf("web-use-thing-%d-%d", i, j), Severity: s, Category: c, Component: rule.WebResource, Guidance: "https://example.com/guidance",
			}
			pages[r.FileStem()+".md"] = &fstest.MapFile{Data: []byte("# " + r.ID + "\n\nThings are used.\n\n## Why\n\nBecause `things` are **good**.\n\n| a | b |\n|:-:|--:|\n| 1 | 2 |\n\n## Incorrect\n\n```js a.js\nthing(1 < 2);\n```\n\n## How to fix\n\n1. Use things.\n2. Use them well.\n")}
			list = append(list, r)
		}
	}
	return rule.Area(pages, list...)
}

// estate returns a report of n findings in an AppSource package that holds a
// deployment package that holds solutions, as large estates have them.
func estate(n int) *engine.Report {
	rules := catalogue()
	const outer = "ContosoApp.zip"
	r := &engine.Report{Rules: rules, Packages: []engine.Package{
		{Path: outer, Kind: unit.AppSource, Disk: outer},
		{Path: outer + "!/package.zip", Kind: unit.Deployment, Disk: outer},
	}}
	for i := range n {
		solution := fmt.Sprintf("%s!/package.zip!/Pkg/contoso%02d.zip", outer, i*20/n)
		if last := &r.Packages[len(r.Packages)-1]; last.Path != solution {
			r.Packages = append(r.Packages, engine.Package{Path: solution, Kind: unit.Solution, Disk: outer, UniqueName: "Contoso", Version: "1.0.0.0", Managed: new(true)})
		}
		holder := &r.Packages[len(r.Packages)-1]
		name := fmt.Sprintf("contoso_/scripts/form%03d.js", i%250)
		if i == 3 {
			name = hostileName
		}
		f := finding(rules[i*7%len(rules)], i, name)
		f.Package, f.Path, f.Disk = solution, "WebResources/"+name, outer
		if i%10 == 0 {
			f.Baseline = engine.New
		}
		holder.Holds = append(holder.Holds, f.Of)
		r.Findings = append(r.Findings, f)
	}
	r.NotChecked = []engine.NotChecked{{Path: outer + "!/" + hostileName, Reason: "the zip is encrypted"}}
	hidden := r.Findings[0]
	hidden.Suppression, hidden.Fingerprint = &engine.Suppression{Reason: "a test tenant"}, "suppressed"
	known := r.Findings[1]
	known.Baseline, known.Fingerprint = engine.Unchanged, "known"
	r.Suppressed, r.Known = []engine.Finding{hidden}, []engine.Finding{known}
	return r
}

func finding(r *rule.Rule, i int, name string) engine.Finding {
	line := 10 + i%700
	return engine.Finding{
		Rule: r, Severity: r.Severity, Original: r.Severity,
		Message:     fmt.Sprintf("%q calls the old function number %d synchronously, which freezes the page; call it with a callback", name, i),
		Place:       engine.Place{Region: engine.Region{Line: line, Column: 5, EndLine: line, EndColumn: 12}},
		Of:          component.Ref{Type: component.WebResource, Name: name},
		Statement:   "request.open();",
		Fingerprint: fmt.Sprintf("%016x", i),
		Context: engine.Context{First: line - 2, Lines: []string{
			fmt.Sprintf("function load%d(url) {", i), "    var request = new XMLHttpRequest();", `    request.open("GET", url, false); // ` + hostileName, "    request.send();", "}",
		}},
	}
}

// pageOf writes a report into a file and returns its address and size.
func pageOf(t *testing.T, r *engine.Report) (address string, size int64) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "report.html")
	if err := report.WriteFile(file, "html", r, report.Options{ToolVersion: "1.2.3"}); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(file)
	if err != nil {
		t.Fatal(err)
	}
	return "file://" + filepath.ToSlash(file), info.Size()
}

// keep writes what was seen into the folder that SHOTS names, for people to look
// at.
func keep(t *testing.T, name string, b []byte) {
	t.Helper()
	folder := os.Getenv("SHOTS")
	if folder == "" {
		return
	}
	if err := os.WriteFile(filepath.Join(folder, strings.ReplaceAll(name, "/", "-")), b, 0o600); err != nil {
		t.Error(err)
	}
}
