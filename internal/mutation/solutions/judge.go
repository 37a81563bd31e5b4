package solutions

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf16"

	"github.com/solcheck/solcheck/internal/artifact"
	"github.com/solcheck/solcheck/internal/engine"
	"github.com/solcheck/solcheck/rules"
)

// A Finding is what a rule says of a solution.
type Finding struct {
	Rule    string
	At      Place
	Shown   string // the place as people read it
	Message string
}

// String returns the finding as one line.
func (f Finding) String() string { return f.Shown + ": " + f.Rule + ": " + f.Message }

// Judge judges a layout by all rules, as a zip below a folder that it may write to.
func (l *Layout) Judge(ctx context.Context, folder string) ([]Finding, error) {
	path := filepath.Join(folder, "solution.zip")
	defer func() { _ = os.Remove(path) }() // what is left is the caller's folder
	b, err := pack(l.Members)
	if err != nil {
		return nil, err
	}
	if err := os.WriteFile(path, b, 0o600); err != nil {
		return nil, fmt.Errorf("writing a solution: %w", err)
	}
	sources, _, err := artifact.Find([]string{path})
	if err != nil {
		return nil, fmt.Errorf("finding the solution: %w", err)
	}
	report, err := engine.Run(ctx, sources, engine.Options{Rules: rules.All(), Jobs: 1})
	if err != nil {
		return nil, fmt.Errorf("judging the solution: %w", err)
	}
	list := make([]Finding, 0, len(report.Findings))
	for i := range report.Findings {
		list = append(list, l.finding(&report.Findings[i]))
	}
	return list, nil
}

func (l *Layout) finding(f *engine.Finding) Finding {
	member := f.Path
	if _, inner, ok := strings.Cut(f.Package, "!/"); ok { // of a package in the solution
		member = strings.TrimSuffix(inner+"!/"+member, "!/")
	}
	said := Finding{f.Rule.ID, Place{member, whole}, member, f.Message}
	if text, ok := l.Members[member]; ok && !f.Region.IsZero() {
		said.At.Offset = offset(text, f.Region.Line, f.Region.Column)
		said.Shown = fmt.Sprintf("%s:%d:%d", member, f.Region.Line, f.Region.Column)
	}
	return said
}

// offset returns the byte at a line and a column, which counts UTF-16 code units.
func offset(text []byte, line, column int) int {
	at := 0
	for range line - 1 {
		at += bytes.IndexByte(text[at:], '\n') + 1
	}
	units := 1
	for i, r := range string(text[at:]) {
		if units >= column {
			return at + i
		}
		units += utf16.RuneLen(r)
	}
	return len(text)
}

// Shown returns a place of a layout as people read it.
func (l *Layout) Shown(at Place) string {
	if at.Offset < 0 {
		return at.Member
	}
	before := l.Members[at.Member][:at.Offset]
	line := before[bytes.LastIndexByte(before, '\n')+1:]
	return fmt.Sprintf("%s:%d:%d", at.Member, bytes.Count(before, []byte("\n"))+1, len(utf16.Encode([]rune(string(line))))+1)
}

// Layouts returns the two layouts of a mutant's solution.
func (m *Mutant) Layouts() ([]*Layout, error) {
	if m.Defect.ZipOnly {
		return []*Layout{Packed(m.Package)}, nil
	}
	unpacked, err := Unpack(m.Package)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", m.Defect.Rule, err)
	}
	return []*Layout{Packed(m.Package), unpacked}, nil
}
