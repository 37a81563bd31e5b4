// Package engine runs the rules over packages: it drives the analyzers, turns
// their diagnostics into findings with places, and sets aside what suppressions
// and the baseline hold.
package engine

import (
	"context"
	"fmt"
	"runtime"
	"slices"
	"sync"

	"golang.org/x/sync/errgroup"
	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/solution"
	"github.com/solcheck/solcheck/analyzers/source"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/internal/artifact"
	"github.com/solcheck/solcheck/rules/rule"
)

// Options say how to run. The zero value of each field is its default.
type Options struct {
	Rules    []*rule.Rule             // what to judge by
	Severity map[string]rule.Severity // overrides by rule id
	Exclude  []string                 // doublestar patterns over member paths; what matches is not reported
	Suppress []Entry                  // suppressions of the configuration
	Baseline *Baseline                // known findings
	Previous []artifact.Source        // packages of the version before, to compare with
	Limits   artifact.Limits          // default: artifact.DefaultLimits
	Jobs     int                      // analyzers at work at once; default: one a processor
	Today    string                   // yyyy-mm-dd, for suppressions that expire; no suppression expires where empty
	// ThirdParty says that the code of known libraries is judged like any other.
	ThirdParty bool
	Progress   func(done int) // called after each source, one call at a time

	Certify    bool        // go through the certification checklist at the end
	PackageURL string      // where the AppSource package lies in Azure storage, for the checklist; empty where not known
	Enforce    EnforceMode // tell what a managed environment would make of it; not asked for where empty
}

// A runner is one run.
type runner struct {
	Options
	*driver
	always  []*analysis.Analyzer // run on every unit: the makers of facts, and source
	earlier *unit.Earlier        // what is known of the version before, nil where nothing is
	units   chan struct{}        // a token for each unit in memory

	mu       sync.Mutex
	done     int
	findings []Finding
	packages []Package
	skipped  []NotChecked
	entries  *entries
}

// Run judges the sources and, as the outermost unit, all of them together. It
// fails where the rules themselves are malformed, where a source cannot be read
// from disk, or where ctx ends; whatever is wrong inside a package is a finding.
func Run(ctx context.Context, sources []artifact.Source, o Options) (*Report, error) {
	r, err := newRunner(o)
	if err != nil {
		return nil, err
	}
	if err := r.learn(ctx); err != nil {
		return nil, err
	}
	roots := make([]*node, len(sources))
	group, inner := errgroup.WithContext(ctx) // inner ends with the group
	group.SetLimit(r.Jobs)
	for i, s := range sources {
		group.Go(func() error {
			n, err := r.source(inner, s)
			roots[i] = n
			return err
		})
	}
	if err := group.Wait(); err != nil {
		return nil, err
	}
	if err := r.set(ctx, sources, roots); err != nil {
		return nil, err
	}
	out := r.report()
	if o.Certify {
		r.certify(roots, out)
	}
	if o.Enforce != "" {
		r.enforce(out)
	}
	return out, nil
}

func newRunner(o Options) (*runner, error) {
	if o.Jobs <= 0 {
		o.Jobs = runtime.GOMAXPROCS(0)
	}
	if o.Limits == (artifact.Limits{}) {
		o.Limits = artifact.DefaultLimits()
	}
	if err := validatePatterns(o.Exclude); err != nil {
		return nil, err
	}
	r := &runner{Options: o, driver: newDriver(o.Jobs), units: make(chan struct{}, o.Jobs)}
	analyzers := make([]*analysis.Analyzer, len(o.Rules))
	for i, rl := range o.Rules {
		analyzers[i] = rl.Analyzer
	}
	if err := analysis.Validate(analyzers); err != nil {
		return nil, fmt.Errorf("the rules are malformed: %w", err)
	}
	told := identities()
	if o.Certify {
		told = append(told, certifiers()...)
	}
	r.always = append(factMakers(slices.Concat(analyzers, told)), source.Analyzer)
	r.entries = newEntries(o.Suppress, o.Today)
	return r, nil
}

// identities returns the analyzers that tell what units call themselves. They run
// whatever rules are chosen, because fingerprints must not depend on the choice.
func identities() []*analysis.Analyzer { return []*analysis.Analyzer{solution.Analyzer} }

