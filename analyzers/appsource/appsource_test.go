package appsource_test

import (
	"bytes"
	"encoding/binary"
	"flag"
	"hash/crc32"
	"image"
	"image/jpeg"
	"image/png"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/solcheck/solcheck/analyzers/analyzertest"
	"github.com/solcheck/solcheck/analyzers/appsource"
	"github.com/solcheck/solcheck/analyzers/unit"
)

var update = flag.Bool("update", false, "write the golden files")

func read(tb testing.TB, files analyzertest.Files) (*appsource.Model, *analyzertest.Result) {
	tb.Helper()
	r := analyzertest.Run(tb, appsource.Analyzer, unit.AppSource, files)
	return r.Value.(*appsource.Model), r
}

// TestModel compares the model of each archive with its golden file.
func TestModel(t *testing.T) { analyzertest.Golden(t, appsource.Analyzer, unit.AppSource, *update) }

func TestOtherUnits(t *testing.T) {
	analyzertest.Nothing(t, appsource.Analyzer, unit.Solution, analyzertest.Files{"a.txt": nil})
}

func TestProblems(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"Input.xml", `<PvsPackageData>
<ProviderName>Contoso</x>`, `Input.xml:2:22: the description of the package is broken: </x> stands where </ProviderName> was expected`},
		{"Input.xml", `<Package/>`, `Input.xml:1:1: the description of the package begins with "Package", expected "PvsPackageData"`},
		{"Input.xml", ``, `Input.xml: the description of the package is broken: the text holds no element`},
	} {
		_, r := read(t, analyzertest.Files{c.name: []byte(c.text)})
		if got := strings.Join(r.Problems(), "; "); got != c.want {
			t.Errorf("%q: %s, want %s", c.text, got, c.want)
		}
	}
}

// TestEncodings reads what tools write: UTF-16 and wrong declarations.
func TestEncodings(t *testing.T) {
	const text = "<?xml version=\"1.0\" encoding=\"utf-16\"?><PvsPackageData><ProviderName>Contoso</ProviderName></PvsPackageData>"
	wide := []byte{0xFF, 0xFE}
	for _, c := range []byte(text) {
		wide = append(wide, c, 0)
	}
	for name, data := range map[string][]byte{"Input.xml": []byte(text), "input.xml": append([]byte("\xef\xbb\xbf"), text...), "INPUT.XML": wide} {
		m, r := read(t, analyzertest.Files{name: data})
		if m.File != name || m.ProviderName.Value != "Contoso" || len(r.Problems()) > 0 {
			t.Errorf("%s: %q %q %v", name, m.File, m.ProviderName.Value, r.Problems())
		}
	}
}

// TestLogos tells pictures by their bytes.
func TestLogos(t *testing.T) {
	const input = `<PvsPackageData><Locales><PackageLocale Code="1033" IsDefault="true"><Logo>logo.png</Logo></PackageLocale></Locales></PvsPackageData>`
	picture := func(w, h int, encode func(io.Writer, image.Image) error) []byte {
		var b bytes.Buffer
		if err := encode(&b, image.NewGray(image.Rect(0, 0, w, h))); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	toPNG := func(w io.Writer, m image.Image) error { return png.Encode(w, m) }
	toJPEG := func(w io.Writer, m image.Image) error { return jpeg.Encode(w, m, nil) }
	small := picture(32, 32, toPNG)
	huge := slices.Clone(small)
	binary.BigEndian.PutUint32(huge[16:], 1<<30) // the width in the header
	binary.BigEndian.PutUint32(huge[29:], crc32.ChecksumIEEE(huge[12:29]))
	for name, c := range map[string]struct {
		data          []byte
		format        string
		width, height int
		broken        string
	}{
		"png":   {small, "PNG", 32, 32, ""},
		"jpeg":  {picture(30, 20, toJPEG), "JPEG", 30, 20, ""},
		"gif":   {[]byte("GIF89a"), "", 0, 0, ""},
		"empty": {nil, "", 0, 0, ""},
		"cut":   {small[:len(small)-20], "PNG", 32, 32, "png: invalid format: unexpected EOF"},
		"head":  {small[:20], "PNG", 0, 0, "unexpected EOF"},
		"huge":  {huge, "PNG", 1 << 30, 32, ""},
	} {
		m, _ := read(t, analyzertest.Files{"Input.xml": []byte(input), "logo.png": c.data})
		got := *m.Logos[0]
		if got.Format != c.format || got.Width != c.width || got.Height != c.height || got.Broken != c.broken || got.Member != "logo.png" {
			t.Errorf("%s: %+v, want %+v", name, got, c)
		}
	}
}

// TestManyNames bounds what a hostile file can have told.
func TestManyNames(t *testing.T) {
	m, r := read(t, analyzertest.Files{"Input.xml": []byte("<PvsPackageData>" + strings.Repeat("<Odd/>", 100_000) + "<Locales>" +
		strings.Repeat("<PackageLocale Code=\"1\"/>", 2000) + "</Locales></PvsPackageData>")})
	if len(m.Ignored) != 50 || len(m.Locales) != 1000 {
		t.Errorf("%d names, %d locales", len(m.Ignored), len(m.Locales))
	}
	if got := r.Problems(); len(got) != 1 || !strings.HasSuffix(got[0], ": there are more locales than are read") {
		t.Errorf("problems %q", got)
	}
}

func FuzzModel(f *testing.F) {
	f.Add([]byte(`<?xml version="1.0" encoding="utf-8"?>
<PvsPackageData>
  <ProviderName>Contoso</ProviderName>
  <PackageFile>Contoso.Package.zip</PackageFile>
  <SolutionAnchorName>ContosoVisits_managed.zip</SolutionAnchorName>
  <StartDate>01/31/2026</StartDate>
  <EndDate>01/31/2031</EndDate>
  <SupportedCountries>CA,DE,US</SupportedCountries>
  <LearnMoreLink>https://www.contoso.com/visits</LearnMoreLink>
  <Locales>
    <PackageLocale Code="1033" IsDefault="true">
      <Logo>logo.png</Logo>
      <Terms>
        <PackageTerm File="TermsOfUse.html" />
      </Terms>
    </PackageLocale>
  </Locales>
</PvsPackageData>
`))
	f.Add([]byte(`<PvsPackageData a="1"><x/><Locales><PackageLocale>`))
	f.Fuzz(func(t *testing.T, text []byte) {
		m, r := read(t, analyzertest.Files{"Input.xml": text, "logo.png": text, "TermsOfUse.html": text})
		for _, p := range m.Unread() {
			if !p.Pos.IsValid() || p.Message == "" {
				t.Fatalf("%+v", p)
			}
		}
		analyzertest.Dumper{Where: r.Where}.Dump(m) // every place must be in the file
	})
}
