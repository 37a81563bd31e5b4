// Newrule begins a rule: it writes the rule's file and page, which compile and
// pass, and adds the rule to its area's list. An area that is new is made.
//
//	go run ./internal/newrule web-use-async
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"

	"github.com/solcheck/solcheck/rules"
)

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "newrule:", err)
		os.Exit(1) //nolint:forbidigo // the end of a tool for developers
	}
}

func run(args []string, stdout io.Writer) error {
	if len(args) != 1 {
		return errors.New("expected the id of the new rule: go run ./internal/newrule web-use-async")
	}
	var ids []string
	for _, r := range rules.All() {
		ids = append(ids, r.ID)
	}
	s := &scaffold{root: ".", importPath: "github.com/solcheck/solcheck/rules", ids: ids}
	if err := s.begin(args[0]); err != nil {
		return err
	}
	for _, name := range s.order {
		if err := save(name, s.files[name]); err != nil {
			return err
		}
		if _, err := fmt.Fprintln(stdout, "wrote", name); err != nil {
			return err
		}
	}
	_, err := fmt.Fprintf(stdout, next, s.goFile, s.page, path.Dir(s.page))
	return err
}

// next is what to do with what was written.
const next = `Now:
  1. write the rule in %s,
  2. write its page %s; the examples in it are run,
  3. go test ./%s -update   fills in what the examples print: read it,
  4. add something that it finds to a package in testdata/every-rule, then
     go run ./internal/ruledocs && go test ./...
`

func save(name, text string) error {
	file := filepath.FromSlash(name)
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil { //nolint:gosec // a folder of the repository
		return fmt.Errorf("making a rule: %w", err)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil { //nolint:gosec // a file of the repository
		return fmt.Errorf("making a rule: %w", err)
	}
	return nil
}
