package logs

import (
	"cmp"
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/solcheck/solcheck/rules/rule"
	"github.com/solcheck/solcheck/sarif"
)

// An Entry is a result as a comparison knows it.
type Entry struct {
	Rule     string
	Severity rule.Severity // Medium where the log does not say
	Message  string
	Path     string // the innermost file: the member of a zip where the log names one
	Line     int    // 0 for none
	Unlisted bool   // the other log lists no such rule

	fingerprint string // solcheck's own
	text        string // the code, or the message where there is none
	logical     string // last part of the logical name, without extension
}

// Place returns path and line.
func (e *Entry) Place() string {
	if e.Line == 0 {
		return e.Path
	}
	return e.Path + ":" + strconv.Itoa(e.Line)
}

// read returns the results of logs and the rules that they list. Suppressed
// results are left out, as everybody but GitHub leaves them out.
func read(list []Log) (entries []Entry, listed map[string]bool, err error) {
	listed = make(map[string]bool)
	for _, l := range list {
		heads, err := l.Read(nil)
		if err != nil {
			return nil, nil, err
		}
		for _, head := range heads {
			if err := complete(l, head); err != nil {
				return nil, nil, err
			}
			for _, r := range head.Tool.Driver.Rules {
				listed[strings.ToLower(r.ID)] = true
			}
		}
		_, err = l.Read(func(run int, r *sarif.Result) error {
			if len(r.Suppressions) == 0 && valueOf(r.BaselineState) != "absent" {
				entries = append(entries, entryOf(r, heads[run]))
			}
			return nil
		})
		if err != nil {
			return nil, nil, err
		}
	}
	slices.SortStableFunc(entries, func(a, b Entry) int {
		return cmp.Or(cmp.Compare(b.Severity, a.Severity), strings.Compare(a.Path, b.Path), cmp.Compare(a.Line, b.Line), strings.Compare(a.Rule, b.Rule))
	})
	return entries, listed, nil
}

func entryOf(r *sarif.Result, head *sarif.Run) Entry {
	e := Entry{Rule: valueOf(r.RuleID), Message: messageOf(r)}
	if x := ruleOf(r, head); x != nil {
		e.Rule = cmp.Or(e.Rule, x.ID)
	}
	e.Severity = severity(r, head)
	e.fingerprint, _ = r.PartialFingerprints["solcheck/v1"].(string)
	at := primary(r)
	if at != nil && at.PhysicalLocation != nil {
		e.physical(innermost(r, at.PhysicalLocation))
	}
	e.text = cmp.Or(e.text, e.Message)
	e.text = strings.Join(strings.Fields(e.text), " ")
	if at != nil && len(at.LogicalLocations) > 0 {
		name := valueOf(at.LogicalLocations[len(at.LogicalLocations)-1].FullyQualifiedName)
		e.logical = stem(name)
	}
	return e
}

// physical takes path, line and code from a location.
func (e *Entry) physical(at *sarif.PhysicalLocation) {
	if at.ArtifactLocation != nil {
		e.Path = decoded(valueOf(at.ArtifactLocation.URI))
	}
	if r := at.Region; r != nil {
		if r.StartLine != nil {
			e.Line = *r.StartLine
		}
		if r.Snippet != nil {
			e.text = valueOf(r.Snippet.Text)
		}
	}
}

// innermost returns the location of a result, or that of the member where the
// place is a zip, which solcheck gives as the first related location.
func innermost(r *sarif.Result, at *sarif.PhysicalLocation) *sarif.PhysicalLocation {
	if len(r.RelatedLocations) == 0 || r.RelatedLocations[0].PhysicalLocation == nil || at.ArtifactLocation == nil {
		return at
	}
	first := r.RelatedLocations[0]
	if first.Message != nil && strings.HasPrefix(valueOf(first.Message.Text), decoded(valueOf(at.ArtifactLocation.URI))+"!/") {
		return first.PhysicalLocation
	}
	return at
}

func primary(r *sarif.Result) *sarif.Location {
	if len(r.Locations) == 0 {
		return nil
	}
	return r.Locations[0]
}

// messageOf returns the message without the place in a zip that solcheck ends it
// with.
func messageOf(r *sarif.Result) string {
	text := valueOf(r.Message.Text)
	if i := strings.LastIndex(text, " (in "); i > 0 && strings.HasSuffix(text, ")") && len(r.RelatedLocations) > 0 {
		return text[:i]
	}
	return text
}

// severity returns the severity of a result: that of its properties, or what its
// level stands for.
func severity(r *sarif.Result, head *sarif.Run) rule.Severity {
	if s, err := rule.ParseSeverity(severityOf(r, head)); err == nil {
		return s
	}
	switch valueOf(r.Level) {
	case "error":
		return rule.High
	case "note", "none":
		return rule.Low
	default:
		return rule.Medium
	}
}

func decoded(uri string) string {
	if s, err := url.PathUnescape(uri); err == nil {
		return s
	}
	return uri
}

// member returns the path below the package in lower case: Microsoft writes
// "/solution/WebResources/a.js", solcheck "WebResources/a.js" or the path of the
// repository.
func (e *Entry) member() string {
	p := strings.ToLower(e.Path)
	if rest, ok := strings.CutPrefix(p, "/"); ok {
		if _, inner, ok := strings.Cut(rest, "/"); ok {
			return inner
		}
		return rest
	}
	return p
}

func (e *Entry) base() string { return path.Base(strings.ToLower(e.Path)) }

// stem returns the last part of a name without its extension, in lower case.
func stem(name string) string {
	name = path.Base(strings.ToLower(strings.ReplaceAll(name, `\`, "/")))
	if ext := path.Ext(name); len(ext) > 1 && len(ext) <= 5 {
		name = strings.TrimSuffix(name, ext)
	}
	return name
}
