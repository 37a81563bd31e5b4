package connector

import (
	"bytes"
	"cmp"
	"path"
	"slices"
	"strings"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/source"
	"github.com/solcheck/solcheck/analyzers/syntax/jsontree"
	"github.com/solcheck/solcheck/analyzers/syntax/text"
	"github.com/solcheck/solcheck/analyzers/unit"
)

// A loader finds the parts of connectors among the members of a unit.
type loader struct {
	files *source.Files
	read  func(string) ([]byte, error)
	model *Model
}

// document reads one JSON member. It returns nil, and tells of it, where the
// member cannot be read at all.
func (l *loader) document(name string, role Role) *Document {
	file, err := l.files.Open(name)
	if err != nil {
		l.problem(name, err.Error())
		return nil
	}
	if file.Encoding == text.Binary {
		l.problem(name, "the "+string(role)+" of a connector should be JSON and is no text")
		return nil
	}
	return &Document{Role: role, File: file, Tree: jsontree.Parse(file.Text, file.Pos(0))}
}

func (l *loader) problem(name, message string) {
	l.model.Problems = append(l.model.Problems, unit.Problem{Member: name, Pos: l.files.At(name), Message: message})
}

// add completes a connector whose parts were read and puts it into the model.
func (l *loader) add(c *Connector, name string) {
	if c.Definition != nil {
		name = cmp.Or(c.Definition.Info.Title.Value, name)
	}
	c.Ref = component.Ref{Type: component.Connector, Name: name}
	l.model.Connectors = append(l.model.Connectors, c)
}

// solution reads the connectors that a solution names.
func (l *loader) solution(m *customizations.Model) {
	for _, part := range m.Connectors {
		if part.Unmodified {
			continue
		}
		c := &Connector{Layout: InSolution, Component: part, Home: part.Range, Properties: new(Properties)}
		if d := l.part(c, &part.OpenAPI, DefinitionRole); d != nil {
			c.Definition = readDefinition(d)
		}
		if d := l.part(c, &part.ConnectionParameters, ParametersRole); d != nil {
			c.Properties.Parameters = readConnectionParameters(d.Tree.Root)
		}
		if d := l.part(c, &part.Policies, PoliciesRole); d != nil {
			c.Properties.Policies = readPolicies(d.Tree.Root)
		}
		c.Properties.BrandColor = part.BrandColor
		c.Properties.own(part.ScriptOperations)
		if part.Icon.IsSet() && part.Icon.Exists() {
			c.Icon = l.icon(part.Icon.Member)
		}
		if part.Script.IsSet() && part.Script.Exists() {
			l.script(c, part.Script.Member)
		}
		l.add(c, cmp.Or(part.DisplayName.Value, part.Name.Value))
	}
}

// own reads the operations that a script handles from the text of an element,
// whose places are all that of the element.
func (p *Properties) own(list model.Text) {
	if list.Value == "" {
		return
	}
	p.HasOwnCode = true
	for _, id := range jsontree.Parse([]byte(list.Value), 1).Root.Texts() {
		p.ScriptCalls = append(p.ScriptCalls, model.Text{Value: id, Range: list.Range})
	}
}

// part reads a JSON file that a solution names for a connector; nil where it
// names none or does not hold it.
func (l *loader) part(c *Connector, r *customizations.Reference, role Role) *Document {
	if !r.IsSet() || !r.Exists() {
		return nil
	}
	d := l.document(r.Member, role)
	if d != nil {
		c.Documents = append(c.Documents, d)
	}
	return d
}

// folder reads the connector of a folder. The files are known by the names that
// paconn gives them, or by what is in them.
func (l *loader) folder() {
	c := &Connector{Layout: Folder, Properties: new(Properties)}
	var rest []string
	for _, name := range l.files.Names() {
		if !l.known(c, name) {
			rest = append(rest, name)
		}
	}
	for _, name := range rest {
		if c.Definition == nil {
			l.definition(c, name)
		}
	}
	if c.Definition == nil && len(c.Documents) == 0 {
		return // a package for certification, whose solutions hold the connectors
	}
	c.Home = l.whole(c)
	l.add(c, "connector")
}

// whole returns a place that stands for a connector of a folder.
func (l *loader) whole(c *Connector) model.Range {
	if c.Definition != nil {
		at := l.files.At(c.Definition.File.Name)
		return model.Range{From: at, To: at}
	}
	at := l.files.At("")
	return model.Range{From: at, To: at}
}

// known reads a member that has one of the names that the files of connectors
// have. It reports false for a JSON file that may be anything.
func (l *loader) known(c *Connector, name string) bool {
	switch base := strings.ToLower(path.Base(name)); {
	case base == "apiproperties.json":
		if d := l.document(name, PropertiesRole); d != nil {
			c.Documents = append(c.Documents, d)
			c.Properties = readProperties(d.Tree.Root)
		}
	case base == "settings.json":
		if d := l.document(name, SettingsRole); d != nil {
			c.Documents = append(c.Documents, d)
			c.Settings = readSettings(d.Tree.Root)
		}
	case base == "apidefinition.swagger.json":
		l.definition(c, name)
	case strings.HasSuffix(base, ".csx"):
		l.script(c, name)
	case slices.Contains([]string{"icon.png", "icon.jpg", "icon.jpeg", "icon.svg", "icon.gif"}, base):
		c.Icon = l.icon(name)
	case base == "readme.md" || base == "intro.md" && c.Readme == "":
		c.Readme = name
	default:
		return !strings.HasSuffix(base, ".json")
	}
	return true
}

// definition reads a member as the definition. A file of no known format is one
// only by its name.
func (l *loader) definition(c *Connector, name string) {
	d := l.document(name, DefinitionRole)
	if d == nil {
		return
	}
	def := readDefinition(d)
	if def.Format == NoFormat && !strings.EqualFold(path.Base(name), "apiDefinition.swagger.json") {
		return
	}
	c.Definition = def
	c.Documents = append(c.Documents, d)
}

// loose reads definitions that lie by themselves.
func (l *loader) loose() {
	for _, name := range l.files.Names() {
		if !strings.EqualFold(path.Ext(name), ".json") {
			continue
		}
		f, err := l.files.Open(name)
		if err != nil || !bytes.Contains(f.Text, []byte(`"swagger"`)) {
			continue // others tell of what cannot be read
		}
		c := &Connector{Layout: Folder, Properties: new(Properties), Loose: true}
		if l.definition(c, name); c.Definition != nil && c.Definition.Format == Swagger && c.Definition.Tree.Root.Get("swagger") != nil {
			c.Home = l.whole(c)
			l.add(c, name)
		}
	}
}

func (l *loader) icon(name string) *Icon {
	data, err := l.read(name)
	if err != nil {
		l.problem(name, err.Error())
		return nil
	}
	return readIcon(name, l.files.At(name), data)
}

func (l *loader) script(c *Connector, name string) {
	f, err := l.files.Open(name)
	if err != nil {
		l.problem(name, err.Error())
		return
	}
	s := readScript(f)
	if s == nil {
		l.problem(name, "the script of a connector should be C# and is no text")
		return
	}
	c.Scripts = append(c.Scripts, s)
}
