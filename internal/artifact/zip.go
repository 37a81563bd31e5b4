package artifact

import (
	"archive/zip"
	"bytes"
	"cmp"
	"errors"
	"io"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"github.com/solcheck/solcheck/analyzers/unit"
)

// A listing is the directory of a zip: its members by their clean names.
type listing struct {
	root    *dir
	members []*Member
	faults  []unit.Fault // of entries that became no member
}

// A lister reads the directory of one zip.
type lister struct {
	listing
	data   zipBytes
	limits *budget
	seen   map[string]*Member // by lower-case name
}

// list reads the directory of a zip. Where there is none it tells why; the error
// is that of the disk.
func list(data zipBytes, size int64, limits *budget) (*listing, *flaw, error) {
	guard := &directoryReader{ReaderAt: data, left: limits.entriesLeft(), counting: true}
	z, err := zip.NewReader(guard, size)
	if errors.Is(err, zip.ErrFormat) {
		z, err = zip.NewReader(guard, unpadded(data, size))
	}
	guard.counting = false
	switch {
	case errors.Is(err, errEntries):
		return nil, tooMany(limits), nil
	case err != nil:
		return noListing(data, size, err)
	case !limits.enter(len(z.File)):
		return nil, tooMany(limits), nil
	}
	l := &lister{data: data, limits: limits, seen: make(map[string]*Member, len(z.File))}
	for _, f := range z.File {
		l.add(f)
	}
	root, ok := newTree(l.members, limits)
	if !ok {
		return nil, tooMany(limits), nil
	}
	l.root = root
	return &l.listing, nil, nil
}

// endRecord is the length of the record that ends a zip, without its comment.
const endRecord = 22

// unpadded returns the size of a zip without the zeros behind it. Some published
// canvas apps carry hundreds of kilobytes of them, and the zip reader looks for
// the end record in the last 64 KB alone. The record itself may end in zeros, so
// as many as it could hold are kept.
func unpadded(data io.ReaderAt, size int64) int64 {
	block := make([]byte, min(size, 1<<16))
	for end := size; end > 0; {
		start := max(0, end-int64(len(block)))
		part := block[:end-start]
		if _, err := data.ReadAt(part, start); err != nil && !errors.Is(err, io.EOF) {
			return size
		}
		if rest := bytes.TrimRight(part, "\x00"); len(rest) > 0 {
			return min(size, start+int64(len(rest))+endRecord)
		}
		end = start
	}
	return size
}

// noListing tells what an error of the zip reader stands for: what is wrong with
// the zip, or an error of what it lies in.
func noListing(data zipBytes, size int64, err error) (*listing, *flaw, error) {
	if at, ok := errors.AsType[*FaultError](err); ok {
		return nil, &flaw{at.Kind, at.Detail}, nil
	}
	if _, ok := errors.AsType[*fs.PathError](err); ok || errors.Is(err, fs.ErrClosed) {
		return nil, nil, err
	}
	return nil, noZip(data, size), nil
}

func tooMany(limits *budget) *flaw {
	return &flaw{unit.Limit, "brings the files and folders to more than the limit of " + strconv.Itoa(limits.Entries)}
}

// add makes a member of an entry, or tells why not.
func (l *lister) add(f *zip.File) {
	name, isDir, fl := cleanName(f.Name)
	switch {
	case isAppleDouble(name):
		return
	case name == "":
		if fl != nil {
			l.fault(printable(f.Name), fl)
		}
		return
	case isDir:
		return
	case f.Mode()&fs.ModeSymlink != 0:
		l.fault(name, hostile("is a symbolic link"))
		return
	case !f.Mode().IsRegular():
		l.fault(name, hostile("is neither a file nor a folder"))
		return
	}
	key := strings.ToLower(name)
	if first := l.seen[key]; first != nil {
		l.fault(name, twice(name, first.where))
		return
	}
	if fl != nil {
		l.fault(name, fl)
	}
	m := &Member{
		Name: name, Size: int64(min(f.UncompressedSize64, 1<<62)),
		where: name, limits: l.limits, entry: &zipFile{f, l.data}, flaw: vet(f, l.limits),
	}
	l.seen[key] = m
	l.members = append(l.members, m)
}

