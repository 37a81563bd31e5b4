package web

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/syntax/javascript"
	"github.com/solcheck/solcheck/analyzers/webresource"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidRecordMarkup = &rule.Rule{
	ID:        "web-avoid-record-markup",
	Severity:  rule.High,
	Category:  rule.Security,
	Component: rule.WebResource,
	Rulesets:  rule.Everyday,
	Guidance:  "https://cheatsheetseries.owasp.org/cheatsheets/DOM_based_XSS_Prevention_Cheat_Sheet.html",
	Kinds:     scripted,
	Requires:  []*analysis.Analyzer{webresource.Analyzer},
	Run:       runAvoidRecordMarkup,
}

func runAvoidRecordMarkup(p *rule.Pass) error {
	for _, s := range webresource.Of(p.Pass).Scripts {
		for n := range s.Of(javascript.Assign) {
			if isMarkup(n.Child(0)) {
				reportMarkup(p, s, n, n.Child(1))
			}
		}
		for n := range s.Of(javascript.Call) {
			switch callee := n.Callee(); {
			case callee.Kind() != javascript.Member:
			case callee.Name() == "insertAdjacentHTML":
				reportMarkup(p, s, n, n.Argument(1))
			case callee.Name() == "html" && !callee.Path().IsDefined(), isDocument(callee.Child(0)) && callee.Name() == "write":
				reportMarkup(p, s, n, n.Argument(0))
			}
		}
	}
	return nil
}

func reportMarkup(p *rule.Pass, s *webresource.Script, at, value javascript.Node) {
	if from := recordData(value, 0); from.IsValid() {
		p.Reportf(at, s.Ref(), "%s comes from a record and is read as markup here, so whoever can write the record can run scripts as the users who see it; set it as \"textContent\", or encode it", argumentName(from))
	}
}
