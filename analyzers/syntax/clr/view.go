package clr

import (
	"encoding/binary"
	"sync"
	"sync/atomic"
)

// A view is a part of a file. Reading past its end gives zeros; callers that
// must know ask has first.
type view []byte

// has reports whether n bytes are there from offset on.
func (v view) has(offset, n int) bool {
	return offset >= 0 && n >= 0 && n <= len(v) && offset <= len(v)-n
}

func (v view) u8(offset int) int {
	if !v.has(offset, 1) {
		return 0
	}
	return int(v[offset])
}

func (v view) u16(offset int) int {
	if !v.has(offset, 2) {
		return 0
	}
	return int(binary.LittleEndian.Uint16(v[offset:]))
}

func (v view) u32(offset int) int {
	if !v.has(offset, 4) {
		return 0
	}
	return int(binary.LittleEndian.Uint32(v[offset:]))
}

func (v view) u64(offset int) uint64 {
	if !v.has(offset, 8) {
		return 0
	}
	return binary.LittleEndian.Uint64(v[offset:])
}

// part returns n bytes from offset on, nil where they are not all there.
func (v view) part(offset, n int) view {
	if !v.has(offset, n) {
		return nil
	}
	return v[offset : offset+n : offset+n]
}

// text returns the bytes up to a NUL, at most n.
func (v view) text(offset, n int) string {
	if offset < 0 || offset >= len(v) {
		return ""
	}
	b := v[offset:min(len(v), offset+n)]
	for i, c := range b {
		if c == 0 {
			return string(b[:i])
		}
	}
	return string(b)
}

// A cursor reads a blob from its start to its end. After the first read past the
// end, failed is set and all reads give zero.
type cursor struct {
	rest   view
	failed bool
}

func (c *cursor) skip(n int) view {
	if n < 0 || n > len(c.rest) {
		c.rest, c.failed = nil, true
		return nil
	}
	b := c.rest[:n]
	c.rest = c.rest[n:]
	return b
}

func (c *cursor) u8() int         { return c.skip(1).u8(0) }
func (c *cursor) u16() int        { return c.skip(2).u16(0) }
func (c *cursor) u32() int        { return c.skip(4).u32(0) }
func (c *cursor) u64() uint64     { return c.skip(8).u64(0) }
func (c *cursor) more() bool      { return !c.failed && len(c.rest) > 0 }
func (c *cursor) peek() int       { return c.rest.u8(0) }
func (c *cursor) compressed() int { v, n := compressed(c.rest); c.advance(n); return v }

func (c *cursor) advance(n int) {
	if n == 0 {
		n = -1
	}
	c.skip(n)
}

// compressed decodes an unsigned integer of II.23.2 and tells how many bytes it
// takes, 0 where there is none.
func compressed(b view) (value, n int) {
	switch first := b.u8(0); {
	case len(b) == 0:
		return 0, 0
	case first&0x80 == 0:
		return first, 1
	case first&0xc0 == 0x80 && len(b) >= 2:
		return first&0x3f<<8 | b.u8(1), 2
	case first&0xe0 == 0xc0 && len(b) >= 4:
		return first&0x1f<<24 | b.u8(1)<<16 | b.u8(2)<<8 | b.u8(3), 4
	}
	return 0, 0
}

// signed decodes a signed integer of II.23.2: the sign is the lowest bit, and
// what is above it is in two's complement of the width that was used.
func (c *cursor) signed() int {
	v, n := compressed(c.rest)
	c.advance(n)
	if v&1 == 0 {
		return v >> 1
	}
	switch n {
	case 1:
		return v>>1 - 0x40
	case 2:
		return v>>1 - 0x2000
	}
	return v>>1 - 0x10000000
}

// A budget bounds work that a forged image could multiply.
type budget struct{ left atomic.Int64 }

// spend takes n from the budget and reports whether there was so much.
func (b *budget) spend(n int) bool { return b.left.Add(-int64(n)) >= 0 }

// A memo keeps what was decoded, so that each thing is decoded and paid for
// once. It is safe for concurrent use.
type memo[K comparable, V any] struct {
	mu   sync.RWMutex
	kept map[K]V
}

func (m *memo[K, V]) of(key K, decode func() V) V {
	m.mu.RLock()
	v, ok := m.kept[key]
	m.mu.RUnlock()
	if ok {
		return v
	}
	v = decode()
	m.mu.Lock()
	defer m.mu.Unlock()
	if known, ok := m.kept[key]; ok {
		return known
	}
	if m.kept == nil {
		m.kept = make(map[K]V)
	}
	m.kept[key] = v
	return v
}
