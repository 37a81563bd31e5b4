package report_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/solcheck/solcheck/internal/engine"
	"github.com/solcheck/solcheck/internal/report"
)

func read(t *testing.T, path string) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestWriteFile(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "out.json")
	if err := os.WriteFile(path, []byte(strings.Repeat("a longer report of yesterday\n", 100)), 0o640); err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(folder, "link.json")
	if err := os.Symlink("out.json", link); err != nil {
		t.Fatal(err)
	}
	for _, to := range []string{path, link, filepath.Join(folder, "new.json")} {
		if err := report.WriteFile(to, "json", &engine.Report{}, report.Options{}); err != nil {
			t.Fatal(err)
		}
		if want := written(t, "json", &engine.Report{}, report.Options{}); string(read(t, to)) != string(want) {
			t.Errorf("%s holds %s", to, read(t, to))
		}
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("the mode of the old file is not kept: %v, %v", info.Mode(), err)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link is one no more: %v", err)
	}
	if left := names(t, folder); left != "link.json new.json out.json" {
		t.Errorf("the folder holds %s", left)
	}
}

func TestWriteFileFails(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "out.txt")
	if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ path, format, want string }{
		{path, "yaml", `no format is named "yaml": expected one of azure, csv, github, gitlab, html, json, junit, markdown, sarif, sarif-microsoft, text`},
		{filepath.Join(folder, "no", "out.txt"), "text", "no such file"},
		{folder, "text", "is a folder"},
		{filepath.Join(path, "out.txt"), "text", "not a directory"},
	} {
		err := report.WriteFile(c.path, c.format, sample(), report.Options{})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s as %s: error %v, want one about %q", c.path, c.format, err, c.want)
		}
	}
	if got := names(t, folder); got != "out.txt" || string(read(t, path)) != "old" {
		t.Errorf("the folder holds %s, the old report %q", got, read(t, path))
	}
}

func TestWriteFileToDevice(t *testing.T) {
	if err := report.WriteFile(os.DevNull, "text", sample(), report.Options{}); err != nil {
		t.Error(err)
	}
	if info, err := os.Stat(os.DevNull); err != nil || info.Mode().IsRegular() {
		t.Errorf("the device was replaced: %v, %v", info, err)
	}
}

func names(t *testing.T, folder string) string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, e := range entries {
		all = append(all, e.Name())
	}
	return strings.Join(all, " ")
}

// full is a disk that takes so many bytes and no more.
type full int

var errFull = errors.New("disk full")

func (f *full) Write(p []byte) (int, error) {
	if *f -= full(len(p)); *f < 0 {
		return 0, errFull
	}
	return len(p), nil
}

// isShort reports whether a format holds a bounded number of findings.
func isShort(format string) bool {
	return format == "azure" || format == "github" || format == "markdown"
}

func TestWriteTellsErrors(t *testing.T) {
	big := manyFindings(3000)
	for _, format := range report.Formats() {
		for _, space := range []full{0, 100_000} {
			if space > 0 && isShort(format.Name) {
				continue
			}
			if err := report.Write(&space, format.Name, big, report.Options{}); !errors.Is(err, errFull) {
				t.Errorf("%s: error %v on a full disk", format.Name, err)
			}
		}
	}
}
