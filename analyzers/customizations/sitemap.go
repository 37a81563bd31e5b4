package customizations

import "github.com/solcheck/solcheck/analyzers/model"

// A SiteMap is the navigation of an app, or of the whole environment.
type SiteMap struct {
	Component
	LocalizedNames []model.Localized
	ShowHome       model.Flag
	ShowPinned     model.Flag
	ShowRecents    model.Flag
	Collapsible    model.Flag // EnableCollapsibleGroups
	Areas          []*SiteMapArea
	SubAreas       []*SubArea // of all areas
}

// A SiteMapArea is a part of a site map that people switch to.
type SiteMapArea struct {
	model.Range // the start tag of Area
	ID          model.Text
	Titles      []model.Localized
	Icon        model.Text
	VectorIcon  model.Text
	ShowGroups  model.Flag
	IsChange    bool // solutionaction: it only changes an area of another solution
	Groups      []*SiteMapGroup
}

// A SiteMapGroup holds entries of a site map together.
type SiteMapGroup struct {
	model.Range // the start tag of Group
	ID          model.Text
	Titles      []model.Localized
	IsProfile   model.Flag
	IsChange    bool // solutionaction: it only changes a group of another solution
}

// A SubArea is an entry of a site map.
type SubArea struct {
	model.Range // the start tag of SubArea
	ID          model.Text
	Table       model.Text // Entity
	URL         model.Text
	Icon        model.Text
	Page        model.Text // unique name of a custom page
	Sku         model.Text // where it shows: a list of "All", "Live", "OnPremise", "SPLA"
	Title       model.Text // the first one
	Titles      []model.Localized
	VectorIcon  model.Text
	IsChange    bool       // solutionaction: it only changes an entry of another solution
	Dashboard   model.Text // DefaultDashboard: GUID in lower case without braces
	Client      model.Text // where it shows: a list of "All", "Web" and so on
	PassParams  model.Flag // the URL is given the names of the organization and of the user's language
	Offline     model.Flag // AvailableOffline
	Privileges  []SubAreaPrivilege
	Visible     *SubAreaVisibility // IsVisible, nil for most
}

// A SubAreaPrivilege is what people need to see an entry.
type SubAreaPrivilege struct {
	model.Range            // the start tag of Privilege
	Table       model.Text // Entity
	Privilege   model.Text // a list of "Read", "Write" and so on
}

// A SubAreaVisibility says which settings show or hide an entry.
type SubAreaVisibility struct {
	model.Range // the start tag of IsVisible
	Default     model.Flag
	Settings    model.Text
	Features    model.Text // featureControls
}
