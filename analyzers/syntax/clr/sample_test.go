package clr_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/solcheck/solcheck/analyzers/syntax/clr"
)

func sample(tb testing.TB) []byte {
	tb.Helper()
	data, err := os.ReadFile("testdata/Sample.dll")
	if err != nil {
		tb.Fatal(err)
	}
	return data
}

func open(tb testing.TB) *clr.Image {
	tb.Helper()
	im, err := clr.Open(sample(tb))
	if err != nil {
		tb.Fatal(err)
	}
	return im
}

// TestSampleIsCompiled compares the source beside the assembly with the one that
// the compiler put into it.
func TestSampleIsCompiled(t *testing.T) {
	source, err := os.ReadFile("testdata/Sample.cs")
	if err != nil {
		t.Fatal(err)
	}
	resources := open(t).Resources()
	if len(resources) != 1 || resources[0].Name != "Sample.cs" || !bytes.Equal(resources[0].Data, source) {
		t.Error("Sample.dll was compiled from another Sample.cs: run testdata/compile.sh")
	}
}

// TestSample compares all that is read of the sample with a golden file.
func TestSample(t *testing.T) {
	got := describe(open(t))
	const file = "testdata/Sample.golden"
	if *clr.Update {
		if err := os.WriteFile(file, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Error(diff)
	}
}

func describe(im *clr.Image) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n%s %s mixed=%t strong name %d\n", im.Assembly, im.Version, im.TargetFramework(), im.IsMixed(), im.StrongName())
	for _, r := range im.References {
		fmt.Fprintf(&b, "reference %s\n", r)
	}
	fmt.Fprintf(&b, "modules %v\n", im.Modules)
	for _, typ := range im.Types {
		fmt.Fprintf(&b, "\ntype %s (%s) base %s implements %v visible=%t\n", typ, typ.FullName, typ.Base, typ.Interfaces, typ.IsVisible())
		for _, a := range im.AttributesOf(typ.Token) {
			fmt.Fprintf(&b, "  [%s%q %v bad=%t]\n", a.Type, a.Args, a.Named, a.Bad)
		}
		for _, f := range typ.Fields {
			fmt.Fprintf(&b, "  field %s %s\n", f.Type, f.Name)
		}
		for _, p := range typ.Properties {
			fmt.Fprintf(&b, "  property %s %s get=%t set=%t\n", p.Type, p.Name, p.Getter != nil, p.Setter != nil)
		}
		for _, m := range typ.Methods {
			describeMethod(&b, im, m)
		}
	}
	return b.String()
}

func describeMethod(b *strings.Builder, im *clr.Image, m *clr.Method) {
	fmt.Fprintf(b, "  method %s: %s returns %s names %v import %v\n", m.Name, m, m.Sig.Return, m.Params, m.Import)
	body, err := m.Body()
	if body == nil {
		fmt.Fprintf(b, "    no code, %v\n", err)
		return
	}
	fmt.Fprintf(b, "    locals %v clauses %v\n", im.Locals(body), body.Clauses)
	code, err := body.Instructions()
	for _, in := range code {
		fmt.Fprintf(b, "    %04x %s%s\n", in.Offset, in.Op, operand(im, in))
	}
	if err != nil {
		fmt.Fprintf(b, "    %v\n", err)
	}
}

func operand(im *clr.Image, in clr.Instruction) string {
	switch in.Op.Operand() {
	case clr.NoOperand:
		return ""
	case clr.StringOperand:
		return fmt.Sprintf(" %q", im.UserString(in.Token()))
	case clr.MethodOperand, clr.FieldOperand:
		return " " + im.Member(in.Token()).String()
	case clr.TypeOperand:
		return " " + im.TypeOf(in.Token()).String()
	case clr.RealOperand, clr.ShortRealOperand:
		return fmt.Sprint(" ", in.Float())
	default:
	}
	if targets := in.Targets(); targets != nil {
		return fmt.Sprintf(" %x", targets)
	}
	return fmt.Sprint(" ", in.Operand)
}

