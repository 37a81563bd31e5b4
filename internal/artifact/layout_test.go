package artifact

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/solcheck/solcheck/internal/artifact/ziptest"
)

var update = flag.Bool("update", false, "write what is found into the testdata")

// TestLayouts opens each layout of testdata/layouts. The comment of a file is its
// description, a line "$ path ..." of what is given, and the packages that must
// be found: by each its kind, path and members, and after an "!" its faults.
func TestLayouts(t *testing.T) {
	cases, err := filepath.Glob("testdata/layouts/*.txtar")
	if err != nil || len(cases) == 0 {
		t.Fatal("no layouts", err)
	}
	for _, file := range cases {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			absolute, err := filepath.Abs(file)
			if err != nil {
				t.Fatal(err)
			}
			description, given, want := parts(t, string(a.Comment))
			t.Chdir(t.TempDir())
			ziptest.Write(t, ".", ziptest.Files(a))
			got := found(t, strings.Fields(given))
			if *update {
				a.Comment = []byte(description + "$ " + given + "\n" + got + "\n")
				if err := os.WriteFile(absolute, txtar.Format(a), 0o600); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("other packages are found (-want +got); go test -run TestLayouts -update writes them\n%s", diff)
			}
		})
	}
}

// parts splits the comment of a layout.
func parts(t *testing.T, comment string) (description, given, want string) {
	t.Helper()
	description, rest, ok := strings.Cut(comment, "$ ")
	if !ok {
		t.Fatal("no line tells what is given")
	}
	given, want, _ = strings.Cut(rest, "\n")
	return description, given, strings.TrimRight(want, "\n") + "\n"
}

// found prints what Find and Open make of the paths.
func found(t *testing.T, paths []string) string {
	t.Helper()
	var b strings.Builder
	sources, skipped, err := Find(paths)
	if err != nil {
		what, _, _ := strings.Cut(err.Error(), ";")
		fmt.Fprintf(&b, "error: %s\n", what)
	}
	for _, s := range sources {
		p, err := s.Open(context.Background(), Limits{})
		if err != nil {
			t.Fatal(err)
		}
		if p.Path != s.Path && !strings.HasPrefix(p.Path, s.Path+"!/") {
			t.Errorf("source %s opens as %s", s.Path, p.Path)
		}
		describe(t, &b, p, "")
		if err := p.Close(); err != nil {
			t.Error(err)
		}
	}
	for _, s := range skipped {
		fmt.Fprintf(&b, "skipped %s: it %s\n", s.Path, s.Reason)
	}
	return b.String()
}

// describe prints a package and those inside it, and reads all members.
func describe(t *testing.T, b *strings.Builder, p *Package, indent string) {
	t.Helper()
	fmt.Fprintf(b, "%s%s %s", indent, p.Kind, p.Path)
	if p.Disk != p.Path {
		fmt.Fprintf(b, " (%s)", p.Disk)
	}
	b.WriteString("\n")
	for _, f := range p.Faults {
		fmt.Fprintf(b, "%s  ! %s: %q %s\n", indent, f.Kind, f.Member, f.Detail)
	}
	for _, m := range p.Members {
		fmt.Fprintf(b, "%s  - %s\n", indent, p.Shown(m.Name))
		if again, ok := p.Member(m.Name); !ok || again != m {
			t.Errorf("%s is not found by its name", m.Name)
		}
		if p.InZip != (m.Disk() == "") {
			t.Errorf("%s is on disk as %q", m.Name, m.Disk())
		}
		if _, err := m.Bytes(); err != nil {
			fmt.Fprintf(b, "%s    %v\n", indent, err)
		}
	}
	for _, in := range p.Inner {
		describe(t, b, in, indent+"  ")
	}
}
