// Ruledocs writes what documentation is made of the rules: a page for each in
// docs/rules, their index in docs/rules/README.md, and the table in README.md.
//
//	go run ./internal/ruledocs
package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/solcheck/solcheck/rules"
)

//go:generate go run .

func main() {
	if err := write(); err != nil {
		fmt.Fprintln(os.Stderr, "ruledocs:", err)
		os.Exit(1) //nolint:forbidigo // the end of a tool for developers
	}
}

func write() error {
	root, err := repository()
	if err != nil {
		return err
	}
	files, err := generate(root, rules.All())
	if err != nil {
		return err
	}
	gone, err := obsolete(root, files)
	if err != nil {
		return err
	}
	for _, name := range gone {
		if err := os.Remove(filepath.Join(root, filepath.FromSlash(name))); err != nil {
			return fmt.Errorf("removing the page of a rule that is gone: %w", err)
		}
	}
	for name, text := range files {
		path := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil { //nolint:gosec // a folder of the repository
			return fmt.Errorf("writing %s: %w", name, err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil { //nolint:gosec // a file of the repository
			return fmt.Errorf("writing %s: %w", name, err)
		}
	}
	return nil
}

// repository returns the folder at or above the working directory that has a
// go.mod.
func repository() (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", fmt.Errorf("finding the repository: %w", err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir, nil
		}
		up := filepath.Dir(dir)
		if up == dir {
			return "", errors.New("finding the repository: no go.mod here or above")
		}
		dir = up
	}
}
