package customizations

import (
	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/leaves"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/syntax/xmltree"
)

func (r *reader) canvasApp(n xmltree.Node) {
	a := &CanvasApp{
		DisplayName:        r.Text(n, "DisplayName"),
		Description:        r.Text(n, "Description"),
		Kind:               number[CanvasAppType](r, n, "CanvasAppType"),
		AppVersion:         r.Text(n, "AppVersion"),
		ClientVersion:      r.Text(n, "CreatedByClientVersion"),
		Tags:               r.Text(n, "Tags"),
		Connections:        r.Text(n, "ConnectionReferences"),
		Databases:          r.Text(n, "DatabaseReferences"),
		BypassConsent:      r.flag(n, "BypassConsent"),
		AdminBypassConsent: r.flag(n, "AdminControlBypassConsent"),
		IsCustomizable:     r.flag(n, "IsCustomizable"),
		IntroducedVersion:  r.Text(n, "IntroducedVersion"),
	}
	r.component(&a.Component, n, component.CanvasApp, r.Text(n, "Name"), model.Text{})
	r.refer(&a.Document, &a.Component, r.Text(n, "DocumentUri"))
	r.refer(&a.BackgroundImage, &a.Component, r.Text(n, "BackgroundImageUri"))
	for c := range n.Child("AdditionalUris").Named("AdditionalUri") {
		if r.detail(c) {
			ref := new(Reference)
			r.refer(ref, &a.Component, r.Text(c))
			a.Additional = append(a.Additional, ref)
		}
	}
	r.m.CanvasApps = append(r.m.CanvasApps, a)
}

func (r *reader) app(n xmltree.Node) {
	a := &App{
		LocalizedNames:    r.Localized(n.Child("LocalizedNames")),
		Descriptions:      r.Localized(n.Child("Descriptions")),
		FormFactor:        r.int(n, "FormFactor"),
		ClientType:        number[ClientType](r, n, "ClientType"),
		NavigationType:    r.int(n, "NavigationType"),
		State:             r.int(n, "statecode"),
		IconID:            r.guid(n, "WebResourceId"),
		IntroducedVersion: r.Text(n, "IntroducedVersion"),
	}
	r.component(&a.Component, n, component.App, r.Text(n, "UniqueName"), model.Text{})
	for c := range n.Child("AppModuleComponents").Named("AppModuleComponent") {
		if r.detail(c) {
			a.Components = append(a.Components, &AppComponent{
				Range:      r.Tag(c),
				Type:       leaves.Number[component.Type](r.Attr(c, "type")),
				SchemaName: r.Attr(c, "schemaName"),
				ID:         r.GUID(r.Attr(c, "id")),
			})
		}
	}
	for c := range n.Child("AppModuleRoleMaps").Named("Role") {
		if r.detail(c) {
			a.Roles = append(a.Roles, r.GUID(r.Attr(c, "id")))
		}
	}
	r.m.Apps = append(r.m.Apps, a)
}

// appSiteMap reads the site map of one app.
func (r *reader) appSiteMap(n xmltree.Node) {
	s := new(SiteMap)
	r.component(&s.Component, n, component.SiteMap, r.Text(n, "SiteMapUniqueName"), model.Text{})
	r.subAreas(s, n)
	r.m.SiteMaps = append(r.m.SiteMaps, s)
}

// siteMap reads the site map of the environment. Exports have the section even
// where there is none.
func (r *reader) siteMap(n xmltree.Node) {
	for range n.Children() {
		s := new(SiteMap)
		r.component(&s.Component, n, component.SiteMap, model.Text{}, model.Text{})
		r.subAreas(s, n)
		r.m.SiteMaps = append(r.m.SiteMaps, s)
		return
	}
}

func (r *reader) subAreas(s *SiteMap, n xmltree.Node) {
	for c := range n.Below() {
		if c.Tag() == "SubArea" && r.detail(c) {
			s.SubAreas = append(s.SubAreas, &SubArea{
				Range:      r.Tag(c),
				ID:         r.Attr(c, "Id"),
				Table:      r.Attr(c, "Entity"),
				URL:        r.Attr(c, "Url"),
				Icon:       r.Attr(c, "Icon"),
				Page:       r.Attr(c, "Page"),
				Sku:        r.Attr(c, "Sku"),
				Title:      r.subAreaTitle(c),
				VectorIcon: r.Attr(c, "VectorIcon"),
				IsChange:   hasAttr(c, "solutionaction"),
				Dashboard:  r.GUID(r.Attr(c, "DefaultDashboard")),
			})
		}
	}
}

func hasAttr(n xmltree.Node, key string) bool {
	_, ok := n.Attr(key)
	return ok
}

// subAreaTitle returns the first title of an entry: old ones have it as an
// attribute.
func (r *reader) subAreaTitle(n xmltree.Node) model.Text {
	if t := r.Attr(n, "Title"); t.Value != "" {
		return t
	}
	return r.Attr(n.Child("Titles", "Title"), "Title")
}

func (r *reader) customControl(n xmltree.Node) {
	c := new(CustomControl)
	r.component(&c.Component, n, component.CustomControl, r.Text(n, "Name"), model.Text{})
	r.refer(&c.Manifest, &c.Component, r.Text(n, "FileName"))
	r.m.CustomControls = append(r.m.CustomControls, c)
}

func (r *reader) webResource(n xmltree.Node) {
	w := &WebResource{
		Kind:              number[WebResourceType](r, n, "WebResourceType"),
		DisplayName:       r.Text(n, "DisplayName"),
		Description:       r.Text(n, "Description"),
		Language:          r.int(n, "LanguageCode"),
		Dependencies:      r.Text(n, "DependencyXml"),
		IsHidden:          r.flag(n, "IsHidden"),
		IsCustomizable:    r.flag(n, "IsCustomizable"),
		CanBeDeleted:      r.flag(n, "CanBeDeleted"),
		OnMobile:          r.flag(n, "IsEnabledForMobileClient"),
		OnMobileOffline:   r.flag(n, "IsAvailableForMobileOffline"),
		IntroducedVersion: r.Text(n, "IntroducedVersion"),
	}
	r.component(&w.Component, n, component.WebResource, r.Text(n, "Name"), r.Text(n, "WebResourceId"))
	r.refer(&w.File, &w.Component, r.Text(n, "FileName"))
	r.m.WebResources = append(r.m.WebResources, w)
}
