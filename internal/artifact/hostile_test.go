package artifact

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io/fs"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/internal/artifact/ziptest"
)

// A raw is an entry that is written as it is told, lies included.
type raw struct {
	name    string
	content string
	change  func(*zip.FileHeader) // of what is true
}

// manifest makes a zip a solution.
var manifest = raw{name: "solution.xml", content: "<ImportExportXml/>"}

func rawZip(tb testing.TB, entries ...raw) []byte {
	tb.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, e := range entries {
		packed := emptyDeflate
		if e.content != "" {
			packed = deflate(tb, e.content)
		}
		h := &zip.FileHeader{
			Name: e.name, Method: zip.Deflate, CRC32: crc32.ChecksumIEEE([]byte(e.content)),
			UncompressedSize64: uint64(len(e.content)), CompressedSize64: uint64(len(packed)),
		}
		if e.change != nil {
			e.change(h)
		}
		if strings.HasSuffix(e.name, "/") {
			h.Method, h.UncompressedSize64 = zip.Store, 0
		}
		if h.Method != zip.Deflate {
			packed = []byte(e.content)
			h.CompressedSize64 = uint64(len(packed))
		}
		w, err := z.CreateRaw(h)
		if err != nil {
			tb.Fatal(err)
		}
		if _, err := w.Write(packed); err != nil {
			tb.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

// emptyDeflate is what nothing is deflated to.
var emptyDeflate = []byte{0x03, 0x00}

func deflate(tb testing.TB, content string) []byte {
	tb.Helper()
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, flate.BestSpeed)
	if err != nil {
		tb.Fatal(err)
	}
	if _, err := w.Write([]byte(content)); err != nil {
		tb.Fatal(err)
	}
	if err := w.Close(); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

func openBytes(tb testing.TB, b []byte, l Limits) *Package {
	tb.Helper()
	p, err := OpenReader(context.Background(), "a.zip", bytes.NewReader(b), int64(len(b)), l)
	if err != nil {
		tb.Fatal(err)
	}
	return p
}

// faultsOf prints the faults of p and of all inside it, and the members that
// cannot be read.
func faultsOf(p *Package) []string {
	var lines []string
	for q := range p.All() {
		for _, f := range q.Faults {
			lines = append(lines, fmt.Sprintf("%s: %s %s", f.Kind, q.Shown(f.Member), f.Detail))
		}
		for _, m := range q.Members {
			if _, err := m.Bytes(); err != nil {
				lines = append(lines, "unread: "+q.Shown(m.Name))
			}
		}
	}
	return lines
}

func TestHostileEntries(t *testing.T) {
	sized := func(n uint64) func(*zip.FileHeader) {
		return func(h *zip.FileHeader) { h.UncompressedSize64 = n }
	}
	method := func(n uint16) func(*zip.FileHeader) {
		return func(h *zip.FileHeader) { h.Method = n }
	}
	mode := func(m fs.FileMode) func(*zip.FileHeader) { return func(h *zip.FileHeader) { h.SetMode(m) } }
	cases := []struct {
		name    string
		entries []raw
		want    []string
	}{
		{"encrypted", []raw{{"a.js", "a", func(h *zip.FileHeader) { h.Flags |= 1 }}}, []string{
			"hostile: a.zip!/a.js is encrypted", "unread: a.zip!/a.js",
		}},
		{"twice", []raw{{name: "a.js", content: "1"}, {name: "a.js", content: "2"}, {name: `.\\A.js`}}, []string{
			`hostile: a.zip!/A.js differs from "a.js" in case alone, so that it is left out`,
			"hostile: a.zip!/a.js is there twice, of which the first one counts",
		}},
		{"absolute", []raw{{name: "/a.js"}, {name: `\\server\b.js`}}, []string{
			"hostile: a.zip!/a.js has an absolute name", "hostile: a.zip!/server/b.js has an absolute name",
		}},
		{"climbing", []raw{{name: "../a.js"}, {name: `x\..\..\b.js`}, {name: ".."}, {name: "a..b/c...js"}}, []string{
			`hostile: a.zip!/.. climbs out of its folder with ".."`,
			`hostile: a.zip!/../a.js climbs out of its folder with ".."`,
			`hostile: a.zip!/x\..\..\b.js climbs out of its folder with ".."`,
		}},
		{"drives", []raw{{name: "C:/a.js"}, {name: `d:b.js`}, {name: "x:y/c.js"}, {name: "x/C:/d.js"}}, []string{
			"hostile: a.zip!/C:/a.js has a name with a drive letter",
			"hostile: a.zip!/d:b.js has a name with a drive letter",
			"hostile: a.zip!/x:y/c.js has a name with a drive letter",
		}},
		{"names", []raw{{name: "a\x1b[2Jb"}, {name: "caf\xe9.js"}, {name: strings.Repeat("d/", 70) + "a.js"}, {name: ""}}, []string{
			"hostile: a.zip has no name",
			"hostile: a.zip!/a\uFFFD[2Jb has control characters in its name",
			"hostile: a.zip!/caf\u00e9.js has a name that is not UTF-8",
			"hostile: a.zip!/" + strings.Repeat("d/", 70) + "a.js lies more than 64 folders deep",
		}},
		{"harmless", []raw{
			{name: "dir/"},
			{name: `dir\sub\`},
			{name: "./dir//a.js"},
			{name: "caf\u00e9.js"},
			{name: "__MACOSX/._a.js"},
			{name: "dir/._a.js"},
			{name: "a!b,c=d+e.js"},
			{name: "."},
		}, nil},
		{"links", []raw{{"a.js", "/etc/passwd", mode(fs.ModeSymlink)}, {"b.js", "", mode(fs.ModeDevice)}}, []string{
			"hostile: a.zip!/a.js is a symbolic link", "hostile: a.zip!/b.js is neither a file nor a folder",
		}},
		{"method", []raw{{"a.js", "a", method(14)}}, []string{
			"unreadable: a.zip!/a.js is compressed by method 14, which no tool of the platform uses", "unread: a.zip!/a.js",
		}},
		{"too much declared", []raw{{"a.js", "a", sized(1 << 20)}, {"b.js", "b", func(h *zip.FileHeader) { h.Method, h.UncompressedSize64 = zip.Store, 2 }}}, []string{
			"hostile: a.zip!/a.js declares a size that its compressed bytes cannot hold",
			"hostile: a.zip!/b.js declares a size that its compressed bytes cannot hold",
			"unread: a.zip!/a.js", "unread: a.zip!/b.js",
		}},
		{"immense", []raw{{"a.js", "a", sized(1<<64 - 1)}}, []string{
			"limit: a.zip!/a.js has 4611686018 GB, where one member may have 536 MB", "unread: a.zip!/a.js",
		}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			p := openBytes(t, rawZip(t, append(c.entries, manifest)...), Limits{})
			if p.Kind != unit.Solution {
				t.Fatalf("it is a %s", p.Kind)
			}
			if diff := cmp.Diff(c.want, faultsOf(p)); diff != "" {
				t.Error(diff)
			}
			if _, err := mustMember(t, p, "solution.xml").Bytes(); err != nil {
				t.Error(err)
			}
		})
	}
}

func mustMember(tb testing.TB, p *Package, name string) *Member {
	tb.Helper()
	m, ok := p.Member(name)
	if !ok {
		tb.Fatalf("%s has no member %s", p.Path, name)
	}
	return m
}

func TestFirstOfTwinsCounts(t *testing.T) {
	p := openBytes(t, rawZip(t, manifest, raw{name: "a.js", content: "first"}, raw{name: "A.JS", content: "second"}), Limits{})
	if b, err := mustMember(t, p, "a.js").Bytes(); string(b) != "first" || err != nil {
		t.Errorf("%q, %v", b, err)
	}
}

func TestDamagedMembers(t *testing.T) {
	content := strings.Repeat("some text that can be compressed ", 200)
	cases := []struct {
		name   string
		entry  raw
		kind   unit.FaultKind
		detail string
	}{
		{"checksum", raw{"a.js", content, func(h *zip.FileHeader) { h.CRC32++ }}, unit.Unreadable, "does not match its checksum"},
		{"longer", raw{"a.js", content, func(h *zip.FileHeader) { h.UncompressedSize64 -= 10 }}, unit.Hostile, "inflates to more than the 6590 bytes that it declares"},
		{"shorter", raw{"a.js", content, func(h *zip.FileHeader) { h.UncompressedSize64 += 10 }}, unit.Unreadable, "ends before the 6610 bytes that it declares"},
		{"empty", raw{"a.js", content, func(h *zip.FileHeader) { h.UncompressedSize64 = 0 }}, unit.Hostile, "inflates to more than the 0 bytes that it declares"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			p := openBytes(t, rawZip(t, manifest, c.entry), Limits{})
			for range 2 {
				_, err := mustMember(t, p, "a.js").Bytes()
				var fault *FaultError
				if !errors.As(err, &fault) || fault.Kind != c.kind || fault.Member != "a.js" || fault.Detail != c.detail {
					t.Errorf("%v", err)
				}
			}
		})
	}
	t.Run("data", func(t *testing.T) {
		b := rawZip(t, manifest, raw{name: "a.js", content: content})
		packed := deflate(t, content)
		at := bytes.Index(b, packed)
		b[at] = 0xff // a block of no kind
		_, err := mustMember(t, openBytes(t, b, Limits{}), "a.js").Bytes()
		if err == nil || err.Error() != "a.js holds damaged compressed data" {
			t.Error(err)
		}
	})
	t.Run("header", func(t *testing.T) {
		b := rawZip(t, manifest, raw{name: "a.js", content: content})
		copy(b[bytes.LastIndex(b, []byte("PK\x03\x04")):], "XX")
		want := []string{"unreadable: a.zip!/a.js has a damaged header", "unread: a.zip!/a.js"}
		if diff := cmp.Diff(want, faultsOf(openBytes(t, b, Limits{}))); diff != "" {
			t.Error(diff)
		}
	})
}

// TestOverlap points the directory entry of one member at the bytes of another.
func TestOverlap(t *testing.T) {
	b := rawZip(t, manifest, raw{name: "a.js", content: "aaaa"}, raw{name: "b.js", content: "aaaa"})
	directory := bytes.Index(b, []byte("PK\x01\x02"))
	offsetOf := func(n int) int { // of the field that tells where the n-th entry lies
		at := directory
		for range n {
			at += 1 + bytes.Index(b[at+1:], []byte("PK\x01\x02"))
		}
		return at + 42
	}
	copy(b[offsetOf(2):], b[offsetOf(1):offsetOf(1)+4])
	want := []string{
		"hostile: a.zip!/a.js shares its bytes with another entry",
		"hostile: a.zip!/b.js shares its bytes with another entry",
		"unread: a.zip!/a.js", "unread: a.zip!/b.js",
	}
	if diff := cmp.Diff(want, faultsOf(openBytes(t, b, Limits{}))); diff != "" {
		t.Error(diff)
	}
}

func TestNoZip(t *testing.T) {
	sound := ziptest.Build(t, map[string]string{"solution.xml": manifest.content})
	cases := map[string]struct{ content, detail string }{
		"empty":    {"", "is empty"},
		"one byte": {"x", "is not a zip: it has 1 byte"},
		"page":     {"\ufeff\n <!DOCTYPE html>", "is a page or XML and not a zip"},
		"cut":      {string(sound[:len(sound)-30]), "begins as a zip and has no valid directory at its end: it is cut off, or was changed as if it were text"},
		"cabinet":  {"MSCF\x00", "is a cabinet file, which is not opened"},
		"other":    {"7z\xbc\xaf\x27\x1c", "is not a zip"},
		"zeros":    {string(make([]byte, 100_000)), "is not a zip"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			p := openBytes(t, []byte(c.content), Limits{})
			if p.Kind != unit.Unknown || len(p.Faults) != 1 || p.Faults[0].Detail != c.detail {
				t.Errorf("%s: %v", p.Kind, p.Faults)
			}
		})
	}
}

func TestManyFaults(t *testing.T) {
	entries := []raw{manifest}
	for i := range 1000 {
		entries = append(entries, raw{name: fmt.Sprintf("../%d", i)})
	}
	p := openBytes(t, rawZip(t, entries...), Limits{})
	if last := p.Faults[len(p.Faults)-1]; len(p.Faults) != 201 || last.Detail != "has 800 more faults of this sort" {
		t.Errorf("%d faults, the last %v", len(p.Faults), last)
	}
}

// TestEntriesLie gives a directory of more entries than the end record tells: the
// reader is stopped before they are in memory.
func TestEntriesLie(t *testing.T) {
	var entries []raw
	for i := range 10_000 {
		entries = append(entries, raw{name: strconv.Itoa(i)})
	}
	b := rawZip(t, entries...)
	end := bytes.LastIndex(b, []byte("PK\x05\x06"))
	binary.LittleEndian.PutUint16(b[end+10:], 1)
	binary.LittleEndian.PutUint16(b[end+8:], 1)
	p := openBytes(t, b, Limits{Entries: 100})
	if p.Kind != unit.Unknown || len(p.Faults) != 1 || p.Faults[0].Kind != unit.Limit {
		t.Errorf("%s: %v", p.Kind, p.Faults)
	}
}

// TestManyBeginnings has more JSON to tell apart than may be inflated for it.
func TestManyBeginnings(t *testing.T) {
	flow := `{"properties":{"definition":{"triggers":{}}}}`
	entries := []raw{{name: "0.json", content: flow}}
	for i := range 20 {
		entries = append(entries, raw{name: fmt.Sprintf("%02d.json", i+1), content: strings.Repeat(" ", 1000) + flow})
	}
	p := openBytes(t, rawZip(t, entries...), Limits{Inflated: 5000})
	if p.Kind != unit.Folder || len(p.Members) != 21 {
		t.Errorf("%s: %v", p.Kind, p.Faults)
	}
	if left := newBudget(Limits{Inflated: 5000}); left.peek(5001) || !left.peek(5000) || left.peek(1) || !left.inflate(5000) {
		t.Error("the beginnings are not counted by themselves")
	}
}
