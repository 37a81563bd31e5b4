package text

import (
	"bytes"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

// LineHashes holds, for every line of one text, the value that GitHub code
// scanning keeps as primaryLocationLineHash to recognise an alert after the
// lines above it have moved.
//
// The algorithm is that of github/codeql-action, src/fingerprints.ts: over the
// UTF-16 code units of the text without blanks and tabs, every line end turned
// into LF and one unit 0xFFFF at the end, the hash of a line is the polynomial
// in 37 modulo 2^64 over the 100 units from its start. How often that hash was
// met so far in the file follows after a colon. A lone CR ends a line here,
// unlike in [Lines]; GitHub counts the lines of its hashes so.
//
// GitHub reads the file with its byte order mark. A text without the mark, as
// [Decode] returns it, gives the same values but for line 1.
type LineHashes struct {
	hashes   []uint64
	ordinals []uint32 // how often hashes[i] stands in hashes[:i+1]
}

// NewLineHashes hashes all lines in one pass, which takes time linear in the
// text and 12 bytes a line. Of a long line only the beginning is hashed, so a
// bundle of one line costs little.
func NewLineHashes(text []byte) *LineHashes {
	r := roller{hashes: make([]uint64, 0, 1+bytes.Count(text, []byte{'\n'}))}
	r.roll(text)
	h := &LineHashes{r.hashes, make([]uint32, len(r.hashes))}
	seen := make(map[uint64]uint32)
	for i, hash := range h.hashes {
		seen[hash]++
		h.ordinals[i] = seen[hash]
	}
	return h
}

// Line returns the value of a 1-based line, empty where there is no such line.
func (h *LineHashes) Line(n int) string {
	if n < 1 || n > len(h.hashes) {
		return ""
	}
	b := make([]byte, 0, 24)
	b = strconv.AppendUint(b, h.hashes[n-1], 16)
	b = append(b, ':')
	return string(strconv.AppendUint(b, uint64(h.ordinals[n-1]), 10))
}

const (
	hashWindow = 100
	hashBase   = 37
	hashEnd    = 0xFFFF // the unit that stands for the end of the text
)

// hashLeaving is hashBase to the power of hashWindow: the weight with which a
// unit leaves the window.
var hashLeaving = func() uint64 {
	p := uint64(1)
	for range hashWindow {
		p *= hashBase
	}
	return p
}()

// A roller moves a window of the last hashWindow units over a text. A line is
// hashed when its first unit is about to leave the window.
type roller struct {
	hashes  []uint64 // of the lines that are complete
	hash    uint64   // of the window
	window  [hashWindow]uint64
	starts  [hashWindow]bool // whether that unit of the window is the first of a line
	at      int              // where the next unit goes in the window
	pending int              // lines in the window that are not complete
	inLine  bool             // the next unit belongs to a line that has begun
}

func (r *roller) roll(text []byte) {
	for i := 0; i < len(text); {
		if r.inLine && r.pending == 0 {
			i = r.skipLine(text, i)
			continue
		}
		switch c := text[i]; {
		case c == ' ' || c == '\t':
			i++
		case c == '\r':
			r.push('\n')
			if i++; i < len(text) && text[i] == '\n' {
				i++
			}
		case c < utf8.RuneSelf:
			r.push(uint64(c))
			i++
		default:
			i += r.pushRune(text[i:])
		}
	}
	r.push(hashEnd)
	r.inLine = true
	for range hashWindow {
		r.push(0)
	}
}

// skipLine returns the offset of the line after the one that i lies in. That line
// is hashed already, so the window is forgotten and the next begins afresh.
func (r *roller) skipLine(text []byte, i int) int {
	r.hash, r.window = 0, [hashWindow]uint64{}
	n := bytes.IndexAny(text[i:], "\r\n")
	if n < 0 {
		return len(text)
	}
	r.inLine = false
	if i += n; bytes.HasPrefix(text[i:], []byte("\r\n")) {
		i++
	}
	return i + 1
}

// pushRune takes in the first character of text as UTF-16 and returns its size.
func (r *roller) pushRune(text []byte) int {
	c, size := utf8.DecodeRune(text)
	var units [2]uint16
	for _, unit := range utf16.AppendRune(units[:0], c) {
		r.push(uint64(unit))
	}
	return size
}

// push takes in one unit.
func (r *roller) push(unit uint64) {
	if r.starts[r.at] {
		r.starts[r.at] = false
		r.hashes = append(r.hashes, r.hash)
		r.pending--
	}
	if !r.inLine {
		r.starts[r.at] = true
		r.pending++
	}
	r.inLine = unit != '\n'
	r.hash = r.hash*hashBase + unit - hashLeaving*r.window[r.at]
	r.window[r.at] = unit
	if r.at++; r.at == hashWindow {
		r.at = 0
	}
}
