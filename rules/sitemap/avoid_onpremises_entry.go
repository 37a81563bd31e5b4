package sitemap

import (
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidOnpremisesEntry = &rule.Rule{
	ID:        "sitemap-avoid-onpremises-entry",
	Severity:  rule.Medium,
	Category:  rule.OnlineMigration,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Kinds:     []unit.Kind{unit.Solution},
	Requires:  []*analysis.Analyzer{customizations.Analyzer},
	Run:       runAvoidOnpremisesEntry,
}

func runAvoidOnpremisesEntry(p *rule.Pass) error {
	for _, s := range customizations.Of(p.Pass).SiteMaps {
		for _, a := range s.SubAreas {
			if a.Sku.Value != "" && !isOnline(a.Sku.Value) {
				p.Reportf(a.Sku, s.Ref(), "Entry %q of site map %q shows on premises alone; add %q to its list of editions, or remove it", titleOf(a), s.Ref().Name, "Live")
			}
		}
	}
	return nil
}

// isOnline reports whether a list of editions holds the cloud's.
func isOnline(sku string) bool {
	for edition := range strings.SplitSeq(sku, ",") {
		if e := strings.TrimSpace(edition); strings.EqualFold(e, "All") || strings.EqualFold(e, "Live") {
			return true
		}
	}
	return false
}
