package ruletest

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/solcheck/solcheck/internal/artifact"
	"github.com/solcheck/solcheck/internal/engine"
	"github.com/solcheck/solcheck/rules/rule"
)

// verdict judges an example in each of its layouts, which must agree, and
// returns what the rule says, one finding a line.
func (d *driver) verdict(t *testing.T, x example) string {
	t.Helper()
	if err := x.unknownOption(); err != nil {
		t.Fatal(err)
	}
	x.complete(d.rule)
	var verdict string
	for i, layout := range x.layouts(d.rule) {
		path, err := place(t.TempDir(), layout, x.files)
		if err != nil {
			t.Fatal(err)
		}
		lines, err := d.judge(t, path)
		if err != nil {
			t.Fatal(err)
		}
		if i > 0 && lines != verdict {
			t.Errorf("an example with %q is judged otherwise as a folder:\n%s", x.files[0].name, difference(verdict, lines))
		}
		if i == 0 {
			verdict = lines
		}
	}
	return verdict
}

// judge runs the rule over what lies at a path.
func (d *driver) judge(t *testing.T, path string) (string, error) {
	t.Helper()
	sources, skipped, err := artifact.Find([]string{path})
	if err != nil {
		return "", fmt.Errorf("finding the example: %w", err)
	}
	for _, s := range skipped {
		t.Errorf("a part of the example is passed over: %s: %s", s.Path, s.Reason)
	}
	o := engine.Options{Rules: []*rule.Rule{d.rule}}
	for _, change := range d.options {
		change(&o)
	}
	report, err := engine.Run(t.Context(), sources, o)
	if err != nil {
		return "", fmt.Errorf("judging the example: %w", err)
	}
	var lines strings.Builder
	for i := range report.Findings {
		if f := &report.Findings[i]; f.Rule == d.rule {
			lines.WriteString(line(filepath.ToSlash(path), f))
		}
	}
	return lines.String(), nil
}

// line prints a finding: "path:line:column: message", or "path: message" for a
// whole member. The path of the outermost package itself is ".".
func line(root string, f *engine.Finding) string {
	inner := strings.TrimPrefix(strings.TrimPrefix(f.Package, root), "!")
	shown := strings.TrimPrefix(inner, "/")
	switch {
	case shown == "" && f.Path == "":
		shown = "."
	case shown == "":
		shown = f.Path
	case f.Path == "":
	case strings.HasSuffix(f.Disk, "/"+f.Path):
		shown += "/" + f.Path
	default:
		shown += "!/" + f.Path
	}
	if f.Region.IsZero() {
		return fmt.Sprintf("%s: %s\n", shown, f.Message)
	}
	return fmt.Sprintf("%s:%d:%d: %s\n", shown, f.Region.Line, f.Region.Column, f.Message)
}
