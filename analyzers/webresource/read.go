package webresource

import (
	"fmt"
	"go/token"
	"path"
	"slices"
	"strings"

	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/source"
	"github.com/solcheck/solcheck/analyzers/syntax/html"
	"github.com/solcheck/solcheck/analyzers/syntax/javascript"
	"github.com/solcheck/solcheck/analyzers/unit"
)

// maxTotal is how many bytes of scripts and pages are read in one unit. What is
// known of a script takes some ten times its size.
const maxTotal = 256 << 20

// A reader reads the scripts and pages of one unit.
type reader struct {
	files *source.Files
	m     *Model
	// thirdParty says that code of others is judged like any other.
	thirdParty bool
	total      int // bytes read
}

// collect takes a file that is to be read.
func (r *reader) collect(member string, f *File) {
	f.File = &source.File{Name: member}
	r.m.Files = append(r.m.Files, f)
}

// read reads all files that were collected, a member that two web resources name
// for the first of them.
func (r *reader) read() {
	slices.SortStableFunc(r.m.Files, func(a, b *File) int { return strings.Compare(a.File.Name, b.File.Name) })
	all := slices.CompactFunc(r.m.Files, func(a, b *File) bool { return a.File.Name == b.File.Name })
	r.m.Files = nil
	for _, f := range all {
		if r.open(f) {
			r.m.Files = append(r.m.Files, f)
			r.m.Scripts = append(r.m.Scripts, f.Scripts...)
			r.name(f)
		}
	}
}

func (r *reader) name(f *File) {
	if key := strings.ToLower(f.Name()); r.m.byName[key] == nil {
		r.m.byName[key] = f
	}
}

// open reads one file and reports whether it could be read.
func (r *reader) open(f *File) bool {
	member := f.File.Name
	file, err := r.files.Open(member)
	if err != nil {
		r.m.Problems = append(r.m.Problems, unit.Problem{Member: member, Pos: r.files.At(member), Message: "the file cannot be read: " + err.Error()})
		return false
	}
	f.File = file
	if r.total += len(file.Text); r.total > maxTotal {
		r.problem(f, 0, fmt.Sprintf("the scripts and pages before it have %d MB already", maxTotal>>20))
		return false
	}
	if f.IsPage {
		r.page(f)
	} else {
		r.script(f)
	}
	return true
}

func (r *reader) problem(f *File, offset int, message string) {
	r.m.Problems = append(r.m.Problems, unit.Problem{Member: f.File.Name, Pos: f.Pos(offset), Message: message})
}

func (r *reader) script(f *File) {
	o := javascript.Options{Pos: f.Pos}
	if strings.EqualFold(path.Ext(f.File.Name), ".mjs") {
		o.Goal = javascript.Module
	}
	s := &Script{File: javascript.Parse(f.Text, o), In: f, IsVerbatim: true, pos: o.Pos}
	r.add(s)
}

// add takes a script into its file.
func (r *reader) add(s *Script) {
	s.In.Scripts = append(s.In.Scripts, s)
	r.errors(s)
	if s.Form <= Inline {
		r.recognise(s)
	}
}

func (r *reader) page(f *File) {
	page := html.Read(f.Text)
	if page.Err != nil {
		r.problem(f, page.Err.Offset, page.Err.Message)
	}
	for _, found := range page.Scripts {
		r.add(inPage(f, found))
	}
	for _, l := range page.Links {
		f.Links = append(f.Links, Link{
			Text:    model.Text{Value: l.URL, Range: model.Range{From: f.Pos(l.Start), To: f.Pos(l.End)}},
			Element: l.Element, Attribute: l.Attribute, Loads: l.Loads(),
		})
	}
}

// inPage parses a script of a page.
func inPage(f *File, found *html.Script) *Script {
	o := javascript.Options{Goal: javascript.Script, Pos: func(offset int) token.Pos { return f.Pos(found.Offset(offset)) }}
	form := Inline
	switch found.Kind {
	case html.Inline:
	case html.Module:
		o.Goal = javascript.Module
	case html.Handler:
		form, o.Goal = Handler, javascript.FunctionBody
	case html.URL:
		form = URL
	}
	return &Script{File: javascript.Parse(found.Code, o), In: f, Form: form, Attribute: found.Attribute, IsVerbatim: found.IsVerbatim(), pos: o.Pos}
}

// errors tells the first syntax error of a script: those after it may come of it.
func (r *reader) errors(s *Script) {
	if s.IsComplete() {
		return
	}
	first := s.Errors[0]
	r.m.Problems = append(r.m.Problems, unit.Problem{
		Member:  s.In.File.Name,
		Pos:     s.Range(first.Span).From,
		Message: "syntax error in the script, the rest was checked as far as it could be read: " + first.Message,
	})
}
