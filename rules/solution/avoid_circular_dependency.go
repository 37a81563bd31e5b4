package solution

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/solution"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidCircularDependency = &rule.Rule{
	ID:        "solution-avoid-circular-dependency",
	Severity:  rule.High,
	Category:  rule.Design,
	Component: rule.Package,
	Rulesets:  rule.Everyday,
	Kinds:     sets(),
	Requires:  []*analysis.Analyzer{solution.Analyzer},
	Run:       runAvoidCircularDependency,
}

func runAvoidCircularDependency(p *rule.Pass) error {
	g := groupOf(p)
	needs := make(map[*solution.Manifest][]need, len(g.members))
	for _, m := range g.members {
		needs[m] = g.needs(m)
	}
	for _, m := range g.members {
		if circle := circleFrom(m, needs); circle != nil && !g.isJudged(circle) {
			reportCircle(p, circle)
		}
	}
	return nil
}

// A need is that one solution needs another one of the group.
type need struct {
	from, to *solution.Manifest
	first    *solution.Missing // the first component that it needs
}

// needs returns what a solution needs of the group, each other solution once.
func (g *group) needs(m *solution.Manifest) (list []need) {
	asked := make(map[*solution.Manifest]bool)
	for i := range m.MissingDependencies {
		d := &m.MissingDependencies[i]
		if to := g.named(d.SolutionName); !d.Active && to != nil && to != m && !asked[to] {
			asked[to] = true
			list = append(list, need{m, to, d})
		}
	}
	return list
}

// circleFrom returns the shortest way from a solution back to itself, nil for none.
// It goes by solutions alone whose names come later, so that each circle is found
// from one of them.
func circleFrom(start *solution.Manifest, needs map[*solution.Manifest][]need) []need {
	reached := make(map[*solution.Manifest]need)
	for queue := []*solution.Manifest{start}; len(queue) > 0; queue = queue[1:] {
		for _, n := range needs[queue[0]] {
			if n.to == start {
				return wayOf(n, start, reached)
			}
			if _, ok := reached[n.to]; !ok && key(n.to) > key(start) {
				reached[n.to] = n
				queue = append(queue, n.to)
			}
		}
	}
	return nil
}

// wayOf returns the needs that lead from start to the last one.
func wayOf(last need, start *solution.Manifest, reached map[*solution.Manifest]need) []need {
	way := []need{last}
	for n := last; n.from != start; {
		n = reached[n.from]
		way = append(way, n)
	}
	slices.Reverse(way)
	return way
}

func key(m *solution.Manifest) string { return strings.ToLower(m.UniqueName.Value) }

// isJudged reports whether a unit further inside holds all of a circle: then it has
// been judged there.
func (g *group) isJudged(circle []need) bool {
	return !slices.ContainsFunc(circle, func(n need) bool { return !g.areInOnePart(n.from, circle[0].from) })
}

func reportCircle(p *rule.Pass, circle []need) {
	first := circle[0]
	d := analysis.Diagnostic{Pos: first.first.Pos(), End: first.first.End()}
	words := make([]string, len(circle))
	for i, n := range circle {
		words[i] = fmt.Sprintf("%q needs %s %q of %q", n.from.UniqueName.Value, n.first.Required.Type, n.first.Required.Name, n.to.UniqueName.Value)
		if i > 0 {
			d.Related = append(d.Related, analysis.RelatedInformation{Pos: n.first.Pos(), End: n.first.End(), Message: "The dependency of " + n.from.UniqueName.Value})
		}
	}
	none := "neither"
	if len(circle) > 2 {
		none = "none of them"
	}
	last := len(words) - 1
	d.Message = fmt.Sprintf("Solution %s, and %s, so %s can be imported first; move what they need of each other into one of them, or into one that needs none",
		strings.Join(words[:last], ", "), words[last], none)
	p.Emit(rule.Diagnostic{Diagnostic: d, Of: component.Ref{Type: component.Solution, Name: first.from.UniqueName.Value}})
}
