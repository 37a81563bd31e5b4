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
	judging, err := x.limited(d.rule)
	if err != nil {
		t.Fatal(err)
	}
	earlier := x.cutPrevious()
	x.complete(d.rule)
	var verdict string
	for i, layout := range x.layouts(d.rule) {
		path, err := place(t.TempDir(), layout, x.files)
		if err != nil {
			t.Fatal(err)
		}
		lines, err := d.say(t, path, engine.Options{Rules: []*rule.Rule{judging}, Previous: d.previous(t, layout, earlier)})
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

// previous places the version before of an example, if it has one.
func (d *driver) previous(t *testing.T, layout string, earlier example) []artifact.Source {
	t.Helper()
	if len(earlier.files) == 0 {
		return nil
	}
	earlier.complete(d.rule)
	path, err := place(t.TempDir(), layout, earlier.files)
	if err != nil {
		t.Fatal(err)
	}
	sources, _, err := artifact.Find([]string{path})
	if err != nil {
		t.Fatal(err)
	}
	return sources
}

// say runs the rule over what lies at a path and returns what it says.
func (d *driver) say(t *testing.T, path string, o engine.Options) (string, error) {
	t.Helper()
	for _, change := range d.options {
		change(&o)
	}
	report, err := judge(t, path, o)
	if err != nil {
		return "", err
	}
	var lines strings.Builder
	for i := range report.Findings {
		f := &report.Findings[i]
		if f.Rule.ID != d.rule.ID {
			continue
		}
		if strings.HasSuffix(f.Message, ".") {
			t.Errorf("a message ends in a full stop: %s", f.Message)
		}
		lines.WriteString(line(filepath.ToSlash(path), f))
	}
	return lines.String(), nil
}

func judge(t *testing.T, path string, o engine.Options) (*engine.Report, error) {
	t.Helper()
	sources, skipped, err := artifact.Find([]string{path})
	if err != nil {
		return nil, fmt.Errorf("finding the package: %w", err)
	}
	for _, s := range skipped {
		t.Errorf("a part of the package is passed over: %s: %s", s.Path, s.Reason)
	}
	report, err := engine.Run(t.Context(), sources, o)
	if err != nil {
		return nil, fmt.Errorf("judging the package: %w", err)
	}
	return report, nil
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
