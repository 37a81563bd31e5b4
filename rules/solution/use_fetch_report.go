package solution

import (
	"strings"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/rules/rule"
)

var useFetchReport = &rule.Rule{
	ID:        "solution-use-fetch-report",
	Severity:  rule.High,
	Category:  rule.OnlineMigration,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Kinds:     kinds(),
	Requires:  requires(),
	Run:       runUseFetchReport,
}

func runUseFetchReport(p *rule.Pass) error {
	for _, r := range customizations.Of(p.Pass).Reports {
		for _, provider := range r.Providers {
			if strings.EqualFold(provider.Value, "SQL") || strings.EqualFold(provider.Value, "MSCRM") {
				p.Reportf(provider, r.Ref(), "Report %q reads the database by SQL (data provider %q), which the cloud refuses; write its queries in FetchXML, with the data provider \"MSCRMFETCH\"", r.Name.Value, provider.Value)
				break
			}
		}
	}
	return nil
}
