// Package ziptest builds packages from text, so that tests need no binary
// fixtures.
package ziptest

import (
	"archive/zip"
	"bytes"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// Files returns the files of a txtar archive by their names.
func Files(a *txtar.Archive) map[string]string {
	files := make(map[string]string, len(a.Files))
	for _, f := range a.Files {
		files[f.Name] = string(f.Data)
	}
	return files
}

// Build returns a zip of the files. Where a name has a folder that is called like
// a zip ("PkgFolder/core.zip/solution.xml") that folder becomes a zip. The same
// files give the same bytes; names are written as they are, backslashes and all.
func Build(tb testing.TB, files map[string]string) []byte {
	tb.Helper()
	files = pack(tb, files)
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		w, err := z.Create(name)
		if err != nil {
			tb.Fatal(err)
		}
		if _, err := w.Write([]byte(files[name])); err != nil {
			tb.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

// Write writes the files below folder, and a zip for each folder that is called
// like one.
func Write(tb testing.TB, folder string, files map[string]string) {
	tb.Helper()
	for name, content := range pack(tb, files) {
		p := filepath.Join(folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(p), 0o750); err != nil {
			tb.Fatal(err)
		}
		if err := os.WriteFile(p, []byte(content), 0o600); err != nil {
			tb.Fatal(err)
		}
	}
}

// pack makes zips of the folders that are called like zips.
func pack(tb testing.TB, files map[string]string) map[string]string {
	tb.Helper()
	packed := make(map[string]string, len(files))
	inner := make(map[string]map[string]string)
	for name, content := range files {
		outer, member, ok := cut(name)
		if !ok {
			packed[name] = content
			continue
		}
		if inner[outer] == nil {
			inner[outer] = make(map[string]string)
		}
		inner[outer][member] = content
	}
	for name, content := range inner {
		packed[name] = string(Build(tb, content))
	}
	return packed
}

// cut splits a name behind the first folder that is called like a zip.
func cut(name string) (outer, member string, ok bool) {
	for i, c := range name {
		if c != '/' {
			continue
		}
		switch strings.ToLower(path.Ext(name[:i])) {
		case ".zip", ".msapp", ".nupkg":
			return name[:i], name[i+1:], true
		}
	}
	return "", "", false
}
