package webresource_test

import (
	"testing"

	"github.com/solcheck/solcheck/analyzers/analyzertest"
	"github.com/solcheck/solcheck/analyzers/syntax/javascript"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/analyzers/webresource"
)

// FuzzRead reads a script and a page of any text. What is judged must lie in the
// file and outside of the code of others.
func FuzzRead(f *testing.F) {
	f.Add("/*! jQuery v3.6.0 | jquery.org/license */\nother();", "<p onclick='a(&quot;b&quot;)'><script>c()</script>")
	f.Add(padding+"pcf_tools_1={1:function(){Xrm.x()},2:function(){}}", "<a href=javascript:a()>")
	f.Add("/******/ var m = {\"./node_modules/a\": function() {\n}};eval(\"x\\n//# sourceURL=webpack://\")", "<script type=module>import 'a'")
	f.Fuzz(func(t *testing.T, script, page string) {
		files := analyzertest.Files{"a.js": []byte(script), "b.html": []byte(page)}
		m := analyzertest.Run(t, webresource.Analyzer, unit.Folder, files).Value.(*webresource.Model)
		for _, s := range m.Scripts {
			start, end := s.In.Pos(0), s.In.Pos(len(s.In.Text))
			for n := range s.Of(javascript.Call) {
				if !s.IsOwn(n.Span()) || n.Pos() < start || n.End() > end {
					t.Fatalf("%q is judged", n.Text())
				}
			}
		}
	})
}
