package connector

import (
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/connector"
	"github.com/solcheck/solcheck/rules/rule"
)

// comparisons makes the run function of a rule that compares connectors with
// themselves in the version before.
func comparisons(judge func(*check, connector.Pair)) func(*rule.Pass) error {
	return func(p *rule.Pass) error {
		for _, pair := range connector.ComparisonOf(p.Pass).Pairs {
			judge(&check{p, pair.Now.Connector}, pair)
		}
		return nil
	}
}

// compareRequires is what rules that compare read.
func compareRequires() []*analysis.Analyzer { return []*analysis.Analyzer{connector.FacadeAnalyzer} }

// byID returns operations by their ids, the first of each.
func byID(f *connector.Facade) map[string]*connector.Signature {
	operations := make(map[string]*connector.Signature, len(f.Operations))
	for _, o := range f.Operations {
		if operations[o.ID] == nil {
			operations[o.ID] = o
		}
	}
	return operations
}

// byPath returns values by their paths, the first of each.
func byPath(list []connector.Value) map[string]*connector.Value {
	values := make(map[string]*connector.Value, len(list))
	for i := range list {
		if values[list[i].Path] == nil {
			values[list[i].Path] = &list[i]
		}
	}
	return values
}

// without returns the values of one enum that another one does not have.
func without(list, other []string) []string {
	known := make(map[string]bool, len(other))
	for _, v := range other {
		known[v] = true
	}
	var left []string
	for _, v := range list {
		if !known[v] {
			left = append(left, v)
		}
	}
	return left
}
