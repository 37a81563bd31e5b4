package report_test

import (
	"testing/fstest"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/internal/engine"
	"github.com/solcheck/solcheck/rules/rule"
)

const asyncPage = "# web-use-async\n\nA synchronous request freezes the page until the server answers.\n\n" +
	"## Why\n\nA browser does *nothing* else while a synchronous `XMLHttpRequest` waits. On a slow line the form\nhangs; see [the guidance](https://example.com/async).\n\nBrowsers plan to remove it.\n\n" +
	"## Incorrect\n\n```js a.js\nrequest.open(\"GET\", url, false);\n```\n\n" +
	"## Correct\n\n```js a.js\nrequest.open(\"GET\", url, true);\n```\n\n" +
	"## How to fix\n\nPass `true` and handle the answer in `onload`.\n\n" +
	"## Known limits\n\nNone.\n"

const secretPage = "# flow-avoid-secret\n\nA flow holds a secret in plain text.\n\n## Why\n\nWhoever can read the solution can read the secret.\n\n## How to fix\n\nUse an environment variable of type secret.\n"

// sampleRules are rules of each kind that a format treats apart.
func sampleRules() map[string]*rule.Rule {
	pages := fstest.MapFS{
		"use_async.md":    {Data: []byte(asyncPage)},
		"avoid_secret.md": {Data: []byte(secretPage)},
	}
	rules := rule.Area(pages,
		&rule.Rule{ID: "flow-avoid-secret", Severity: rule.High, Category: rule.Security, Component: rule.CloudFlow, Rulesets: rule.Everyday},
		&rule.Rule{ID: "il-avoid-column-set", Severity: rule.Medium, Category: rule.Performance, Component: rule.ManagedCode, Guidance: "http://example.com/old"},
		&rule.Rule{ID: "meta-remove-inactive", Severity: rule.Low, Category: rule.Maintainability, Component: rule.Configuration},
		&rule.Rule{ID: "package-limit-size", Severity: rule.Informational, Category: rule.UpgradeReadiness, Component: rule.Package},
		&rule.Rule{ID: "web-use-async", Severity: rule.Critical, Category: rule.Performance, Component: rule.WebResource, Rulesets: rule.Microsoft, Guidance: "https://example.com/async"},
	)
	byID := make(map[string]*rule.Rule)
	for _, r := range rules {
		byID[r.ID] = r
	}
	return byID
}

func listed(rules map[string]*rule.Rule) []*rule.Rule {
	return []*rule.Rule{
		rules["flow-avoid-secret"], rules["il-avoid-column-set"], rules["meta-remove-inactive"], rules["package-limit-size"], rules["web-use-async"],
	}
}

