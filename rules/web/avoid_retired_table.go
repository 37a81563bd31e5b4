package web

import (
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/syntax/javascript"
	"github.com/solcheck/solcheck/analyzers/webresource"
	"github.com/solcheck/solcheck/rules/retired"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidRetiredTable = &rule.Rule{
	ID:        "web-avoid-retired-table",
	Severity:  rule.Medium,
	Category:  rule.UpgradeReadiness,
	Component: rule.WebResource,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-platform/important-changes-coming",
	Kinds:     scripted,
	Requires:  []*analysis.Analyzer{webresource.Analyzer},
	Run:       runAvoidRetiredTable,
}

func runAvoidRetiredTable(p *rule.Pass) error {
	for _, s := range webresource.Of(p.Pass).Scripts {
		for _, name := range []string{"createRecord", "deleteRecord", "retrieveRecord", "retrieveMultipleRecords", "updateRecord"} {
			for n := range s.Named(name) {
				reportTable(p, s, n)
			}
		}
	}
	return nil
}

// reportTable reports a call of Xrm.WebApi for a retired table.
func reportTable(p *rule.Pass, s *webresource.Script, member javascript.Node) {
	call := callOf(member)
	table, _ := call.Argument(0).StringValue()
	if t := retired.Table(table); t != nil && strings.HasPrefix(call.Path().Inner(), "Xrm.WebApi.") {
		p.Reportf(call.Argument(0), s.Ref(), "%q is called for the table %q (%s), %s; %s", member.Name(), table, t.Label, t.Fate(), t.Advice)
	}
}
