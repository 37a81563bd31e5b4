package customizations

import (
	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/leaves"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/syntax/xmltree"
)

// appSiteMap reads the site map of one app.
func (r *reader) appSiteMap(n xmltree.Node) {
	s := &SiteMap{
		LocalizedNames: r.Localized(n.Child("LocalizedNames")),
		ShowHome:       r.flag(n, "ShowHome"),
		ShowPinned:     r.flag(n, "ShowPinned"),
		ShowRecents:    r.flag(n, "ShowRecents"),
		Collapsible:    r.flag(n, "EnableCollapsibleGroups"),
	}
	r.component(&s.Component, n, component.SiteMap, r.Text(n, "SiteMapUniqueName"), model.Text{})
	r.areas(s, n)
	r.m.SiteMaps = append(r.m.SiteMaps, s)
}

// siteMap reads the site map of the environment. Exports have the section even
// where there is none.
func (r *reader) siteMap(n xmltree.Node) {
	for range n.Children() {
		s := new(SiteMap)
		r.component(&s.Component, n, component.SiteMap, model.Text{}, model.Text{})
		r.areas(s, n)
		r.m.SiteMaps = append(r.m.SiteMaps, s)
		return
	}
}

// areas reads what stands below an element of a site map.
func (r *reader) areas(s *SiteMap, n xmltree.Node) {
	for c := range n.Below() {
		switch c.Tag() {
		case "Area":
			if r.detail(c) {
				s.Areas = append(s.Areas, r.area(c))
			}
		case "SubArea":
			if r.detail(c) {
				s.SubAreas = append(s.SubAreas, r.subArea(c))
			}
		}
	}
}

func (r *reader) area(n xmltree.Node) *SiteMapArea {
	a := &SiteMapArea{
		Range:      r.Tag(n),
		ID:         r.Attr(n, "Id"),
		Titles:     r.titles(n),
		Icon:       r.Attr(n, "Icon"),
		VectorIcon: r.Attr(n, "VectorIcon"),
		ShowGroups: leaves.Flag(r.Attr(n, "ShowGroups")),
		IsChange:   hasAttr(n, "solutionaction"),
	}
	for c := range n.Named("Group") {
		if r.detail(c) {
			a.Groups = append(a.Groups, &SiteMapGroup{
				Range:     r.Tag(c),
				ID:        r.Attr(c, "Id"),
				Titles:    r.titles(c),
				IsProfile: leaves.Flag(r.Attr(c, "IsProfile")),
				IsChange:  hasAttr(c, "solutionaction"),
			})
		}
	}
	return a
}

func (r *reader) subArea(n xmltree.Node) *SubArea {
	s := &SubArea{
		Range:      r.Tag(n),
		ID:         r.Attr(n, "Id"),
		Table:      r.Attr(n, "Entity"),
		URL:        r.Attr(n, "Url"),
		Icon:       r.Attr(n, "Icon"),
		Page:       r.Attr(n, "Page"),
		Sku:        r.Attr(n, "Sku"),
		Titles:     r.titles(n),
		VectorIcon: r.Attr(n, "VectorIcon"),
		IsChange:   hasAttr(n, "solutionaction"),
		Dashboard:  r.GUID(r.Attr(n, "DefaultDashboard")),
		Client:     r.Attr(n, "Client"),
		PassParams: leaves.Flag(r.Attr(n, "PassParams")),
		Offline:    leaves.Flag(r.Attr(n, "AvailableOffline")),
	}
	s.Title = firstName(s.Titles)
	for c := range n.Named("Privilege") {
		if r.detail(c) {
			s.Privileges = append(s.Privileges, SubAreaPrivilege{r.Tag(c), r.Attr(c, "Entity"), r.Attr(c, "Privilege")})
		}
	}
	if c := n.Child("IsVisible"); c.IsSet() {
		s.Visible = &SubAreaVisibility{r.Tag(c), leaves.Flag(r.Attr(c, "defaultValue")), r.Attr(c, "settings"), r.Attr(c, "featureControls")}
	}
	return s
}

func hasAttr(n xmltree.Node, key string) bool {
	_, ok := n.Attr(key)
	return ok
}

// titles returns the titles of a part of a site map: old ones have one as an
// attribute.
func (r *reader) titles(n xmltree.Node) []model.Localized {
	var list []model.Localized
	if t := r.Attr(n, "Title"); t.Value != "" {
		list = append(list, model.Localized{Text: t})
	}
	for c := range n.Child("Titles").Named("Title") {
		list = append(list, model.Localized{Text: r.Attr(c, "Title"), Language: leaves.Int(r.Attr(c, "LCID"))})
	}
	return list
}
