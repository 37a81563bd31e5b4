package ruletest

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// pack writes members into a zip, and those behind "!/" into zips inside it.
func pack(files []file) ([]byte, error) {
	flat, err := nest(files)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, f := range flat {
		entry, err := w.Create(f.name)
		if err != nil {
			return nil, fmt.Errorf("packing %s: %w", f.name, err)
		}
		if _, err := entry.Write([]byte(f.text)); err != nil {
			return nil, fmt.Errorf("packing %s: %w", f.name, err)
		}
	}
	if err := w.Close(); err != nil {
		return nil, fmt.Errorf("packing: %w", err)
	}
	return b.Bytes(), nil
}

// nest turns members behind "!/" into the zips that hold them, in the order in
// which the zips are first named.
func nest(files []file) ([]file, error) {
	var flat []file
	inside := make(map[string][]file)
	for _, f := range files {
		f, err := drawn(f)
		if err != nil {
			return nil, err
		}
		outer, inner, nested := strings.Cut(f.name, "!/")
		if !nested {
			flat = append(flat, f)
			continue
		}
		if inside[outer] == nil {
			flat = append(flat, file{name: outer})
		}
		inside[outer] = append(inside[outer], file{inner, f.text})
	}
	for i, f := range flat {
		if inside[f.name] == nil {
			continue
		}
		b, err := pack(inside[f.name])
		if err != nil {
			return nil, err
		}
		flat[i].text = string(b)
	}
	return flat, nil
}

// place writes the example below dir and returns the path to judge.
func place(dir, layout string, files []file) (string, error) {
	root := filepath.Join(dir, "example")
	if layout == zipped {
		b, err := pack(files)
		if err != nil {
			return "", err
		}
		root += ".zip"
		return root, write(root, b)
	}
	flat, err := nest(files)
	if err != nil {
		return "", err
	}
	for _, f := range flat {
		if err := write(filepath.Join(root, filepath.FromSlash(f.name)), []byte(f.text)); err != nil {
			return "", err
		}
	}
	return root, nil
}

func write(name string, b []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o750); err != nil {
		return fmt.Errorf("writing an example: %w", err)
	}
	if err := os.WriteFile(name, b, 0o600); err != nil {
		return fmt.Errorf("writing an example: %w", err)
	}
	return nil
}
