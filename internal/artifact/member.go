package artifact

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"errors"
	"fmt"
	"io"
	"os"
	"sync"

	"github.com/solcheck/solcheck/analyzers/unit"
)

// A Member is one file of a package.
type Member struct {
	Name string // within the unit, '/'-separated
	Size int64  // as the zip declares it, or as the disk has it

	where  string // within its container: the zip or the folder that was opened
	limits *budget
	entry  *zipFile // nil on disk
	root   *os.Root // nil in a zip
	rel    string   // within root
	disk   string   // shown

	mu      sync.Mutex
	data    []byte
	flaw    *flaw // why there are no bytes
	charged bool  // its size was taken from the budget
}

// A zipFile is an entry of a zip and what the zip lies in.
type zipFile struct {
	*zip.File
	in zipBytes
}

// A flaw is a fault that does not know yet whose it is.
type flaw struct {
	kind   unit.FaultKind
	detail string
}

// A FaultError tells why a member cannot be read. Faults that were met while the
// package was opened are among the package's Faults as well.
type FaultError struct{ unit.Fault }

// Error returns the member's name and what is wrong with it.
func (e *FaultError) Error() string {
	if e.Member == "" {
		return e.Detail
	}
	return e.Member + " " + e.Detail
}

// Disk returns the shown path of the file on disk, or "" for a member of a zip.
func (m *Member) Disk() string { return m.disk }

// Bytes returns the contents, inflated or read at the first call and kept until
// the package is released. It is safe for concurrent use; the caller must not
// change what it returns. The error is a [*FaultError] where the member itself is
// at fault, else that of the disk.
func (m *Member) Bytes() ([]byte, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	data, err := m.load()
	m.data = data
	return data, err
}

// passing returns the contents like Bytes but does not keep them.
func (m *Member) passing() ([]byte, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.load()
}

func (m *Member) release() {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.data = nil
}

// load reads the contents. The caller holds mu.
func (m *Member) load() ([]byte, error) {
	if m.data != nil {
		return m.data, nil
	}
	if m.flaw != nil {
		return nil, m.fault()
	}
	read := m.inflate
	if m.entry == nil {
		read = m.readDisk
	}
	data, fl, err := read()
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", m.Name, err)
	}
	if fl == nil && isPointer(data) {
		fl = pointerFlaw
	}
	if fl != nil {
		m.flaw = fl
		return nil, m.fault()
	}
	return data, nil
}

func (m *Member) fault() *FaultError {
	return &FaultError{unit.Fault{Kind: m.flaw.kind, Member: m.Name, Detail: m.flaw.detail}}
}

// inflate reads an entry of a zip. That its declared size is within the limits
// and one that its compressed bytes can hold was seen to when the zip was listed;
// here it is taken from the budget before a byte is inflated, and more than that
// is never read.
func (m *Member) inflate() ([]byte, *flaw, error) {
	if !m.charged && !m.limits.inflate(m.Size) {
		return nil, &flaw{unit.Limit, "has " + size(m.Size) + ", with which the source would inflate to more than " + size(m.limits.Inflated)}, nil
	}
	m.charged = true
	r, err := m.entry.Open()
	if err != nil {
		return m.damaged(err)
	}
	defer func() { _ = r.Close() }() // of a decompressor: it has nothing to tell
	data := make([]byte, m.Size)
	if _, err := io.ReadFull(r, data); err != nil {
		return m.damaged(err)
	}
	// The reader compares the checksum when it meets the end.
	var more [1]byte
	if n, err := r.Read(more[:]); n > 0 || errors.Is(err, zip.ErrFormat) {
		return nil, &flaw{unit.Hostile, "inflates to more than the " + size(m.Size) + " that it declares"}, nil
	} else if !errors.Is(err, io.EOF) {
		return m.damaged(err)
	}
	return data, nil, nil
}

// damaged tells what an error of the zip reader stands for: a flaw of the member
// or an error of what the zip lies in.
func (m *Member) damaged(err error) ([]byte, *flaw, error) {
	_, corrupt := errors.AsType[flate.CorruptInputError](err)
	switch {
	case errors.Is(err, zip.ErrChecksum):
		return nil, &flaw{unit.Unreadable, "does not match its checksum"}, nil
	case errors.Is(err, zip.ErrFormat):
		return nil, &flaw{unit.Unreadable, "has a damaged header"}, nil
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return nil, &flaw{unit.Unreadable, "ends before the " + size(m.Size) + " that it declares"}, nil
	case corrupt:
		return nil, &flaw{unit.Unreadable, "holds damaged compressed data"}, nil
	}
	return nil, nil, err
}

// readDisk reads a file of a folder.
func (m *Member) readDisk() ([]byte, *flaw, error) {
	f, err := m.root.Open(m.rel)
	if err != nil {
		return nil, nil, err
	}
	defer func() { _ = f.Close() }() // nothing was written
	info, err := f.Stat()
	switch {
	case err != nil:
		return nil, nil, err
	case !info.Mode().IsRegular():
		return nil, &flaw{unit.Unreadable, "is not a file"}, nil
	case info.Size() > m.limits.Member:
		return nil, m.limits.tooLarge(info.Size()), nil
	}
	data := make([]byte, info.Size())
	n, err := io.ReadFull(f, data)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) { // a file that shrinks is as long as it is
		return nil, nil, err
	}
	return data[:n], nil, nil
}

func (b *budget) tooLarge(n int64) *flaw {
	return &flaw{unit.Limit, "has " + size(n) + ", where one member may have " + size(b.Member)}
}

// head returns up to the first n bytes, or none where they cannot be read.
func (m *Member) head(n int) []byte {
	if m.flaw != nil || m.entry != nil && !m.limits.peek(min(m.Size, int64(n))) {
		return nil
	}
	r, size, err := m.reader()
	if err != nil {
		return nil
	}
	defer func() { _ = r.Close() }() // nothing was written
	b := make([]byte, min(int64(n), size))
	n, _ = io.ReadFull(r, b) // damage is told by whoever reads the whole member
	return b[:n]
}

// reader opens the member and tells its size, which on disk may not have been
// asked for yet.
func (m *Member) reader() (io.ReadCloser, int64, error) {
	if m.entry != nil {
		r, err := m.entry.Open()
		return r, m.Size, err
	}
	f, err := m.root.Open(m.rel)
	if err != nil {
		return nil, 0, err
	}
	info, err := f.Stat()
	if err != nil {
		return nil, 0, errors.Join(err, f.Close())
	}
	return f, info.Size(), nil
}

// pointerFlaw is that of a file that Git LFS left a pointer of.
var pointerFlaw = &flaw{unit.Unreadable, "is a Git LFS pointer and not the file itself (git lfs pull gets it)"}

// The sizes that pointer files have, by the specification of Git LFS under 1024
// bytes; without extensions, which hardly anybody uses, about 130.
const minPointer, maxPointer = 100, 300

// isPointer reports whether b is a Git LFS pointer file.
func isPointer(b []byte) bool {
	return len(b) <= maxPointer && bytes.HasPrefix(b, []byte("version https://git-lfs.github.com/spec/")) &&
		bytes.Contains(b, []byte("\noid sha256:"))
}

// isPointer reports whether m is a Git LFS pointer file, without reading more
// than the members that are small enough to be one.
func (m *Member) isPointer() bool {
	return m.Size >= minPointer && m.Size <= maxPointer && isPointer(m.head(maxPointer))
}
