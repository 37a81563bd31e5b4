package fetchxml_test

import (
	"testing"

	"github.com/solcheck/solcheck/analyzers/fetchxml"
)

func BenchmarkParse(b *testing.B) {
	raw := query(b)
	b.SetBytes(int64(len(raw)))
	b.ReportAllocs()
	for b.Loop() {
		text := new(fetchxml.Text)
		text.Append(raw, 1)
		if _, err := fetchxml.Parse(text); err != nil {
			b.Fatal(err)
		}
	}
}
