package solution

import (
	"github.com/solcheck/solcheck/analyzers/solution"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidOldExport = &rule.Rule{
	ID:        "solution-avoid-old-export",
	Severity:  rule.Low,
	Category:  rule.UpgradeReadiness,
	Component: rule.Configuration,
	Rulesets:  0, // whoever has such a solution knows
	Kinds:     kinds(),
	Requires:  requires(),
	Run:       runAvoidOldExport,
}

// current is the first version of the platform that the cloud still takes
// solutions of without a change.
const current = "9.0"

func runAvoidOldExport(p *rule.Pass) error {
	m := solution.Of(p.Pass)
	version := m.Export.PackageVersion
	if version.Value == "" {
		version = m.Export.Version
	}
	if version.IsSet() && isOlder(version.Value, current) {
		p.Reportf(version, m.Ref(), "Solution %q was exported for version %s of the platform; import it into an environment of today, see that all works, and export it again", m.UniqueName.Value, version.Value)
	}
	return nil
}
