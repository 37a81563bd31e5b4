package engine

import (
	"context"
	"fmt"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/internal/artifact"
)

// learn opens the packages of the version before and keeps the facts about them.
// They are not judged. Without such packages there is nothing to tell, and no unit
// has the fact [unit.Earlier].
func (r *runner) learn(ctx context.Context) error {
	if len(r.Previous) == 0 {
		return nil
	}
	earlier := new(unit.Earlier)
	for _, s := range r.Previous {
		root, err := s.Open(ctx, r.Limits)
		if err != nil {
			return fmt.Errorf("opening %s: %w", s.Path, err)
		}
		r.earlier = new(unit.Earlier)
		n := r.learnTree(ctx, root, earlier)
		if err := root.Close(); err != nil {
			return fmt.Errorf("closing %s: %w", s.Path, err)
		}
		n.slim()
		if err := ctx.Err(); err != nil {
			return err
		}
	}
	r.earlier = earlier
	return nil
}

// learnTree runs the makers of facts on p after all that it contains.
func (r *runner) learnTree(ctx context.Context, p *artifact.Package, earlier *unit.Earlier) *node {
	inner := make([]*node, len(p.Inner))
	for i, in := range p.Inner {
		inner[i] = r.learnTree(ctx, in, earlier)
	}
	n := r.newNode(p, inner)
	r.analyze(ctx, n, r.always)
	u := unit.EarlierUnit{Path: p.Path, Kind: p.Kind}
	for _, f := range n.facts.all() {
		if f.Package == n.types && !isDrivers(f.Fact) {
			u.Facts = append(u.Facts, f.Fact)
		}
	}
	earlier.Units = append(earlier.Units, u)
	n.release()
	return n
}

// isDrivers reports whether a fact is one that the driver itself tells a unit.
func isDrivers(f analysis.Fact) bool {
	switch f.(type) {
	case *unit.Earlier, *unit.Faults:
		return true
	}
	return false
}

// newNode makes a node that knows what came before it.
func (r *runner) newNode(p *artifact.Package, inner []*node) *node {
	n := newNode(p, inner)
	if r.earlier != nil {
		n.facts.export(n.types, r.earlier)
	}
	return n
}
