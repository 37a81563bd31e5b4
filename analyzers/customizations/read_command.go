package customizations

import (
	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/syntax/xmltree"
)

func (r *reader) appAction(n xmltree.Node) {
	a := &AppAction{
		App:               r.Text(n, "appmoduleid", "uniquename"),
		Table:             r.Text(n, "contextentity", "logicalname"),
		Context:           r.int(n, "context"),
		ContextValue:      r.Text(n, "contextvalue"),
		Location:          r.int(n, "location"),
		Kind:              r.int(n, "type"),
		Sequence:          r.Text(n, "sequence"),
		Label:             r.Attr(n.Child("buttonlabeltext"), "default"),
		Labels:            r.Localized(n.Child("buttonlabeltext")),
		TooltipTitle:      r.Attr(n.Child("buttontooltiptitle"), "default"),
		Tooltip:           r.Attr(n.Child("buttontooltipdescription"), "default"),
		Icon:              r.Text(n, "fonticon"),
		ClickKind:         r.int(n, "onclickeventtype"),
		Function:          r.Text(n, "onclickeventjavascriptfunctionname"),
		WebResource:       r.guid(n, "onclickeventjavascriptwebresourceid", "webresourceid"),
		Parameters:        r.Text(n, "onclickeventjavascriptparameters"),
		Library:           r.Text(n, "onclickeventformulacomponentlibraryid", "name"),
		Formula:           r.formulaPlace(n, "onclickevent"),
		VisibilityKind:    r.int(n, "visibilitytype"),
		VisibilityLibrary: r.Text(n, "visibilityformulacomponentlibraryid", "name"),
		Visibility:        r.formulaPlace(n, "visibility"),
		Hidden:            r.flag(n, "hidden"),
		IsDisabled:        r.flag(n, "isdisabled"),
		IsCustomizable:    r.flag(n, "iscustomizable"),
		Origin:            r.int(n, "origin"),
		State:             r.int(n, "statecode"),
		Status:            r.int(n, "statuscode"),
	}
	r.component(&a.Component, n, component.AppAction, r.Attr(n, "uniquename"), model.Text{})
	r.m.AppActions = append(r.m.AppActions, a)
}

func (r *reader) formulaPlace(n xmltree.Node, of string) FormulaPlace {
	return FormulaPlace{r.Text(n, of+"formulacomponentname"), r.Text(n, of+"formulafunctionname")}
}
