package fetchxml_test

import (
	"testing"

	"github.com/solcheck/solcheck/analyzers/fetchxml"
)

func BenchmarkParse(b *testing.B) {
	text := query(b)
	at, _ := newFile(text)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := fetchxml.Parse(text, at); err != nil {
			b.Fatal(err)
		}
	}
}
