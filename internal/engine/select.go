package engine

import (
	"fmt"
	"maps"
	"slices"

	"github.com/solcheck/solcheck/rules/rule"
)

// A Selection says which rules of a catalogue to run.
type Selection struct {
	Ruleset rule.Ruleset
	Only    []string // these and no others, whatever the ruleset; no limit where empty
	Disable []string // never these
}

// Select returns the rules of the catalogue that the selection asks for. An id
// that the catalogue does not hold is an error.
func (s Selection) Select(catalogue []*rule.Rule) ([]*rule.Rule, error) {
	for _, id := range slices.Concat(s.Only, s.Disable) {
		if !slices.ContainsFunc(catalogue, func(r *rule.Rule) bool { return r.ID == id }) {
			return nil, &UnknownRuleError{ID: id}
		}
	}
	var chosen []*rule.Rule
	for _, r := range catalogue {
		wanted := s.Ruleset.Holds(r)
		if len(s.Only) > 0 {
			wanted = slices.Contains(s.Only, r.ID)
		}
		if wanted && !slices.Contains(s.Disable, r.ID) {
			chosen = append(chosen, r)
		}
	}
	return chosen, nil
}

// WithLimits returns the catalogue with the limits of some rules set, by rule id:
// copies of these rules stand in their places. The catalogue stays as it is, so
// that runs with other limits may share it. An id that the catalogue does not hold
// is an error, as is a limit that its rule does not take.
func WithLimits(catalogue []*rule.Rule, limits map[string]int) ([]*rule.Rule, error) {
	set := slices.Clone(catalogue)
	for _, id := range slices.Sorted(maps.Keys(limits)) {
		i := slices.IndexFunc(set, func(r *rule.Rule) bool { return r.ID == id })
		if i < 0 {
			return nil, &UnknownRuleError{ID: id}
		}
		r, err := set[i].WithLimit(limits[id])
		if err != nil {
			return nil, err
		}
		set[i] = r
	}
	return set, nil
}

// An UnknownRuleError is a rule id that no rule has.
type UnknownRuleError struct{ ID string }

func (e *UnknownRuleError) Error() string { return fmt.Sprintf("no rule has the id %q", e.ID) }
