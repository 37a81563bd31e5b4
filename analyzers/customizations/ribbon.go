package customizations

import (
	"iter"
	"strings"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/model"
)

// A Ribbon is what a solution changes in the commands of a table, or of the whole
// environment: the element RibbonDiffXml.
type Ribbon struct {
	model.Range        // the start tag
	Table       string // Name of the table; empty for the application's ribbon
	Actions     []*RibbonAction
	Hidden      []*HiddenAction
	Controls    []*RibbonControl
	Commands    []*Command
	Rules       []*RibbonRule
	Labels      []*RibbonLabel
}

// Ref names the ribbon in findings.
func (r *Ribbon) Ref() component.Ref {
	if r.Table == "" {
		return component.Ref{Type: component.Ribbon, Name: "application ribbon"}
	}
	return component.Ref{Type: component.Ribbon, Name: r.Table}
}

// A RibbonAction is one change of the command bar: the element CustomAction.
type RibbonAction struct {
	model.Range // the start tag
	ID          model.Text
	Location    model.Text // where: "Mscrm.Form.account.MainTab.Save.Controls._children"
	Sequence    model.Text
	Title       model.Text
}

// A HiddenAction takes something out of the command bar: HideCustomAction.
type HiddenAction struct {
	model.Range            // the start tag
	ID          model.Text // HideActionId
	Location    model.Text // what it takes out
}

// A RibbonControl is a button, menu, group or tab: whatever names a command, or has
// a label or an image.
type RibbonControl struct {
	model.Range        // the start tag
	Kind        string // the element's name: "Button", "FlyoutAnchor"
	ID          model.Text
	Label       model.Text   // LabelText: "$LocLabels:id", "$Resources:id", or the text itself
	Labels      []model.Text // LabelText and all attributes with text of the same form: Alt, ToolTipTitle and the like
	Commands    []model.Text // the attributes Command, PopulateQueryCommand and the like
	Images      []model.Text // Image16by16, ModernImage and the like: "$webresource:name", or a path of the platform
}

// LabelDirective is what the ID of a label stands behind.
const LabelDirective = "$LocLabels:"

// A Command is what happens when somebody chooses a control, and when one may.
type Command struct {
	model.Range  // the start tag of CommandDefinition
	ID           model.Text
	EnableRules  []model.Text // IDs of rules
	DisplayRules []model.Text
	Functions    []*RibbonFunction
	URLs         []*RibbonURL
	Outlook      model.Range // OutlookCommand, not set where there is none
}

// A RibbonURL is a page that a command opens: the element Url.
type RibbonURL struct {
	model.Text            // Address
	PassParams model.Flag // the page is told which rows are chosen
	Mode       model.Text // WinMode: "0", "1" or "2"
	Window     model.Text // WinParams
}

// A RibbonFunction is a script function that a command or a rule calls.
type RibbonFunction struct {
	model.Range // the start tag
	Function    model.Text
	Library     model.Text // "$webresource:name", or the path of a script of the platform
	Parameters  []RibbonParameter
}

// LibraryDirective is what the name of a web resource stands behind.
const LibraryDirective = "$webresource:"

// WebResource returns the name of the web resource that the function is in, empty
// where the library is written in another way.
func (f *RibbonFunction) WebResource() string {
	if lib := f.Library.Value; len(lib) > len(LibraryDirective) && strings.EqualFold(lib[:len(LibraryDirective)], LibraryDirective) {
		return lib[len(LibraryDirective):]
	}
	return ""
}

// A RibbonParameter is what a function is called with.
type RibbonParameter struct {
	model.Text        // Value
	Kind       string // the element's name: "CrmParameter", "StringParameter"
}

// A RibbonRule is the definition of a rule.
type RibbonRule struct {
	model.Range // the start tag
	ID          model.Text
	Kind        RibbonRuleKind
	Conditions  []*RibbonCondition // those inside of OrRule too
}

// RibbonRuleKind says what a rule decides.
type RibbonRuleKind int

// The kinds of rules.
const (
	EnableRule RibbonRuleKind = iota
	DisplayRule
	TabDisplayRule
)

// A RibbonCondition is one part of a rule.
type RibbonCondition struct {
	model.Range                 // the start tag
	Kind        string          // the element's name: "ValueRule", "CustomRule"
	Type        model.Text      // of a CommandClientTypeRule: "Modern", "Refresh", "Legacy"
	Sku         model.Text      // of a SkuRule: "Online", "OnPremise", "Spla"
	Invert      model.Flag      // InvertResult
	Default     model.Flag      // what it gives where nothing else does
	Function    *RibbonFunction // of a CustomRule, else nil
	Values      []Field         // the other attributes: "Field", "State", "PrivilegeType" and so on
}

// A RibbonLabel is a text in several languages that controls name.
type RibbonLabel struct {
	model.Range // the start tag of LocLabel
	ID          model.Text
	Titles      []model.Localized
}

// Ribbons returns the ribbons of all tables, then the application's. Those that
// change nothing are not there.
func (m *Model) Ribbons() iter.Seq[*Ribbon] {
	return func(yield func(*Ribbon) bool) {
		for _, t := range m.Tables {
			if t.Ribbon != nil && !yield(t.Ribbon) {
				return
			}
		}
		if m.Ribbon != nil {
			yield(m.Ribbon)
		}
	}
}
