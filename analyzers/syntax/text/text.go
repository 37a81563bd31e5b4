// Package text turns the bytes of an artifact into UTF-8 and tells the line and
// column of an offset in it.
//
// Every position that solcheck reports is a position in the decoded text, so the
// same decoding must be used by whoever parses and by whoever reports.
package text

import (
	"bytes"
	"encoding/binary"
	"slices"
	"sort"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// Encoding names how the bytes of a file stood for its text.
type Encoding string

// The encodings that real packages use.
const (
	UTF8        Encoding = "UTF-8"
	UTF8BOM     Encoding = "UTF-8 with byte order mark"
	UTF16LE     Encoding = "UTF-16 little-endian"
	UTF16BE     Encoding = "UTF-16 big-endian"
	Windows1252 Encoding = "Windows-1252"
	Binary      Encoding = "binary"
)

// Decode returns b as UTF-8 without byte order mark, and the encoding it found.
// The bytes decide and never a declaration inside the file: real packages
// declare utf-16 in UTF-8 files and the reverse. Bytes that are no valid UTF-8
// are read as Windows-1252, which maps every byte; bytes that hold a NUL and no
// UTF-16 pattern are Binary and come back unchanged. The result shares b's
// memory where nothing had to change.
func Decode(b []byte) ([]byte, Encoding) {
	switch {
	case bytes.HasPrefix(b, []byte("\xef\xbb\xbf")) && utf8.Valid(b[3:]):
		return b[3:], UTF8BOM
	case bytes.HasPrefix(b, []byte("\xff\xfe")):
		return fromUTF16(b[2:], unicode.LittleEndian), UTF16LE
	case bytes.HasPrefix(b, []byte("\xfe\xff")):
		return fromUTF16(b[2:], unicode.BigEndian), UTF16BE
	}
	if e := bareUTF16(b); e != "" {
		if e == UTF16LE {
			return fromUTF16(b, unicode.LittleEndian), e
		}
		return fromUTF16(b, unicode.BigEndian), e
	}
	if bytes.IndexByte(b, 0) >= 0 {
		return b, Binary
	}
	if utf8.Valid(b) {
		return b, UTF8
	}
	out, err := charmap.Windows1252.NewDecoder().Bytes(b)
	if err != nil { // cannot happen: the code page maps every byte
		return b, Binary
	}
	return out, Windows1252
}

// bareUTF16 tells UTF-16 without a byte order mark by its first characters:
// markup, JSON and script all begin with ASCII.
func bareUTF16(b []byte) Encoding {
	if len(b) < 4 || len(b)%2 != 0 {
		return ""
	}
	switch {
	case b[0] != 0 && b[1] == 0 && b[2] != 0 && b[3] == 0:
		return UTF16LE
	case b[0] == 0 && b[1] != 0 && b[2] == 0 && b[3] != 0:
		return UTF16BE
	}
	return ""
}

func fromUTF16(b []byte, order unicode.Endianness) []byte {
	out, _, err := transform.Bytes(unicode.UTF16(order, unicode.IgnoreBOM).NewDecoder(), b)
	if err != nil { // an odd last byte: what was decoded before it stands
		return slices.Clone(out)
	}
	return out
}

// Lines finds lines and columns in one text. Only LF ends a line, as SARIF's
// default and Go's token.File have it; a CR before it belongs to the line.
type Lines struct {
	text   []byte
	starts []int
	// excess[i] is by how much the bytes outnumber the UTF-16 units in
	// text[:i*stride]; nil for a text of ASCII alone. It keeps the column of an
	// offset far into a minified bundle from being counted from the line's start.
	excess []int
}

const stride = 1 << 10

// NewLines indexes text, which must not change afterwards.
func NewLines(text []byte) *Lines {
	starts := make([]int, 1, 1+bytes.Count(text, []byte{'\n'}))
	for i := 0; ; {
		n := bytes.IndexByte(text[i:], '\n')
		if n < 0 {
			break
		}
		i += n + 1
		starts = append(starts, i)
	}
	return &Lines{text, starts, newExcess(text)}
}

func newExcess(text []byte) []int {
	if isASCII(text) {
		return nil
	}
	sums := make([]int, 1, 2+len(text)/stride)
	for chunk := range slices.Chunk(text, stride) {
		sums = append(sums, sums[len(sums)-1]+excessOf(chunk))
	}
	return sums
}

// isASCII reports whether each byte is a character of its own. It looks at eight
// at a time, since every text goes through it.
func isASCII(text []byte) bool {
	const high = 0x8080808080808080
	for ; len(text) >= 8; text = text[8:] {
		if binary.LittleEndian.Uint64(text)&high != 0 {
			return false
		}
	}
	return !slices.ContainsFunc(text, func(c byte) bool { return c >= utf8.RuneSelf })
}

// excessOf returns by how much the bytes of part outnumber its UTF-16 units: a
// continuation byte is none, the first byte of a surrogate pair stands for two.
func excessOf(part []byte) int {
	n := 0
	for _, c := range part {
		switch {
		case c&0xC0 == 0x80:
			n++
		case c >= 0xF0:
			n--
		}
	}
	return n
}

// units returns the number of UTF-16 units before offset.
func (l *Lines) units(offset int) int {
	if l.excess == nil {
		return offset
	}
	i := offset / stride
	return offset - l.excess[i] - excessOf(l.text[i*stride:offset])
}

// Count returns the number of lines; an empty text has one.
func (l *Lines) Count() int { return len(l.starts) }

// Starts returns the offset of each line's first byte, for token.File.SetLines.
// The caller must not change it.
func (l *Lines) Starts() []int { return l.starts }

// Position returns the 1-based line and column of offset, the column counted in
// UTF-16 code units. An offset outside the text is moved to its nearest end.
func (l *Lines) Position(offset int) (line, column int) {
	offset = min(max(offset, 0), len(l.text))
	line, found := slices.BinarySearch(l.starts, offset)
	if found {
		line++
	}
	return line, 1 + max(0, l.units(offset)-l.units(l.starts[line-1]))
}

// Line returns the text of a 1-based line without its line end, nil where there
// is no such line.
func (l *Lines) Line(n int) []byte {
	if n < 1 || n > len(l.starts) {
		return nil
	}
	end := len(l.text)
	if n < len(l.starts) {
		end = l.starts[n] - 1
	}
	return bytes.TrimSuffix(l.text[l.starts[n-1]:end], []byte{'\r'})
}

// Column returns the column of a byte offset in line n, as [Lines.Position] does.
func (l *Lines) Column(n, offset int) int {
	_, column := l.Position(l.starts[n-1] + offset)
	return column
}

// ByteOffset returns the byte offset in line n of the character at a column as
// [Lines.Position] counts them, the length of the line where it is shorter. Both
// are 1-based, and the line must exist.
func (l *Lines) ByteOffset(n, column int) int {
	start, line := l.starts[n-1], l.Line(n)
	if l.excess == nil {
		return min(max(column-1, 0), len(line))
	}
	unit := l.units(start) + column - 1
	block := sort.Search(len(l.excess), func(i int) bool { return i*stride-l.excess[i] > unit }) - 1
	if from := block*stride - start; from > 0 && from < len(line) {
		return from + byteOffset(line[from:], unit-(block*stride-l.excess[block]))
	}
	return byteOffset(line, column-1)
}

// Text returns the indexed text. The caller must not change it.
func (l *Lines) Text() []byte { return l.text }

// byteOffset returns the byte offset of the character that holds the given
// UTF-16 unit of line, the length of line where it has no so many.
func byteOffset(line []byte, unit int) int {
	for i := range line {
		if unit <= 0 && utf8.RuneStart(line[i]) {
			return i
		}
		switch c := line[i]; {
		case c >= 0xF0:
			unit -= 2
		case c&0xC0 != 0x80:
			unit--
		}
	}
	return len(line)
}
