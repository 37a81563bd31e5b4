package cli

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/solcheck/solcheck/internal/engine"
	"github.com/solcheck/solcheck/internal/fix"
	"github.com/solcheck/solcheck/internal/report"
)

// The words of --fix.
const (
	fixApply = "apply"
	fixDiff  = "diff"
)

var fixModes = []string{fixApply, fixDiff}

// maxPasses is how often repairs are made and the sources judged anew: repairs
// that meet each other are made one after the other.
const maxPasses = 10

// repair makes the repairs of the findings, or prints them, where that was asked
// for. It returns the report on what is there afterwards.
func (c *console) repair(ctx context.Context, f checkFlags, paths []string, s *settings, r *engine.Report) (*engine.Report, error) {
	if f.fix == "" {
		return r, nil
	}
	plan, err := fix.New(r.Findings, os.ReadFile)
	if err != nil {
		return nil, err
	}
	if f.fix == fixDiff {
		return r, plan.Diff(c.stdout)
	}
	fixed := 0
	files := make(map[string]bool)
	for range maxPasses {
		if plan.Fixes == 0 {
			break
		}
		fixed += plan.Fixes
		for _, file := range plan.Files {
			files[file.Path] = true
		}
		if r, plan, err = c.pass(ctx, f, paths, s, plan); err != nil {
			return nil, err
		}
	}
	if f.quiet {
		return r, nil
	}
	return r, c.fixed(fixed, len(files), plan.Fixes+plan.Passed)
}

// pass writes what is planned, judges anew and plans again.
func (c *console) pass(ctx context.Context, f checkFlags, paths []string, s *settings, plan *fix.Plan) (*engine.Report, *fix.Plan, error) {
	for _, file := range plan.Files {
		err := report.Save(filepath.FromSlash(file.Path), func(w io.Writer) error {
			_, err := io.Copy(w, bytes.NewReader(file.After))
			return err
		})
		if err != nil {
			return nil, nil, err
		}
	}
	r, err := c.judge(ctx, f, paths, s)
	if err != nil {
		return nil, nil, err
	}
	next, err := fix.New(r.Findings, os.ReadFile)
	return r, next, err
}

// fixed says what was repaired, and what could have been and was not.
func (c *console) fixed(fixes, files, left int) error {
	text := "nothing to fix"
	if fixes > 0 {
		text = "fixed " + count(fixes, "finding") + " in " + count(files, "file")
	}
	if left > 0 {
		text += "; " + count(left, "repair") + " could not be made"
	}
	return c.note("%s\n", text)
}

// toFiles returns the outputs to files: where a diff goes to standard output, no
// report does.
func toFiles(outputs []output) []output {
	return slices.DeleteFunc(outputs, func(o output) bool { return o.file == "" })
}
