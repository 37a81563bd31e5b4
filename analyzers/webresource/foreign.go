package webresource

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"github.com/solcheck/solcheck/analyzers/syntax/javascript"
)

// recognise finds what of a script is code of others, and what that is.
//
// What names the platform is never taken for code of others, whatever stands
// around it: no library knows of Dataverse, but for copies of the platform's own
// scripts, which tell themselves by their namespaces.
func (r *reader) recognise(s *Script) {
	spans, libraries := s.recognise()
	s.In.addLibraries(libraries...)
	if !r.thirdParty {
		s.foreign = merge(spans)
	}
}

func (s *Script) recognise() ([]javascript.Span, []Library) {
	if s.isProgram() {
		return []javascript.Span{s.all()}, nil
	}
	if at := s.evaluated(); at.End > 0 {
		return []javascript.Span{s.all()}, append(s.embedded(), Library{Range: s.Range(at), Name: "webpack", Build: Development})
	}
	banners := s.banners()
	libraries := s.embedded()
	for _, b := range banners {
		libraries = append(libraries, b.Library)
	}
	if s.isMinified() {
		spans, l := s.minified(banners, len(libraries) > 0)
		return spans, append(libraries, l...)
	}
	spans := s.modules()
	if len(spans) > 0 {
		libraries = append(libraries, Library{Range: s.Range(spans[0]), Name: "webpack", Build: Bundled})
	}
	registered, l := s.registered()
	return slices.Concat(spans, s.banned(banners), s.helpers(), registered), append(libraries, l...)
}

func (s *Script) all() javascript.Span {
	return javascript.Span{End: int32(len(s.Source))} //nolint:gosec // see javascript.MaxSize
}

// evaluated returns the first module that webpack's development builds wrap in
// eval, an empty span where there is none.
func (s *Script) evaluated() javascript.Span {
	if !bytes.Contains(s.Source, []byte("sourceURL=webpack")) && !bytes.Contains(s.Source, []byte(`The "eval" devtool has been used`)) && !bytes.Contains(s.Source, []byte("__webpack_require__.r(__webpack_exports__)")) {
		return javascript.Span{}
	}
	for n := range s.File.Of(javascript.Call) {
		if callee := n.Child(0); callee.Kind() == javascript.Identifier && callee.Text() == "eval" && n.Child(1).Kind() == javascript.String {
			return callee.Span()
		}
	}
	return javascript.Span{}
}

// longLine is from how many bytes on a line may be one that no one wrote: some
// minifiers break their output into lines of 500.
const longLine = 400

// isMinified reports whether most of a script stands in lines that are too long
// to have been written.
func (s *Script) isMinified() bool {
	long, code := 0, 0
	for line := range bytes.Lines(s.Source) {
		code += len(line)
		if isDense(line) {
			long += len(line)
		}
	}
	return long > code/2
}

// isDense reports whether a line is long, holds many statements and few blanks. A
// long text in a line, such as an image, is nobody's code.
func isDense(line []byte) bool {
	return len(line) >= longLine && bytes.Count(line, []byte(" ")) < len(line)/8 &&
		bytes.Count(line, []byte(";"))+bytes.Count(line, []byte("}"))+bytes.Count(line, []byte(",")) > len(line)/100
}

// minified returns the code of others of a minified script: all of it where it
// is a library or does not name the platform, and what of a bundle does not.
func (s *Script) minified(banners []banner, isLibrary bool) ([]javascript.Span, []Library) {
	own, ok := s.platform()
	isBundle := len(own) > 0 && s.isBundle(isLibrary)
	switch {
	case !ok:
		return nil, nil
	case len(own) > 0 && !isLibrary && !isBundle:
		return nil, nil // a script of the authors, minified
	case len(own) > 0 && !isBundle:
		return s.banned(banners), nil
	}
	var libraries []Library
	if isBundle || !isLibrary {
		libraries = append(libraries, Library{Range: s.Range(javascript.Span{}), Build: Minified})
	}
	return without(s.all(), own), libraries
}

