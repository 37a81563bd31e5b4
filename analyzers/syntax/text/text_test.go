package text_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/solcheck/solcheck/analyzers/syntax/text"
)

func TestDecode(t *testing.T) {
	for _, c := range []struct {
		name, in, want string
		encoding       text.Encoding
	}{
		{"empty", "", "", text.UTF8},
		{"plain", "<a/>", "<a/>", text.UTF8},
		{"mark", "\xef\xbb\xbf<a/>", "<a/>", text.UTF8BOM},
		{"little-endian", "\xff\xfe<\x00a\x00", "<a", text.UTF16LE},
		{"big-endian", "\xfe\xff\x00<\x00a", "<a", text.UTF16BE},
		{"little-endian without mark", "<\x00a\x00/\x00>\x00", "<a/>", text.UTF16LE},
		{"big-endian without mark", "\x00<\x00a\x00/\x00>", "<a/>", text.UTF16BE},
		{"declares utf-16 and is not", `<?xml encoding="utf-16"?>`, `<?xml encoding="utf-16"?>`, text.UTF8},
		{"surrogate pair", "\xff\xfe\x3d\xd8\x00\xde", "😀", text.UTF16LE},
		{"odd tail", "\xff\xfe<\x00a", "<\uFFFD", text.UTF16LE},
		{"Latin-1", "caf\xe9", "café", text.Windows1252},
		{"binary", "MZ\x90\x00\x03", "MZ\x90\x00\x03", text.Binary},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, encoding := text.Decode([]byte(c.in))
			if string(got) != c.want || encoding != c.encoding {
				t.Errorf("Decode(%q) = %q, %s; want %q, %s", c.in, got, encoding, c.want, c.encoding)
			}
		})
	}
}

func TestLines(t *testing.T) {
	lines := text.NewLines([]byte("a\r\n😀b\n\nlast"))
	for _, c := range []struct{ offset, line, column int }{
		{0, 1, 1},
		{1, 1, 2},
		{3, 2, 1},
		{7, 2, 3}, // the emoji takes two units
		{9, 3, 1},
		{10, 4, 1},
		{14, 4, 5},
		{-5, 1, 1},
		{99, 4, 5},
	} {
		line, column := lines.Position(c.offset)
		if line != c.line || column != c.column {
			t.Errorf("Position(%d) = %d:%d, want %d:%d", c.offset, line, column, c.line, c.column)
		}
	}
	for n, want := range []string{"", "a", "😀b", "", "last", ""} {
		if got := string(lines.Line(n)); got != want {
			t.Errorf("Line(%d) = %q, want %q", n, got, want)
		}
	}
	if lines.Count() != 4 {
		t.Errorf("Count() = %d, want 4", lines.Count())
	}
}

func FuzzDecode(f *testing.F) {
	for _, s := range []string{"", "<a/>", "\xff\xfe<\x00", "\xfe\xff\x00<", "caf\xe9", "a\x00b\x00", "\xef\xbb\xbfx"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		out, encoding := text.Decode(b)
		if encoding != text.Binary && encoding != text.UTF8BOM && !utf8.Valid(out) {
			t.Fatalf("Decode(%q) is no UTF-8", b)
		}
		lines := text.NewLines(out)
		last := 0
		for offset := range len(out) + 1 {
			line, column := lines.Position(offset)
			if line < last || column < 1 || line > lines.Count() {
				t.Fatalf("Position(%d) = %d:%d after line %d", offset, line, column, last)
			}
			last = line
		}
	})
}

// TestByteOffset goes from each byte of long lines to its column and back.
func TestByteOffset(t *testing.T) {
	long := strings.Repeat("aé€😀 ", 700) + "\n" + strings.Repeat("x", 3000) + "é\n\nshort"
	for _, src := range []string{long, strings.Repeat("ab\n", 1000) + strings.Repeat("c", 5000)} {
		l := text.NewLines([]byte(src))
		for n := 1; n <= l.Count(); n++ {
			line := l.Line(n)
			for at := range string(line) {
				if got := l.ByteOffset(n, l.Column(n, at)); got != at {
					t.Fatalf("offset %d of line %d has column %d, which leads to %d", at, n, l.Column(n, at), got)
				}
			}
			if got := l.ByteOffset(n, len(line)+9); got != len(line) {
				t.Errorf("a column beyond line %d leads to %d, want %d", n, got, len(line))
			}
		}
	}
}
