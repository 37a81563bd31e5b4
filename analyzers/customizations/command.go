package customizations

import "github.com/solcheck/solcheck/analyzers/model"

// An AppAction is a command of a model-driven app, as the command designer makes
// it.
type AppAction struct {
	Component                    // its Name is the unique name
	App               model.Text // appmoduleid/uniquename
	Table             model.Text // contextentity/logicalname
	Context           model.Int  // what it is for: a table, say
	ContextValue      model.Text // which one
	Location          model.Int  // where it stands: on a form, say
	Kind              model.Int  // type: a button, say
	Sequence          model.Text // the order among others: may have a fraction
	Label             model.Text // buttonlabeltext
	Labels            []model.Localized
	TooltipTitle      model.Text   // buttontooltiptitle
	Tooltip           model.Text   // buttontooltipdescription
	Icon              model.Text   // fonticon
	ClickKind         model.Int    // onclickeventtype
	Function          model.Text   // onclickeventjavascriptfunctionname
	WebResource       model.Text   // onclickeventjavascriptwebresourceid/webresourceid: GUID in lower case without braces
	Parameters        model.Text   // onclickeventjavascriptparameters: JSON
	Library           model.Text   // onclickeventformulacomponentlibraryid/name: the component library with its formula
	Formula           FormulaPlace // in that library
	VisibilityKind    model.Int    // visibilitytype
	VisibilityLibrary model.Text   // visibilityformulacomponentlibraryid/name
	Visibility        FormulaPlace // in that library
	Hidden            model.Flag
	IsDisabled        model.Flag
	IsCustomizable    model.Flag
	Origin            model.Int
	State             model.Int // statecode
	Status            model.Int // statuscode
}

// A FormulaPlace says where in a component library a formula of a command stands.
type FormulaPlace struct {
	Component model.Text // formulacomponentname
	Function  model.Text // formulafunctionname
}