// factMakers returns the analyzers among roots and their prerequisites that
// export facts: they run on every unit, so that outer units find their facts.
func factMakers(roots []*analysis.Analyzer) []*analysis.Analyzer {
	var makers []*analysis.Analyzer
	seen := make(map[*analysis.Analyzer]bool)
	var visit func(*analysis.Analyzer)
	visit = func(a *analysis.Analyzer) {
		if seen[a] {
			return
		}
		seen[a] = true
		for _, dep := range a.Requires {
			visit(dep)
		}
		if len(a.FactTypes) > 0 {
			makers = append(makers, a)
		}
	}
	for _, a := range roots {
		visit(a)
	}
	return makers
}

// source judges one source and everything inside it.
func (r *runner) source(ctx context.Context, s artifact.Source) (*node, error) {
	root, err := s.Open(ctx, r.Limits)
	if err != nil {
		return nil, fmt.Errorf("opening %s: %w", s.Path, err)
	}
	n, err := r.tree(ctx, root)
	if closeErr := root.Close(); err == nil && closeErr != nil {
		err = fmt.Errorf("closing %s: %w", s.Path, closeErr)
	}
	if err != nil {
		return nil, err
	}
	n.slim()
	r.mu.Lock()
	defer r.mu.Unlock()
	r.done++
	if r.Progress != nil {
		r.Progress(r.done)
	}
	return n, nil
}

// tree judges p after all that it contains.
func (r *runner) tree(ctx context.Context, p *artifact.Package) (*node, error) {
	inner := make([]*node, len(p.Inner))
	var group errgroup.Group
	for i, in := range p.Inner {
		group.Go(func() (err error) {
			inner[i], err = r.tree(ctx, in)
			return err
		})
	}
	if err := group.Wait(); err != nil {
		return nil, err
	}
	n := r.newNode(p, inner)
	if r.ThirdParty {
		n.facts.export(n.types, &unit.Choices{ThirdParty: true})
	}
	if err := r.judge(ctx, n, &reader{root: n}); err != nil {
		return nil, err
	}
	return n, nil
}

// set judges everything together. Its findings may lie in any source, which is
// opened again for their text.
func (r *runner) set(ctx context.Context, sources []artifact.Source, roots []*node) error {
	n := newNode(&artifact.Package{Path: ".", Kind: unit.Set}, roots)
	in := &reader{root: n, reopen: func(disk string) (*artifact.Package, error) {
		i := slices.IndexFunc(roots, func(root *node) bool { return root.pkg.Path == disk })
		if i < 0 {
			return nil, errNoMember
		}
		return sources[i].Open(ctx, r.Limits)
	}}
	defer in.close()
	return r.judge(ctx, n, in)
}

// judge runs the rules for one unit and keeps what they found.
func (r *runner) judge(ctx context.Context, n *node, in *reader) error {
	r.units <- struct{}{}
	defer func() { <-r.units }()
	analyzers := slices.Clone(r.always)
	for _, rl := range r.Rules {
		if n.pkg.Kind == unit.Set && len(n.inner) == 1 && len(rl.Kinds) == 0 {
			continue // a set of one is that one again, but for rules that ask for sets
		}
		if rl.Judges(n.pkg.Kind) {
			analyzers = append(analyzers, rl.Analyzer)
		}
	}
	r.analyze(ctx, n, analyzers)
	if err := ctx.Err(); err != nil {
		return err
	}
	found := &unitFindings{runner: r, node: n, in: in}
	found.collect()
	in.forget()
	holds := n.holds()
	n.release()
	r.mu.Lock()
	defer r.mu.Unlock()
	r.findings = append(r.findings, found.list...)
	r.skipped = append(r.skipped, found.skipped...)
	if n.pkg.Kind != unit.Set {
		p := n.describe()
		p.Holds = holds
		r.packages = append(r.packages, p)
	}
	return nil
}

// release drops what a finished unit does not need any more. Its facts stay, and
// its positions: the file set keeps the files but not their line tables.
func (n *node) release() {
	if files, ok := n.result(source.Analyzer).(*source.Files); ok {
		files.Forget()
	}
	n.acts = nil
	n.pkg.Release()
}

// slim drops the members of a source that is closed, so that a run over many
// holds no more of each than its facts and findings.
func (n *node) slim() {
	n.pkg = &artifact.Package{Path: n.pkg.Path, Kind: n.pkg.Kind, Disk: n.pkg.Disk, InZip: n.pkg.InZip}
	n.names = nil
	for _, in := range n.inner {
		in.slim()
	}
}

func (n *node) describe() Package {
	p := Package{Path: n.pkg.Path, Kind: n.pkg.Kind, Disk: n.pkg.Disk}
	var id unit.Identity
	if n.facts.load(n.types, &id) {
		p.UniqueName, p.Version, p.Managed = id.UniqueName, id.Version, id.Managed
	}
	return p
}
