// Package rule is the type of a rule: what is judged, how bad it is, where
// Microsoft says so, and the function that finds it.
//
// A rule is one file with a [Rule] literal and one page beside it of the same
// name, with .md for .go. It is listed in its area's sorted list and nowhere
// else.
package rule

import (
	"fmt"
	"go/token"
	"io/fs"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/unit"
)

// A Rule is one thing that solcheck judges.
type Rule struct {
	ID        string // Microsoft's id where Microsoft has the rule
	Severity  Severity
	Category  Category
	Component Component   // what kind of component it is about
	Rulesets  Rulesets    // the rulesets that hold it; all rules are in "all"
	Guidance  string      // https address of Microsoft's page, empty where there is none
	Kinds     []unit.Kind // the kinds of units that it judges; all where empty
	Requires  []*analysis.Analyzer
	Run       func(*Pass) error // nil for a rule whose findings the engine makes itself
	Hides     bool              // what stands at its places is a secret, which reports do not repeat
	Limit     *Limit            // how many of something it lets pass; nil for a rule that counts nothing, or only what the platform refuses

	// [Area] fills these.
	Page     string             // the page, in Markdown
	Analyzer *analysis.Analyzer // the rule as the driver runs it
}

// Area completes the rules of one area: each gets its page from pages, where it
// is named after the id without the area ("meta-remove-dup-reg" has
// "remove_dup_reg.md"), and its analyzer. It returns the rules.
//
// A page that is absent stays empty; the catalogue's tests refuse that.
func Area(pages fs.FS, rules ...*Rule) []*Rule {
	for _, r := range rules {
		page, err := fs.ReadFile(pages, r.FileStem()+".md")
		if err == nil {
			r.Page = string(page)
		}
		r.Analyzer = r.analyzer()
	}
	return rules
}

// analyzer returns a new analyzer that runs r.
func (r *Rule) analyzer() *analysis.Analyzer {
	return &analysis.Analyzer{
		Name:       strings.ReplaceAll(r.ID, "-", "_"),
		Doc:        r.ID + ": " + r.Summary(),
		URL:        r.Guidance,
		Requires:   r.Requires,
		ResultType: reflect.TypeFor[*Diagnostics](),
		Run:        r.run,
	}
}

// FileStem returns the name of the rule's files without extension.
func (r *Rule) FileStem() string {
	_, rest, _ := strings.Cut(r.ID, "-")
	return strings.ReplaceAll(rest, "-", "_")
}

// AreaName returns the area, which is the id up to its first hyphen.
func (r *Rule) AreaName() string {
	area, _, _ := strings.Cut(r.ID, "-")
	return area
}

// Judges reports whether the rule is about units of that kind.
func (r *Rule) Judges(kind unit.Kind) bool {
	return len(r.Kinds) == 0 || slices.Contains(r.Kinds, kind)
}

func (r *Rule) run(pass *analysis.Pass) (any, error) {
	p := &Pass{Pass: pass, limit: r.Limit}
	if r.Run == nil {
		return &p.diagnostics, nil
	}
	if err := r.Run(p); err != nil {
		return nil, err
	}
	return &p.diagnostics, nil
}

// A Pass is one run of a rule over one unit.
type Pass struct {
	*analysis.Pass
	limit       *Limit // nil for a rule without
	diagnostics Diagnostics
}

// Diagnostics is the result of a rule's analyzer: what it reported, in order.
type Diagnostics struct{ List []Diagnostic }

// A Diagnostic is a diagnostic of go/analysis with the words that the field's
// reports have for its place.
type Diagnostic struct {
	analysis.Diagnostic
	Of component.Ref // the component that is at fault

	// For findings inside an assembly or an app, as Microsoft's report has them.
	Module string // assembly, screen
	Type   string // type, control path
	Member string // method, property

	// Statement is the code at fault where the place cannot show it. It is empty
	// for text files: the engine quotes the line.
	Statement string
}

// Reportf reports a finding at a place of the model. The message says what is
// wrong, where else, and what to do, with names in quotes and without a final
// full stop.
func (p *Pass) Reportf(at analysis.Range, of component.Ref, format string, args ...any) {
	p.Emit(Diagnostic{Diagnostic: analysis.Diagnostic{Pos: at.Pos(), End: at.End(), Message: fmt.Sprintf(format, args...)}, Of: of})
}

// ReportWith reports as Reportf does, together with another place that has a part
// in it: word says which, as "The other step".
func (p *Pass) ReportWith(at analysis.Range, of component.Ref, other analysis.Range, word, format string, args ...any) {
	p.Emit(Diagnostic{Diagnostic: analysis.Diagnostic{
		Pos: at.Pos(), End: at.End(), Message: fmt.Sprintf(format, args...),
		Related: []analysis.RelatedInformation{{Pos: other.Pos(), End: other.End(), Message: word}},
	}, Of: of})
}

// ReportAt reports a finding about a whole member or unit: pos comes from
// source.Files.At.
func (p *Pass) ReportAt(pos token.Pos, of component.Ref, format string, args ...any) {
	p.Emit(Diagnostic{Diagnostic: analysis.Diagnostic{Pos: pos, Message: fmt.Sprintf(format, args...)}, Of: of})
}

// Emit reports a finding with all that is known of it.
func (p *Pass) Emit(d Diagnostic) {
	p.diagnostics.List = append(p.diagnostics.List, d)
	p.Report(d.Diagnostic)
}
