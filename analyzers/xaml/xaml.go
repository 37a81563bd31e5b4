// Package xaml reads what classic processes do: workflows, dialogs, business
// rules, actions and business process flows, whose definitions are workflows of
// Windows Workflow Foundation in XAML. So are the formulas of calculated and
// rollup columns.
package xaml

import (
	"errors"
	"reflect"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/leaves"
	"github.com/solcheck/solcheck/analyzers/model"
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
	isNew := func(ref *customizations.Reference) bool {
		once := ref.Exists() && !seen[ref.Member]
		seen[ref.Member] = seen[ref.Member] || once
		return once
	}
	parts := customizations.Of(pass)
	for _, p := range parts.Processes {
		if isNew(&p.XAML) {
			m.process(files, p)
		}
	}
	for _, t := range parts.Tables {
		for _, c := range t.Columns {
			if strings.HasSuffix(strings.ToLower(c.FormulaFile.Member), ".xaml") && isNew(&c.FormulaFile) {
				m.formula(files, t, c)
			}
		}
	}
	return m, nil
}

func (m *Model) process(files *source.Files, p *customizations.Process) {
	if list, ok := m.read(files, p.XAML.Member); ok {
		d := &Definition{Process: p, Member: p.XAML.Member, Activities: list}
		m.Definitions = append(m.Definitions, d)
		m.byProcess[p] = d
	}
}

func (m *Model) formula(files *source.Files, t *customizations.Table, c *customizations.Column) {
	if list, ok := m.read(files, c.FormulaFile.Member); ok {
		m.Formulas = append(m.Formulas, &Formula{Table: t, Column: c, Member: c.FormulaFile.Member, Activities: list})
	}
}

// read returns the activities in a file, and false for one that cannot be read.
func (m *Model) read(files *source.Files, member string) ([]*Activity, bool) {
	file, err := files.Open(member)
	if err != nil {
		m.Problems = append(m.Problems, unit.Problem{Member: member, Pos: files.At(member), Message: "the file cannot be read: " + err.Error()})
		return nil, false
	}
	doc, err := xmltree.Parse(file.Text)
	if bad := (*xmltree.Error)(nil); errors.As(err, &bad) {
		m.Problems = append(m.Problems, unit.Problem{Member: member, Pos: file.Pos(bad.Offset), Message: "the XAML is broken: " + bad.Message})
		return nil, false
	}
	r := reader{Reader: leaves.NewReader(file)}
	r.below(doc.Root(), nil)
	return r.activities, true
}

// A reader collects the activities of one file.
type reader struct {
	*leaves.Reader
	activities []*Activity
}

// below reads the activities below an element.
func (r *reader) below(n xmltree.Node, parent *Activity) {
	for c := range n.Children() {
		inner := parent
		if isActivity(c) {
			inner = r.activity(c, parent)
			r.activities = append(r.activities, inner)
		}
		r.below(c, inner)
	}
}

// isActivity reports whether an element does something. The prefixes are those
// that the platform writes; the names of elements that set a property of another
// one have a dot.
func isActivity(n xmltree.Node) bool {
	switch n.Element.Space {
	case "mxswa", "mcwa", "mcwb", "mcwc":
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
		Range:   r.Tag(n),
		Kind:    r.Keep(n.Tag()),
		Name:    r.Attr(n, "DisplayName"),
		Table:   r.Attr(n, "EntityName"),
		Column:  r.Attr(n, "Attribute"),
		Control: r.Attr(n, "ControlId"),
		Entity:  r.Attr(n, "Entity"),
		RowID:   r.Attr(n, "EntityId"),
		Child:   r.GUID(r.Attr(n, "WorkflowId")),
		Message: r.Attr(n, "SdkMessageName"),
		Until:   r.Attr(n, "PostponeUntil"),
		Parent:  parent,
	}
	switch a.Kind {
	case "ActivityReference":
		a.Type = customizations.ParseTypeName(r.Attr(n, "AssemblyQualifiedName"))
		for c := range n.Child("ActivityReference.Arguments").Children() {
			key, _ := c.Attr("x:Key")
			a.Arguments = append(a.Arguments, Argument{Text: r.Text(c), Key: r.Keep(key), Out: c.Tag() == "OutArgument"})
		}
	case "Assign":
		a.Value = r.Attr(n, "Value")
	case "Control":
		r.control(a, n)
	}
	return a
}

// control reads what a step of a business process flow shows: a column of the
// table that the stages around it are for, or nothing but a label.
func (r *reader) control(a *Activity, n xmltree.Node) {
	if unbound, _ := n.Attr("IsUnbound"); strings.EqualFold(unbound, "true") {
		return
	}
	a.Column = r.Attr(n, "DataFieldName")
	for stage := a.Parent; stage != nil; stage = stage.Parent {
		if stage.Is("EntityComposite") {
			_, table, _ := strings.Cut(stage.Name.Value, ": ")
			a.Table = model.Text{Value: table, Range: stage.Name.Range}
			return
		}
	}
}
