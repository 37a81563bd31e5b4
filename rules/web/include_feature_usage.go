package web

import (
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/controlmanifest"
	"github.com/solcheck/solcheck/analyzers/syntax/javascript"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/analyzers/webresource"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeFeatureUsage = &rule.Rule{
	ID:        "web-include-feature-usage",
	Severity:  rule.Medium,
	Category:  rule.Usage,
	Component: rule.WebResource,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-apps/developer/component-framework/manifest-schema-reference/feature-usage",
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{webresource.Analyzer, controlmanifest.Analyzer},
	Run:       runIncludeFeatureUsage,
}

func runIncludeFeatureUsage(p *rule.Pass) error {
	scripts := make(map[component.Ref][]*webresource.Script)
	for _, s := range webresource.Of(p.Pass).Scripts {
		if s.In.Origin == webresource.Control {
			scripts[s.Ref()] = append(scripts[s.Ref()], s)
		}
	}
	for _, m := range controlmanifest.Of(p.Pass).Manifests {
		if slices.ContainsFunc(m.Features, func(f *controlmanifest.Feature) bool { return f.Name.Value == "WebAPI" }) {
			continue
		}
		if use := firstRequest(scripts[m.Component]); use.IsValid() {
			d := rule.Diagnostic{Of: m.Component}
			d.Pos, d.End = m.Pos(), m.End()
			d.Message = "The component calls \"webAPI\" and does not declare it, so the platform may not provide it; add <uses-feature name=\"WebAPI\" required=\"true\" /> to the feature usage of its manifest"
			d.Related = []analysis.RelatedInformation{{Pos: use.Pos(), End: use.End(), Message: "The call"}}
			p.Emit(d)
		}
	}
	return nil
}

// requests are the methods of a component's webAPI.
var requests = []string{"createRecord", "deleteRecord", "retrieveMultipleRecords", "retrieveRecord", "updateRecord"}

// firstRequest returns the first call of a method of webAPI.
func firstRequest(scripts []*webresource.Script) javascript.Node {
	for _, s := range scripts {
		for n := range s.Named("webAPI") {
			if method := n.Parent(); method.Kind() == javascript.Member && slices.Contains(requests, method.Name()) {
				return n
			}
		}
	}
	return javascript.Node{}
}
