package artifact

import (
	"io"
	"os"
	"sync"
)

// zipBytes are the bytes of a zip, which other zips may lie in. They can be let
// go of and come back when they are read again.
type zipBytes interface {
	io.ReaderAt
	release()
}

// diskBytes are the bytes of a zip on disk. The file is open between the first
// read and the release.
type diskBytes struct {
	open func() (*os.File, error)

	mu     sync.RWMutex
	file   *os.File
	closed bool
}

// ReadAt reads from the file, opening it where that is due.
func (b *diskBytes) ReadAt(p []byte, off int64) (int, error) {
	for {
		b.mu.RLock()
		if b.file != nil {
			defer b.mu.RUnlock()
			return b.file.ReadAt(p, off)
		}
		b.mu.RUnlock()
		if err := b.reopen(); err != nil {
			return 0, err
		}
	}
}

func (b *diskBytes) reopen() error {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.closed {
		return os.ErrClosed
	}
	if b.file != nil {
		return nil
	}
	f, err := b.open()
	b.file = f
	return err
}

// size opens the file and returns its size.
func (b *diskBytes) size() (int64, error) {
	if err := b.reopen(); err != nil {
		return 0, err
	}
	b.mu.RLock()
	defer b.mu.RUnlock()
	info, err := b.file.Stat()
	if err != nil {
		return 0, err
	}
	return info.Size(), nil
}

func (b *diskBytes) release() {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.file != nil {
		_ = b.file.Close() // it was only read
		b.file = nil
	}
}

// Close releases the file for good.
func (b *diskBytes) Close() error {
	b.release()
	b.mu.Lock()
	defer b.mu.Unlock()
	b.closed = true
	return nil
}

// A storedZip is a zip that lies uncompressed in another: its bytes are read
// where they are.
type storedZip struct{ *io.SectionReader }

func (storedZip) release() {} // the outer zip holds them

// A packedZip is a zip that lies compressed in another: its bytes are in memory
// between the first read and the release.
type packedZip struct {
	member *Member

	mu   sync.RWMutex
	data []byte
}

// ReadAt reads from memory, inflating where that is due.
func (b *packedZip) ReadAt(p []byte, off int64) (int, error) {
	data, err := b.bytes()
	if err != nil {
		return 0, err
	}
	if off < 0 || off >= int64(len(data)) {
		return 0, io.EOF
	}
	n := copy(p, data[off:])
	if n < len(p) {
		return n, io.EOF
	}
	return n, nil
}

func (b *packedZip) bytes() ([]byte, error) {
	b.mu.RLock()
	data := b.data
	b.mu.RUnlock()
	if data != nil {
		return data, nil
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.data != nil {
		return b.data, nil
	}
	data, err := b.member.passing()
	b.data = data
	return data, err
}

func (b *packedZip) release() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.data = nil
}

// fixedBytes are the bytes of a zip that somebody else holds.
type fixedBytes struct{ io.ReaderAt }

func (fixedBytes) release() {}
