package engine

import (
	"bytes"
	"cmp"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/solcheck/solcheck/analyzers/source"
	"github.com/solcheck/solcheck/rules/rule"
	"github.com/solcheck/solcheck/rules/suppression"
)

// An Entry is a suppression of the configuration. It holds a finding when all
// of Rule, Path and Fingerprint that are set agree with it.
type Entry struct {
	Rule        string // rule id
	Path        string // doublestar pattern over the member path, or over the shown path
	Fingerprint string
	Reason      string
	Owner       string
	Expires     string // yyyy-mm-dd: the first day on which it holds no more

	// Where it was written, to report it when it matches nothing.
	File string
	Line int
}

// A directive is a suppression comment in a text file.
type directive struct {
	rules  []string
	line   int // of the comment
	target int // line that it speaks of; 0 for the whole file
	reason string
	region Region
	used   bool
}

const marker = "solcheck-ignore"

var directivePattern = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?://|/\*|<!--|#)\s*solcheck-ignore(-file)?((?:[ \t,]+[a-z][a-z0-9-]*)*)(?:[ \t]+--([^>].*?)?)?[ \t]*(?:\*/.*|-->.*)?\r?$`)
})

// parseDirectives finds the suppression comments of a file. A comment that
// stands alone on its line speaks of the next line, any other of its own.
func parseDirectives(file *source.File) []*directive {
	if !bytes.Contains(file.Text, []byte(marker)) {
		return nil
	}
	var list []*directive
	for rest, offset := file.Text, 0; ; {
		at := bytes.Index(rest, []byte(marker))
		if at < 0 {
			return list
		}
		line, _ := file.Lines.Position(offset + at)
		if d := parseDirective(file.Lines.Line(line), line); d != nil {
			list = append(list, d)
		}
		end := len(rest)
		if nl := bytes.IndexByte(rest[at:], '\n'); nl >= 0 {
			end = at + nl + 1
		}
		rest, offset = rest[end:], offset+end
	}
}

func parseDirective(line []byte, number int) *directive {
	m := directivePattern().FindSubmatchIndex(line)
	if m == nil {
		return nil
	}
	group := func(i int) string {
		if m[2*i] < 0 {
			return ""
		}
		return string(line[m[2*i]:m[2*i+1]])
	}
	d := &directive{
		line: number, target: number, reason: strings.TrimSpace(group(3)),
		rules: strings.FieldsFunc(group(2), func(r rune) bool { return r == ' ' || r == '\t' || r == ',' }),
	}
	switch {
	case group(1) != "":
		d.target = 0
	case len(bytes.TrimSpace(line[:m[0]])) == 0:
		d.target++
	}
	column := 1 + m[0]
	d.region = Region{Line: number, Column: column, EndLine: number, EndColumn: column + len(bytes.TrimRight(line[m[0]:], " \t\r"))}
	return d
}

// holds reports whether the directive speaks of f.
func (d *directive) holds(f *Finding) bool {
	return d.reason != "" && (d.target == 0 || d.target == f.Region.Line) && slices.Contains(d.rules, f.Rule.ID)
}

// apply suppresses what the comments of one file hold, and reports the comments
// that give no reason or hold nothing.
func (u *unitFindings) apply(file *source.File) {
	list := parseDirectives(file)
	if len(list) == 0 {
		return
	}
	q := u.in.quote(file.Token)
	for i := range u.list {
		f := &u.list[i]
		if f.Path != file.Name || f.Package != u.node.pkg.Path || f.Suppression != nil {
			continue
		}
		for _, d := range list {
			if d.holds(f) {
				d.used = true
				f.Suppression = &Suppression{InSource: true, Reason: d.reason}
				break
			}
		}
	}
	for _, d := range list {
		at := q.place
		at.Region = d.region
		switch {
		case len(d.rules) == 0:
			u.quoted(suppression.IncludeReason, q, at, "This comment names no rule, so it suppresses nothing; write \"solcheck-ignore RULE -- reason\"")
		case d.reason == "":
			u.quoted(suppression.IncludeReason, q, at, fmt.Sprintf("This comment gives no reason, so it suppresses nothing; write \"solcheck-ignore %s -- reason\"", strings.Join(d.rules, " ")))
		case !d.used && u.runs(d.rules):
			u.quoted(suppression.RemoveUnused, q, at, fmt.Sprintf("No finding of %s is here to suppress; remove the comment", quoteAll(d.rules)))
		}
	}
}

// quoted adds an own finding that has a line.
func (u *unitFindings) quoted(rl *rule.Rule, q *quotable, at Place, message string) {
	before := len(u.list)
	u.own(rl, at, message)
	if len(u.list) == before {
		return
	}
	f := &u.list[before]
	f.Context = q.context(at.Region)
	f.LineHash = q.hash(at.Region.Line)
	f.Statement = strings.TrimSpace(f.Context.Lines[at.Region.Line-f.Context.First])
}

