package rules_test

import (
	"math/rand/v2"
	"path/filepath"
	"slices"
	"testing"

	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/internal/mutation/solutions"
	"github.com/solcheck/solcheck/rules"
)

// TestSolutionDefects makes each defect in a good solution, in the layout of a zip
// and in that of unpacked sources. The rule that it is meant for finds it at its
// place, once, and no other rule says anything.
func TestSolutionDefects(t *testing.T) {
	t.Parallel()
	defects, _, err := solutions.Defects()
	if err != nil {
		t.Fatal(err)
	}
	good, err := solutions.Folder(filepath.Join("..", "testdata", "clean", "whole"))
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range layouts(t, good) {
		for _, f := range judge(t, l) {
			t.Fatalf("the solution is good, and a rule says %s", f)
		}
	}
	random := rand.New(rand.NewPCG(2026, 7))
	source := solutions.NewSource("good", good)
	for _, d := range defects {
		m, err := d.Make(source, random)
		if err != nil {
			t.Fatal(err)
		}
		if m == nil {
			t.Errorf("%s: the good solution has no place for the defect", d.Rule)
			continue
		}
		t.Run(d.Rule, func(t *testing.T) {
			t.Parallel()
			layouts, err := m.Layouts()
			if err != nil {
				t.Fatal(err)
			}
			for _, l := range layouts {
				check(t, m, l, judge(t, l))
			}
		})
	}
}

// layouts returns the two layouts of a solution.
func layouts(t *testing.T, p solutions.Package) []*solutions.Layout {
	t.Helper()
	unpacked, err := solutions.Unpack(p)
	if err != nil {
		t.Fatal(err)
	}
	return []*solutions.Layout{solutions.Packed(p), unpacked}
}

func judge(t *testing.T, l *solutions.Layout) []solutions.Finding {
	t.Helper()
	findings, err := l.Judge(t.Context(), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	return findings
}

func check(t *testing.T, m *solutions.Mutant, l *solutions.Layout, findings []solutions.Finding) {
	t.Helper()
	at, ok := l.Find(m.At)
	if !ok {
		t.Errorf("the place %v is nowhere in the layout", m.At)
		return
	}
	found := make(map[string]int)
	for _, f := range findings {
		if f.Rule == m.Defect.Rule && f.At == at || slices.Contains(m.Defect.With, f.Rule) {
			found[f.Rule]++
			continue
		}
		t.Errorf("besides: %s", f)
	}
	for _, id := range append(m.Defect.With, m.Defect.Rule) {
		if found[id] != 1 {
			t.Errorf("%s speaks %d times, the defect is at %s", id, found[id], l.Shown(at))
		}
	}
}

// TestSolutionRules fails for a rule about solutions that no defect is made for,
// and for which the table does not say why.
func TestSolutionRules(t *testing.T) {
	defects, none, err := solutions.Defects()
	if err != nil {
		t.Fatal(err)
	}
	made := make(map[string]bool)
	for _, d := range defects {
		made[d.Rule] = true
	}
	for _, r := range rules.All() {
		why := none[r.ID]
		delete(none, r.ID)
		switch {
		case made[r.ID] && why != "":
			t.Errorf("a defect is made for %s, and the table says why there is none", r.ID)
		case !made[r.ID] && why == "" && r.Judges(unit.Solution) && r.AreaName() != "connector":
			t.Errorf("no defect is made for %s; add one to internal/mutation/solutions/defects.txt, or say why there is none", r.ID)
		}
		delete(made, r.ID)
	}
	for id := range made {
		t.Errorf("a defect is made for %s, which is no rule", id)
	}
	for id := range none {
		t.Errorf("the table says why there is no defect for %s, which is no rule", id)
	}
}
