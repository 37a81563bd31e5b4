package solutions

import (
	"cmp"
	"errors"
	"maps"
	"slices"
	"strings"
)

// A Shift says by how much the text of a member moved behind an offset.
type Shift struct {
	member       string
	from, to, by int
}

// apply returns the solution with all edits made.
func (m *maker) apply() (*Mutant, error) {
	mutant := &Mutant{Source: m.source, Package: maps.Clone(m.source.Package), At: Place{"", whole}}
	slices.SortStableFunc(m.splice, func(a, b splice) int { return cmp.Or(cmp.Compare(a.member, b.member), cmp.Compare(a.from, b.from)) })
	var found []Place // by carets
	for i := 0; i < len(m.splice); {
		name, from := m.splice[i].member, i
		for i < len(m.splice) && m.splice[i].member == name {
			i++
		}
		if m.splice[from].from == whole {
			delete(mutant.Package, name)
			continue
		}
		text, carets := m.splice[from].join(m.source.Package[name], m.splice[from:i])
		mutant.Package[name] = text
		found = append(found, carets...)
		for _, s := range m.splice[from:i] {
			mutant.Shift = append(mutant.Shift, Shift{name, s.from, s.to, len(strings.ReplaceAll(s.text, caret, "")) - s.to + s.from})
		}
	}
	if (len(found) == 1) == (m.at != nil) || len(found) > 1 {
		return nil, errors.New("a defect has one place: a caret in the text of an edit, or a line at or whole")
	}
	if m.at != nil {
		mutant.At = mutant.Moved(*m.at)
	} else {
		mutant.At = found[0]
	}
	return mutant, nil
}

// join makes the splices of one member, which are sorted.
func (splice) join(old []byte, splices []splice) (text []byte, carets []Place) {
	from := 0
	for _, s := range splices {
		text = append(text, old[from:s.from]...)
		before, after, ok := strings.Cut(s.text, caret)
		text = append(text, before...)
		if ok {
			carets = append(carets, Place{s.member, len(text)})
			text = append(text, after...)
		}
		from = s.to
	}
	return append(text, old[from:]...), carets
}

// Moved returns where a place of the source is in the mutant.
func (m *Mutant) Moved(at Place) Place {
	moved := at
	for _, s := range m.Shift {
		if s.member == at.Member && at.Offset >= s.to {
			moved.Offset += s.by
		}
	}
	return moved
}
