package solution

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/solution"
	"github.com/solcheck/solcheck/rules/rule"
)

var includeDescription = &rule.Rule{
	ID:        "solution-include-description",
	Severity:  rule.Informational,
	Category:  rule.Maintainability,
	Component: rule.Configuration,
	Rulesets:  0, // most packages have some without
	Kinds:     kinds(),
	Requires:  requires(),
	Run:       runIncludeDescription,
}

// The number of components that a message names, and of those that the finding
// leads to.
const (
	maxNamed   = 3
	maxRelated = 20
)

func runIncludeDescription(p *rule.Pass) error {
	manifest := solution.Of(p.Pass)
	if manifest.Managed.Is(solution.Managed) || !manifest.IsSet() {
		return nil // nobody can describe them here
	}
	if !slices.ContainsFunc(manifest.Descriptions, isText) {
		p.Reportf(model.At(manifest.UniqueName, manifest), manifest.Ref(), "Solution %q has no description, so whoever finds it in an environment cannot tell what it is for; write one", manifest.UniqueName.Value)
	}
	for _, k := range describable(customizations.Of(p.Pass)) {
		k.tell(p)
	}
	return nil
}

func isText(l model.Localized) bool { return l.Value != "" }

// A describedKind are the components of one kind, with those of them that have no
// description.
type describedKind struct {
	words string // in the plural
	count int
	bare  []*customizations.Component
}

func (k *describedKind) add(c *customizations.Component, isDescribed bool) {
	if c.Unmodified {
		return
	}
	k.count++
	if !isDescribed {
		k.bare = append(k.bare, c)
	}
}

// describable returns the kinds of components whose descriptions people read where
// they choose, give or set one.
func describable(m *customizations.Model) []*describedKind {
	processes, roles := &describedKind{words: "processes"}, &describedKind{words: "security roles"}
	variables, apis := &describedKind{words: "environment variables"}, &describedKind{words: "custom APIs"}
	for _, c := range m.Processes {
		processes.add(&c.Component, c.Description.Value != "" || slices.ContainsFunc(c.Descriptions, isText))
	}
	for _, c := range m.Roles {
		roles.add(&c.Component, c.Description.Value != "")
	}
	for _, c := range m.EnvironmentVariables {
		variables.add(&c.Component, c.Description.Value != "")
	}
	for _, c := range m.CustomAPIs {
		apis.add(&c.Component, c.Description.Value != "")
	}
	return []*describedKind{processes, roles, variables, apis}
}

func (k *describedKind) tell(p *rule.Pass) {
	if len(k.bare) == 0 {
		return
	}
	slices.SortStableFunc(k.bare, func(a, b *customizations.Component) int { // the same in zips and in sources
		return strings.Compare(a.Ref().Name, b.Ref().Name)
	})
	first := k.bare[0]
	d := rule.Diagnostic{Of: first.Ref()}
	d.Pos, d.End = first.Pos(), first.End()
	if len(k.bare) == 1 {
		d.Message = fmt.Sprintf("%s %q has no description, so whoever has to choose or set it knows its name alone; describe it", sentence(first.Type.String()), first.Ref().Name)
		p.Emit(d)
		return
	}
	d.Message = fmt.Sprintf("%d of %d %s of the solution have no description (%s), so whoever has to choose or set one knows its name alone; describe them", len(k.bare), k.count, k.words, k.names())
	for _, c := range k.bare[1:min(len(k.bare), maxRelated)] {
		d.Related = append(d.Related, analysis.RelatedInformation{Pos: c.Pos(), End: c.End(), Message: sentence(c.Type.String()) + " " + strconv.Quote(c.Ref().Name) + " has no description"})
	}
	p.Emit(d)
}

// names quotes the first components without a description.
func (k *describedKind) names() string {
	var list []string
	for _, c := range k.bare[:min(len(k.bare), maxNamed)] {
		list = append(list, fmt.Sprintf("%q", c.Ref().Name))
	}
	if len(k.bare) > maxNamed {
		list = append(list, "…")
	}
	return strings.Join(list, ", ")
}
