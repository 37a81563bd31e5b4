package solutions

// back returns where in the zip a place of a layout was taken from.
func (l *Layout) back(at Place) Place {
	for _, p := range l.from[at.Member] {
		if at.Offset == whole {
			return Place{p.member, whole}
		}
		if at.Offset >= p.to && at.Offset < p.to+p.size {
			return Place{p.member, p.at + at.Offset - p.to}
		}
	}
	return at
}

// layouts tells what is said of a solution in one layout and not in the other.
func (t *trial) layouts(s *Source, both [2]*verdict) {
	type said struct {
		rule string
		at   Place
	}
	keys := func(v *verdict) map[said]Finding {
		all := make(map[said]Finding)
		for _, f := range v.findings {
			all[said{f.Rule, v.layout.back(f.At)}] = f
		}
		return all
	}
	zip, unpacked := keys(both[0]), keys(both[1])
	for _, f := range both[0].findings {
		if _, ok := unpacked[said{f.Rule, f.At}]; !ok && !isOfZips(f.Rule) {
			t.count.Apart++
			t.tell("%s: only the zip has %s", s.Name, f)
		}
	}
	for _, f := range both[1].findings {
		if _, ok := zip[said{f.Rule, both[1].layout.back(f.At)}]; !ok {
			t.count.Apart++
			t.tell("%s: only the unpacked sources have %s", s.Name, f)
		}
	}
}

// isOfZips reports whether a rule judges the layout of zips alone.
func isOfZips(rule string) bool {
	return rule == "package-include-referenced-member" || rule == "package-remove-unreferenced-member"
}
