package solution

import (
	"github.com/solcheck/solcheck/analyzers/solution"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeContact = &rule.Rule{
	ID:        "solution-include-contact",
	Severity:  rule.Informational,
	Category:  rule.Supportability,
	Component: rule.Configuration,
	Rulesets:  0, // eight solutions in ten have neither
	Guidance:  "https://learn.microsoft.com/power-platform/alm/solution-concepts-alm#solution-publisher",
	Kinds:     kinds(),
	Requires:  requires(),
	Run:       runIncludeContact,
}

func runIncludeContact(p *rule.Pass) error {
	m := solution.Of(p.Pass)
	if m.Publisher.UniqueName.Value != "" && m.Publisher.EMailAddress.Value == "" && m.Publisher.SupportingWebsite.Value == "" {
		p.Reportf(m.Publisher.UniqueName, m.Ref(), "Publisher %q of solution %q has neither an e-mail address nor a website, so whoever has a question about the solution cannot tell whom to ask; give it one of the two", m.Publisher.UniqueName.Value, m.UniqueName.Value)
	}
	return nil
}
