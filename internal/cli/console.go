package cli

import (
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"golang.org/x/term"

	"github.com/solcheck/solcheck/analyzers/near"
)

var colorModes = []string{"auto", "always", "never"}

// note writes to standard error.
func (c *console) note(format string, args ...any) error {
	_, err := fmt.Fprintf(c.stderr, format, args...)
	return err
}

// colored reports whether to colour what is written to w.
func (c *console) colored(w io.Writer) (bool, error) {
	if err := oneOfWords("--color", c.color, colorModes); err != nil {
		return false, err
	}
	switch c.color {
	case "always":
		return true, nil
	case "never":
		return false, nil
	}
	return os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb" && isTerminal(w) && enableEscapes(w), nil
}

// isTerminal reports whether w is a terminal.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// width returns how many columns w has, and otherwise where it is no terminal.
func width(w io.Writer, otherwise int) int {
	if f, ok := w.(*os.File); ok {
		if columns, _, err := term.GetSize(int(f.Fd())); err == nil && columns > 0 {
			return columns
		}
	}
	return otherwise
}

// oneOfWords returns an error where a flag's value is none of the words.
func oneOfWords(flag, value string, words []string) error {
	if slices.Contains(words, value) {
		return nil
	}
	hint := near.Hint(value, words)
	if hint == "" {
		hint = "; expected one of " + strings.Join(words, ", ")
	}
	return fmt.Errorf("%s takes no %q%s", flag, value, hint)
}
