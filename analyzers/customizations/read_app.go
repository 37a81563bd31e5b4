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
		Status:             r.Text(n, "Status"),
		ClientVersion:      r.Text(n, "CreatedByClientVersion"),
		MinClientVersion:   r.Text(n, "MinClientVersion"),
		Tags:               r.Text(n, "Tags"),
		Connections:        r.Text(n, "ConnectionReferences"),
		Databases:          r.Text(n, "DatabaseReferences"),
		Authorizations:     r.Text(n, "AuthorizationReferences"),
		AppComponents:      r.Text(n, "AppComponents"),
		ComponentUses:      r.Text(n, "AppComponentDependencies"),
		TableUses:          r.Text(n, "CdsDependencies"),
		EmbeddedApp:        r.Text(n, "EmbeddedApp"),
		Publisher:          r.Text(n, "Publisher"),
		CommitMessage:      r.Text(n, "CommitMessage"),
		BackgroundColor:    r.Text(n, "BackgroundColor"),
		GalleryItem:        r.Text(n, "GalleryItemId"),
		IsUpgraded:         r.flag(n, "IsCdsUpgraded"),
		AppPass:            r.flag(n, "CanConsumeAppPass"),
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
		OptimizedFor:      r.Text(n, "OptimizedFor"),
		Status:            r.int(n, "statuscode"),
		WelcomePageID:     r.guid(n, "WelcomePageId"),
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
	for c := range r.list(n, "appsettings", "appsetting") {
		a.Settings = append(a.Settings, AppSetting{r.Text(c, "value"), r.Attr(c, "settingdefinitionid.uniquename")})
	}
	for c := range r.list(n, "appelements", "appelement") {
		a.Pages = append(a.Pages, AppPage{r.Tag(c), r.Attr(c, "uniquename"), r.Text(c, "canvasappid", "name")})
	}
	r.m.Apps = append(r.m.Apps, a)
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
