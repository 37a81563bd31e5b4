package packages

import (
	"slices"
	"strconv"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/source"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

// reportFaults reports what went wrong while the unit was opened and is of one
// of the kinds. The faults end as sentences; then follows what comes of them.
func reportFaults(p *rule.Pass, outcome string, kinds ...unit.FaultKind) {
	for _, f := range faultsOf(p) {
		if slices.Contains(kinds, f.Kind) {
			p.ReportAt(source.Of(p.Pass).At(f.Member), component.Ref{}, "%s %s; %s", subject(f.Member), f.Detail, outcome)
		}
	}
}

func faultsOf(p *rule.Pass) []unit.Fault {
	var faults unit.Faults
	p.ImportPackageFact(p.Pkg, &faults)
	return faults.List
}

// subject begins a sentence about a member, or about the unit itself.
func subject(member string) string {
	if member == "" {
		return "The package"
	}
	return strconv.Quote(member)
}