// smallBundle is up to which size a bundle that holds no known library is all the
// authors' own, in bytes.
const smallBundle = 64 << 10

// isBundle reports whether a bundler or the tools for code components wrote the
// script from more than the authors' own modules.
func (s *Script) isBundle(isLibrary bool) bool {
	if s.In.Origin == Control || bytes.Contains(s.Source, []byte("pcf_tools_")) {
		return true
	}
	if !isLibrary && len(s.Source) < smallBundle {
		return false
	}
	for _, text := range []string{"__webpack_require__", "webpackJsonp", "webpackChunk", "__esModule", "Object.defineProperty(exports"} {
		if bytes.Contains(s.Source, []byte(text)) {
			return true
		}
	}
	return false
}

// platformWords are texts that no library has: names of the client API and of the
// interface of code components.
var platformWords = []string{
	"Xrm.", "Xrm[", "Mscrm.", "getFormContext", "formContext", "executionContext", "ExecutionContext", "GetGlobalContext",
	"webAPI", "notifyOutputChanged", "updateView", "getOutputs", "ComponentFramework", "crm.dynamics.com", "/api/data/v",
}

// maxMentions bounds how many places that name the platform are looked at.
const maxMentions = 5000

// platform returns the parts of a bundle that name the platform, each a module, a
// class or a statement. It is not ok where there are too many to tell.
func (s *Script) platform() (own []javascript.Span, ok bool) {
	var at []int
	for _, word := range platformWords {
		for i := 0; ; {
			n := bytes.Index(s.Source[i:], []byte(word))
			if n < 0 {
				break
			}
			at = append(at, i+n)
			i += n + len(word)
			if len(at) > maxMentions {
				return nil, false
			}
		}
	}
	slices.Sort(at)
	end := int32(0)
	for _, i := range at {
		if int32(i) >= end { //nolint:gosec // see javascript.MaxSize
			if part := s.part(int32(i)); part.End > 0 { //nolint:gosec // see javascript.MaxSize
				own, end = append(own, part), part.End
			}
		}
	}
	return merge(own), true
}

// part returns the part of a bundle that an offset stands in: the outermost
// function that is one of several in an object or array, as modules are, or else
// the statement or declarator of the bundle's own body. It is empty for what no
// part holds, such as a comment between two.
func (s *Script) part(offset int32) javascript.Span {
	n := s.Root()
	for {
		inner := childAt(n, offset)
		if !inner.IsValid() {
			return javascript.Span{}
		}
		at := inner.Span()
		isPart := isModule(n, inner) || inner.Is(javascript.Declarator, javascript.ExpressionStatement, javascript.Function, javascript.Class)
		if isPart && int(at.End-at.Start) < len(s.Source)/4 {
			return at
		}
		n = inner
	}
}

// isModule reports whether a child of an object or array is a module of a bundle.
func isModule(table, child javascript.Node) bool {
	if !table.Child(1).IsValid() {
		return false
	}
	if table.Kind() == javascript.Object {
		return child.Child(1).Kind() == javascript.Function
	}
	return table.Kind() == javascript.Array && child.Kind() == javascript.Function
}

// childAt returns the child that an offset stands in.
func childAt(n javascript.Node, offset int32) javascript.Node {
	for c := range n.Children() {
		if at := c.Span(); at.Start <= offset && offset < at.End {
			return c
		}
	}
	return javascript.Node{}
}

// banned returns the code after the banners that are comments at the top of the
// script.
func (s *Script) banned(banners []banner) []javascript.Span {
	var spans []javascript.Span
	next := 0
	var open *banner
	for statement := range s.Root().Children() {
		at := statement.Span()
		for next < len(banners) && banners[next].at.End <= at.Start {
			open = &banners[next]
			next++
		}
		for next < len(banners) && banners[next].at.Start < at.End {
			next++ // inside the statement
		}
		if open == nil || open.extent == nothing {
			continue
		}
		if s.namesPlatform(at) {
			open = nil
			continue
		}
		spans = append(spans, at)
		if open.extent == oneStatement && at.End-at.Start >= 1000 {
			open = nil
		}
	}
	return spans
}