// runs reports whether any of the named rules is part of the run: a comment for
// a rule that did not run is not known to be of no use.
func (r *runner) runs(ids []string) bool {
	return slices.ContainsFunc(r.Rules, func(rl *rule.Rule) bool { return slices.Contains(ids, rl.ID) })
}

func quoteAll(ids []string) string {
	quoted := make([]string, len(ids))
	for i, id := range ids {
		quoted[i] = fmt.Sprintf("%q", id)
	}
	return strings.Join(quoted, " or ")
}

// entries applies the suppressions of the configuration.
type entries struct {
	list    []Entry
	today   string
	matched []bool
}

func newEntries(list []Entry, today string) *entries {
	return &entries{list, today, make([]bool, len(list))}
}

func (e *entries) expired(i int) bool {
	x := e.list[i].Expires
	return x != "" && e.today != "" && x <= e.today
}

// hold returns the suppression that holds f, nil where none does.
func (e *entries) hold(f *Finding) *Suppression {
	for i, x := range e.list {
		if e.expired(i) || !x.matches(f) {
			continue
		}
		e.matched[i] = true
		return &Suppression{Reason: x.Reason, Owner: x.Owner, Expires: x.Expires}
	}
	return nil
}

func (x Entry) matches(f *Finding) bool {
	return (x.Rule == "" || x.Rule == f.Rule.ID) &&
		(x.Fingerprint == "" || x.Fingerprint == f.Fingerprint) &&
		(x.Path == "" || matchPath(x.Path, f.Place))
}

// unused returns findings for the entries that hold nothing, or no more.
func (r *runner) unused() []Finding {
	if !slices.Contains(r.Rules, suppression.RemoveUnused) {
		return nil
	}
	var list []Finding
	for i, x := range r.entries.list {
		var message string
		switch {
		case r.entries.expired(i):
			message = fmt.Sprintf("The suppression of %s expired on %s and holds no more; mend what it held, or give it a new date", x.what(), x.Expires)
		case !r.entries.matched[i] && (x.Rule == "" || r.runs([]string{x.Rule})):
			message = fmt.Sprintf("No finding matches the suppression of %s; remove the entry", x.what())
		default:
			continue
		}
		list = append(list, Finding{
			Rule: suppression.RemoveUnused, Severity: (&unitFindings{runner: r}).severity(suppression.RemoveUnused),
			Original: suppression.RemoveUnused.Severity, Message: message,
			Place: Place{Package: x.File, Disk: x.File, Region: Region{Line: x.Line, Column: 1, EndLine: x.Line, EndColumn: 1}},
		})
	}
	return list
}

func (x Entry) what() string {
	parts := []string{}
	for _, p := range []string{x.Rule, x.Path, x.Fingerprint} {
		if p != "" {
			parts = append(parts, fmt.Sprintf("%q", p))
		}
	}
	return strings.Join(parts, " in ")
}

// matchPath reports whether a pattern names a place: by its member path, by its
// shown path, or, for a pattern without a slash, by the file's own name. Case is
// ignored and "\" is a separator, as on the systems that packages come from.
func matchPath(pattern string, p Place) bool {
	pattern = foldPath(pattern)
	member, shown := foldPath(p.Path), foldPath(p.Package)
	if p.Path != "" {
		shown += "!/" + member
	}
	names := []string{member, shown, strings.ReplaceAll(shown, "!/", "/")}
	if !strings.Contains(pattern, "/") {
		names = append(names, path.Base(member))
	}
	return slices.ContainsFunc(names, func(name string) bool { return doublestar.MatchUnvalidated(pattern, name) })
}

func foldPath(s string) string { return strings.ToLower(strings.ReplaceAll(s, `\`, "/")) }

func validatePatterns(patterns []string) error {
	for _, p := range patterns {
		if !doublestar.ValidatePattern(foldPath(p)) {
			return fmt.Errorf("the pattern %q is malformed", p)
		}
	}
	return nil
}

func (u *unitFindings) excluded(p Place) bool {
	return slices.ContainsFunc(u.Exclude, func(pattern string) bool { return matchPath(pattern, p) })
}

// compareFindings orders findings by package, path, place and rule, and by their
// words where all of these are equal.
func compareFindings(a, b Finding) int {
	return cmp.Or(
		cmp.Compare(a.Package, b.Package), cmp.Compare(a.Path, b.Path),
		cmp.Compare(a.Region.Line, b.Region.Line), cmp.Compare(a.Region.Column, b.Region.Column),
		cmp.Compare(a.Rule.ID, b.Rule.ID), cmp.Compare(a.Message, b.Message),
		cmp.Compare(a.Of.Name, b.Of.Name), cmp.Compare(a.Type, b.Type), cmp.Compare(a.Member, b.Member),
		cmp.Compare(a.Statement, b.Statement),
	)
}
