package customizations_test

import (
	"runtime"
	"testing"

	"github.com/solcheck/solcheck/analyzers/analyzertest"
)

func BenchmarkModel(b *testing.B) {
	text := analyzertest.Customizations(8 << 20)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		read(b, analyzertest.Files{"customizations.xml": text})
	}
}

// BenchmarkHeld tells what a model keeps in memory, in bytes for each byte of
// its text, the text not counted.
func BenchmarkHeld(b *testing.B) {
	text := analyzertest.Customizations(8 << 20)
	var before, after runtime.MemStats
	for b.Loop() {
		runtime.GC()
		runtime.ReadMemStats(&before)
		m, _ := read(b, analyzertest.Files{"customizations.xml": text})
		runtime.GC()
		runtime.ReadMemStats(&after)
		if len(m.Problems) > 0 {
			b.Fatal(m.Problems)
		}
		b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/float64(len(text)), "held/byte")
		runtime.KeepAlive(m)
	}
}
