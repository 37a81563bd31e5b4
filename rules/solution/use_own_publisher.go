package solution

import (
	"regexp"
	"strings"
	"sync"

	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/solution"
	"github.com/solcheck/solcheck/rules/rule"
)

var useOwnPublisher = &rule.Rule{
	ID:        "solution-use-own-publisher",
	Severity:  rule.Medium,
	Category:  rule.Design,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-platform/alm/solution-concepts-alm#solution-publisher",
	Kinds:     kinds(),
	Requires:  requires(),
	Run:       runUseOwnPublisher,
}

// The publisher that every environment of Dataverse makes up for itself and shows
// as "CDS Default Publisher": name and prefix are drawn by lot. All 37 of them in
// real packages look so, whatever somebody has called them since.
var (
	givenName   = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^cr[0-9a-f]{5}$`) })
	givenPrefix = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^cr[0-9a-f]{3}$`) })
)

func runUseOwnPublisher(p *rule.Pass) error {
	m := solution.Of(p.Pass)
	at := model.At(m.Publisher.UniqueName, m.Publisher)
	name, prefix := strings.ToLower(m.Publisher.UniqueName.Value), strings.ToLower(m.Publisher.Prefix.Value)
	switch {
	case strings.HasPrefix(name, "defaultpublisher"), givenName().MatchString(name) && givenPrefix().MatchString(prefix):
		p.Reportf(at, m.Ref(), "Solution %q has the publisher %q with the prefix %q, which its environment brought along, so nobody can tell whose its components are; make a publisher of your own for what you build next",
			m.UniqueName.Value, m.Publisher.UniqueName.Value, m.Publisher.Prefix.Value)
	case prefix == "new":
		p.Reportf(model.At(m.Publisher.Prefix, at), m.Ref(), "Publisher %q of solution %q has the prefix %q, which the default publisher of every environment has, so names of others may meet yours; make a publisher with a prefix of your own for what you build next",
			m.Publisher.UniqueName.Value, m.UniqueName.Value, m.Publisher.Prefix.Value)
	}
	return nil
}
