// Package component names the parts that a solution consists of: tables, forms,
// steps, flows and the rest, by Microsoft's own type codes.
package component

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
)

// Type is the code of a component type as RootComponent/@type holds it.
// Components that the platform gives an environment-specific code (bots, custom
// APIs and the like) have a negative one of ours, never seen in a file.
type Type int

// The component types that models and rules name.
const (
	Table                Type = 1
	Column               Type = 2
	Choice               Type = 9
	Relationship         Type = 10
	Role                 Type = 20
	View                 Type = 26
	Process              Type = 29
	Report               Type = 31
	EmailTemplate        Type = 36
	ContractTemplate     Type = 37
	ArticleTemplate      Type = 38
	MailMergeTemplate    Type = 39
	DuplicateRule        Type = 44
	EntityMap            Type = 46
	Ribbon               Type = 50
	Chart                Type = 59
	Form                 Type = 60
	WebResource          Type = 61
	SiteMap              Type = 62
	ConnectionRole       Type = 63
	CustomControl        Type = 66
	FieldSecurity        Type = 70
	App                  Type = 80
	PlugInType           Type = 90
	PlugInAssembly       Type = 91
	Step                 Type = 92
	StepImage            Type = 93
	ServiceEndpoint      Type = 95
	RoutingRule          Type = 150
	RoutingRuleItem      Type = 151
	SLA                  Type = 152
	SLAItem              Type = 153
	ConvertRule          Type = 154
	ConvertRuleItem      Type = 155
	ChannelPropertyGroup Type = 157
	ChannelProperty      Type = 158
	OfflineProfile       Type = 161
	OfflineItem          Type = 162
	OfflineAssociation   Type = 163
	DataProvider         Type = 181
	DataSource           Type = 183
	CanvasApp            Type = 300
	Connector            Type = 372
	EnvironmentVariable  Type = 380
	AIProject            Type = 401
	AIConfiguration      Type = 402
	ImageColumn          Type = 431
	TableImage           Type = 432

	Solution            Type = -1 // the manifest itself
	ConnectionReference Type = -2
	CustomAPI           Type = -3
	Package             Type = -4 // a deployment or AppSource package
	File                Type = -5 // a loose file
	AppAction           Type = -6
	Bot                 Type = -7
	BotComponent        Type = -8
	Record              Type = -9 // a row of a table that has no type of its own here
)

// A Ref names one component in findings.
type Ref struct {
	Type Type
	Name string // logical, unique or display name: what a maker would search for
}

// IsZero reports whether r names nothing.
func (r Ref) IsZero() bool { return r == Ref{} }

//go:embed types.tsv
var typesTSV string

// own names the types that have no code of Microsoft's.
var own = map[Type]string{
	Solution:            "solution",
	ConnectionReference: "connection reference",
	CustomAPI:           "custom API",
	Package:             "package",
	File:                "file",
	AppAction:           "command",
	Bot:                 "bot",
	BotComponent:        "part of a bot",
	Record:              "record",
}

var names = sync.OnceValue(func() map[Type]string {
	table := make(map[Type]string, 128)
	for line := range strings.Lines(typesTSV) {
		code, name, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if n, err := strconv.Atoi(code); ok && err == nil {
			table[Type(n)] = name
		}
	}
	return table
})

// String returns the type's name in the field's words, "component type 10061"
// for a code that Microsoft's list does not hold, and "component" for none.
func (t Type) String() string {
	if t == 0 {
		return "component"
	}
	if name, ok := own[t]; ok {
		return name
	}
	if name, ok := names()[t]; ok {
		return name
	}
	return "component type " + strconv.Itoa(int(t))
}
