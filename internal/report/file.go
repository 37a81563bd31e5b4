package report

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/solcheck/solcheck/internal/engine"
)

// WriteFile writes a report to a file. It writes under a temporary name in the
// same folder and moves the result into place, so whoever reads path sees the
// old report or the new one and never a half. After an error nothing is left
// behind and the old report stands. What is no regular file, such as /dev/stdout
// or a named pipe, is written to as it is.
func WriteFile(path, format string, r *engine.Report, o Options) error {
	return Save(path, func(w io.Writer) error { return Write(w, format, r, o) })
}

// Save writes a file as [WriteFile] does, with what write gives.
func Save(path string, write func(io.Writer) error) error {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return replaceFile(path, 0o666, write)
	case err != nil:
		return fmt.Errorf("writing a report: %w", err)
	case info.IsDir():
		return fmt.Errorf("writing a report: %s is a folder", path)
	case !info.Mode().IsRegular():
		return overwrite(path, write)
	}
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target // a link stays one
	}
	return replaceFile(path, info.Mode().Perm(), write)
}

func overwrite(path string, write func(io.Writer) error) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0) //nolint:gosec // G304: the user names the file to write
	if err != nil {
		return fmt.Errorf("writing a report: %w", err)
	}
	return errors.Join(write(f), f.Close())
}

func replaceFile(path string, perm fs.FileMode, write func(io.Writer) error) error {
	temporary := filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+"."+rand.Text()+".tmp")
	f, err := os.OpenFile(temporary, os.O_WRONLY|os.O_CREATE|os.O_EXCL, perm) //nolint:gosec // G304: the user names the file to write
	if err != nil {
		return fmt.Errorf("writing a report: %w", err)
	}
	err = errors.Join(write(f), f.Close())
	if err == nil {
		err = os.Rename(temporary, path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(temporary))
	}
	return nil
}
