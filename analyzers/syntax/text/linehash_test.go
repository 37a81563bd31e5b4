package text_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/solcheck/solcheck/analyzers/syntax/text"
)

// naiveLineHashes follows the definition word by word: every line's 100 units
// are summed up afresh.
func naiveLineHashes(s string) []string {
	var units []uint64
	starts := []int{0}
	all := utf16.Encode([]rune(s))
	for i, u := range all {
		switch {
		case u == ' ' || u == '\t':
			continue
		case u == '\n' && i > 0 && all[i-1] == '\r':
			continue
		case u == '\r' || u == '\n':
			units = append(units, '\n')
			starts = append(starts, len(units))
			continue
		}
		units = append(units, uint64(u))
	}
	units = append(units, 0xFFFF)
	count := make(map[uint64]int)
	var out []string
	for _, start := range starts {
		var h uint64
		for i := start; i < start+100; i++ {
			h *= 37
			if i < len(units) {
				h += units[i]
			}
		}
		count[h]++
		out = append(out, fmt.Sprintf("%x:%d", h, count[h]))
	}
	return out
}

func compareHashes(t *testing.T, s string) {
	t.Helper()
	got := text.NewLineHashes([]byte(s))
	want := naiveLineHashes(s)
	for i, w := range want {
		if g := got.Line(i + 1); g != w {
			t.Fatalf("line %d of %.200q: %s, want %s", i+1, s, g, w)
		}
	}
	for _, n := range []int{-1, 0, len(want) + 1} {
		if g := got.Line(n); g != "" {
			t.Fatalf("line %d of %d lines has the hash %s", n, len(want), g)
		}
	}
}

func TestLineHashes(t *testing.T) {
	long := strings.Repeat("abc", 100)
	for _, s := range []string{
		"", " ", "\n", "\r", "\r\n", "\n\n", "\r\r\n\n", "\r \n", "\r\t\n", " \t x",
		"a\nb\nc", "a\r\nb\r\n", "};\n};\n};\n", "  {\n\t{\nz: 1\nz:1",
		long, long + "\n", long + "\r\n" + long, "a\n" + long + "\rb", long + "\n\n\n" + long + " ",
		strings.Repeat("a", 99) + "\n", strings.Repeat("a", 100) + "\nb", strings.Repeat("a", 101) + "\r\nb",
		strings.Repeat("\n", 250), strings.Repeat("}\n", 250),
		"caf\u00e9\n\U0001F600\n\uFFFF\n", strings.Repeat("\U0001F600", 49) + "a\nb\n" + strings.Repeat("\U0001F600", 51),
	} {
		compareHashes(t, s)
	}
}

// The values are those that github/codeql-action's own tests expect.
func TestLineHashesAsGitHubHasThem(t *testing.T) {
	for s, want := range map[string]string{
		"":                         "c129715d7a2bc9a3:1",
		" a\nb\n  \t\tc\n d":       "271789c17abda88f:1 54703d4cd895b18:1 180aee12dab6264:1 a23a3dc5e078b07b:1",
		" a\r\nb\r\n  \t\tc\r\n d": "271789c17abda88f:1 54703d4cd895b18:1 180aee12dab6264:1 a23a3dc5e078b07b:1",
	} {
		hashes := text.NewLineHashes([]byte(s))
		for i, value := range strings.Fields(want) {
			if got := hashes.Line(i + 1); got != value {
				t.Errorf("line %d of %q: %s, want %s", i+1, s, got, value)
			}
		}
	}
}

func TestLineHashesOfRandomText(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	alphabet := []string{" ", "\t", "\n", "\r", "\r\n", "a", "b", "\u00e9", "\u6f22", "\U0001F600", strings.Repeat("z", 40)}
	for range 2000 {
		var s strings.Builder
		for range random.IntN(400) {
			s.WriteString(alphabet[random.IntN(len(alphabet))])
		}
		compareHashes(t, s.String())
	}
}

func FuzzLineHashes(f *testing.F) {
	for _, s := range []string{"", "a\nb", "\r \n", strings.Repeat("ab ", 80) + "\r\n\U0001F600", strings.Repeat("\n", 120)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if utf8.ValidString(s) {
			compareHashes(t, s)
		}
	})
}

func BenchmarkLineHashes(b *testing.B) {
	for _, c := range []struct{ name, line string }{
		{"script", "    var account = executionContext.getFormContext().getAttribute(\"name\");\n"},
		{"xml", "          <field name=\"contoso_x\" />\n"},
		{"bundle", strings.Repeat("function(e,t){return e.call(t)},", 40_000)},
		{"blank", "\n"},
	} {
		in := []byte(strings.Repeat(c.line, max(1, 1<<20/len(c.line))))
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(in)))
			for b.Loop() {
				text.NewLineHashes(in)
			}
		})
	}
}
