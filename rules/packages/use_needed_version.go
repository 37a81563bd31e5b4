package packages

import (
	"cmp"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/deployment"
	"github.com/solcheck/solcheck/analyzers/solution"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

var useNeededVersion = &rule.Rule{
	ID:        "package-use-needed-version",
	Severity:  rule.Medium,
	Category:  rule.Supportability,
	Component: rule.Package,
	Rulesets:  rule.Everyday,
	Guidance:  appSolutionPage,
	Kinds:     []unit.Kind{unit.Deployment},
	Requires:  []*analysis.Analyzer{deployment.Analyzer, solution.Analyzer},
	Run:       runUseNeededVersion,
}

func runUseNeededVersion(p *rule.Pass) error {
	brought := make(map[string]*solution.Manifest)
	var manifests []*solution.Manifest
	for _, s := range deployment.Of(p.Pass).Solutions {
		if m := manifestOf(p, p.Pkg, s.File.Member); m != nil {
			manifests = append(manifests, m)
			brought[strings.ToLower(m.UniqueName.Value)] = m
		}
	}
	for _, m := range manifests {
		told := make(map[*solution.Manifest]bool)
		for _, d := range m.MissingDependencies {
			other := brought[strings.ToLower(d.SolutionName)]
			if d.Active || other == nil || told[other] || compareVersions(other.Version.Value, d.SolutionVersion) >= 0 {
				continue
			}
			told[other] = true
			p.Reportf(d, refOf(m), "Solution %q was made with solution %q %s, and the package brings %s, which may lack %s %q; bring the newer version",
				m.UniqueName.Value, other.UniqueName.Value, d.SolutionVersion, other.Version.Value, d.Required.Type, d.Required.Name)
		}
	}
	return nil
}

// compareVersions compares two versions of up to four numbers. One that cannot be
// read is equal to any.
func compareVersions(a, b string) int {
	x, y := strings.Split(a, "."), strings.Split(b, ".")
	for i := range max(len(x), len(y)) {
		m, okM := part(x, i)
		n, okN := part(y, i)
		if !okM || !okN {
			return 0
		}
		if c := cmp.Compare(m, n); c != 0 {
			return c
		}
	}
	return 0
}

// part returns a number of a version, 0 behind its end.
func part(version []string, i int) (int, bool) {
	if i >= len(version) {
		return 0, true
	}
	n, err := strconv.Atoi(version[i])
	return n, err == nil
}
