package engine

import (
	"go/token"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/solcheck/solcheck/analyzers/source"
	"github.com/solcheck/solcheck/analyzers/syntax/text"
	"github.com/solcheck/solcheck/internal/artifact"
)

const (
	maxLine      = 300 // characters of a quoted line
	contextLines = 2   // quoted before and after the finding's own
)

// A reader finds the text of any member of the units below root, for places.
type reader struct {
	root   *node
	reopen func(disk string) (*artifact.Package, error) // nil while the sources are open
	opened []*artifact.Package
	texts  map[string]*quotable // by the name of the token.File
}

// quotable is a member's text with what its places need.
type quotable struct {
	name   string // of the token.File
	place  Place  // of the member as a whole
	lines  *text.Lines
	hashes *text.LineHashes // made at the first use
	veils  []*veil
	veiled *text.Lines // what may be shown, made at the first use
}

func (q *quotable) hash(line int) string {
	if q.hashes == nil {
		q.hashes = text.NewLineHashes(q.lines.Text())
	}
	return q.hashes.Line(line)
}

// quote returns the text that a position lies in.
func (in *reader) quote(file *token.File) *quotable {
	if q := in.texts[file.Name()]; q != nil {
		return q
	}
	unitPath, member := source.Split(file.Name())
	q := &quotable{name: file.Name(), place: Place{Package: unitPath, Path: member}, lines: text.NewLines(nil)}
	if n := in.root.find(unitPath); n != nil {
		q.place.Disk = diskPath(n.pkg, member)
		q.veils = in.veils(n)
		if file.Size() > 0 {
			q.lines = in.lines(n, member)
		}
	}
	if in.texts == nil {
		in.texts = make(map[string]*quotable)
	}
	in.texts[file.Name()] = q
	return q
}

// veils returns those over the texts of a unit: its own, and that of the unit
// whose findings are made, which may find more in it.
func (in *reader) veils(n *node) (list []*veil) {
	for _, v := range []*veil{n.veil, in.root.veil} {
		if v != nil && !slices.Contains(list, v) {
			list = append(list, v)
		}
	}
	return list
}

// lines returns a member's decoded text: from the analyzers where they still
// hold it, else read again.
func (in *reader) lines(n *node, member string) *text.Lines {
	if files, ok := n.result(source.Analyzer).(*source.Files); ok {
		if f, err := files.Open(member); err == nil {
			return f.Lines
		}
	}
	if m, ok := in.packageOf(n).Member(member); ok {
		if b, err := m.Bytes(); err == nil {
			decoded, _ := text.Decode(b)
			return text.NewLines(decoded)
		}
	}
	return text.NewLines(nil)
}

// packageOf returns n's package, opened again where its source is closed.
func (in *reader) packageOf(n *node) *artifact.Package {
	if in.reopen == nil {
		return n.pkg
	}
	for _, root := range in.root.inner {
		if root.find(n.pkg.Path) == nil {
			continue
		}
		p, err := in.reopen(root.pkg.Path)
		if err != nil {
			break
		}
		in.opened = append(in.opened, p)
		for q := range p.All() {
			if q.Path == n.pkg.Path {
				return q
			}
		}
	}
	return n.pkg
}

// forget drops the texts of a unit that is finished.
func (in *reader) forget() { in.texts = nil }

// close closes what was opened again. A failure to close what was only read
// changes no finding.
func (in *reader) close() {
	for _, p := range in.opened {
		_ = p.Close()
	}
}

// find returns the node of that path among n and all inside it.
func (n *node) find(path string) *node {
	if n.pkg.Path == path {
		return n
	}
	for _, in := range n.inner {
		if found := in.find(path); found != nil {
			return found
		}
	}
	return nil
}

// diskPath returns the file on disk that holds a member.
func diskPath(p *artifact.Package, member string) string {
	if p.InZip {
		return p.Disk
	}
	if m, ok := p.Member(member); ok && m.Disk() != "" {
		return m.Disk()
	}
	if member == "" {
		return p.Disk
	}
	return path.Join(p.Disk, member)
}

// region returns the range between two positions of the file; end may be absent.
func (q *quotable) region(file *token.File, pos, end token.Pos) Region {
	if len(q.lines.Text()) == 0 {
		return Region{}
	}
	from := file.Offset(pos)
	to := from
	if end.IsValid() && int(end) >= file.Base() && int(end) <= file.Base()+file.Size() {
		to = max(from, file.Offset(end))
	}
	var r Region
	r.Line, r.Column = q.lines.Position(from)
	r.EndLine, r.EndColumn = q.lines.Position(to)
	return r
}

// context quotes the lines around a region.
func (q *quotable) context(r Region) Context {
	if r.IsZero() {
		return Context{}
	}
	lines := q.shown()
	first := max(1, r.Line-contextLines)
	last := min(lines.Count(), r.Line+contextLines)
	c := Context{First: first}
	for n := first; n <= last; n++ {
		line := lines.Line(n)
		if n != r.Line {
			c.Lines = append(c.Lines, cutTail(line))
			continue
		}
		from, to := cutAround(line, lines.ByteOffset(n, r.Column))
		c.Lines = append(c.Lines, strings.ToValidUTF8(string(line[from:to]), "\uFFFD"))
		c.Cut = lines.Column(n, from) - 1
	}
	return c
}

// cutTail shortens a line to its first maxLine characters.
func cutTail(line []byte) string {
	if len(line) <= maxLine {
		return strings.ToValidUTF8(string(line), "\uFFFD")
	}
	return strings.ToValidUTF8(string(line[:runeStart(line, maxLine)]), "\uFFFD")
}

// cutAround returns the part of a line, of maxLine characters at most, that holds
// the character at a byte offset.
func cutAround(line []byte, at int) (from, to int) {
	if len(line) <= maxLine {
		return 0, len(line)
	}
	from = runeStart(line, max(0, min(at-maxLine/3, len(line)-maxLine)))
	return from, runeStart(line, min(len(line), from+maxLine))
}

// runeStart moves offset back to the first byte of the character it lies in.
func runeStart(line []byte, offset int) int {
	for offset > 0 && offset < len(line) && !utf8.RuneStart(line[offset]) {
		offset--
	}
	return offset
}

// keep leaves out the lines around one.
func (c *Context) keep(line int) {
	if n := line - c.First; n < len(c.Lines) {
		*c = Context{First: line, Lines: c.Lines[n : n+1], Cut: c.Cut}
	}
}
