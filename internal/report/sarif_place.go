package report

import (
	"cmp"
	"slices"
	"strings"

	"github.com/solcheck/solcheck/internal/engine"
	"github.com/solcheck/solcheck/sarif"
)

// artifacts are the files of a run and the members of zips in them, in the order
// in which they were added.
type artifacts struct {
	list  []*sarif.Artifact
	index map[string]uint // by path on disk and the members' names below it
}

// separator stands between the names that make the key of an artifact; no file
// name holds it.
const separator = "\x00"

// add adds the artifact of a place with all that it lies in, and
// gives the artifact itself a role.
func (a *artifacts) add(p engine.Place, role string) {
	index := a.artifact(p.Disk, fileLocation(p.Disk), nil)
	names := append([]string{p.Disk}, chain(p)...)
	for i := 1; i < len(names); i++ {
		location := &sarif.ArtifactLocation{URI: new(memberURI(names[i]))}
		index = a.artifact(strings.Join(names[:i+1], separator), location, new(index))
	}
	if added := a.list[index]; !slices.Contains(added.Roles, role) {
		added.Roles = append(added.Roles, role)
	}
}

// of returns the index of the artifact of a place that was added.
func (a *artifacts) of(p engine.Place) uint {
	return a.index[strings.Join(append([]string{p.Disk}, chain(p)...), separator)]
}

func (a *artifacts) artifact(key string, location *sarif.ArtifactLocation, parent *uint) uint {
	if index, ok := a.index[key]; ok {
		return index
	}
	if a.index == nil {
		a.index = make(map[string]uint)
	}
	index := uint(len(a.list))
	a.index[key] = index
	a.list = append(a.list, &sarif.Artifact{Location: location, ParentIndex: parent})
	return index
}

// fileLocation returns the location of a file on disk.
func fileLocation(disk string) *sarif.ArtifactLocation {
	uri, isRelative := uriOf(disk)
	l := &sarif.ArtifactLocation{URI: &uri}
	if isRelative {
		l.URIBaseId = new(srcRoot)
	}
	return l
}

// collect adds the artifacts of a finding.
func (s *sarifReport) collect(f *engine.Finding) {
	s.artifacts.add(s.options.anchored(s.Report, f.Place), "resultFile")
	for i := range f.Related {
		s.artifacts.add(s.options.anchored(s.Report, f.Related[i].Place), "resultFile")
	}
}

// primary returns the location that GitHub places an alert at: the file, or the
// outermost zip of a member, which is the file that the repository has.
func (s *sarifReport) primary(p engine.Place, c engine.Context) *sarif.PhysicalLocation {
	if isMember(p) {
		return s.exact(engine.Place{Package: p.Disk, Disk: p.Disk}, engine.Context{})
	}
	return s.exact(p, c)
}

// exact returns the location of a place as it is, inside its zip where it has
// one. A point reaches to the end of its line, for viewers mark no empty region.
func (s *sarifReport) exact(p engine.Place, c engine.Context) *sarif.PhysicalLocation {
	r := p.Region
	if r.IsZero() {
		r = engine.Region{Line: 1, Column: 1, EndLine: 1, EndColumn: 2}
	}
	at := &sarif.PhysicalLocation{ArtifactLocation: s.reference(p), Region: regionOf(r)}
	if r.EndLine == r.Line && r.EndColumn == r.Column {
		at.Region.EndLine, at.Region.EndColumn = nil, nil
	}
	quote(at, p.Region, c)
	return at
}

// reference returns the location of an artifact that was added, with its index.
func (s *sarifReport) reference(p engine.Place) *sarif.ArtifactLocation {
	index := s.artifacts.of(p)
	l := s.artifacts.list[index].Location
	return &sarif.ArtifactLocation{URI: l.URI, URIBaseId: l.URIBaseId, Index: &index}
}

// regionOf returns a region with all its four sides.
func regionOf(r engine.Region) *sarif.Region {
	return &sarif.Region{
		StartLine: new(r.Line), StartColumn: new(max(1, r.Column)),
		EndLine: new(cmp.Or(r.EndLine, r.Line)), EndColumn: new(cmp.Or(r.EndColumn, r.Column, 1)),
	}
}

// quote adds the text of the region and of the lines around it. The standard
// wants the lines around to be more than the region.
func quote(at *sarif.PhysicalLocation, r engine.Region, c engine.Context) {
	if r.IsZero() || r.Line < c.First || len(c.Lines) == 0 {
		return
	}
	if snippet := snippetOf(r, c); snippet != "" {
		at.Region.Snippet = &sarif.ArtifactContent{Text: &snippet}
	}
	if last := c.First + len(c.Lines) - 1; c.First < r.Line || last > max(r.Line, r.EndLine) {
		at.ContextRegion = &sarif.Region{
			StartLine: new(min(c.First, r.Line)),
			EndLine:   new(max(last, r.EndLine)),
			Snippet:   &sarif.ArtifactContent{Text: new(strings.Join(c.Lines, "\n"))},
		}
	}
}

// snippetOf returns the text of a region as far as the lines around hold it.
func snippetOf(r engine.Region, c engine.Context) string {
	var parts []string
	last := max(r.Line, r.EndLine)
	isPoint := last == r.Line && r.EndColumn <= r.Column
	for n := r.Line; n <= last && n-c.First < len(c.Lines); n++ {
		line, from, cut := c.Lines[n-c.First], 0, 0
		to := len(line)
		if n == r.Line {
			cut = c.Cut
			from = byteOfUnit(line, r.Column-1-cut)
		}
		if n == last && !isPoint {
			to = max(from, byteOfUnit(line, r.EndColumn-1-cut))
		}
		parts = append(parts, line[from:to])
	}
	return strings.Join(parts, "\n")
}

// byteOfUnit returns the offset of the character that holds a UTF-16 unit of the
// line, the line's end where it has none.
func byteOfUnit(line string, unit int) int {
	at := 0
	for i, c := range line {
		if at >= unit {
			return i
		}
		at += unitsOf(c)
	}
	return len(line)
}

func unitsOf(c rune) int {
	if c >= 0x10000 {
		return 2
	}
	return 1
}