func twice(name, first string) *flaw {
	if name == first {
		return hostile("is there twice, of which the first one counts")
	}
	return hostile("differs from " + strconv.Quote(first) + " in case alone, so that it is left out")
}

func (l *lister) fault(name string, fl *flaw) {
	l.faults = append(l.faults, unit.Fault{Kind: fl.kind, Member: name, Detail: fl.detail})
}

// maxDeflate is the most that one byte of a deflate stream can inflate to.
const maxDeflate = 1032

// vet returns what forbids the reading of an entry. The zip reader never returns
// more than an entry declares, so that what is declared may be judged.
func vet(f *zip.File, limits *budget) *flaw {
	packed, full := f.CompressedSize64, f.UncompressedSize64
	switch {
	case f.Flags&1 != 0:
		return hostile("is encrypted")
	case f.Method != zip.Store && f.Method != zip.Deflate:
		return &flaw{unit.Unreadable, "is compressed by method " + strconv.Itoa(int(f.Method)) + ", which no tool of the platform uses"}
	case full > uint64(limits.Member): //nolint:gosec // limits are positive
		return limits.tooLarge(int64(min(full, 1<<62)))
	case f.Method == zip.Store && packed != full, full/maxDeflate > packed+1:
		return hostile("declares a size that its compressed bytes cannot hold")
	case full > uint64(limits.RatioFloor) && full/uint64(limits.Ratio) > packed: //nolint:gosec // limits are positive
		return &flaw{unit.Limit, "would inflate to " + strconv.FormatUint(full/max(packed, 1), 10) + " times its compressed size, where a large member may have " + strconv.Itoa(limits.Ratio) + " times"}
	}
	return nil
}

// A directoryReader counts the entries of a directory while the zip reader reads
// them all into memory, and stops it at the limit: the number that the zip
// declares may be wrong. What it counts is how often the signature of an entry
// is in the bytes read.
type directoryReader struct {
	io.ReaderAt
	left     int
	counting bool
}

var (
	entrySignature = []byte("PK\x01\x02")
	errEntries     = errors.New("too many entries")
)

// ReadAt reads and counts. The end of a zip is read three times over by the zip
// reader, which the slack is for.
func (d *directoryReader) ReadAt(p []byte, off int64) (int, error) {
	n, err := d.ReaderAt.ReadAt(p, off)
	if d.counting {
		const slack = 3 * (64 << 10) / 46
		d.left -= bytes.Count(p[:n], entrySignature)
		if d.left < -slack {
			return 0, errEntries
		}
	}
	return n, err
}

// inspect finds what only the local headers and the bytes of the entries tell.
// It reads a few bytes for each member.
func (l *listing) inspect() {
	spans := make([]span, 0, len(l.members))
	for _, m := range l.members {
		start, err := m.entry.DataOffset()
		if err != nil && m.flaw == nil {
			m.flaw = &flaw{unit.Unreadable, "has a damaged header"}
		}
		if packed := int64(min(m.entry.CompressedSize64, 1<<62)); err == nil && packed > 0 {
			spans = append(spans, span{start, start + packed, m})
		}
		if m.isPointer() {
			m.flaw = pointerFlaw
		}
	}
	refuseOverlaps(spans)
}

// A span is where the bytes of a member lie in its zip.
type span struct {
	start, end int64
	member     *Member
}

// refuseOverlaps refuses members that share bytes: so a small zip can hold a
// great many large members.
func refuseOverlaps(spans []span) {
	slices.SortFunc(spans, func(a, b span) int { return cmp.Compare(a.start, b.start) })
	var last span
	for _, s := range spans {
		if last.member != nil && s.start < last.end {
			last.member.share()
			s.member.share()
		}
		if s.end > last.end {
			last = s
		}
	}
}

func (m *Member) share() {
	if m.flaw == nil {
		m.flaw = hostile("shares its bytes with another entry")
	}
}
