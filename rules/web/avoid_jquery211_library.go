package web

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/webresource"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidJquery211Library = &rule.Rule{
	ID:        "web-avoid-jquery211-library",
	Severity:  rule.High,
	Category:  rule.UpgradeReadiness,
	Component: rule.WebResource,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-platform/important-changes-coming#jquery-211-to-be-removed-in-model-driven-apps",
	Kinds:     scripted,
	Requires:  []*analysis.Analyzer{webresource.Analyzer},
	Run:       runAvoidJquery211Library,
}

func runAvoidJquery211Library(p *rule.Pass) error {
	reportTexts(p, "was removed from model-driven apps in October 2023; bring your own copy of jQuery as a web resource, or do without", []string{"_static/_common/scripts/jquery-2.1.1.min.js"}, nil)
	return nil
}
