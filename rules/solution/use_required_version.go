package solution

import (
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
			p.Reportf(d, component.Ref{Type: component.Solution, Name: a.UniqueName.Value}, "Solution %q was built on version %s of %q, and version %s is what comes with it; give the newer one, which may hold what it needs",
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
	a, b := strings.Split(version, "."), strings.Split(than, ".")
	for i := range max(len(a), len(b)) {
		x, y := partOf(a, i), partOf(b, i)
		if x < 0 || y < 0 {
			return false
		}
		if x != y {
			return x < y
		}
	}
	return false
}

// partOf returns a part of a version, 0 where it is missing and -1 where it is no
// number.
func partOf(parts []string, i int) int {
	if i >= len(parts) {
		return 0
	}
	n, err := strconv.Atoi(parts[i])
	if err != nil {
		return -1
	}
	return n
}
