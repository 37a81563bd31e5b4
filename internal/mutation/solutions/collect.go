package solutions

import (
	"crypto/sha256"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"

	"github.com/solcheck/solcheck/analyzers/syntax/xmltree"
)

// Collect reads the solutions in the zips below some folders. Of several versions
// of one solution, which are known by its unique name, it takes the first, and it
// passes over zips that hold no solution and solutions whose XML is broken.
func Collect(folders []string) ([]*Source, error) {
	var sources []*Source
	seen := make(map[[sha256.Size]byte]bool)
	for _, folder := range folders {
		err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.EqualFold(filepath.Ext(path), ".zip") {
				return err
			}
			p, err := Zip(path)
			if err != nil || p == nil {
				return err
			}
			key, ok := nameOf(p)
			if !ok || seen[key] {
				return nil
			}
			seen[key] = true
			sources = append(sources, NewSource(path, p))
			return nil
		})
		if err != nil {
			return nil, fmt.Errorf("collecting solutions: %w", err)
		}
	}
	return sources, nil
}

// nameOf returns a hash of the unique name of a solution, false for one that cannot
// be read.
func nameOf(p Package) ([sha256.Size]byte, bool) {
	doc, err := xmltree.Parse(p[manifest])
	if err != nil {
		return [sha256.Size]byte{}, false
	}
	if _, err := xmltree.Parse(p[customizations]); err != nil {
		return [sha256.Size]byte{}, false
	}
	name := doc.Root().Child("SolutionManifest", "UniqueName").Text()
	return sha256.Sum256([]byte(strings.ToLower(name))), name != ""
}
