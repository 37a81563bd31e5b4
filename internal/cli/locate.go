package cli

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/solcheck/solcheck/internal/config"
)

// configFile returns the configuration of a run: the one given, else the one that
// is found upward from the paths, else none. One run has one configuration.
func configFile(given string, paths []string) (string, error) {
	if given != "" {
		return given, nil
	}
	found, from := "", ""
	for _, p := range paths {
		name, err := upward(p)
		if err != nil {
			return "", err
		}
		switch {
		case name == "" || name == found:
		case found != "":
			return "", fmt.Errorf("%s and %s have different configurations, %s and %s; name one with --config, or check them one by one", from, p, found, name)
		default:
			found, from = name, p
		}
	}
	return found, nil
}

// upward returns the configuration in the folder of p or the nearest above it,
// up to the top of the repository, empty for none. Its path is relative to the
// working folder where that is possible.
func upward(p string) (string, error) {
	here, err := os.Getwd()
	if err != nil {
		return "", fmt.Errorf("looking for the configuration: %w", err)
	}
	dir, err := filepath.Abs(p)
	if err != nil {
		return "", fmt.Errorf("looking for the configuration: %w", err)
	}
	info, err := os.Stat(dir)
	switch {
	case err != nil: // a pattern, or nothing at all, which is told later
		fixed, _ := doublestar.SplitPattern(filepath.ToSlash(dir))
		dir = filepath.FromSlash(fixed)
	case !info.IsDir():
		dir = filepath.Dir(dir)
	}
	for {
		name := filepath.Join(dir, config.Name)
		if fileExists(filepath.ToSlash(name)) {
			if short, err := filepath.Rel(here, name); err == nil {
				name = short
			}
			return filepath.ToSlash(name), nil
		}
		above := filepath.Dir(dir)
		if _, err := os.Lstat(filepath.Join(dir, ".git")); err == nil || above == dir {
			return "", nil
		}
		dir = above
	}
}
