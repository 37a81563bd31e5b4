package engine

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/source"
	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/packages"
	"github.com/solcheck/solcheck/rules/rule"
)

// unitFindings turns the results of one node's actions into findings.
type unitFindings struct {
	*runner
	node    *node
	in      *reader
	list    []Finding
	skipped []NotChecked
}

func (u *unitFindings) collect() {
	u.node.veil = u.secrets()
	u.in.forget() // what is quoted from here on is veiled
	u.faults()
	u.failures()
	for _, rl := range u.Rules {
		found, ok := u.node.result(rl.Analyzer).(*rule.Diagnostics)
		if !ok {
			continue
		}
		for _, d := range found.List {
			if f, ok := u.finding(rl, d); ok {
				u.list = append(u.list, f)
			}
		}
	}
	u.directives()
	for i := range u.list {
		u.node.veil.over(&u.list[i])
	}
}

// finding places a diagnostic. It is not ok where a pattern excludes the place.
func (u *unitFindings) finding(rl *rule.Rule, d rule.Diagnostic) (Finding, bool) {
	f := Finding{
		Rule: rl, Severity: u.severity(rl), Original: rl.Severity,
		Message: d.Message, Of: d.Of, Module: d.Module, Type: d.Type, Member: d.Member, Statement: d.Statement,
	}
	file := u.fset.File(d.Pos)
	if file == nil {
		f.Place = Place{Package: u.node.pkg.Path, Disk: u.node.pkg.Disk}
		return f, !u.excluded(f.Place)
	}
	q := u.in.quote(file)
	f.Place = q.place
	f.Region = q.region(file, d.Pos, d.End)
	if u.excluded(f.Place) {
		return Finding{}, false
	}
	f.Context = q.context(f.Region)
	if rl.Hides {
		f.Context.keep(f.Region.Line)
	}
	f.LineHash = q.hash(f.Region.Line)
	if own := f.Region.Line - f.Context.First; f.Statement == "" && own < len(f.Context.Lines) {
		f.Statement = strings.TrimSpace(f.Context.Lines[own])
	}
	for _, rel := range d.Related {
		f.Related = append(f.Related, u.related(rel))
	}
	for _, fix := range d.SuggestedFixes {
		f.Fixes = append(f.Fixes, u.fix(fix))
	}
	return f, true
}

func (u *unitFindings) severity(rl *rule.Rule) rule.Severity {
	if s, ok := u.Severity[rl.ID]; ok {
		return s
	}
	return rl.Severity
}

func (u *unitFindings) related(rel analysis.RelatedInformation) Related {
	file := u.fset.File(rel.Pos)
	if file == nil {
		return Related{Message: rel.Message}
	}
	q := u.in.quote(file)
	place := q.place
	place.Region = q.region(file, rel.Pos, rel.End)
	return Related{Place: place, Message: rel.Message}
}

func (u *unitFindings) fix(fix analysis.SuggestedFix) Fix {
	out := Fix{Message: fix.Message}
	for _, e := range fix.TextEdits {
		file := u.fset.File(e.Pos)
		if file == nil {
			continue
		}
		q := u.in.quote(file)
		end := e.End
		if !end.IsValid() {
			end = e.Pos
		}
		place := q.place
		place.Region = q.region(file, e.Pos, end)
		edit := Edit{Place: place, Start: file.Offset(e.Pos), End: file.Offset(end), New: string(e.NewText)}
		if text := q.lines.Text(); edit.Start <= edit.End && edit.End <= len(text) {
			edit.Old = string(text[edit.Start:edit.End])
		}
		out.Edits = append(out.Edits, edit)
	}
	return out
}

// faults lists what could not be opened. The findings for it are made by the
// rules of area package, from the fact.
func (u *unitFindings) faults() {
	for _, f := range u.node.pkg.Faults {
		if f.Kind != unit.Hostile {
			u.skip(f.Member, f.Detail)
		}
	}
	for _, act := range u.node.acts {
		if model, ok := act.result.(unit.Reader); ok {
			for _, p := range model.Unread() {
				u.skip(p.Member, p.Message)
			}
		}
	}
	slices.SortFunc(u.skipped, compareSkipped)
	u.skipped = slices.Compact(u.skipped)
}

func (u *unitFindings) skip(member, reason string) {
	u.skipped = append(u.skipped, NotChecked{Path: u.node.pkg.Shown(member), Reason: reason})
}

func compareSkipped(a, b NotChecked) int {
	return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.Reason, b.Reason))
}

// failures makes a finding of each analyzer that broke.
func (u *unitFindings) failures() {
	var broken []*action
	for _, act := range u.node.acts {
		if act.blamed {
			broken = append(broken, act)
		}
	}
	slices.SortFunc(broken, func(a, b *action) int { return cmp.Compare(a.analyzer.Name, b.analyzer.Name) })
	for _, act := range broken {
		what := strings.ReplaceAll(act.analyzer.Name, "_", "-")
		reason := act.err.Error()
		if c, ok := errors.AsType[*crash](act.err); ok {
			reason = "it crashed: " + fmt.Sprint(c.value)
		}
		u.skipped = append(u.skipped, NotChecked{u.node.pkg.Path, fmt.Sprintf("%q failed: %s", what, reason)})
		u.own(packages.FailedAnalysis, Place{Package: u.node.pkg.Path, Disk: u.node.pkg.Disk},
			fmt.Sprintf("%q failed on this package, so what it looks for was not checked: %s. Please report it with the package, or its structure, as a defect of solcheck", what, reason))
	}
}

// own adds a finding that the engine makes itself, where its rule is asked for.
func (u *unitFindings) own(rl *rule.Rule, at Place, message string) {
	if !slices.Contains(u.Rules, rl) || u.excluded(at) {
		return
	}
	u.list = append(u.list, Finding{
		Rule: rl, Severity: u.severity(rl), Original: rl.Severity, Message: message, Place: at,
		Of: component.Ref{},
	})
}

// directives finds the suppression comments of the unit's opened files and
// applies them.
func (u *unitFindings) directives() {
	files, ok := u.node.result(source.Analyzer).(*source.Files)
	if !ok {
		return
	}
	for _, file := range files.Opened() {
		u.apply(file)
	}
}
