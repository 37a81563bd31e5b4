package report_test

import (
	"fmt"
	"io"
	"runtime"
	"testing"

	"github.com/solcheck/solcheck/internal/engine"
	"github.com/solcheck/solcheck/internal/report"
)

// manyFindings returns a report of n findings in packages of 1,000 each.
func manyFindings(n int) *engine.Report {
	base := sample()
	r := &engine.Report{Rules: base.Rules, Findings: make([]engine.Finding, 0, n)}
	for i := range n {
		f := base.Findings[2+i%5]
		f.Related, f.Fixes = nil, nil
		name := fmt.Sprintf("estate/core%03d.zip", i/1000)
		if i%1000 == 0 {
			r.Packages = append(r.Packages, engine.Package{Path: name, Kind: "solution", Disk: name})
		}
		f.Package, f.Disk, f.Path = name, name, fmt.Sprintf("WebResources/form%02d.js", i%1000/20)
		r.Findings = append(r.Findings, f)
	}
	return r
}

type counter struct{ n int64 }

func (c *counter) Write(p []byte) (int, error) {
	c.n += int64(len(p))
	return len(p), nil
}

func BenchmarkWrite100k(b *testing.B) {
	r := manyFindings(100_000)
	for _, format := range report.Formats() {
		b.Run(format.Name, func(b *testing.B) {
			b.ReportAllocs()
			var out counter
			for b.Loop() {
				out = counter{}
				if err := report.Write(&out, format.Name, r, report.Options{}); err != nil {
					b.Fatal(err)
				}
			}
			b.SetBytes(out.n)
		})
	}
}

// peak is a writer that watches the heap.
type peak struct {
	writes int
	most   uint64
}

func (p *peak) Write(b []byte) (int, error) {
	if p.writes++; p.writes%32 == 0 {
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		p.most = max(p.most, m.HeapAlloc)
	}
	return len(b), nil
}

// Memory does not grow with the findings beyond the report itself.
func TestWriteHoldsNothing(t *testing.T) {
	r := manyFindings(20_000)
	for _, format := range report.Formats() {
		runtime.GC()
		var before runtime.MemStats
		runtime.ReadMemStats(&before)
		p := new(peak)
		if err := report.Write(p, format.Name, r, report.Options{}); err != nil {
			t.Fatal(err)
		}
		if p.most == 0 && !isShort(format.Name) {
			t.Fatalf("%s: too little was written to see anything", format.Name)
		}
		if grown := int64(p.most) - int64(before.HeapAlloc); grown > 4<<20 {
			t.Errorf("%s: the heap grew by %d bytes", format.Name, grown)
		}
	}
	_ = report.Write(io.Discard, "json", r, report.Options{})
}
