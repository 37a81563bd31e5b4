package engine

import (
	"cmp"
	"slices"
	"strings"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/customizations"
)

// holds returns the components of a solution as far as a rule of the run asked
// for them. Names are copied, so that the solution's text can be let go.
func (n *node) holds() []component.Ref {
	m, ok := n.result(customizations.Analyzer).(*customizations.Model)
	if !ok || m == nil {
		return nil
	}
	var list []component.Ref
	for _, c := range m.Components {
		if ref := c.Ref(); !c.Unmodified && ref.Name != "" {
			list = append(list, component.Ref{Type: ref.Type, Name: strings.Clone(ref.Name)})
		}
	}
	slices.SortFunc(list, func(a, b component.Ref) int {
		return cmp.Or(cmp.Compare(a.Type, b.Type), cmp.Compare(a.Name, b.Name))
	})
	return slices.Compact(list)
}
