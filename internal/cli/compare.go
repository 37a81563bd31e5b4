package cli

import (
	"bufio"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/solcheck/solcheck/internal/config"
	"github.com/solcheck/solcheck/internal/logs"
	"github.com/solcheck/solcheck/internal/report"
	"github.com/solcheck/solcheck/rules/rule"
)

var compareFormats = []string{"text", "json"}

func (c *console) compare() *cobra.Command {
	var format, failOn string
	cmd := &cobra.Command{
		Use:   "compare [flags] OLD NEW",
		Short: "Tell what is new, fixed and unchanged between two SARIF logs",
		Long: `Tell what is new, fixed and unchanged from one SARIF log to another. Either may be
solcheck's or that of Microsoft's checker service, as it is or in the zip that it
comes in. Results are matched by rule, place and text.

The exit status is 1 if something of --fail-on or worse is new.`,
		Example: `  solcheck compare release.sarif today.sarif
  solcheck compare CodeAnalysisLogs/results.zip ours.sarif`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 2 {
				return errors.New("name two SARIF logs, the old one first")
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error { return c.runCompare(format, failOn, args[0], args[1]) },
	}
	cmd.Flags().StringVar(&format, "format", "text", "`FORMAT` to write: text or json")
	cmd.Flags().StringVar(&failOn, "fail-on", "", "fail where something of `LEVEL` or worse is new, or none (default high)")
	completeWords(cmd, "format", compareFormats)
	completeWords(cmd, "fail-on", config.Thresholds())
	return cmd
}

func (c *console) runCompare(format, failOn, before, after string) error {
	if err := oneOfWords("--format", format, compareFormats); err != nil {
		return err
	}
	threshold, err := parseFailOn(failOn)
	if err != nil {
		return err
	}
	was, err := logs.Open(before)
	if err != nil {
		return err
	}
	is, err := logs.Open(after)
	if err != nil {
		return err
	}
	changes, err := logs.Compare(was, is)
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(c.stdout, 1<<16)
	write := compareText
	if format == "json" {
		write = compareJSON
	}
	if err := errors.Join(write(w, changes), w.Flush()); err != nil {
		return err
	}
	var worst rule.Severity
	for i := range changes.New {
		worst = max(worst, changes.New[i].Severity)
	}
	if threshold.Reached(worst) {
		return errFindings
	}
	return nil
}

func parseFailOn(word string) (config.Threshold, error) {
	if word == "" {
		return config.DefaultThreshold, nil
	}
	level, err := config.ParseThreshold(word)
	if err != nil {
		return level, fmt.Errorf("--fail-on: %w", err)
	}
	return level, nil
}

// compareText writes what is new and what is fixed, and counts the rest.
func compareText(w io.Writer, x *logs.Comparison) error {
	for _, part := range []struct {
		name, other string
		list        []logs.Entry
	}{{"New", "the old log", x.New}, {"Fixed", "the new log", x.Fixed}} {
		if len(part.list) == 0 {
			continue
		}
		if _, err := fmt.Fprintf(w, "%s\n", part.name); err != nil {
			return err
		}
		unlisted := 0
		for i := range part.list {
			e := &part.list[i]
			if e.Unlisted {
				unlisted++
			}
			if _, err := fmt.Fprintf(w, "  %s  %s  %s\n      %s\n", e.Severity, report.Visible(e.Rule), report.Visible(cmp.Or(e.Place(), "no place")), report.Visible(e.Message)); err != nil {
				return err
			}
		}
		if unlisted > 0 {
			if _, err := fmt.Fprintf(w, "  Of rules that %s does not list, so it could not have them: %d of %d\n", part.other, unlisted, len(part.list)); err != nil {
				return err
			}
		}
		if _, err := fmt.Fprintln(w); err != nil {
			return err
		}
	}
	_, err := fmt.Fprintf(w, "%d new, %d fixed, %d unchanged\n", len(x.New), len(x.Fixed), len(x.Unchanged))
	return err
}

// compareJSON writes all three lists.
func compareJSON(w io.Writer, x *logs.Comparison) error {
	type entry struct {
		Rule     string `json:"rule"`
		Severity string `json:"severity"`
		Message  string `json:"message"`
		Path     string `json:"path,omitempty"`
		Line     int    `json:"line,omitempty"`
		Unlisted bool   `json:"ruleUnknownToOther,omitempty"`
	}
	entries := func(list []logs.Entry) []entry {
		out := make([]entry, len(list))
		for i, e := range list {
			out[i] = entry{e.Rule, e.Severity.String(), e.Message, e.Path, e.Line, e.Unlisted}
		}
		return out
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(struct {
		New       []entry `json:"new"`
		Fixed     []entry `json:"fixed"`
		Unchanged []entry `json:"unchanged"`
	}{entries(x.New), entries(x.Fixed), entries(x.Unchanged)})
}
