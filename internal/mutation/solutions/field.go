package solutions

import (
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"slices"
)

// A Field is solutions that somebody made, in which defects are made to see what
// the rules say there.
type Field struct {
	Sources []*Source
	// Each is how many solutions each defect is made in, in both layouts.
	Each int
}

// A Count is what came of it.
type Count struct {
	Made    int // defects
	Judged  int // layouts with one
	Missed  int // not found at their place
	Besides int // rules that said more than before
	Apart   int // findings of solutions as they are that only one of the layouts has
}

// Try makes each defect in some of the solutions and tells what was missed and what
// was said besides. What a rule says of the solution as it is counts for nothing.
func (f *Field) Try(ctx context.Context, defects []*Defect, told io.Writer) (Count, error) {
	folder, err := os.MkdirTemp("", "solutions")
	if err != nil {
		return Count{}, fmt.Errorf("making a folder: %w", err)
	}
	defer func() { _ = os.RemoveAll(folder) }()                                                                                     // what is left there is not ours to mourn
	t := &trial{Field: f, folder: folder, told: told, random: rand.New(rand.NewPCG(2026, 3)), known: make(map[*Source][2]*verdict)} //nolint:gosec // the same defects in every run
	for _, s := range f.Sources {
		if _, err := t.before(ctx, s); err != nil {
			return t.count, err
		}
	}
	for _, d := range defects {
		if err := t.defect(ctx, d); err != nil {
			return t.count, err
		}
	}
	return t.count, t.err
}

// A trial is one run.
type trial struct {
	*Field
	folder string
	told   io.Writer
	random *rand.Rand
	known  map[*Source][2]*verdict // of solutions as they are
	count  Count
	err    error // of telling
}

// A verdict is what is said of a layout.
type verdict struct {
	layout   *Layout
	findings []Finding
}

func (t *trial) tell(format string, args ...any) {
	if _, err := fmt.Fprintf(t.told, format+"\n", args...); err != nil {
		t.err = err
	}
}

// defect makes one defect in some of the solutions.
func (t *trial) defect(ctx context.Context, d *Defect) error {
	made := 0
	for _, i := range t.random.Perm(len(t.Sources)) {
		if made == t.Each {
			return nil
		}
		m, err := d.Make(t.Sources[i], t.random)
		if err != nil {
			return fmt.Errorf("%s: %w", t.Sources[i].Name, err)
		}
		if m == nil {
			continue
		}
		isFit, err := t.judge(ctx, m)
		if err != nil {
			return err
		}
		if isFit {
			made++
		}
	}
	if made == 0 {
		t.tell("%s: no solution has a place", d.Rule)
	}
	return nil
}

// judge judges a mutant in its layouts and reports whether it counts: the rule must
// not have found the same place before.
func (t *trial) judge(ctx context.Context, m *Mutant) (isFit bool, err error) {
	before, err := t.before(ctx, m.Source)
	if err != nil {
		return false, err
	}
	layouts, err := m.Layouts()
	if err != nil {
		return false, fmt.Errorf("%s: %w", m.Source.Name, err)
	}
	for _, l := range layouts {
		old := before[0]
		if !l.isPacked() {
			old = before[1]
		}
		at, _ := l.Find(m.At)
		if m.isOld(old, at, l) {
			return false, nil
		}
		findings, err := l.Judge(ctx, t.folder)
		if err != nil {
			return false, fmt.Errorf("%s: %w", m.Source.Name, err)
		}
		t.count.Judged++
		t.compare(m, l, at, old.findings, findings)
	}
	t.count.Made++
	return true, nil
}

func (l *Layout) isPacked() bool { return l.Members[manifest] != nil }

// isOld reports whether the rule found a defect at the place before it was made.
func (m *Mutant) isOld(old *verdict, at Place, l *Layout) bool {
	return slices.ContainsFunc(old.findings, func(f Finding) bool {
		if f.Rule != m.Defect.Rule {
			return false
		}
		if f.At == at {
			return true
		}
		moved, ok := l.Find(m.Moved(old.layout.back(f.At)))
		return ok && moved == at
	})
}

// before returns what is said of a solution as it is, in both layouts.
func (t *trial) before(ctx context.Context, s *Source) ([2]*verdict, error) {
	if known, ok := t.known[s]; ok {
		return known, nil
	}
	unpacked, err := Unpack(s.Package)
	if err != nil {
		return [2]*verdict{}, fmt.Errorf("%s: %w", s.Name, err)
	}
	var both [2]*verdict
	for i, l := range []*Layout{Packed(s.Package), unpacked} {
		findings, err := l.Judge(ctx, t.folder)
		if err != nil {
			return both, fmt.Errorf("%s: %w", s.Name, err)
		}
		both[i] = &verdict{l, findings}
	}
	t.known[s] = both
	t.layouts(s, both)
	return both, nil
}

// compare tells what a defect changed in what is said.
func (t *trial) compare(m *Mutant, l *Layout, at Place, old, now []Finding) {
	if !slices.ContainsFunc(now, func(f Finding) bool { return f.Rule == m.Defect.Rule && f.At == at }) {
		t.count.Missed++
		t.tell("%s: %s: not found at %s", m.Defect.Rule, m.Source.Name, l.Shown(at))
	}
	allowed := counts(old)
	for _, id := range append(slices.Clone(m.Defect.With), m.Defect.Rule) {
		allowed[id]++
	}
	for _, f := range now {
		if allowed[f.Rule]--; allowed[f.Rule] == -1 && !slices.Contains(m.Defect.Also, f.Rule) {
			t.count.Besides++
			t.tell("%s: %s: besides (the place is %s), such as %s", m.Defect.Rule, m.Source.Name, l.Shown(at), f)
		}
	}
}

// counts returns how often each rule speaks.
func counts(list []Finding) map[string]int {
	n := make(map[string]int)
	for _, f := range list {
		n[f.Rule]++
	}
	return n
}