func TestOpenRefuses(t *testing.T) {
	whole := sample(t)
	noMetadata := slices.Clone(whole)
	copy(noMetadata[bytes.Index(whole, []byte("BSJB")):], "XXXX")
	for name, c := range map[string]struct {
		data []byte
		want error
	}{
		"nothing":           {nil, clr.ErrNotCLI},
		"text":              {[]byte(strings.Repeat("MZ text ", 40)), clr.ErrNotCLI},
		"cut off":           {whole[:1000], clr.ErrCorrupt},
		"without metadata":  {noMetadata, clr.ErrCorrupt},
		"headers and no PE": {append([]byte("MZ"), make([]byte, 100)...), clr.ErrNotCLI},
	} {
		if _, err := clr.Open(c.data); !errors.Is(err, c.want) {
			t.Errorf("%s: the error is %v, want %v", name, err, c.want)
		}
	}
}

func TestCostura(t *testing.T) {
	for name, want := range map[string]string{
		"costura.newtonsoft.json.dll.compressed": "newtonsoft.json.dll",
		"costura64.native.dll":                   "native.dll",
		"costura.metadata":                       "",
		"Other.dll.compressed":                   "",
	} {
		p, ok := clr.Resource{Name: name, Data: []byte{1}}.Costura()
		if ok != (want != "") || p.Name != want {
			t.Errorf("%s: %q, %t", name, p.Name, ok)
		}
	}
	p, _ := clr.Resource{Name: "costura.a.dll.compressed", Data: []byte("no deflate")}.Costura()
	if _, err := p.Open(100); !errors.Is(err, clr.ErrCorrupt) {
		t.Errorf("the error is %v", err)
	}
}

// FuzzOpen walks all of a mutated image.
func FuzzOpen(f *testing.F) {
	f.Add(sample(f))
	f.Fuzz(func(_ *testing.T, data []byte) {
		im, err := clr.Open(data)
		if err != nil {
			return
		}
		describe(im)
		im.UserStrings()
		im.AssemblyAttributes()
		im.Referred()
		im.DebugInfo()
		for _, r := range im.Resources() {
			if p, ok := r.Costura(); ok {
				_, _ = p.Open(1 << 20)
			}
		}
		_, _ = im.EmbeddedPDB()
	})
}

func BenchmarkOpen(b *testing.B) {
	data := sample(b)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := clr.Open(data); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkInstructions(b *testing.B) {
	im := open(b)
	n := 0
	for _, m := range im.Methods() {
		if body, _ := m.Body(); body != nil {
			n += len(body.Code)
		}
	}
	b.SetBytes(int64(n))
	b.ReportAllocs()
	for b.Loop() {
		for _, m := range im.Methods() {
			if body, _ := m.Body(); body != nil {
				_, _ = body.Instructions()
			}
		}
	}
}

// TestResourcesElsewhere reads an image whose directory of resources is nowhere
// while a row says that one lies in it, or in no assembly.
func TestResourcesElsewhere(t *testing.T) {
	data := sample(t)
	header := bytes.Index(data, []byte{72, 0, 0, 0, 2, 0, 5, 0}) // the size and version of the CLI header
	copy(data[header+24:], []byte{0xff, 0xff, 0xff, 0x7f})       // the address of the resources
	row := []byte{0, 0, 0, 0, 1, 0, 0, 0}                        // its offset and flags; name and implementation follow
	for at := range data {
		if at+11 > len(data) || !bytes.HasPrefix(data[at:], row) {
			continue
		}
		for _, implementation := range []byte{0, 1} {
			mutant := slices.Clone(data)
			mutant[at+10] = implementation
			im, err := clr.Open(mutant)
			if err != nil {
				continue // it was no row of that table
			}
			if r := im.Resources(); len(r) != 1 || r[0].Data != nil || r[0].File != "" {
				t.Errorf("resources %+v", r)
			}
		}
	}
}