func (s *Script) namesPlatform(at javascript.Span) bool {
	text := s.Source[at.Start:at.End]
	return slices.ContainsFunc(platformWords, func(w string) bool { return bytes.Contains(text, []byte(w)) })
}

// modules returns the modules of packages in a bundle that was not minified, and
// what webpack put around all modules.
func (s *Script) modules() []javascript.Span {
	if !bytes.Contains(s.Source, []byte("__webpack_require__")) && !bytes.Contains(s.Source, []byte("node_modules")) {
		return nil
	}
	var spans []javascript.Span
	for n := range s.File.Of(javascript.Object) {
		for p := range n.Children() {
			if key := p.Child(0); p.Is(javascript.Property, javascript.Method) && key.Kind() == javascript.String && isPackage(key.Text()) {
				spans = append(spans, p.Span())
			}
		}
	}
	return append(append(spans, s.concatenated()...), s.runtime()...)
}

func isPackage(path string) bool { return strings.Contains(path, "node_modules/") }

// concatenated returns the modules of packages that stand one after the other,
// each after a comment with its path.
func (s *Script) concatenated() []javascript.Span {
	var spans []javascript.Span
	start := int32(-1)
	for _, c := range s.Comments {
		text := string(s.Source[c.Start:min(c.End, c.Start+300)])
		if !strings.Contains(text, "CONCATENATED MODULE:") {
			continue
		}
		if start >= 0 {
			spans = append(spans, javascript.Span{Start: start, End: c.Start})
			start = -1
		}
		if isPackage(text) {
			start = c.Start
		}
	}
	return spans // the last module ends where nobody says, so it is not among them
}

// runtime returns the lines that webpack marks as its own.
func (s *Script) runtime() []javascript.Span {
	var spans []javascript.Span
	for _, c := range s.Comments {
		if string(s.Source[c.Start:c.End]) != "/******/" {
			continue
		}
		end := bytes.IndexByte(s.Source[c.End:], '\n')
		if end < 0 {
			end = len(s.Source) - int(c.End)
		}
		spans = append(spans, javascript.Span{Start: c.Start, End: c.End + int32(end)}) //nolint:gosec // see javascript.MaxSize
	}
	return spans
}

// helpers returns the functions that the TypeScript compiler puts into its output:
// var __awaiter = (this && this.__awaiter) || ...
func (s *Script) helpers() []javascript.Span {
	var spans []javascript.Span
	for n := range s.File.Of(javascript.Declarator) {
		text := s.Source[n.Span().Start:n.Span().End]
		name, value, ok := bytes.Cut(text, []byte("="))
		name = bytes.TrimSpace(name)
		if ok && bytes.HasPrefix(name, []byte("__")) && bytes.HasPrefix(bytes.TrimSpace(value), append([]byte("(this && this."), name...)) {
			spans = append(spans, n.Span())
		}
	}
	return spans
}

// merge sorts spans and joins those that touch.
func merge(spans []javascript.Span) []javascript.Span {
	slices.SortFunc(spans, func(a, b javascript.Span) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
	})
	var out []javascript.Span
	for _, s := range spans {
		if last := len(out) - 1; last >= 0 && s.Start <= out[last].End {
			out[last].End = max(out[last].End, s.End)
			continue
		}
		out = append(out, s)
	}
	return out
}

// without returns what is left of a span without others, which are in order.
func without(all javascript.Span, holes []javascript.Span) []javascript.Span {
	var out []javascript.Span
	start := all.Start
	for _, h := range holes {
		if h.Start > start {
			out = append(out, javascript.Span{Start: start, End: h.Start})
		}
		start = max(start, h.End)
	}
	if start < all.End {
		out = append(out, javascript.Span{Start: start, End: all.End})
	}
	return out
}
