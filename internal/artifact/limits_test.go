package artifact

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/internal/artifact/ziptest"
)

func TestLimits(t *testing.T) {
	text := func(n int) string { return strings.Repeat("0123456789", n/10) }
	many := map[string]string{"solution.xml": manifest.content}
	for i := range 50 {
		many[fmt.Sprintf("%d/a.js", i)] = ""
	}
	cases := []struct {
		name   string
		files  map[string]string
		limits Limits
		want   []string
	}{
		{"member", map[string]string{"solution.xml": manifest.content, "a.js": text(2000), "b.js": text(1000)}, Limits{Member: 1000}, []string{
			"limit: a.zip!/a.js has 2000 bytes, where one member may have 1000 bytes", "unread: a.zip!/a.js",
		}},
		{"ratio", map[string]string{"solution.xml": manifest.content, "a.js": text(50_000), "b.js": text(1000)}, Limits{Ratio: 20, RatioFloor: 10_000}, []string{
			"limit: a.zip!/a.js would inflate to N times its compressed size, where a large member may have 20 times", "unread: a.zip!/a.js",
		}},
		{"ratio below the floor", map[string]string{"solution.xml": manifest.content, "a.js": text(50_000)}, Limits{Ratio: 20, RatioFloor: 60_000}, nil},
		{"inflated", map[string]string{"solution.xml": manifest.content, "a.js": text(2000), "b.js": text(2000), "c.js": text(500)}, Limits{Inflated: 3000}, []string{
			"unread: a.zip!/b.js",
		}},
		{"entries", many, Limits{Entries: 50}, []string{"limit: a.zip brings the files and folders to more than the limit of 50"}},
		{"folders", many, Limits{Entries: 80}, []string{"limit: a.zip brings the files and folders to more than the limit of 80"}},
		{"entries inside", map[string]string{
			"a.zip/solution.xml": manifest.content, "b.zip/solution.xml": manifest.content, "b.zip/1": "", "b.zip/2": "", "b.zip/3": "", "c.zip/solution.xml": manifest.content,
		}, Limits{Entries: 6}, []string{
			"limit: a.zip!/b.zip brings the files and folders to more than the limit of 6",
		}},
		{"inflated inside", map[string]string{
			"a.zip/solution.xml": manifest.content, "b.zip/solution.xml": manifest.content, "b.zip/x": text(200), "b.zip/y": text(500),
		}, Limits{Inflated: 400}, []string{
			"limit: a.zip!/b.zip has N bytes, with which the source would inflate to more than 400 bytes",
		}},
		{"depth", map[string]string{"b.zip/c.zip/d.zip/solution.xml": manifest.content, "solution.zip/solution.xml": manifest.content}, Limits{Depth: 3}, []string{
			"limit: a.zip!/b.zip!/c.zip!/d.zip lies deeper than 3 zips in one another",
		}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			p := openBytes(t, ziptest.Build(t, c.files), c.limits)
			compressed := regexp.MustCompile(`\d+ (times its|bytes, with)`) // depends on the compressor
			var got []string
			for _, line := range faultsOf(p) {
				if strings.HasSuffix(line, ".js") || !strings.HasPrefix(line, "unread") { // a refused zip is a package
					got = append(got, compressed.ReplaceAllString(line, "N $1"))
				}
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestDefaultLimitsHoldRealSizes(t *testing.T) {
	// XML compresses to about a twentieth; small members to as little as 1/554.
	large := rawZip(t, raw{name: "solution.xml", content: "<ImportExportXml>" + strings.Repeat(" ", 32<<20) + "</ImportExportXml>"})
	if p := openBytes(t, large, Limits{}); len(faultsOf(p)) > 0 || p.Kind != unit.Solution {
		t.Error(faultsOf(p))
	}
}

// TestABudgetCountsAMemberOnce reads again what was released.
func TestABudgetCountsAMemberOnce(t *testing.T) {
	p := openBytes(t, ziptest.Build(t, map[string]string{
		"b.zip/solution.xml": manifest.content, "b.zip/a.js": "1234567890", "c.zip/solution.xml": manifest.content,
	}), Limits{Inflated: 1000})
	for range 100 {
		readAll(t, p, true)
	}
}

func TestConcurrentReaders(t *testing.T) {
	files := map[string]string{"b.zip/solution.xml": manifest.content, "c.zip/solution.xml": manifest.content}
	for i := range 20 {
		files[fmt.Sprintf("b.zip/%d.js", i)] = strings.Repeat("x", 100*i)
	}
	p := openBytes(t, ziptest.Build(t, files), Limits{})
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			for range 20 {
				readAll(t, p, i == 0)
			}
		})
	}
	wg.Wait()
}

// readAll reads all members, and releases each package after that if it is told to.
func readAll(t *testing.T, p *Package, release bool) {
	t.Helper()
	for q := range p.All() {
		for _, m := range q.Members {
			if b, err := m.Bytes(); err != nil || int64(len(b)) != m.Size {
				t.Errorf("%s: %d bytes, %v", m.Name, len(b), err)
			}
		}
		if release {
			q.Release()
		}
	}
}

func TestStoredZipsAreReadInPlace(t *testing.T) {
	inner := ziptest.Build(t, map[string]string{"solution.xml": manifest.content, "a.js": "a"})
	b := rawZip(t, raw{"x/core.zip", string(inner), func(h *zip.FileHeader) {
		h.Method, h.UncompressedSize64 = zip.Store, uint64(len(inner))
	}}, raw{name: "readme.txt"})
	p := openBytes(t, b, Limits{Inflated: 30}) // the inner zip itself is larger
	if p.Kind != unit.Archive || len(p.Inner) != 1 || p.Inner[0].Kind != unit.Solution {
		t.Fatalf("%s: %v", p.Kind, faultsOf(p))
	}
	if a, err := mustMember(t, p.Inner[0], "a.js").Bytes(); string(a) != "a" || err != nil {
		t.Errorf("%q, %v", a, err)
	}
	if got, err := mustMember(t, p, "x/core.zip").Bytes(); err == nil || bytes.Equal(got, inner) {
		t.Error("the outer member is within the budget")
	}
}

func TestErrorsOfMembersAreFaults(t *testing.T) {
	p := openBytes(t, rawZip(t, manifest, raw{"a.js", "a", func(h *zip.FileHeader) { h.Flags |= 1 }}), Limits{})
	_, err := mustMember(t, p, "a.js").Bytes()
	fault, ok := errors.AsType[*FaultError](err)
	if !ok || fault.Kind != unit.Hostile || err.Error() != "a.js is encrypted" {
		t.Error(err)
	}
}
