// Package nupkg reads the assemblies of a NuGet package, which Dataverse calls a
// plug-in package: a zip with them under lib/.
package nupkg

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// MaxEntries bounds the entries of a package.
const MaxEntries = 10_000

// ErrLimit is wrapped by errors about a package that holds too much.
var ErrLimit = errors.New("over the limit for packages")

// A File is an assembly in a package.
type File struct {
	Name string // "lib/net462/Contoso.dll"
	Data []byte
}

// Assemblies returns the assemblies under lib/, sorted by name. Limit bounds the
// bytes of all of them together. With an error comes what could be read.
func Assemblies(data []byte, limit int) ([]File, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fmt.Errorf("opening the zip: %w", err)
	}
	if len(z.File) > MaxEntries {
		return nil, fmt.Errorf("%w: %d entries", ErrLimit, len(z.File))
	}
	var files []File
	for _, f := range z.File {
		name := strings.ReplaceAll(f.Name, `\`, "/")
		lower := strings.ToLower(name)
		if !strings.HasPrefix(lower, "lib/") || !strings.HasSuffix(lower, ".dll") {
			continue
		}
		content, err := read(f, limit)
		if err != nil {
			return files, fmt.Errorf("%s: %w", name, err)
		}
		limit -= len(content)
		files = append(files, File{name, content})
	}
	slices.SortStableFunc(files, func(a, b File) int { return strings.Compare(a.Name, b.Name) })
	return files, nil
}

func read(f *zip.File, limit int) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	content, err := io.ReadAll(io.LimitReader(r, int64(limit)+1))
	if err = errors.Join(err, r.Close()); err != nil {
		return nil, err
	}
	if len(content) > limit {
		return nil, fmt.Errorf("%w: more than %d bytes", ErrLimit, limit)
	}
	return content, nil
}
