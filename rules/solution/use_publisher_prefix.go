package solution

import (
	"fmt"
	"slices"
	"strings"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/solution"
	"github.com/solcheck/solcheck/rules/rule"
)

var usePublisherPrefix = &rule.Rule{
	ID:        "solution-use-publisher-prefix",
	Severity:  rule.Low,
	Category:  rule.Design,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Kinds:     kinds(),
	Requires:  requires(),
	Run:       runUsePublisherPrefix,
}

func runUsePublisherPrefix(p *rule.Pass) error {
	manifest := solution.Of(p.Pass)
	own := strings.ToLower(manifest.Publisher.Prefix.Value)
	if own == "" || manifest.Managed.Is(solution.Managed) {
		return nil
	}
	var order []string
	foreign := make(map[string][]*customizations.Component)
	for _, c := range newComponents(customizations.Of(p.Pass)) {
		prefix := prefixOf(c.Name.Value)
		if prefix == "" || prefix == own || c.Unmodified || isPlatformPrefix(prefix) {
			continue
		}
		if foreign[prefix] == nil {
			order = append(order, prefix)
		}
		foreign[prefix] = append(foreign[prefix], c)
	}
	for _, prefix := range order {
		first := foreign[prefix][0]
		p.Reportf(model.At(first.Name, first), first.Ref(), "%s %q has the prefix %q%s, and the publisher's is %q, so the name does not tell whose it is; make it again with the publisher's prefix while nobody uses it, and what comes next in the publisher's solution",
			sentence(first.Type.String()), first.Name.Value, prefix, others(len(foreign[prefix])-1), own)
	}
	return nil
}

func others(n int) string {
	switch n {
	case 0:
		return ""
	case 1:
		return ", as has one more component"
	}
	return fmt.Sprintf(", as have %d more components", n)
}

// newComponents returns the components that the solution itself brings, of kinds
// whose names begin with a prefix.
func newComponents(m *customizations.Model) (list []*customizations.Component) {
	for _, t := range m.Tables {
		if isDefined(t) && !strings.Contains(t.Name.Value, "_bpf_") {
			list = append(list, &t.Component)
		}
	}
	for _, c := range m.Components {
		if slices.Contains([]component.Type{component.Choice, component.WebResource, component.EnvironmentVariable, component.CustomAPI}, c.Type) {
			list = append(list, c)
		}
	}
	return list
}

// prefixOf returns the part of a name before its first underscore, in lower case;
// empty where that is no prefix.
func prefixOf(name string) string {
	prefix, _, ok := strings.Cut(name, "_")
	if !ok || len(prefix) < 2 || len(prefix) > 8 {
		return ""
	}
	return strings.ToLower(prefix)
}

// isPlatformPrefix reports whether a prefix is Microsoft's own: of Dynamics 365, in
// several forms, of portals, of Customer Voice, of the catalog, and the reserved one.
func isPlatformPrefix(prefix string) bool {
	return strings.HasPrefix(prefix, "msdyn") || slices.Contains([]string{"mspp", "adx", "msfp", "mspcat", "mscrm"}, prefix)
}
