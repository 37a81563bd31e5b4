package engine

import (
	"context"
	"errors"
	"fmt"
	"go/token"
	"go/types"
	"reflect"
	"runtime/debug"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/internal/artifact"
)

// A node is one unit under analysis: what a package is to a Go driver.
type node struct {
	pkg   *artifact.Package
	types *types.Package
	inner []*node
	names []string // of the members
	facts *factStore
	acts  map[*analysis.Analyzer]*action // gone when the node is finished
	veil  *veil                          // over the secrets that were found in it
}

func newNode(p *artifact.Package, inner []*node) *node {
	n := &node{pkg: p, types: types.NewPackage(p.Path, string(p.Kind)), inner: inner, facts: newFactStore()}
	imports := make([]*types.Package, len(inner))
	for i, in := range inner {
		imports[i] = in.types
		n.facts.inherit(in.facts)
	}
	n.types.SetImports(imports)
	n.names = make([]string, len(p.Members))
	for i, m := range p.Members {
		n.names[i] = m.Name
	}
	if len(p.Faults) > 0 {
		n.facts.export(n.types, &unit.Faults{List: p.Faults})
	}
	return n
}

// An action is one analyzer applied to one node.
type action struct {
	analyzer *analysis.Analyzer
	deps     []*action
	done     chan struct{}
	result   any
	err      error
	// blamed is set where err is the analyzer's own and not that of a
	// prerequisite, so that each failure is told once.
	blamed bool
}

// A driver applies analyzers to nodes. The file set is one for the whole run, so
// that an outer unit may report at a place of an inner one.
type driver struct {
	fset *token.FileSet
	busy chan struct{} // a token for each analyzer at work
}

func newDriver(jobs int) *driver {
	return &driver{fset: token.NewFileSet(), busy: make(chan struct{}, jobs)}
}

// analyze runs the analyzers and all they require on n, whose inner nodes must
// be finished, and waits for them.
func (d *driver) analyze(ctx context.Context, n *node, analyzers []*analysis.Analyzer) {
	n.acts = make(map[*analysis.Analyzer]*action)
	var order []*action
	var add func(*analysis.Analyzer) *action
	add = func(a *analysis.Analyzer) *action {
		if act := n.acts[a]; act != nil {
			return act
		}
		act := &action{analyzer: a, done: make(chan struct{})}
		n.acts[a] = act
		for _, r := range a.Requires {
			act.deps = append(act.deps, add(r))
		}
		order = append(order, act)
		return act
	}
	for _, a := range analyzers {
		add(a)
	}
	var all sync.WaitGroup
	for _, act := range order {
		all.Go(func() {
			defer close(act.done)
			d.exec(ctx, n, act)
		})
	}
	all.Wait()
}

// exec runs one action after its prerequisites.
func (d *driver) exec(ctx context.Context, n *node, act *action) {
	results := make(map[*analysis.Analyzer]any, len(act.deps))
	for _, dep := range act.deps {
		<-dep.done
		if dep.err != nil {
			act.err = fmt.Errorf("%s needs %s, which failed", act.analyzer.Name, dep.analyzer.Name)
			return
		}
		results[dep.analyzer] = dep.result
	}
	d.busy <- struct{}{}
	defer func() { <-d.busy }()
	if act.err = ctx.Err(); act.err != nil {
		return
	}
	act.result, act.err = guard(d.pass(n, act.analyzer, results))
	act.blamed = act.err != nil
}

// A crash is a panic of an analyzer.
type crash struct {
	value any
	stack []byte
}

func (c *crash) Error() string { return fmt.Sprintf("panic: %v", c.value) }

// guard runs a pass and turns a panic into an error.
func guard(pass *analysis.Pass) (result any, err error) {
	defer func() {
		if v := recover(); v != nil {
			result, err = nil, &crash{v, debug.Stack()}
		}
	}()
	result, err = pass.Analyzer.Run(pass)
	if err != nil {
		return nil, err
	}
	if got, want := reflect.TypeOf(result), pass.Analyzer.ResultType; got != want {
		return nil, fmt.Errorf("the result is a %v and was declared a %v", got, want)
	}
	return result, nil
}

var errNoMember = errors.New("the unit has no such member")

// pass makes the pass of one analyzer over one node.
func (d *driver) pass(n *node, a *analysis.Analyzer, results map[*analysis.Analyzer]any) *analysis.Pass {
	return &analysis.Pass{
		Analyzer:   a,
		Fset:       d.fset,
		OtherFiles: n.names,
		Pkg:        n.types,
		TypesInfo:  new(types.Info),
		TypesSizes: types.SizesFor("gc", "amd64"),
		Module:     new(analysis.Module),
		ResultOf:   results,
		ReadFile: func(name string) ([]byte, error) {
			m, ok := n.pkg.Member(name)
			if !ok {
				return nil, fmt.Errorf("%s: %w", name, errNoMember)
			}
			return m.Bytes()
		},
		// A rule's diagnostics come as its result, with more words than fit here.
		Report:            func(analysis.Diagnostic) {},
		ImportPackageFact: n.facts.load,
		ExportPackageFact: func(f analysis.Fact) { n.facts.export(n.types, f) },
		AllPackageFacts:   n.facts.all,
		ImportObjectFact:  func(types.Object, analysis.Fact) bool { return false },
		ExportObjectFact:  func(types.Object, analysis.Fact) {},
		AllObjectFacts:    func() []analysis.ObjectFact { return nil },
	}
}

// result returns what an analyzer made of n, nil where it did not run or failed.
func (n *node) result(a *analysis.Analyzer) any {
	if act := n.acts[a]; act != nil {
		return act.result
	}
	return nil
}
