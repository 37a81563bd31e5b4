package cli

import (
	"io"
	"os"

	"golang.org/x/sys/windows"
)

// enableEscapes makes a Windows console obey escape sequences, which older ones
// do only when asked to, and reports whether it does.
func enableEscapes(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	console := windows.Handle(f.Fd())
	var mode uint32
	if err := windows.GetConsoleMode(console, &mode); err != nil {
		return false
	}
	return windows.SetConsoleMode(console, mode|windows.ENABLE_VIRTUAL_TERMINAL_PROCESSING) == nil
}
