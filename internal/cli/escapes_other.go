//go:build !windows

package cli

import "io"

// enableEscapes reports whether the terminal obeys escape sequences.
func enableEscapes(io.Writer) bool { return true }
