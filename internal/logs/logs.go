// Package logs joins and compares SARIF logs: those of solcheck and those that
// Microsoft's checker service leaves, as files or in the zip that it sends.
package logs

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/solcheck/solcheck/sarif"
)

// maxInflated is how many bytes of a log in a zip are read.
const maxInflated = 512 << 20

// A Log is a SARIF log that can be read several times.
type Log struct {
	Path   string // as it was given, with "!/" before the member of a zip
	file   string
	member string // of the zip; empty where the file itself is the log
}

// Open finds the logs at a path: the file itself, or every .sarif in a zip, sorted
// by name. What a file is, is told by how it begins.
func Open(path string) ([]Log, error) {
	shown := filepath.ToSlash(path)
	isZip, err := beginsAsZip(path)
	if err != nil {
		return nil, err
	}
	if !isZip {
		return []Log{{Path: shown, file: path}}, nil
	}
	archive, err := zip.OpenReader(path)
	if err != nil {
		return nil, fmt.Errorf("%s is a broken zip: %w", shown, err)
	}
	var list []Log
	for _, f := range archive.File {
		if strings.HasSuffix(strings.ToLower(f.Name), ".sarif") {
			list = append(list, Log{Path: shown + "!/" + f.Name, file: path, member: f.Name})
		}
	}
	if err := archive.Close(); err != nil {
		return nil, fmt.Errorf("closing %s: %w", shown, err)
	}
	if len(list) == 0 {
		return nil, fmt.Errorf("%s holds no .sarif file", shown)
	}
	slices.SortFunc(list, func(a, b Log) int { return strings.Compare(a.Path, b.Path) })
	return list, nil
}

// beginsAsZip reports whether a file begins as zips do.
func beginsAsZip(path string) (bool, error) {
	f, err := os.Open(path) //nolint:gosec // G304: the user names the file to read
	if errors.Is(err, os.ErrNotExist) {
		return false, fmt.Errorf("there is no file %s", filepath.ToSlash(path))
	}
	if err != nil {
		return false, err
	}
	var start [4]byte
	_, err = io.ReadFull(f, start[:])
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		err = nil // shorter than any zip
	}
	return string(start[:]) == "PK\x03\x04", errors.Join(err, f.Close())
}

// Read reads the log as [sarif.Read] does; an error names the log.
func (l Log) Read(each func(run int, result *sarif.Result) error) ([]*sarif.Run, error) {
	in, closers, err := l.open()
	if err != nil {
		return nil, err
	}
	runs, err := sarif.Read(in, each)
	for _, c := range slices.Backward(closers) {
		err = errors.Join(err, c.Close())
	}
	if err != nil {
		return nil, fmt.Errorf("%s cannot be read as a SARIF log: %w", l.Path, err)
	}
	return runs, nil
}

func (l Log) open() (io.Reader, []io.Closer, error) {
	if l.member == "" {
		f, err := os.Open(l.file)
		return f, []io.Closer{f}, err
	}
	archive, err := zip.OpenReader(l.file)
	if err != nil {
		return nil, nil, err
	}
	for _, f := range archive.File {
		if f.Name == l.member {
			in, err := f.Open()
			if err != nil {
				return nil, nil, errors.Join(fmt.Errorf("%s: %w", l.Path, err), archive.Close())
			}
			return io.LimitReader(in, maxInflated), []io.Closer{archive, in}, nil
		}
	}
	return nil, nil, errors.Join(fmt.Errorf("%s is gone", l.Path), archive.Close())
}
