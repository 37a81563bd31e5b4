// Package report turns the outcome of a run into what people and programs read.
//
// Each format is one function from an [engine.Report] to bytes. All of them write
// as they go, so memory does not grow with the findings, and equal reports give
// equal bytes: no time, no user, no machine.
package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/solcheck/solcheck/internal/engine"
	"github.com/solcheck/solcheck/rules/rule"
)

// Name is what reports call the tool.
const Name = "solcheck"

// Home is where the tool lives.
const Home = "https://github.com/solcheck/solcheck"

// Options are what a format needs to know besides the findings.
type Options struct {
	ToolVersion string // "1.2.3", without v; empty for an unknown one

	// RunID keeps runs apart whose reports meet in one place, as the jobs of a
	// pipeline do; it becomes the category of a SARIF upload. Where it is empty
	// the unique name of a single outermost package stands in.
	RunID string

	// SourceMap returns the path in the repository, relative to its root and
	// slash-separated, of the file that a member was packed from; nil for none.
	SourceMap func(engine.Place) (path string, ok bool)

	// For text.
	Color bool
	Width int  // columns; 0 for 100
	Quiet bool // findings and what was not checked, nothing else

	// For JUnit: reports whether findings of a severity fail the run; nil for all.
	Fails func(rule.Severity) bool

	// For SARIF.
	IncludeHidden bool  // write what suppressions and the baseline hide, marked as such
	MaxResults    int   // at most so many results, worst first; 0 for GitHub's limit of 25,000
	MaxCompressed int64 // bytes of the file, compressed by gzip; 0 for GitHub's limit of 10 MB
}

// A Format is a form that reports come in.
type Format struct {
	Name    string
	Summary string // one line for the command's help
	write   func(w io.Writer, r *engine.Report, o Options) error
}

// Formats returns all formats, sorted by name.
func Formats() []Format {
	return []Format{
		{"azure", "logging commands for Azure Pipelines, at most 100", writeAzure},
		{"csv", "the twelve columns of Microsoft's list, for spreadsheets", writeCSV},
		{"github", "annotations for GitHub Actions, at most ten of a kind", writeGitHub},
		{"gitlab", "a code quality report for GitLab", writeGitLab},
		{"html", "one page for reviewers: the tree, search and filters, the code at fault", writeHTML},
		{"json", "all findings for programs, by the schema in docs/solcheck-report.schema.json", writeJSON},
		{"junit", "JUnit XML, a case for each finding", writeJUnit},
		{"markdown", "a short summary for pull requests and pipelines", writeMarkdown},
		{"sarif", "SARIF 2.1.0 for GitHub code scanning, Azure DevOps and viewers", writeSARIF},
		{"sarif-microsoft", "SARIF as Microsoft's checker writes it, for scripts made for that", writeMicrosoft},
		{"text", "for people, with the code at fault", writeText},
	}
}

// ParseFormat finds a format by name, case ignored.
func ParseFormat(name string) (Format, error) {
	all := Formats()
	names := make([]string, len(all))
	for i, f := range all {
		if strings.EqualFold(f.Name, name) {
			return f, nil
		}
		names[i] = f.Name
	}
	return Format{}, fmt.Errorf("no format is named %q: expected one of %s", name, strings.Join(names, ", "))
}

// Write writes a report in the format of that name. An error is an unknown
// format or w's own.
func Write(w io.Writer, format string, r *engine.Report, o Options) error {
	f, err := ParseFormat(format)
	if err != nil {
		return err
	}
	if err := f.write(w, r, o); err != nil {
		return fmt.Errorf("writing the %s report: %w", f.Name, err)
	}
	return nil
}