// sample is a report with every branch of every format in it: an unpacked folder,
// a zip, a solution in a package in a zip, a binary file, whole files and whole
// packages, fixes, related places, names that need care.
func sample() *engine.Report {
	rules := sampleRules()
	finding := func(id, message string, place engine.Place) engine.Finding {
		r := rules[id]
		return engine.Finding{Rule: r, Severity: r.Severity, Original: r.Severity, Message: message, Place: place, Fingerprint: "0123456789abcdef"}
	}

	async := finding("web-use-async",
		`"XMLHttpRequest.open" is called synchronously, which freezes the page; pass true as its third argument and handle the answer in "onload"`,
		engine.Place{Package: "src/Core", Path: "WebResources/contoso_/account form.js", Disk: "src/Core/WebResources/contoso_/account form.js", Region: engine.Region{Line: 42, Column: 5, EndLine: 42, EndColumn: 36}})
	async.Of = component.Ref{Type: component.WebResource, Name: "contoso_/account form.js"}
	async.Statement = `request.open("GET", url, false);`
	async.Context = engine.Context{First: 40, Lines: []string{"function load(url) {", "    var request = new XMLHttpRequest();", `    request.open("GET", url, false);`, "    request.send();", "}"}}
	async.LineHash = "271789c17abda88f:1"
	async.Related = []engine.Related{
		{Place: engine.Place{Package: "src/Core", Path: "Other/Customizations.xml", Disk: "src/Core/Other/Customizations.xml", Region: engine.Region{Line: 7, Column: 9, EndLine: 7, EndColumn: 20}}, Message: "called by this form"},
		{Place: engine.Place{Package: "zips/100% Ünï#1.zip", Path: "customizations.xml", Disk: "zips/100% Ünï#1.zip"}},
	}
	async.Fixes = []engine.Fix{
		{Message: "pass true", Edits: []engine.Edit{
			{Place: engine.Place{Package: "src/Core", Path: "WebResources/contoso_/account form.js", Disk: "src/Core/WebResources/contoso_/account form.js", Region: engine.Region{Line: 42, Column: 30, EndLine: 42, EndColumn: 35}}, Start: 900, End: 905, New: "true"},
			{Place: engine.Place{Package: "src/Core", Path: "WebResources/contoso_/account form.js", Disk: "src/Core/WebResources/contoso_/account form.js", Region: engine.Region{Line: 43, Column: 5}}, Start: 911, End: 911, New: "request.onload = done;\n"},
			{Place: engine.Place{Package: "src/Core", Path: "Other/b.js", Disk: "src/Core/Other/b.js", Region: engine.Region{Line: 1, Column: 1, EndLine: 2, EndColumn: 1}}, Start: 0, End: 9},
		}},
		{Message: "into a zip, which nobody writes to", Edits: []engine.Edit{{Place: engine.Place{Package: "a.zip", Path: "b.js", Disk: "a.zip", Region: engine.Region{Line: 1, Column: 1}}, New: "x"}}},
	}

	step := finding("meta-remove-inactive", `step "Contoso: Update of account" is disabled; remove it, or enable it [again](https://evil.example)`,
		engine.Place{Package: "src/Core", Path: "SdkMessageProcessingSteps/{1a}.xml", Disk: "src/Core/SdkMessageProcessingSteps/{1a}.xml"})
	step.Of = component.Ref{Type: component.Step, Name: "Contoso: Update of account"}

	hostile := finding("web-use-async", "a name with \x1b[31mescape\x1b[0m, right-to-left \u202e and \u6f22\u5b57",
		engine.Place{Package: "src/Core", Path: "WebResources/z\u202e.js", Disk: "src/Core/WebResources/z\u202e.js", Region: engine.Region{Line: 1, Column: 5003, EndLine: 1, EndColumn: 5008}})
	hostile.Severity = rule.Medium
	hostile.Context = engine.Context{First: 1, Cut: 4900, Lines: []string{longLine()}}
	hostile.LineHash = "54703d4cd895b18:1"
	hostile.Of = component.Ref{Type: component.WebResource, Name: "z"}

	columns := finding("il-avoid-column-set", `"ColumnSet(true)" reads every column; name those that are needed`,
		engine.Place{Package: "zips/100% Ünï#1.zip!/PkgFolder/core.zip", Path: "PluginAssemblies/Contoso.Plugins.dll", Disk: "zips/100% Ünï#1.zip"})
	columns.Of = component.Ref{Type: component.PlugInAssembly, Name: "Contoso.Plugins, Version=1.0.0.0, Culture=neutral"}
	columns.Module, columns.Type, columns.Member = "Contoso.Plugins", "Contoso.Plugins.AccountPlugin", "Execute"
	columns.Statement = "newobj ColumnSet::.ctor(bool)"
	columns.Fingerprint = "1111111111111111"

	secret := finding("flow-avoid-secret", `action "HTTP" holds a secret`,
		engine.Place{Package: "zips/100% Ünï#1.zip!/PkgFolder/core.zip", Path: "Workflows/Send-1.json", Disk: "zips/100% Ünï#1.zip", Region: engine.Region{Line: 3, Column: 2, EndLine: 5, EndColumn: 3}})
	secret.Context = engine.Context{First: 1, Lines: []string{"{", "\t\"actions\": {", "\t\"HTTP\": {", "\t\t\"\u6f22\u5b57\": \"s3cr3t\"", "\t}"}}
	secret.LineHash = "180aee12dab6264:1"
	secret.Of = component.Ref{Type: component.Process, Name: "Send"}
	secret.Member = "HTTP"

	size := finding("package-limit-size", "the package is larger than 95 MB", engine.Place{Package: "zips/100% Ünï#1.zip", Disk: "zips/100% Ünï#1.zip"})
	both := finding("package-limit-size", `two packages install "ContosoCore" with different versions`, engine.Place{Package: "."})

	async.Baseline = engine.New
	hidden := async
	hidden.Suppression = &engine.Suppression{InSource: true, Reason: "the server is on the same machine"}
	byConfig := secret
	byConfig.Suppression = &engine.Suppression{Reason: "test tenant", Owner: "ops@example.com", Expires: "2027-01-31"}
	known := step
	known.Baseline = engine.Unchanged

	return &engine.Report{
		Rules: listed(rules),
		Packages: []engine.Package{
			{Path: "src/Core", Kind: unit.Solution, Disk: "src/Core", UniqueName: "ContosoCore", Version: "1.2.0.4", Managed: new(false)},
			{Path: "zips/100% Ünï#1.zip", Kind: unit.Deployment, Disk: "zips/100% Ünï#1.zip"},
			{Path: "zips/100% Ünï#1.zip!/PkgFolder/core.zip", Kind: unit.Solution, Disk: "zips/100% Ünï#1.zip", UniqueName: "ContosoCore", Version: "1.2.0.5", Managed: new(true)},
		},
		Findings:   []engine.Finding{both, step, async, hostile, size, columns, secret},
		Suppressed: []engine.Finding{hidden, byConfig},
		Known:      []engine.Finding{known},
		NotChecked: []engine.NotChecked{
			{Path: "src/Core/CanvasApps/app.msapp", Reason: "the file is a pointer of Git LFS, not the app itself: fetch it with git lfs pull before the check"},
			{Path: "zips/100% Ünï#1.zip!/PkgFolder/data.zip", Reason: "the zip is encrypted"},
		},
	}
}

// longLine is what the engine keeps of a very long line.
func longLine() string {
	line := ""
	for len(line) < 100 {
		line += "function(e,t){return e},"
	}
	line = line[:102] + "alert" + line[:100]
	return line + "var q=1"
}
