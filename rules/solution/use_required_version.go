package solution

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/solution"
	"github.com/solcheck/solcheck/rules/rule"
)

var useRequiredVersion = &rule.Rule{
	ID:        "solution-use-required-version",
	Severity:  rule.Medium,
	Category:  rule.Supportability,
	Component: rule.Package,
	Rulesets:  rule.Everyday,
	Kinds:     sets(),
	Requires:  []*analysis.Analyzer{solution.Analyzer},
	Run:       runUseRequiredVersion,
}

func runUseRequiredVersion(p *rule.Pass) error {
	g := groupOf(p)
	for _, a := range g.members {
		told := make(map[string]bool)
		for _, d := range a.MissingDependencies {
			b := g.named(d.SolutionName)
			if d.Active || b == nil || b == a || told[d.SolutionName] || g.areInOnePart(a, b) || isTemplate(b.Version.Value) || !isOlder(b.Version.Value, d.SolutionVersion) {
				continue
			}
			told[d.SolutionName] = true
			p.ReportWith(d, component.Ref{Type: component.Solution, Name: a.UniqueName.Value}, b.Version, "The version that comes with it", "Solution %q was built on version %s of %q, and version %s is what comes with it; give the newer one, which may hold what it needs",
				a.UniqueName.Value, d.SolutionVersion, b.UniqueName.Value, b.Version.Value)
		}
	}
	return nil
}

// isTemplate reports whether a version is one that a build replaces.
func isTemplate(version string) bool { return strings.Trim(version, "0.") == "" }

// isOlder reports whether a version is older than another. Versions that are no
// numbers between dots are not compared.
func isOlder(version, than string) bool {
	a, b := numbers(version), numbers(than)
	if a == nil || b == nil {
		return false
	}
	for len(a) < len(b) {
		a = append(a, 0)
	}
	return slices.Compare(a[:len(b)], b) < 0
}

// numbers returns the parts of a version, nil for one that has others than numbers.
func numbers(version string) (parts []int) {
	for part := range strings.SplitSeq(version, ".") {
		n, err := strconv.Atoi(part)
		if err != nil {
			return nil
		}
		parts = append(parts, n)
	}
	return parts
}
