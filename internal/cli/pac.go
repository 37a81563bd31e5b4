package cli

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/solcheck/solcheck/internal/engine"
	"github.com/solcheck/solcheck/internal/report"
	"github.com/solcheck/solcheck/rules/rule"
)

// pacFlags are the switches of "pac solution check", so that a script which calls
// that can call solcheck.
type pacFlags struct {
	ruleLevelOverride string
	excludedFiles     []string
	outputDirectory   string
	ignored           []string // the switches that were given and have no effect here
}

// pacIgnored are the switches that speak of the service, with what they take.
var pacIgnored = []struct{ name, takes string }{
	{"geo", "NAME"}, {"customEndpoint", "URL"}, {"environment", "URL"}, {"saveResults", ""}, {"clearCache", ""},
}

// declare adds the switches to the command.
func (p *pacFlags) declare(cmd *cobra.Command) {
	set := cmd.Flags()
	set.StringVar(&p.ruleLevelOverride, "ruleLevelOverride", "", "as of pac: --severity `FILE`")
	set.StringSliceVar(&p.excludedFiles, "excludedFiles", nil, "as of pac: leave out files `NAME,...`, also *NAME*")
	set.StringVar(&p.outputDirectory, "outputDirectory", "", "as of pac: write a zip with the SARIF of Microsoft's shape into `FOLDER`")
	for _, s := range pacIgnored {
		usage := "as of pac, for Microsoft's service alone: no effect"
		if s.takes != "" {
			usage = "`" + s.takes + "` " + usage
		}
		f := set.VarPF(&ignoredFlag{flags: p, name: s.name, isSwitch: s.takes == ""}, s.name, "", usage)
		if s.takes == "" {
			f.NoOptDefVal = "true"
		}
	}
	set.SetNormalizeFunc(func(_ *pflag.FlagSet, name string) pflag.NormalizedName {
		if name == "ruleSet" {
			name = "ruleset"
		}
		return pflag.NormalizedName(name)
	})
}

// An ignoredFlag takes a value and remembers that it was given.
type ignoredFlag struct {
	flags    *pacFlags
	name     string
	isSwitch bool
	value    string
}

// String implements [pflag.Value].
func (i *ignoredFlag) String() string { return i.value }

// Set implements [pflag.Value].
func (i *ignoredFlag) Set(value string) error {
	i.value = value
	i.flags.ignored = append(i.flags.ignored, "--"+i.name)
	return nil
}

// Type implements [pflag.Value].
func (i *ignoredFlag) Type() string {
	if i.isSwitch {
		return "bool"
	}
	return "string"
}

// apply gives the flags of check what these switches say.
func (p *pacFlags) apply(f *checkFlags) error {
	if p.ruleLevelOverride != "" {
		f.severity = append(f.severity, p.ruleLevelOverride)
	}
	for _, name := range p.excludedFiles {
		pattern, err := excludedPattern(strings.TrimSpace(name))
		if err != nil {
			return err
		}
		f.exclude = append(f.exclude, pattern)
	}
	return nil
}

// wild are the signs that patterns have and pac's names have not.
var wild = regexp.MustCompile(`[?\[{}]`)

// excludedPattern returns the pattern for a name as pac takes it: the whole name
// of a file, or with * at its begin or end. Other signs stand for themselves.
func excludedPattern(name string) (string, error) {
	inner := strings.TrimSuffix(strings.TrimPrefix(name, "*"), "*")
	if inner == "" || strings.Contains(inner, "*") {
		return "", fmt.Errorf("--excludedFiles takes names of files, with * at their begin or end alone; %q is none", name)
	}
	pattern := ""
	if strings.HasPrefix(name, "*") {
		pattern += "*"
	}
	pattern += wild.ReplaceAllString(inner, "[$0]")
	if strings.HasSuffix(name, "*") {
		pattern += "*"
	}
	return pattern, nil
}

// noteIgnored says of the switches that had no effect that they had none.
func (c *console) noteIgnored(p pacFlags, quiet bool) error {
	if len(p.ignored) == 0 || quiet {
		return nil
	}
	return c.note("note: Microsoft's service alone knows %s; solcheck works offline and ignores it\n", strings.Join(p.ignored, ", "))
}

// asPac writes the files and the table that pac writes, where they were asked for.
func (c *console) asPac(f checkFlags, outputs []output, r *engine.Report, o report.Options) error {
	folder := f.pac.outputDirectory
	if folder != "" {
		if err := c.writeDirectory(folder, r, o); err != nil {
			return err
		}
	}
	if folder == "" && !slices.ContainsFunc(outputs, func(out output) bool { return out.format == "sarif-microsoft" }) {
		return nil
	}
	return c.checkerResults(r)
}

// writeDirectory writes what pac leaves in its output directory: a zip with one
// log. Its name is that of the package and holds no time, so that equal input
// gives equal files.
func (c *console) writeDirectory(folder string, r *engine.Report, o report.Options) error {
	if err := os.MkdirAll(folder, 0o755); err != nil { //nolint:gosec // G301: a folder of reports, as pac makes it
		return fmt.Errorf("--outputDirectory: %w", err)
	}
	name := resultName(r)
	file := filepath.Join(folder, name+".zip")
	err := report.Save(file, func(w io.Writer) error {
		archive := zip.NewWriter(w)
		member, err := archive.Create(name + ".sarif")
		if err != nil {
			return err
		}
		return errors.Join(report.Write(member, "sarif-microsoft", r, o), archive.Close())
	})
	if err != nil || o.Quiet {
		return err
	}
	return c.note("wrote %s\n", filepath.ToSlash(file))
}

// resultName returns the file name of the only package without underscores and
// extension, as the service names its results.
func resultName(r *engine.Report) string {
	name := ""
	for i := range r.Packages {
		disk := r.Packages[i].Disk
		if name != "" && name != disk {
			return report.Name
		}
		name = disk
	}
	base := filepath.Base(filepath.FromSlash(name))
	base = strings.ReplaceAll(strings.TrimSuffix(base, filepath.Ext(base)), "_", "")
	if base == "" || base == "." {
		return report.Name
	}
	return base
}

// checkerResults writes the table that pac writes, which pipelines read; it is a
// result and no note, so --quiet leaves it.
func (c *console) checkerResults(r *engine.Report) error {
	counts := make(map[rule.Severity]int)
	for i := range r.Findings {
		counts[r.Findings[i].Severity]++
	}
	return c.note("Checker results:\n    Files: %s\n    Status: Finished\n\nCritical High Medium  Low Informational\n\n%5d %4d %7d %3d %13d\n\n",
		resultName(r), counts[rule.Critical], counts[rule.High], counts[rule.Medium], counts[rule.Low], counts[rule.Informational])
}
