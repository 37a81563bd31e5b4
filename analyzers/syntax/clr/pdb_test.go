package clr

import (
	"encoding/binary"
	"slices"
	"testing"
)

// portablePDB puts together a PDB with one document and the given sequence
// points of method 1.
func portablePDB(points []byte) []byte {
	blobs := []byte{0, 2, 'C', ':', 4, 'a', '.', 'c', 's', 3, '\\', 1, 4}
	name := 9 // the document's name: separator, then blobs 1 and 4
	at := len(blobs)
	blobs = append(append(blobs, byte(len(points))), points...)
	u16, u32 := binary.LittleEndian.AppendUint16, binary.LittleEndian.AppendUint32
	pdb := u32(append([]byte("0123456789abcdefghij"), 0, 0, 0, 0), 1<<MethodDefTable)
	pdb = u32(u32(pdb, 0), 1)
	tab := append(make([]byte, 6), 0, 1)
	tab = u32(u32(tab, 0), 1<<(documentTable-32)|1<<(methodDebugTable-32))
	tab = u32(u32(append(tab, make([]byte, 8)...), 1), 1)
	tab = u16(u16(u16(u16(tab, uint16(name)), 0), 0), 0)
	tab = u16(u16(tab, 1), uint16(at))

	root := u32(u16(u16(u32(nil, metadataMagic), 1), 1), 0)
	root = append(u32(root, 12), "PDB v1.0\x00\x00\x00\x00"...)
	root = u16(u16(root, 0), 3)
	start := len(root) + 16 + 12 + 16
	for _, s := range []struct {
		name string
		data []byte
	}{{"#Pdb\x00\x00\x00\x00", pdb}, {"#~\x00\x00", tab}, {"#Blob\x00\x00\x00", blobs}} {
		root = append(u32(u32(root, uint32(start)), uint32(len(s.data))), s.name...)
		start += len(s.data)
	}
	return slices.Concat(root, pdb, tab, blobs)
}

func TestPDB(t *testing.T) {
	p, err := OpenPDB(portablePDB([]byte{
		0,             // no locals
		0, 0, 5, 9, 3, // offset 0: 0 lines and 5 columns, from 9:3
		2, 0, 0, // offset 2: hidden
		4, 1, 2, 4, 0x7b, // offset 6: 1 line and 1 column more, 2 lines down, 3 columns back
	}))
	if err != nil {
		t.Fatal(err)
	}
	if len(p.Documents) != 1 || p.Documents[0].Name != `C:\a.cs` {
		t.Errorf("documents %q", p.Documents)
	}
	got := p.Points(&Method{Token: token(MethodDefTable, 1)})
	want := []Point{
		{Offset: 0, Line: 9, Column: 3, EndLine: 9, EndColumn: 8},
		{Offset: 2, Hidden: true},
		{Offset: 6, Line: 11, Column: 0, EndLine: 12, EndColumn: 1},
	}
	if !slices.Equal(got, want) {
		t.Errorf("points %+v, want %+v", got, want)
	}
	if at, ok := At(got, 3); !ok || at.Line != 9 {
		t.Errorf("offset 3 is at %+v, %t", at, ok)
	}
	if _, err := OpenPDB(append(slices.Clone(windowsPDB), make([]byte, 100)...)); err == nil {
		t.Error("a PDB of the older format was opened")
	}
}

func FuzzOpenPDB(f *testing.F) {
	f.Add(portablePDB([]byte{0, 0, 0, 5, 9, 3}))
	f.Fuzz(func(_ *testing.T, data []byte) {
		p, err := OpenPDB(data)
		if err != nil {
			return
		}
		for row := range 100 {
			p.Points(&Method{Token: token(MethodDefTable, row)})
		}
	})
}

func TestCompressed(t *testing.T) { // the examples of II.23.2
	for _, c := range []struct {
		bytes []byte
		want  int
	}{
		{[]byte{0x03}, 3},
		{[]byte{0x7f}, 0x7f},
		{[]byte{0x80, 0x80}, 0x80},
		{[]byte{0xae, 0x57}, 0x2e57},
		{[]byte{0xbf, 0xff}, 0x3fff},
		{[]byte{0xc0, 0, 0x40, 0}, 0x4000},
		{[]byte{0xdf, 0xff, 0xff, 0xff}, 0x1fffffff},
	} {
		if got, n := compressed(c.bytes); got != c.want || n != len(c.bytes) {
			t.Errorf("% x is %#x in %d bytes, want %#x", c.bytes, got, n, c.want)
		}
	}
	for _, c := range []struct {
		bytes []byte
		want  int
	}{
		{[]byte{0x06}, 3},
		{[]byte{0x7b}, -3},
		{[]byte{0x80, 0x80}, 64},
		{[]byte{0x01}, -64},
		{[]byte{0xc0, 0, 0x40, 0}, 8192},
		{[]byte{0x80, 1}, -8192},
		{[]byte{0xc0, 0, 0, 1}, -268435456},
	} {
		r := cursor{rest: c.bytes}
		if got := r.signed(); got != c.want || r.more() {
			t.Errorf("% x is %d, want %d", c.bytes, got, c.want)
		}
	}
}

func TestWrittenName(t *testing.T) {
	for name, want := range map[string]string{
		"<Execute>b__0": "Execute", "<Run>d__3": "Run", "<<Execute>b__0>d": "<Execute>b__0", "<>c": "", "Execute": "",
		"VB$StateMachine_3_Load": "Load", "<open": "", "<.ctor>b__1_0": ".ctor",
	} {
		if got := writtenName(name); got != want {
			t.Errorf("%s was written in %q, want %q", name, got, want)
		}
	}
}
