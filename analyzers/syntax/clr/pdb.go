package clr

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// A PDB tells which line of which source file an instruction came from: a
// portable PDB. The older format of Windows is recognised and not read.
type PDB struct {
	ID        [20]byte // equals that of the image it belongs to
	Documents []Document

	metadata metadata
	work     budget
}

// A Document is a source file.
type Document struct {
	Name string // the path on the machine that compiled it
	Hash []byte
}

// A Point maps code from an offset on to source text. Lines and columns count
// from 1; the end column is exclusive.
type Point struct {
	Offset             int
	Document           int // index into the PDB's documents
	Line, Column       int
	EndLine, EndColumn int
	Hidden             bool // code that stands for no text
}

// windowsPDB begins a PDB of the older format.
var windowsPDB = []byte("Microsoft C/C++ MSF 7.00")

// OpenPDB reads a portable PDB. The error wraps [ErrNotCLI] for the older format
// and for a file that is no PDB, otherwise [ErrCorrupt] or [ErrLimit].
func OpenPDB(data []byte) (*PDB, error) {
	switch {
	case len(data) > MaxSize:
		return nil, fmt.Errorf("%w: %d bytes", ErrLimit, len(data))
	case bytes.HasPrefix(data, windowsPDB):
		return nil, fmt.Errorf("%w: a PDB of the older format of Windows", ErrNotCLI)
	case view(data).u32(0) != metadataMagic:
		return nil, ErrNotCLI
	}
	md, err := readMetadata(data, nil)
	if err != nil {
		return nil, err
	}
	if len(md.pdb) < 32 {
		return nil, corrupt(0, "there is no #Pdb stream")
	}
	p := &PDB{metadata: md}
	copy(p.ID[:], md.pdb)
	p.work.left.Store(4*int64(len(data)) + 1<<16)
	for row := 1; row <= md.tables.rows(documentTable); row++ {
		p.Documents = append(p.Documents, Document{
			Name: p.documentName(md.tables.cell(documentTable, row, 0)),
			Hash: blob(md.blobs, md.tables.cell(documentTable, row, 2)),
		})
	}
	return p, nil
}

// documentName joins the parts of a name: a separator, then indexes of blobs.
func (p *PDB) documentName(index int) string {
	c := cursor{rest: blob(p.metadata.blobs, index)}
	separator := c.skip(1)
	if len(separator) == 1 && separator[0] >= utf8.RuneSelf {
		return ""
	}
	var b strings.Builder
	for first := true; c.more(); first = false {
		part := blob(p.metadata.blobs, c.compressed())
		if !p.work.spend(len(part) + 1) {
			return ""
		}
		if !first && len(separator) == 1 && separator[0] != 0 {
			b.Write(separator)
		}
		b.Write(part)
	}
	return strings.ToValidUTF8(b.String(), "\uFFFD")
}

// Points returns the sequence points of a method, in the order of its code. It is
// nil for a method without any.
func (p *PDB) Points(m *Method) []Point {
	t := &p.metadata.tables
	document := t.cell(methodDebugTable, m.Token.Row(), 0)
	b := blob(p.metadata.blobs, t.cell(methodDebugTable, m.Token.Row(), 1))
	if len(b) == 0 || !p.work.spend(len(b)) {
		return nil
	}
	c := &cursor{rest: b}
	c.compressed() // signature of the locals
	if document == 0 {
		document = c.compressed()
	}
	d := pointReader{cursor: c, document: document - 1}
	for c.more() {
		d.next(len(d.points) == 0)
	}
	for i := range d.points {
		if d.points[i].Document < 0 || d.points[i].Document >= len(p.Documents) {
			return nil
		}
	}
	return d.points
}

type pointReader struct {
	*cursor
	document     int
	offset       int
	line, column int // of the last point that is not hidden
	started      bool
	points       []Point
}

// next reads one record: a point, a hidden point or a change of document.
func (d *pointReader) next(first bool) {
	delta := d.compressed()
	if delta == 0 && !first {
		d.document = d.compressed() - 1
		return
	}
	d.offset += delta
	lines := d.compressed()
	var columns int
	if lines == 0 {
		columns = d.compressed()
	} else {
		columns = d.signed()
	}
	p := Point{Offset: d.offset, Document: d.document}
	if lines == 0 && columns == 0 {
		p.Hidden = true
		d.points = append(d.points, p)
		return
	}
	if d.started {
		d.line += d.signed()
		d.column += d.signed()
	} else {
		d.line, d.column, d.started = d.compressed(), d.compressed(), true
	}
	p.Line, p.Column, p.EndLine, p.EndColumn = d.line, d.column, d.line+lines, d.column+columns
	if !d.failed {
		d.points = append(d.points, p)
	}
}

// At returns the point that the instruction at an offset belongs to: the last
// one that begins at or before it and is not hidden.
func At(points []Point, offset int) (Point, bool) {
	for _, p := range slices.Backward(points) {
		if p.Offset <= offset && !p.Hidden {
			return p, true
		}
	}
	return Point{}, false
}

// Debug directory entries (PE/COFF specification, and the .NET runtime's
// additions to it).
const (
	debugEntry    = 28
	codeViewEntry = 2
	embeddedEntry = 17
	rsdsMagic     = 0x53445352 // "RSDS"
	mpdbMagic     = 0x4244504d // "MPDB"
	maxEmbedded   = 64 << 20
)

// A DebugInfo says which PDB belongs to an image.
type DebugInfo struct {
	Path string   // where the compiler wrote the PDB
	ID   [20]byte // what the PDB's ID must be; the last four bytes count for portable ones only
}

// DebugInfo returns the image's reference to its PDB; it is not ok where there is
// none.
func (im *Image) DebugInfo() (DebugInfo, bool) {
	for _, entry := range im.debugEntries() {
		data := im.data.part(entry.u32(24), entry.u32(16))
		if entry.u32(12) != codeViewEntry || data.u32(0) != rsdsMagic || len(data) < 24 {
			continue
		}
		info := DebugInfo{Path: data.text(24, maxName)}
		copy(info.ID[:], data[4:20])
		copy(info.ID[16:], entry[4:8])
		return info, true
	}
	return DebugInfo{}, false
}

// EmbeddedPDB returns the portable PDB inside the image, nil without an error
// where there is none.
func (im *Image) EmbeddedPDB() (*PDB, error) {
	for _, entry := range im.debugEntries() {
		data := im.data.part(entry.u32(24), entry.u32(16))
		if entry.u32(12) != embeddedEntry || data.u32(0) != mpdbMagic {
			continue
		}
		pdb, err := inflate(data[8:], min(maxEmbedded, data.u32(4)))
		if err != nil {
			return nil, fmt.Errorf("embedded PDB: %w", err)
		}
		return OpenPDB(pdb)
	}
	return nil, nil //nolint:nilnil // having none is no fault
}

// debugEntries returns the raw entries of the debug directory.
func (im *Image) debugEntries() []view {
	dir := im.pe.part(im.data, im.pe.debug)
	var list []view
	for at := 0; dir.has(at, debugEntry) && len(list) < 64; at += debugEntry {
		list = append(list, dir.part(at, debugEntry))
	}
	return list
}

// Matches reports whether the PDB was made with the image.
func (p *PDB) Matches(im *Image) bool {
	info, ok := im.DebugInfo()
	return ok && bytes.Equal(info.ID[:16], p.ID[:16])
}
