package ruletest

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/solcheck/solcheck/internal/artifact"
	"github.com/solcheck/solcheck/internal/engine"
	"github.com/solcheck/solcheck/rules/rule"
)

// Zip packs the folder, or the txtar archive, of that name and returns the path
// of the zip. A folder whose name ends in ".zip" or ".msapp", and in an archive
// what stands behind "!/", becomes a zip in the zip.
func Zip(t *testing.T, name string) string {
	t.Helper()
	var files []file
	var err error
	if filepath.Ext(name) == ".txtar" {
		files, err = unpack(name)
	} else {
		files, err = walk(name)
	}
	if err != nil {
		t.Fatal(err)
	}
	path, err := place(t.TempDir(), zipped, files)
	if err != nil {
		t.Fatal(err)
	}
	return path
}

func unpack(name string) ([]file, error) {
	archive, err := txtar.ParseFile(name)
	if err != nil {
		return nil, err
	}
	var files []file
	for _, f := range archive.Files {
		if f.Name != "want" {
			files = append(files, file{f.Name, string(f.Data)})
		}
	}
	return files, nil
}

func walk(root string) ([]file, error) {
	var files []file
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(path) //nolint:gosec // a file of the repository
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		name := filepath.ToSlash(rel)
		for _, ext := range []string{".zip", ".msapp"} {
			name = strings.ReplaceAll(name, ext+"/", ext+"!/")
		}
		files = append(files, file{name, string(b)})
		return nil
	})
	return files, err
}

// Findings judges what lies at a path by the rules and returns what they say, one
// finding a line, each with the id of its rule before it.
func Findings(t *testing.T, path string, rules []*rule.Rule, options ...Option) []string {
	t.Helper()
	o := engine.Options{Rules: rules}
	for _, change := range options {
		change(&o)
	}
	report, err := judge(t, path, o)
	if err != nil {
		t.Fatal(err)
	}
	lines := make([]string, 0, len(report.Findings))
	for i := range report.Findings {
		f := &report.Findings[i]
		lines = append(lines, f.Rule.ID+" "+strings.TrimSuffix(line(filepath.ToSlash(path), f), "\n"))
	}
	return lines
}

// Since compares with the version before that lies at a path.
func Since(t *testing.T, path string) Option {
	t.Helper()
	sources, _, err := artifact.Find([]string{path})
	if err != nil {
		t.Fatal(err)
	}
	return func(o *engine.Options) { o.Previous = sources }
}

// Golden judges the txtar archive of that name by the rules and compares what
// they say with the archive's section "want", as [Findings] prints it.
func Golden(t *testing.T, name string, rules []*rule.Rule) {
	t.Helper()
	before, err := os.ReadFile(name) //nolint:gosec // a file of the repository
	if err != nil {
		t.Fatal(err)
	}
	archive := txtar.Parse(before)
	said := strings.Join(append(Findings(t, Zip(t, name), rules), ""), "\n")
	setWant(archive, said)
	settle(t, name, string(before), string(txtar.Format(archive)))
}

func setWant(archive *txtar.Archive, text string) {
	i := slices.IndexFunc(archive.Files, func(f txtar.File) bool { return f.Name == "want" })
	if i < 0 {
		i = len(archive.Files)
		archive.Files = append(archive.Files, txtar.File{Name: "want"})
	}
	archive.Files[i].Data = []byte(text)
}
