// Package solutions makes one defect at a time in solutions that are right, to
// prove that the rule it is meant for finds it at its place and that no other rule
// speaks.
//
// A defect is made in the layout of a solution zip, by a change of its text at one
// place. The same solution as SolutionPackager unpacks it is made from that, so
// that both layouts have the defect and its place is known in both.
package solutions

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"github.com/solcheck/solcheck/analyzers/syntax/text"
)

// A Package is the members of a solution by their names, as they lie in a zip.
type Package map[string][]byte

// The members that every solution has.
const (
	customizations = "customizations.xml"
	manifest       = "solution.xml"
	contentTypes   = "[Content_Types].xml"
)

// Folder reads a solution from a folder that holds it as a zip would.
func Folder(root string) (Package, error) {
	p := make(Package)
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(path) //nolint:gosec // below the folder that the caller names
		if err != nil {
			return err
		}
		name, err := filepath.Rel(root, path)
		p[filepath.ToSlash(name)] = b
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("reading a solution: %w", err)
	}
	return p.decoded(), nil
}

// maxMember is the size up to which a member of a zip is read.
const maxMember = 256 << 20

// Zip reads a solution from a zip. It returns nil for a zip that holds none.
func Zip(path string) (Package, error) {
	z, err := zip.OpenReader(path)
	if err != nil {
		return nil, fmt.Errorf("opening %s: %w", path, err)
	}
	defer func() { _ = z.Close() }() // nothing was written
	p := make(Package)
	for _, f := range z.File {
		if f.FileInfo().IsDir() {
			continue
		}
		r, err := f.Open()
		if err != nil {
			return nil, fmt.Errorf("opening %s of %s: %w", f.Name, path, err)
		}
		b, err := io.ReadAll(io.LimitReader(r, maxMember))
		if err != nil {
			return nil, fmt.Errorf("reading %s of %s: %w", f.Name, path, err)
		}
		p[f.Name] = b
	}
	if p[customizations] == nil || p[manifest] == nil {
		return nil, nil //nolint:nilnil // no solution is no error
	}
	return p.decoded(), nil
}

// decoded has the XML of the solution without a byte order mark and in UTF-8, so
// that offsets in it are those that the readers count.
func (p Package) decoded() Package {
	for _, name := range []string{customizations, manifest, contentTypes} {
		if b, ok := p[name]; ok {
			p[name], _ = text.Decode(b)
		}
	}
	return p
}

// pack returns a zip of some members.
func pack(members map[string][]byte) ([]byte, error) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range slices.Sorted(maps.Keys(members)) {
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store})
		if err != nil {
			return nil, fmt.Errorf("packing %s: %w", name, err)
		}
		if _, err := w.Write(members[name]); err != nil {
			return nil, fmt.Errorf("packing %s: %w", name, err)
		}
	}
	if err := z.Close(); err != nil {
		return nil, fmt.Errorf("packing: %w", err)
	}
	return b.Bytes(), nil
}
