package solutions

import (
	"strings"

	"github.com/solcheck/solcheck/analyzers/syntax/xmltree"
)

// entity writes the files of a table: its definition, and each of its forms, views
// and charts, and its ribbon.
func (u *unpacker) entity(n xmltree.Node) {
	name := n.Child("Name").Text()
	folder := "Entities/" + fileName(name) + "/"
	w := new(writer).say(declaration)
	from := n.Span().Start
	for c := range n.Children() {
		switch c.Tag() {
		case "FormXml":
			u.forms(folder, c)
		case "SavedQueries":
			for list := range c.Named("savedqueries") {
				u.each(folder+"SavedQueries/", list, "savedqueryid", "savedqueries")
			}
		case "Visualizations":
			u.each(folder+"Visualizations/", c, "savedqueryvisualizationid", "")
		case "RibbonDiffXml":
			u.write(folder+"RibbonDiff.xml", u.span(new(writer).say(declaration), c))
		default:
			continue
		}
		u.take(w, from, c.Span().Start).say("<" + c.Tag() + " />")
		from = c.Span().End
	}
	u.write(folder+"Entity.xml", u.take(w, from, n.Span().End))
	u.formulas(folder, name)
}

// formulas gives the formulas of a table's columns to the table's folder.
func (u *unpacker) formulas(folder, table string) {
	prefix := strings.ToLower("Formulas/" + table + "-")
	for name := range u.zip {
		if strings.HasPrefix(strings.ToLower(name), prefix) {
			u.home[name] = folder + name
		}
	}
}

func (u *unpacker) forms(folder string, n xmltree.Node) {
	for list := range n.Named("forms") {
		kind, _ := list.Attr("type")
		u.each(folder+"FormXml/"+fileName(kind)+"/", list, "formid", "forms")
	}
}

// each writes a file for each element below n, named after an element in it, within
// an element around.
func (u *unpacker) each(folder string, n xmltree.Node, id, around string) {
	for c := range n.Children() {
		w := new(writer).say(declaration)
		if around != "" {
			w.say("<" + around + ">\n")
		}
		u.span(w, c)
		if around != "" {
			w.say("\n</" + around + ">")
		}
		u.write(folder+fileName(c.Child(id).Text())+".xml", w)
	}
}
