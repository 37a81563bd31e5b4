package connector

import (
	"slices"
	"strings"

	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/syntax/jsontree"
)

// Properties are what a connector has beside its definition. In a folder they
// stand in one file, in a solution in several parts.
type Properties struct {
	Node        *Node // the object "properties" of the file, nil in a solution
	BrandColor  model.Text
	Publisher   model.Text
	StackOwner  model.Text
	Abilities   []model.Text // capabilities
	Parameters  []*ConnectionParameter
	Sets        []*ParameterSet
	Policies    []*Policy
	HasOwnCode  bool         // scriptOperations is there: an empty list stands for all operations
	ScriptCalls []model.Text // ids in scriptOperations
}

// All returns the connection parameters, with those of all sets.
func (p *Properties) All() []*ConnectionParameter {
	all := slices.Clone(p.Parameters)
	for _, s := range p.Sets {
		all = append(all, s.Parameters...)
	}
	return all
}

// A ParameterSet is one of several ways to connect.
type ParameterSet struct {
	Node       *Node
	Name       model.Text
	Parameters []*ConnectionParameter
}

// A ConnectionParameter is what a user is asked for to make a connection.
type ConnectionParameter struct {
	Node        *Node
	Name        model.Text
	Type        model.Text // "string", "securestring", "oauthSetting", …
	DisplayName model.Text
	ClearText   bool // shown while it is typed
	OAuth       *OAuth
}

// IsOAuth reports whether the parameter stands for a sign-in.
func (p *ConnectionParameter) IsOAuth() bool { return strings.EqualFold(p.Type.Value, "oauthSetting") }

// OAuth are the settings of a sign-in.
type OAuth struct {
	Node         *Node
	Provider     model.Text
	ClientID     model.Text
	ClientSecret model.Text
	RedirectMode model.Text
	RedirectURL  model.Text
	Scopes       []model.Text
	FirstParty   bool
	Custom       []*Setting
}

// A Setting is a named value.
type Setting struct {
	Name  model.Text
	Node  *Node
	Value model.Text
}

// Setting returns the custom parameter of that name, case ignored, nil where
// there is none.
func (o *OAuth) Setting(name string) *Setting { return settingOf(o.Custom, name) }

func settingOf(list []*Setting, name string) *Setting {
	for _, s := range list {
		if strings.EqualFold(s.Name.Value, name) {
			return s
		}
	}
	return nil
}

// A Policy is one application of a policy template.
type Policy struct {
	Node       *Node
	Template   model.Text
	Title      model.Text
	Operations []model.Text // that it is for; all where there are none
	Section    model.Text   // "Request" or "Response"
	Parameters []*Setting   // without the prefix of their names
}

// Parameter returns the parameter of that name, case ignored, nil where there is
// none.
func (p *Policy) Parameter(name string) *Setting { return settingOf(p.Parameters, name) }

func readProperties(root *Node) *Properties {
	n := root.Get("properties")
	p := &Properties{
		Node:       n,
		BrandColor: textOf(n.Get("iconBrandColor")),
		Publisher:  textOf(n.Get("publisher")),
		StackOwner: textOf(n.Get("stackOwner")),
		Abilities:  textsOf(n.Get("capabilities")),
		Parameters: readConnectionParameters(n.Get("connectionParameters")),
		Policies:   readPolicies(n.Get("policyTemplateInstances")),
	}
	for _, set := range n.At("connectionParameterSets", "values").Items() {
		p.Sets = append(p.Sets, &ParameterSet{Node: set, Name: textOf(set.Get("name")), Parameters: readConnectionParameters(set.Get("parameters"))})
	}
	list := n.Get("scriptOperations")
	p.HasOwnCode, p.ScriptCalls = list != nil, textsOf(list)
	return p
}

func readConnectionParameters(n *Node) []*ConnectionParameter {
	var list []*ConnectionParameter
	for key, v := range n.Members() {
		ui := v.Get("uiDefinition")
		p := &ConnectionParameter{
			Node: v, Name: keyOf(key), Type: textOf(v.Get("type")),
			DisplayName: textOf(ui.Get("displayName")), ClearText: isTrue(ui.At("constraints", "clearText")),
		}
		if o := v.Get("oAuthSettings"); o.Is(jsontree.Object) {
			p.OAuth = readOAuth(o)
		}
		list = append(list, p)
	}
	return list
}

func readOAuth(n *Node) *OAuth {
	o := &OAuth{
		Node:         n,
		Provider:     textOf(n.Get("identityProvider")),
		ClientID:     textOf(n.Get("clientId")),
		ClientSecret: textOf(n.Get("clientSecret")),
		RedirectMode: textOf(n.Get("redirectMode")),
		RedirectURL:  textOf(n.Get("redirectUrl")),
		Scopes:       textsOf(n.Get("scopes")),
		FirstParty:   isTrue(n.At("properties", "IsFirstParty")),
	}
	for key, v := range n.Get("customParameters").Members() {
		o.Custom = append(o.Custom, &Setting{Name: keyOf(key), Node: v, Value: textOf(v.Get("value"))})
	}
	return o
}

// policyPrefix begins the names of the parameters of policy templates.
const (
	policyPrefix     = "x-ms-apimTemplateParameter."
	policyOperations = "x-ms-apimTemplate-operationName"
	policySection    = "x-ms-apimTemplate-policySection"
)

func readPolicies(n *Node) []*Policy {
	var list []*Policy
	for _, item := range n.Items() {
		p := &Policy{Node: item, Template: textOf(item.Get("templateId")), Title: textOf(item.Get("title"))}
		for key, v := range item.Get("parameters").Members() {
			name := keyOf(key)
			switch {
			case strings.EqualFold(name.Value, policyOperations):
				p.Operations = textsOf(v)
			case strings.EqualFold(name.Value, policySection):
				p.Section = textOf(v)
			default:
				if len(name.Value) > len(policyPrefix) && strings.EqualFold(name.Value[:len(policyPrefix)], policyPrefix) {
					name.Value = name.Value[len(policyPrefix):]
				}
				p.Parameters = append(p.Parameters, &Setting{Name: name, Node: v, Value: textOf(v)})
			}
		}
		list = append(list, p)
	}
	return list
}

// Settings are what the command line for connectors remembers of a connector.
type Settings struct {
	ConnectorID model.Text
	Environment model.Text
}

func readSettings(n *Node) *Settings {
	return &Settings{ConnectorID: textOf(n.Get("connectorId")), Environment: textOf(n.Get("environment"))}
}
