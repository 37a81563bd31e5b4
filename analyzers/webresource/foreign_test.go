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

// padding is code in one line that no one wrote.
var padding = strings.Repeat("x(1);", 400)

// TestForeign checks which calls of own() and of other() are judged: all of the
// first and none of the second, and what is told of the rest.
func TestForeign(t *testing.T) {
	for _, c := range []struct{ name, script, libraries string }{
		{"the authors' own", "own();\n", ""},
		{"the authors' own, minified", padding + "Xrm.x();own()", ""},
		{"the authors' own with a licence", "/* Copyright Contoso. Licensed under the MIT License. */\nown();", ""},
		{"the authors' own with a version", "/*! Contoso Forms v1.2.0 */\nown();", ""},
		{"library", "/*! jQuery v3.6.0 | (c) OpenJS Foundation | jquery.org/license */\nother();", "jQuery 3.6.0/0"},
		{
			"own code after a library of one statement",
			"/*! jQuery v3.6.0 | (c) OpenJS Foundation | jquery.org/license */\n;(function () {\n" + strings.Repeat("other();\n", 200) + "})();\nfunction onLoad() { own(); }\n",
			"jQuery 3.6.0/0",
		},
		{
			"own code that names the platform ends a library",
			"/*! select2 3.4 */\nother();\nother(1);\nfunction onLoad() { Xrm.x(); own(); }\nown();\n",
			"Select2 3.4/0",
		},
		{"own code before a library", "own();\n/*! toastr v2.1 */\nother();\n", "Toastr 2.1/0"},
		{"a library that is in no list", "/*! sorter v4.1.2 | MIT */\nother();", "sorter 4.1.2/0"},
		{"minified code that names nothing", padding + "other()", "/2"},
		{
			"bundle of a code component",
			"var pcf_tools_1;pcf_tools_1={1:function(){Xrm.x();own()},2:function(){other();" + padding + `},3:function(){c.notifyOutputChanged();own()}}`,
			"/2",
		},
		{
			"libraries that minified code tells of",
			"var pcf_tools_1=[function(){other();a(\"@fluentui/react\",\"8.29.0\");" + padding + "}]",
			"Fluent UI React 8.29.0/1",
		},
		{
			"modules of webpack",
			"/******/ (function() { other();\n/******/ var __webpack_require__ = other();\nvar m = {\n/***/ \"./node_modules/a/index.js\": function() {\nother();\n},\n\"./src/b.js\": function() {\nown();\n}};\n})();\n",
			"webpack/1",
		},
		{
			"concatenated modules",
			"// CONCATENATED MODULE: ./node_modules/a.js\nother();\n// CONCATENATED MODULE: ./src/b.js\nown();\n",
			"webpack/1",
		},
		{
			"development build",
			"other();\neval(\"own()\\n//# sourceURL=webpack://x/./b.ts?\");\n", "webpack/3",
		},
		{
			"a copy of the scripts of the web client",
			"Type.registerNamespace('Contoso');\nown();\nType.registerNamespace('Microsoft.Crm.Client.Core');\nMicrosoft.Crm.Client.Core.x = other();\n" +
				"Type.registerNamespace('Xrm.Objects');\nXrm.Page.x(other());\nType.registerNamespace('Contoso.Charts');\nown();\nType.registerNamespace('Xrm');\nown();\n",
			"scripts of the Dynamics 365 web client/0",
		},
		{"a namespace that only begins alike", "Type.registerNamespace('Microsoft.Crm.Clients');\nown();\n", ""},
		{
			"what the compiler of TypeScript adds",
			"var __awaiter = (this && this.__awaiter) || function () { other(); };\nown();\n", "",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := c.script
			m, _ := read(t, unit.Folder, "-- a.js --\n"+s)
			f := m.Files[0]
			if got := libraries(f); got != c.libraries {
				t.Errorf("the libraries are %q, want %q", got, c.libraries)
			}
			got := calls(f.Scripts[0])
			if strings.Contains(got, "other") || strings.Count(got, "own") != strings.Count(codeOnly(s), "own()") {
				t.Errorf("judged is %q of\n%.300s", got, s)
			}
		})
	}
}

// codeOnly returns a script without what it evaluates.
func codeOnly(s string) string {
	before, after, _ := strings.Cut(s, "eval(")
	_, after, _ = strings.Cut(after, ");\n")
	return before + after
}

func libraries(f *webresource.File) string {
	list := make([]string, len(f.Libraries))
	for i, l := range f.Libraries {
		list[i] = fmt.Sprintf("%s/%d", l, l.Build)
	}
	return strings.Join(list, "; ")
}

func calls(s *webresource.Script) string {
	var names []string
	for n := range s.Of(javascript.Call) {
		if name := n.Callee().Text(); name == "own" || name == "other" {
			names = append(names, name)
		}
	}
	return strings.Join(names, " ")
}

// TestThirdParty judges code of others where that was asked for.
func TestThirdParty(t *testing.T) {
	files := analyzertest.Files{"a.js": []byte("/*! jQuery v3.6.0 | (c) OpenJS Foundation | jquery.org/license */\nother();")}
	r := analyzertest.Run(t, webresource.Analyzer, unit.Folder, files, &unit.Choices{ThirdParty: true})
	m := r.Value.(*webresource.Model)
	if got := calls(m.Scripts[0]); got != "other" {
		t.Errorf("judged is %q", got)
	}
	if got := libraries(m.Files[0]); got != "jQuery 3.6.0/0" {
		t.Errorf("the libraries are %q", got)
	}
}

// TestIsOwn asks at the edges of what is foreign.
func TestIsOwn(t *testing.T) {
	m, _ := read(t, unit.Folder, "-- a.js --\na();\n/*! toastr v2.1 */\nother();\n")
	s := m.Scripts[0]
	start := int32(strings.Index(string(s.Source), "other"))
	var got []bool
	for _, at := range []int32{start - 1, start, start + 7, start + 8} {
		got = append(got, s.IsOwn(javascript.Span{Start: at}))
	}
	if !slices.Equal(got, []bool{true, false, false, true}) || s.IsForeign() {
		t.Errorf("IsOwn says %v", got)
	}
	if !minified(t).IsForeign() {
		t.Error("IsForeign does not know what is all foreign")
	}
}

func minified(t *testing.T) *webresource.Script {
	t.Helper()
	m, _ := read(t, unit.Folder, "-- a.js --\n"+padding)
	return m.Scripts[0]
}
