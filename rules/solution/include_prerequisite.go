package solution

import (
	"fmt"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/solution"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/firstparty"
	"github.com/solcheck/solcheck/rules/rule"
)

var includePrerequisite = &rule.Rule{
	ID:        "solution-include-prerequisite",
	Severity:  rule.Informational,
	Category:  rule.UpgradeReadiness,
	Component: rule.Package,
	Rulesets:  0, // it is a list for whoever imports, and no defect
	Guidance:  "https://learn.microsoft.com/power-platform/alm/solution-concepts-alm#solution-dependencies",
	Kinds:     []unit.Kind{unit.Set},
	Requires:  []*analysis.Analyzer{solution.Analyzer},
	Run:       runIncludePrerequisite,
}

// A prerequisite is a solution that another one needs in the target.
type prerequisite struct {
	first   *solution.Missing // the first component that is needed of it
	version string            // the newest that a component was taken from
	count   int               // of the components
	app     string
}

func runIncludePrerequisite(p *rule.Pass) error {
	var all []candidate
	given := make(map[string]bool)
	for _, part := range p.Pkg.Imports() {
		all = append(all, candidates(p, part, false)...)
	}
	for _, c := range all {
		given[key(c.Manifest)] = true
	}
	for _, c := range all {
		for _, q := range prerequisites(c, given) {
			p.Reportf(q.first, component.Ref{Type: component.Solution, Name: c.UniqueName.Value}, "Solution %q needs %s before it is imported, for %s; see that the target has it, or one that is newer", c.UniqueName.Value, q.title(), q.reason())
		}
	}
	return nil
}

// A candidate is a solution among what was given.
type candidate struct {
	*solution.Manifest
	deployed bool // it lies in a deployment package
}

// candidates returns the solutions in a unit, at any depth.
func candidates(p *rule.Pass, in *types.Package, deployed bool) (list []candidate) {
	if m := new(solution.Manifest); p.ImportPackageFact(in, m) {
		list = append(list, candidate{m, deployed})
	}
	for _, inner := range in.Imports() {
		list = append(list, candidates(p, inner, deployed || unit.Kind(in.Name()) == unit.Deployment)...)
	}
	return list
}

// prerequisites returns the solutions that one needs and that are not given with it,
// in the order of the manifest. Of a deployment package those of Microsoft alone:
// package-include-needed-solution tells the others.
func prerequisites(c candidate, given map[string]bool) (list []*prerequisite) {
	found := make(map[string]*prerequisite)
	needed := make(map[component.Ref]bool)
	for i := range c.MissingDependencies {
		d := &c.MissingDependencies[i]
		name := strings.ToLower(d.SolutionName)
		if d.Active || name == "" || given[name] || firstparty.IsEverywhere(name) || c.deployed && !firstparty.IsSolution(name) {
			continue
		}
		q := found[name]
		if q == nil {
			q = &prerequisite{first: d, version: d.SolutionVersion}
			found[name] = q
			list = append(list, q)
		}
		if ref := (component.Ref{Type: d.Required.Type, Name: name + " " + d.Required.Name}); !needed[ref] {
			needed[ref] = true
			q.count++
		}
		q.merge(d)
	}
	return list
}

// merge takes over what one of the dependencies knows better.
func (q *prerequisite) merge(d *solution.Missing) {
	if isOlder(q.version, d.SolutionVersion) {
		q.version = d.SolutionVersion
	}
	if q.app == "" {
		q.app = d.App
	}
}

// title says in words which solution is meant: solution "FieldService" in version
// 8.8.0.88 (app "FieldService_Anchor").
func (q *prerequisite) title() string {
	s := fmt.Sprintf("solution %q", q.first.SolutionName)
	if q.version != "" {
		s += " in version " + q.version
	}
	if q.app != "" && q.app != q.first.SolutionName {
		s += fmt.Sprintf(" (app %q)", q.app)
	}
	return s
}

func (q *prerequisite) reason() string {
	kind := "component" // of the newer kinds the manifest tells no code
	if t := q.first.Required.Type; t != 0 {
		kind = t.String()
	}
	s := fmt.Sprintf("%s %q", kind, q.first.Required.Name)
	switch q.count {
	case 1:
		return s
	case 2:
		return s + " and one more component"
	}
	return fmt.Sprintf("%s and %d more components", s, q.count-1)
}
