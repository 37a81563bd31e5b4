package rule

import (
	"errors"
	"fmt"
	"strconv"
)

// A Limit is a number of a rule that is an opinion: how many of something are let
// pass. More are reported. Users may have another opinion and set it; what the
// platform itself refuses is a constant of its rule and no Limit.
//
// A rule reports at a place that does not depend on its limit: at the form, say,
// and not at the first tab too many. So the finding stays the same one, for
// baselines and suppressions, when the limit is set to another number.
//
// A Limit does not change. A run with another number has a copy of the rule
// ([Rule.WithLimit]), so that runs with different numbers go on side by side.
// Analyzer.Flags, which go/analysis has for settings, would be one number for all
// runs of the process, and one that the driver of ours would have to guard.
type Limit struct {
	Default int    // the page gives the reason
	Least   int    // the least that can be set
	Most    int    // the most that can be set
	Of      string // what is counted, so that a number can stand before it: "tabs of a form"

	chosen *int // what is set, nil for the default
}

// Value returns the number that holds.
func (l *Limit) Value() int {
	if l.chosen != nil {
		return *l.chosen
	}
	return l.Default
}

// String returns the number that holds with what it counts: "8 tabs of a form".
func (l *Limit) String() string { return fmt.Sprintf("%d %s", l.Value(), l.Of) }

// IsChanged reports whether another number than the default holds.
func (l *Limit) IsChanged() bool { return l.Value() != l.Default }

// Check returns an error that tells the range where n is not in it.
func (l *Limit) Check(n int) error {
	if n < l.Least || n > l.Most {
		return l.Refuse(strconv.Itoa(n))
	}
	return nil
}

// Refuse returns the error that something is no limit, and what would be one.
func (l *Limit) Refuse(what string) error {
	return fmt.Errorf("%s is no limit for the number of %s: expected a whole number from %d to %d, by default %d", what, l.Of, l.Least, l.Most, l.Default)
}

// ErrNoLimit is that a rule counts nothing, or nothing that is a matter of opinion.
var ErrNoLimit = errors.New("the rule has no limit that could be set")

// WithLimit returns a copy of the rule with another limit and with an analyzer of
// its own. The rule itself stays as it is. It fails where the rule has no limit,
// or where the number is out of its range.
func (r *Rule) WithLimit(n int) (*Rule, error) {
	if r.Limit == nil {
		return nil, fmt.Errorf("%s: %w", r.ID, ErrNoLimit)
	}
	if err := r.Limit.Check(n); err != nil {
		return nil, fmt.Errorf("%s: %w", r.ID, err)
	}
	c, limit := *r, *r.Limit
	limit.chosen = &n
	c.Limit = &limit
	c.Analyzer = c.analyzer()
	return &c, nil
}

// Limit returns the number of which more are reported. The rule must have one.
func (p *Pass) Limit() int {
	if p.limit == nil {
		panic("the rule of " + p.Analyzer.Name + " asks for a limit and declares none")
	}
	return p.limit.Value()
}
