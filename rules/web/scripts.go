package web

import (
	"bytes"
	"cmp"
	_ "embed"
	"iter"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/syntax/javascript"
	"github.com/solcheck/solcheck/analyzers/webresource"
	"github.com/solcheck/solcheck/rules/rule"
)

// An api is a member of an API that a rule asks to replace.
type api struct {
	path   string // as [javascript.File.Uses] takes it
	advice string // what is said after its name
}

// reportAPIs reports each use of some members, with the repair that one of some
// functions has for it.
func reportAPIs(p *rule.Pass, apis []api, repairs ...func(javascript.Node) repair) {
	for _, s := range webresource.Of(p.Pass).Scripts {
		for _, a := range apis {
			for n := range s.Uses(a.path) {
				var r repair
				for _, f := range repairs {
					r = f(n)
				}
				reportRepair(p, s, n, r, "%q %s", n.Path(), a.advice)
			}
		}
	}
}

// reportTexts reports each string, and each piece of a template, that holds one
// of some parts, which are in lower case, in any case of letters. Where there is a
// test it must hold too.
func reportTexts(p *rule.Pass, advice string, parts []string, test func(text string) bool) {
	for _, s := range webresource.Of(p.Pass).Scripts {
		for n, text := range texts(s, parts...) {
			if test == nil || test(text) {
				p.Reportf(n, s.Ref(), "%q %s", short(text), advice)
			}
		}
	}
}

// texts returns what strings and pieces of templates stand for: those that hold
// one of some parts, in any case of letters, or all where there are no parts.
func texts(s *webresource.Script, parts ...string) iter.Seq2[javascript.Node, string] {
	// Slashes may be written with an escape: what stands between them may not.
	var words []string
	for _, part := range parts {
		words = append(words, cmp.Or(slices.MaxFunc(strings.Split(part, "/"), func(a, b string) int { return len(a) - len(b) }), "/"))
	}
	return func(yield func(javascript.Node, string) bool) {
		for _, kind := range []javascript.Kind{javascript.String, javascript.TemplateText} {
			for n := range s.Of(kind) {
				if at := n.Span(); !holdsAny(s.Source[at.Start:at.End], words) {
					continue
				}
				if text, _ := n.StringValue(); holdsAny([]byte(text), parts) && !yield(n, text) {
					return
				}
			}
		}
	}
}

// holdsAny reports whether a text holds one of some parts in any case of letters.
// Where there are none it need not hold anything in particular.
func holdsAny(text []byte, parts []string) bool {
	if len(parts) == 0 {
		return len(text) > 0
	}
	return slices.ContainsFunc(parts, func(part string) bool { return holds(text, part) })
}

// holds looks for what is rare first: a character that is no letter.
func holds(text []byte, part string) bool {
	at := max(strings.IndexAny(part, "-./:"), 0)
	other := part[at]
	if other >= 'a' && other <= 'z' {
		other -= 'a' - 'A'
	}
	for i := at; i+len(part)-at <= len(text); i++ {
		if other == part[at] {
			next := bytes.IndexByte(text[i:], other)
			if next < 0 {
				return false
			}
			i += next
		}
		isSame := text[i] == part[at] || text[i] == other
		if end := i - at + len(part); isSame && end <= len(text) && strings.EqualFold(string(text[i-at:end]), part) {
			return true
		}
	}
	return false
}

// short is a text as a message quotes it.
func short(text string) string {
	const most = 80
	if i := strings.IndexAny(text, "\r\n"); i >= 0 {
		text = text[:i]
	}
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return text
}

// containsFold reports whether text holds a part, which is in lower case, in any
// case of letters.
func containsFold(text, part string) bool { return holdsAny([]byte(text), []string{part}) }

// callOf returns the call that a member is called by; none where it is not called.
func callOf(member javascript.Node) javascript.Node {
	if call := member.Parent(); call.Kind() == javascript.Call && call.Callee() == member {
		return call
	}
	return javascript.Node{}
}

// few returns the values of a variable; none where there are so many that nobody
// would follow them.
func few(variable javascript.Node) []javascript.Node {
	const most = 4
	if values, _ := variable.Symbol().Values(); len(values) <= most {
		return values
	}
	return nil
}

// usesSDK reports whether a script works with the client API: it runs in a form,
// or in a page beside one.
func usesSDK(s *webresource.Script) bool {
	return slices.ContainsFunc(known("sdk"), s.Mentions)
}

// A placement tells where the scripts of a unit run.
type placement struct {
	byPages map[string]bool // base names, in lower case, of scripts that pages load
	byForms map[string]bool // names, in lower case, of web resources that forms load
}

func placementOf(p *rule.Pass) placement {
	at := placement{make(map[string]bool), make(map[string]bool)}
	for _, f := range webresource.Of(p.Pass).Files {
		for _, l := range f.Links {
			if name, _, _ := strings.Cut(l.Value, "?"); l.Loads && l.Element == "script" {
				at.byPages[strings.ToLower(path.Base(name))] = true
			}
		}
	}
	for _, table := range customizations.Of(p.Pass).Tables {
		for _, form := range table.Forms {
			for _, l := range form.Libraries {
				at.byForms[strings.ToLower(l.Name.Value)] = true
			}
		}
	}
	return at
}

// isOfPage reports whether a script runs in a page of the unit's own, whose
// document is the page's and not the app's.
func (at placement) isOfPage(s *webresource.Script) bool {
	if s.In.IsPage {
		return true
	}
	name := strings.ToLower(s.In.Name())
	return at.byPages[path.Base(name)] && !at.byForms[name]
}

//go:embed names.tsv
var namesTSV string

// names are the names of names.tsv by their kind.
var names = sync.OnceValue(func() map[string][]string {
	list := make(map[string][]string)
	for line := range strings.Lines(namesTSV) {
		kind, name, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if ok && !strings.HasPrefix(kind, "#") {
			list[kind] = append(list[kind], name)
		}
	}
	return list
})

// known returns the names of a kind.
func known(kind string) []string { return names()[kind] }
