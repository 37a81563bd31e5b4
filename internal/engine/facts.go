package engine

import (
	"cmp"
	"go/types"
	"maps"
	"reflect"
	"slices"
	"sync"

	"golang.org/x/tools/go/analysis"
)

// A factStore holds the package facts that one node can see: its own and those
// of all nodes inside it.
type factStore struct {
	mu    sync.Mutex
	facts map[factKey]analysis.Fact
}

type factKey struct {
	pkg  *types.Package
	kind reflect.Type
}

func newFactStore() *factStore { return &factStore{facts: make(map[factKey]analysis.Fact)} }

// inherit takes over the facts of an inner node, which is finished.
func (s *factStore) inherit(inner *factStore) {
	maps.Copy(s.facts, inner.facts)
}

func (s *factStore) export(pkg *types.Package, fact analysis.Fact) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.facts[factKey{pkg, reflect.TypeOf(fact)}] = fact
}

// load copies the fact of fact's type about pkg into fact, if there is one.
func (s *factStore) load(pkg *types.Package, fact analysis.Fact) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	found, ok := s.facts[factKey{pkg, reflect.TypeOf(fact)}]
	if ok {
		reflect.ValueOf(fact).Elem().Set(reflect.ValueOf(found).Elem())
	}
	return ok
}

// all returns the facts sorted by package and type.
func (s *factStore) all() []analysis.PackageFact {
	s.mu.Lock()
	defer s.mu.Unlock()
	list := make([]analysis.PackageFact, 0, len(s.facts))
	for key, fact := range s.facts {
		list = append(list, analysis.PackageFact{Package: key.pkg, Fact: fact})
	}
	slices.SortFunc(list, func(a, b analysis.PackageFact) int {
		return cmp.Or(
			cmp.Compare(a.Package.Path(), b.Package.Path()),
			cmp.Compare(reflect.TypeOf(a.Fact).String(), reflect.TypeOf(b.Fact).String()),
		)
	})
	return list
}
