package mutation_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/solcheck/solcheck/internal/mutation"
)

// How many connectors there are, and how many of them each defect is made in.
const (
	samples = 30
	each    = 4
)

// A mutant is a sample with one defect.
type mutant struct {
	sample mutation.Sample
	of     *mutation.Mutation
	at     string
}

// TestConnectors makes each defect in some of the connectors. In the connector
// that is right nothing is found; with the defect, that is found at its place and
// nothing is found that does not follow from it.
func TestConnectors(t *testing.T) {
	mutations, err := mutation.Connector()
	if err != nil {
		t.Fatal(err)
	}
	right := mutation.Connectors(samples, 2026)
	said, err := mutation.Judge(t.Context(), t.TempDir(), right)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range right {
		for _, f := range said[s.Name] {
			t.Errorf("%s is right, and is said to be wrong at %s: %s: %s", s.Name, f.Pointer, f.Rule, f.Message)
		}
	}
	mutants := mutate(t, mutations, right)
	var list []mutation.Sample
	for _, m := range mutants {
		list = append(list, m.sample)
	}
	if said, err = mutation.Judge(t.Context(), t.TempDir(), list); err != nil {
		t.Fatal(err)
	}
	t.Run("defects", func(t *testing.T) {
		for _, m := range mutants {
			check(t, m, said[m.sample.Name])
		}
	})
	t.Run("codes", func(t *testing.T) { checkCodes(t, said) })
}

// mutate makes each defect in some of the samples where it has a place.
func mutate(t *testing.T, mutations []mutation.Mutation, right []mutation.Sample) []mutant {
	t.Helper()
	random := rand.New(rand.NewPCG(2026, 1))
	var list []mutant
	for i := range mutations {
		m := &mutations[i]
		made := 0
		for k := range right {
			s := right[(i*each+k)%len(right)]
			changed, at, ok := m.Make(s, random)
			if !ok {
				continue
			}
			changed.Name = fmt.Sprintf("%s.%s", m.Name, s.Name)
			list = append(list, mutant{changed, m, at})
			if made++; made == each {
				break
			}
		}
		if made == 0 {
			t.Errorf("no connector has a place for %s", m.Name)
		}
	}
	return list
}

func check(t *testing.T, m mutant, said []mutation.Finding) {
	t.Helper()
	if !slices.ContainsFunc(said, func(f mutation.Finding) bool { return f.Name == m.of.Name && f.Pointer == m.at }) {
		t.Errorf("%s is not found at %q; said is", m.sample.Name, m.at)
		for _, f := range said {
			t.Logf("  %s: %s: %s", f.Pointer, f.Name, f.Message)
		}
		return
	}
	for _, f := range said {
		if f.Name != m.of.Name && !slices.Contains(m.of.Also, f.Name) {
			t.Errorf("%s: besides, at %s, %s: %s", m.sample.Name, f.Pointer, f.Name, f.Message)
		}
	}
}
