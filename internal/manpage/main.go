// Manpage writes the manual page of solcheck into docs/solcheck.1.
//
//	go run ./internal/manpage
package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"

	"github.com/solcheck/solcheck/internal/cli"
)

//go:generate go run . ../../docs/solcheck.1

func main() {
	name := filepath.Join("docs", "solcheck.1")
	if len(os.Args) > 1 {
		name = os.Args[1]
	}
	var page bytes.Buffer
	err := cli.WriteManual(&page)
	if err == nil {
		err = os.WriteFile(name, page.Bytes(), 0o644) //nolint:gosec // a file of the repository
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "manpage:", err)
		os.Exit(1) //nolint:forbidigo // the end of a tool for developers
	}
}
