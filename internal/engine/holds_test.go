package engine_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/internal/engine"
	"github.com/solcheck/solcheck/rules/rule"
)

// A report tells what a solution holds where a rule looks at components, and nothing
// where none does.
func TestHolds(t *testing.T) {
	const customized = `<ImportExportXml><WebResources>
		<WebResource><Name>contoso_/b.js</Name><WebResourceType>3</WebResourceType></WebResource>
		<WebResource><Name>contoso_/a.js</Name><WebResourceType>3</WebResourceType></WebResource>
	</WebResources><Roles><Role id="{00000001-0000-4000-8000-000000000000}" name="Clerk"/></Roles></ImportExportXml>`
	files := map[string]string{"core.zip": solutionZip(t, "Core", map[string]string{"customizations.xml": customized})}
	silent := func(*rule.Pass) error { return nil }
	looks := one("meta-avoid-nothing", silent, customizations.Analyzer)
	r, _ := check(t, files, engine.Options{Rules: []*rule.Rule{looks}})
	want := []component.Ref{
		{Type: component.Role, Name: "Clerk"},
		{Type: component.WebResource, Name: "contoso_/a.js"},
		{Type: component.WebResource, Name: "contoso_/b.js"},
	}
	if diff := cmp.Diff(want, r.Packages[0].Holds); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	r, _ = check(t, files, engine.Options{Rules: []*rule.Rule{one("meta-avoid-nothing", silent)}})
	if got := r.Packages[0].Holds; got != nil {
		t.Errorf("without a rule that looks at components the report tells %v", got)
	}
}
