// Package canvasapp reads canvas apps: the .msapp that solutions and export
// packages hold.
package canvasapp

import (
	"cmp"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/source"
	"github.com/solcheck/solcheck/analyzers/syntax/jsontree"
	"github.com/solcheck/solcheck/analyzers/unit"
)

// VerdictAnalyzer reads what the designer said of an app when it was saved last.
// Its result is a *[Verdict], which is empty for a unit of another kind; it exports
// the same as a fact for each app.
var VerdictAnalyzer = &analysis.Analyzer{
	Name:       "canvasverdict",
	Doc:        "read what the designer found in a canvas app",
	Requires:   []*analysis.Analyzer{source.Analyzer},
	ResultType: reflect.TypeFor[*Verdict](),
	FactTypes:  []analysis.Fact{(*Verdict)(nil)},
	Run:        runVerdict,
}

// VerdictOf returns the result of [VerdictAnalyzer], which must be among the pass's
// Requires.
func VerdictOf(pass *analysis.Pass) *Verdict {
	return pass.ResultOf[VerdictAnalyzer].(*Verdict)
}

// A Verdict is what the designer stored in an app: the counts of Properties.json
// and the results of AppCheckerResult.sarif. Both are as of the last save.
type Verdict struct {
	model.Range            // the results of the file, or the app as a whole
	Name        model.Text // of the app
	Errors      model.Int  // ErrorCount of Properties.json: formulas with errors
	HasResults  bool       // AppCheckerResult.sarif is there and was read
	Kinds       []Kind     // what was found, sorted by rule

	problems []unit.Problem
}

// A Kind is what one rule of the designer found.
type Kind struct {
	model.Range        // the first result
	Rule        string // "acc-AccessibleLabelNeeded"
	Level       Level
	Category    string // "accessibility", "formula", "performance", "offline"
	Count       int
	Where       string // the first place: "Screen1.Button1.OnSelect"
}

// Level is how grave the designer takes a rule's results.
type Level string

// The levels. High are errors: the formula does not work.
const (
	High   Level = "High"
	Medium Level = "Medium"
	Low    Level = "Low"
)

// AFact marks Verdict as a fact.
func (*Verdict) AFact() {}

// String returns the name of the app.
func (v *Verdict) String() string { return v.Name.Value }

// Ref names the app in findings.
func (v *Verdict) Ref() component.Ref {
	return component.Ref{Type: component.CanvasApp, Name: v.Name.Value}
}

// Unread returns what could not be read.
func (v *Verdict) Unread() []unit.Problem { return v.problems }

func runVerdict(pass *analysis.Pass) (any, error) {
	v := new(Verdict)
	if unit.KindOf(pass) != unit.CanvasApp {
		return v, nil
	}
	files := source.Of(pass)
	v.properties(files)
	v.results(files)
	if !v.IsSet() {
		v.Range = model.Range{From: files.At("")}
	}
	pass.ExportPackageFact(v)
	return v, nil
}

// tree reads a member that is JSON. It is nil where there is none.
func (v *Verdict) tree(files *source.Files, name string) *jsontree.Node {
	member, ok := files.Find(name)
	if !ok {
		return nil
	}
	file, err := files.Open(member)
	if err != nil {
		v.problems = append(v.problems, unit.Problem{Member: member, Pos: files.At(member), Message: "it cannot be read: " + err.Error()})
		return nil
	}
	tree := jsontree.Parse(file.Text, file.Pos(0))
	for _, p := range tree.Problems {
		if p.Kind != jsontree.DuplicateKey {
			v.problems = append(v.problems, unit.Problem{Member: member, Pos: p.Pos(), Message: p.String()})
			break
		}
	}
	return tree.Root
}

func (v *Verdict) properties(files *source.Files) {
	n := v.tree(files, "Properties.json")
	name := n.Get("Name")
	if text, ok := name.Text(); ok {
		v.Name = model.Text{Value: strings.Clone(text), Range: rangeOf(name)}
	}
	count := n.Get("ErrorCount")
	if value, ok := count.Int(); ok {
		v.Errors = model.Int{Value: value, Range: rangeOf(count)}
	}
}

func rangeOf(n *jsontree.Node) model.Range { return model.Range{From: n.Pos(), To: n.End()} }

// results reads the results of the designer's checker, one run of SARIF 2.1.0.
func (v *Verdict) results(files *source.Files) {
	run := v.tree(files, "AppCheckerResult.sarif").Get("runs").Item(0)
	list := run.Get("results")
	if !list.Is(jsontree.Array) {
		return
	}
	v.HasResults = true
	v.Range = model.Range{From: run.Member("results").Key.Pos(), To: run.Member("results").Key.End()}
	type about struct{ level, category string }
	rules := make(map[string]about)
	for _, r := range run.At("tool", "driver", "rules").Items() {
		level, _ := r.At("properties", "level").Text()
		category, _ := r.At("properties", "primaryCategory").Text()
		rules[r.Get("id").Literal()] = about{level, category}
	}
	kinds := make(map[string]int)
	for _, result := range list.Items() {
		id := result.Get("ruleId").Literal()
		i, ok := kinds[id]
		if !ok {
			i = len(v.Kinds)
			kinds[id] = i
			k := Kind{Range: rangeOf(result), Rule: strings.Clone(id), Level: Level(strings.Clone(rules[id].level)), Category: strings.Clone(rules[id].category)}
			where, _ := result.Get("locations").Item(0).At("physicalLocation", "address", "fullyQualifiedName").Text()
			k.Where = strings.Clone(where)
			v.Kinds = append(v.Kinds, k)
		}
		v.Kinds[i].Count++
	}
	slices.SortFunc(v.Kinds, func(a, b Kind) int { return cmp.Compare(a.Rule, b.Rule) })
}
