package solution

import (
	"regexp"
	"sync"

	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/solution"
	"github.com/solcheck/solcheck/rules/rule"
)

var useVersion = &rule.Rule{
	ID:        "solution-use-version",
	Severity:  rule.High,
	Category:  rule.Supportability,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Kinds:     kinds(),
	Requires:  requires(),
	Run:       runUseVersion,
}

// versionShape matches the versions that the platform takes.
var versionShape = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[0-9]{1,9}(?:\.[0-9]{1,9}){1,3}$`) })

func runUseVersion(p *rule.Pass) error {
	m := solution.Of(p.Pass)
	if m.IsSet() && !versionShape().MatchString(m.Version.Value) {
		p.Reportf(model.At(m.Version, m), m.Ref(), "Solution %q has the version %q, and the import takes no other than two to four numbers with dots between; write one such as 1.0.0.0", m.UniqueName.Value, m.Version.Value)
	}
	return nil
}
