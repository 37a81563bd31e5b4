package step

import (
	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/rules/rule"
)

var useDatabaseAssembly = &rule.Rule{
	ID:        "step-use-database-assembly",
	Severity:  rule.High,
	Category:  rule.OnlineMigration,
	Component: rule.ManagedCode,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-apps/developer/data-platform/register-plug-in#register-an-assembly",
	Kinds:     kinds(),
	Requires:  requires(),
	Run:       runUseDatabaseAssembly,
}

func runUseDatabaseAssembly(p *rule.Pass) error {
	for _, a := range customizations.Of(p.Pass).Assemblies {
		var where string
		switch {
		case a.SourceType.Is(customizations.FromDisk):
			where = "the disk of the server"
		case a.SourceType.Is(customizations.FromGAC):
			where = "the global assembly cache of the server"
		default:
			continue
		}
		p.Reportf(a.SourceType, a.Ref(), "Assembly %q is taken from %s, which no cloud environment has; register it in the database", a.FullName.Name, where)
	}
	return nil
}
