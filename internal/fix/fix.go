// Package fix applies the repairs of findings to files on disk, or shows them as
// a diff. Nothing is ever written into a zip.
package fix

import (
	"bytes"
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"github.com/solcheck/solcheck/analyzers/syntax/text"
	"github.com/solcheck/solcheck/internal/engine"
)

// A Plan is what is to be changed.
type Plan struct {
	Files  []*File // sorted by path
	Fixes  int     // repairs that the files take
	Passed int     // repairs that meet another one, or a file that cannot take them
}

// A File is a file on disk and its changes.
type File struct {
	Path          string // slash-separated
	Before, After []byte // as they are on disk

	text  []byte // decoded
	edits []edit // in order, none meets another
}

type edit struct {
	start, end int
	text       string
}

// New plans the first repair of each finding, in the order of the findings. A
// repair is taken as a whole or not at all: it is passed over where one of its
// edits meets one that was taken, and where the file is no longer what was judged.
// The error is that of read.
func New(findings []engine.Finding, read func(path string) ([]byte, error)) (*Plan, error) {
	p := &planner{read: read, files: make(map[string]*File)}
	plan := new(Plan)
	for i := range findings {
		if len(findings[i].Fixes) == 0 || !isOnDisk(findings[i].Fixes[0].Edits) {
			continue
		}
		taken, err := p.take(findings[i].Fixes[0].Edits)
		switch {
		case err != nil:
			return nil, err
		case taken:
			plan.Fixes++
		default:
			plan.Passed++
		}
	}
	for _, f := range p.files {
		if f != nil && len(f.edits) > 0 {
			f.After = f.encode(f.apply(span{0, len(f.text)}, f.edits))
			plan.Files = append(plan.Files, f)
		}
	}
	slices.SortFunc(plan.Files, func(a, b *File) int { return cmp.Compare(a.Path, b.Path) })
	return plan, nil
}

// isOnDisk reports whether all that is changed are files on disk and not members
// of zips.
func isOnDisk(edits []engine.Edit) bool {
	const intoZip = "!/"
	for i := range edits {
		p := edits[i].Place
		if p.Disk == "" || strings.Contains(p.Package, intoZip) || strings.Contains(p.Path, intoZip) || p.Path != "" && p.Package == p.Disk {
			return false
		}
	}
	return len(edits) > 0
}

// A planner holds the files that repairs are about; nil for one that cannot be
// written as it was read.
type planner struct {
	read  func(path string) ([]byte, error)
	files map[string]*File
}

// take takes a repair if all its edits can be made.
func (p *planner) take(edits []engine.Edit) (bool, error) {
	for i := range edits {
		f, err := p.file(edits[i].Disk)
		if err != nil {
			return false, err
		}
		if f == nil || !f.accepts(&edits[i]) {
			return false, nil
		}
	}
	for i := range edits {
		p.files[edits[i].Disk].add(edit{edits[i].Start, edits[i].End, edits[i].New})
	}
	return true, nil
}

func (p *planner) file(name string) (*File, error) {
	if f, ok := p.files[name]; ok {
		return f, nil
	}
	raw, err := p.read(filepath.FromSlash(name))
	if err != nil {
		return nil, fmt.Errorf("fixing: %w", err)
	}
	f := &File{Path: name, Before: raw}
	f.text, _ = text.Decode(raw)
	if !bytes.Equal(f.encode(f.text), raw) {
		f = nil
	}
	p.files[name] = f
	return f, nil
}

// encode returns a text in the encoding of the file; nil where that cannot be.
func (f *File) encode(decoded []byte) []byte {
	_, encoding := text.Decode(f.Before)
	var out []byte
	var err error
	switch encoding {
	case text.UTF8:
		return decoded
	case text.UTF8BOM:
		return append([]byte("\xef\xbb\xbf"), decoded...)
	case text.Windows1252:
		out, err = charmap.Windows1252.NewEncoder().Bytes(decoded)
	case text.UTF16LE:
		out, err = unicode.UTF16(unicode.LittleEndian, f.mark()).NewEncoder().Bytes(decoded)
	case text.UTF16BE:
		out, err = unicode.UTF16(unicode.BigEndian, f.mark()).NewEncoder().Bytes(decoded)
	default:
		return nil
	}
	if err != nil {
		return nil
	}
	return out
}

// mark tells whether a file of UTF-16 begins with a byte order mark.
func (f *File) mark() unicode.BOMPolicy {
	if bytes.HasPrefix(f.Before, []byte("\xff\xfe")) || bytes.HasPrefix(f.Before, []byte("\xfe\xff")) {
		return unicode.UseBOM
	}
	return unicode.IgnoreBOM
}

// accepts reports whether an edit fits: the file still has the text that it
// replaces, and no other edit is in its way. The same edit again is in nobody's.
func (f *File) accepts(e *engine.Edit) bool {
	if e.Start < 0 || e.End < e.Start || e.End > len(f.text) || string(f.text[e.Start:e.End]) != e.Old {
		return false
	}
	for _, o := range f.edits {
		if o == (edit{e.Start, e.End, e.New}) {
			continue
		}
		if e.Start < o.end && o.start < e.End || e.Start == o.start || e.Start == o.end || e.End == o.start {
			return false
		}
	}
	return true
}

func (f *File) add(e edit) {
	i, found := slices.BinarySearchFunc(f.edits, e, func(a, b edit) int { return cmp.Compare(a.start, b.start) })
	if !found {
		f.edits = slices.Insert(f.edits, i, e)
	}
}

// A span is a range of bytes of a file's text.
type span struct{ start, end int }

// apply returns a range of the text with the edits that lie in it.
func (f *File) apply(r span, edits []edit) []byte {
	var out []byte
	at := r.start
	for _, e := range edits {
		out = append(append(out, f.text[at:e.start]...), e.text...)
		at = e.end
	}
	return append(out, f.text[at:r.end]...)
}
