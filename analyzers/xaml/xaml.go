// Package xaml reads what classic processes do: workflows, dialogs, business
// rules, actions and business process flows, whose definitions are workflows of
// Windows Workflow Foundation in XAML.
package xaml

import (
	"errors"
	"reflect"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/leaves"
	"github.com/solcheck/solcheck/analyzers/source"
	"github.com/solcheck/solcheck/analyzers/syntax/xmltree"
	"github.com/solcheck/solcheck/analyzers/unit"
)

// Analyzer reads the definitions. Its result is a *[Model], which is empty for a
// unit without classic processes.
var Analyzer = &analysis.Analyzer{
	Name:       "xaml",
	Doc:        "read what classic processes do",
	Requires:   []*analysis.Analyzer{customizations.Analyzer, source.Analyzer},
	ResultType: reflect.TypeFor[*Model](),
	Run:        run,
}

// Of returns the result of [Analyzer], which must be among the pass's Requires.
func Of(pass *analysis.Pass) *Model { return pass.ResultOf[Analyzer].(*Model) }

func run(pass *analysis.Pass) (any, error) {
	m := &Model{byProcess: make(map[*customizations.Process]*Definition)}
	files := source.Of(pass)
	seen := make(map[string]bool) // each process has a file of its own, and a package that says otherwise must not cost more
	for _, p := range customizations.Of(pass).Processes {
		if p.XAML.Exists() && !seen[p.XAML.Member] {
			seen[p.XAML.Member] = true
			m.read(files, p)
		}
	}
	return m, nil
}

func (m *Model) read(files *source.Files, p *customizations.Process) {
	member := p.XAML.Member
	file, err := files.Open(member)
	if err != nil {
		m.Problems = append(m.Problems, unit.Problem{Member: member, Pos: files.At(member), Message: "the file cannot be read: " + err.Error()})
		return
	}
	doc, err := xmltree.Parse(file.Text)
	if bad := (*xmltree.Error)(nil); errors.As(err, &bad) {
		m.Problems = append(m.Problems, unit.Problem{Member: member, Pos: file.Pos(bad.Offset), Message: "the XAML is broken: " + bad.Message})
		return
	}
	d := &Definition{Process: p, Member: member}
	r := reader{leaves.NewReader(file), d}
	r.below(doc.Root(), nil)
	m.Definitions = append(m.Definitions, d)
	m.byProcess[p] = d
}

// A reader fills a definition.
type reader struct {
	*leaves.Reader
	d *Definition
}

// below reads the activities below an element.
func (r *reader) below(n xmltree.Node, parent *Activity) {
	for c := range n.Children() {
		inner := parent
		if isActivity(c) {
			inner = r.activity(c, parent)
			r.d.Activities = append(r.d.Activities, inner)
		}
		r.below(c, inner)
	}
}

// isActivity reports whether an element does something. The prefixes are those
// that the platform writes; the names of elements that set a property of another
// one have a dot.
func isActivity(n xmltree.Node) bool {
	switch n.Element.Space {
	case "mxswa", "mcwc", "mcwb":
		return !strings.Contains(n.Tag(), ".") && n.Tag() != "ReferenceLiteral" && n.Tag() != "Workflow"
	case "":
		switch n.Tag() {
		case "Assign", "Persist", "TerminateWorkflow":
			return true
		}
	}
	return false
}

func (r *reader) activity(n xmltree.Node, parent *Activity) *Activity {
	a := &Activity{
		Range:  r.Tag(n),
		Kind:   r.Keep(n.Tag()),
		Name:   r.Attr(n, "DisplayName"),
		Table:  r.Attr(n, "EntityName"),
		Column: r.Attr(n, "Attribute"),
		Entity: r.Attr(n, "Entity"),
		Parent: parent,
	}
	if a.Kind == "ActivityReference" {
		a.Type = customizations.ParseTypeName(r.Attr(n, "AssemblyQualifiedName"))
		for c := range n.Child("ActivityReference.Arguments").Children() {
			key := r.Attr(c, "x:Key")
			a.Arguments = append(a.Arguments, Argument{Text: r.Text(c), Key: key.Value, KeyAt: key.Range, Out: c.Tag() == "OutArgument"})
		}
	}
	return a
}
