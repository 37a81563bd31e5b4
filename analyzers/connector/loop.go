package connector

// RequiredLoops returns the required properties that lead back, over required
// properties alone, to an object that they belong to: no value can have them all.
func (d *Definition) RequiredLoops() []*Property {
	f := &loopFinder{state: make(map[*Schema]int)}
	for _, s := range d.All {
		f.visit(s)
	}
	return f.found
}

// A loopFinder walks schemas along required properties.
type loopFinder struct {
	state map[*Schema]int // being walked, or done
	depth int
	found []*Property
}

const (
	walking = 1
	walked  = 2
)

// maxLoop bounds how deep required properties are followed.
const maxLoop = 512

func (f *loopFinder) visit(s *Schema) {
	r := s.Resolve()
	if r == nil || f.state[r] != 0 || f.depth == maxLoop {
		return
	}
	f.state[r] = walking
	f.depth++
	for _, part := range s.Parts() {
		for _, p := range part.Properties {
			if _, required := s.property(p.Name.Value); !required {
				continue
			}
			if t := p.Schema.Resolve(); t != nil && f.state[t] == walking {
				f.found = append(f.found, p)
				continue
			}
			f.visit(p.Schema)
		}
	}
	f.depth--
	f.state[r] = walked
}
