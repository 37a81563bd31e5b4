package xaml_test

import (
	"strings"
	"testing"
)

// BenchmarkModel reads a definition of a megabyte, which is seven times as long as
// the longest in a real package.
func BenchmarkModel(b *testing.B) {
	files := workflow(b)
	text := string(files["Workflows/Check.xaml"])
	start, end := strings.Index(text, "<Sequence "), strings.Index(text, "</mxswa:Workflow>")
	steps := strings.Repeat(text[start:end], 1<<20/(end-start))
	files["Workflows/Check.xaml"] = []byte(text[:start] + steps + text[end:])
	b.SetBytes(int64(len(files["Workflows/Check.xaml"])))
	b.ReportAllocs()
	for b.Loop() {
		read(b, files)
	}
}
