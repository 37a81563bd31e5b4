package web_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/solcheck/solcheck/internal/artifact"
	"github.com/solcheck/solcheck/internal/engine"
	"github.com/solcheck/solcheck/rules/web"
)

// BenchmarkRules judges a script of a megabyte by all rules of the area, the
// reading included.
func BenchmarkRules(b *testing.B) {
	var src bytes.Buffer
	for i := 0; src.Len() < 1<<20; i++ {
		fmt.Fprintf(&src, `
Contoso.Visit%d = (function (sdk) {
  "use strict";
  function onLoad(executionContext) {
    const form = executionContext.getFormContext(), names = ["contoso_date", "contoso_kind"];
    names.forEach(name => form.getControl(name)?.setVisible(form.getAttribute(name).getValue() !== null));
    if (form.data.entity.getId() === "") { return sdk.WebApi.retrieveRecord("contoso_visit", %d, "?$select=contoso_date"); }
    return sdk.Page.getAttribute("contoso_name").setValue("visit " + %d);
  }
  return { onLoad };
})(Xrm);
`, i, i, i)
	}
	dir := b.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "visit.js"), src.Bytes(), 0o600); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	b.SetBytes(int64(src.Len()))
	for b.Loop() {
		sources, _, err := artifact.Find([]string{dir})
		if err != nil {
			b.Fatal(err)
		}
		if _, err := engine.Run(b.Context(), sources, engine.Options{Rules: web.Rules}); err != nil {
			b.Fatal(err)
		}
	}
}
