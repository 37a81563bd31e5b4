package cli

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/internal/engine"
	"github.com/solcheck/solcheck/internal/report"
	"github.com/solcheck/solcheck/rules/rule"
)

// An output is one report to write.
type output struct {
	format string
	file   string // empty for standard output
}

// parseOutputs reads the values of --format.
func parseOutputs(values []string) ([]output, error) {
	if len(values) == 0 {
		return []output{{format: "text"}}, nil
	}
	var list []output
	for _, v := range values {
		format, file, toFile := strings.Cut(v, "=")
		if err := oneOfWords("--format", format, formatNames()); err != nil {
			return nil, err
		}
		if toFile && file == "" {
			return nil, fmt.Errorf("--format %s names no file; write --format %sFILE, or --format %s for standard output", v, v, format)
		}
		twice := slices.IndexFunc(list, func(o output) bool { return o.file == file })
		switch {
		case twice < 0:
		case file == "":
			return nil, fmt.Errorf("%s and %s cannot both go to standard output; write one to a file: --format %s=FILE", list[twice].format, format, format)
		default:
			return nil, fmt.Errorf("%s and %s cannot both go to %s", list[twice].format, format, file)
		}
		if err := writable(file); err != nil {
			return nil, err
		}
		list = append(list, output{format, file})
	}
	return list, nil
}

// writable returns an error where the folder of a file to write does not exist,
// which is better known before the work than after it.
func writable(file string) error {
	folder := filepath.Dir(file)
	info, err := os.Stat(folder)
	if errors.Is(err, fs.ErrNotExist) || err == nil && !info.IsDir() {
		return fmt.Errorf("there is no folder %s to write %s into", filepath.ToSlash(folder), filepath.ToSlash(file))
	}
	return err
}

func formatNames() []string {
	var names []string
	for _, f := range report.Formats() {
		names = append(names, f.Name)
	}
	return names
}

// formatList describes the formats, one a line.
func formatList() string {
	var lines []string
	for _, f := range report.Formats() {
		lines = append(lines, fmt.Sprintf("  %-16s %s", f.Name, f.Summary))
	}
	return strings.Join(lines, "\n")
}

// reportOptions returns the options of reports that do not depend on the
// console.
func reportOptions(f checkFlags, s *settings, r *engine.Report) report.Options {
	o := report.Options{ToolVersion: toolVersion(), RunID: f.runID, Quiet: f.quiet, IncludeHidden: f.includeSuppressed, Fails: s.failOn.Reached}
	if s.sourceMap == nil {
		return o
	}
	webResources := make(map[engine.Place]component.Ref)
	for _, list := range [][]engine.Finding{r.Findings, r.Suppressed, r.Known} {
		for _, x := range list {
			if x.Of.Type == component.WebResource {
				webResources[whole(x.Place)] = x.Of
			}
		}
	}
	o.SourceMap = func(p engine.Place) (string, bool) {
		return s.sourceMap.Repo(p.Package, p.Path, webResources[whole(p)])
	}
	return o
}

// whole returns the member that a place lies in.
func whole(p engine.Place) engine.Place {
	p.Region = engine.Region{}
	return p
}

// write writes the reports, those to files first.
func (c *console) write(outputs []output, r *engine.Report, o report.Options) error {
	toStdout := ""
	for _, out := range outputs {
		if out.file == "" {
			toStdout = out.format
			continue
		}
		plain := o
		plain.Color, plain.Width = false, 0
		if err := report.WriteFile(out.file, out.format, r, plain); err != nil {
			return err
		}
		if !o.Quiet {
			if err := c.note("wrote %s\n", out.file); err != nil {
				return err
			}
		}
	}
	if toStdout == "" {
		if o.Quiet {
			return nil
		}
		return c.note("%s\n", summary(r))
	}
	w := bufio.NewWriterSize(c.stdout, 1<<16)
	return errors.Join(report.Write(w, toStdout, r, o), w.Flush())
}

// summary says in one line what was found.
func summary(r *engine.Report) string {
	counts := make(map[rule.Severity]int)
	for _, f := range r.Findings {
		counts[f.Severity]++
	}
	var parts []string
	for _, s := range rule.Severities() {
		if counts[s] > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", counts[s], strings.ToLower(s.String())))
		}
	}
	if len(parts) == 0 {
		return "no findings in " + count(len(r.Packages), "package")
	}
	return fmt.Sprintf("%s in %s: %s", count(len(r.Findings), "finding"), count(len(r.Packages), "package"), strings.Join(parts, ", "))
}

// count returns n with the noun in its number.
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// saveBaseline writes a baseline to a file.
func saveBaseline(name string, b *engine.Baseline) error {
	return report.Save(name, func(w io.Writer) error { return b.Write(w) })
}
