package customizations

import (
	"strings"

	"github.com/solcheck/solcheck/analyzers/component"
	"github.com/solcheck/solcheck/analyzers/syntax/xmltree"
)

// recordIn returns what reads a member for which there is no reader of its own, and
// the element that it should begin with, empty where that may be any; nil for
// other members. It holds
//   - a record, "<table in the plural>/<key>/<table>.xml", perhaps below the one
//     that it is a part of;
//   - associations, "Assets/<table>set.xml";
//   - the service plans or the apps that they open, in the folder ServicePlans of
//     unpacked sources (Microsoft's page about the files of SolutionPackager);
//   - in unpacked sources, what stands in customizations.xml otherwise,
//     "<list>/<name>.meta.xml".
func (r *reader) recordIn(member string) (stream *xmltree.Stream, root string) {
	parts := strings.Split(member, "/")
	n := len(parts)
	name, isXML := strings.CutSuffix(parts[n-1], ".xml")
	lower := strings.ToLower(name)
	switch {
	case !isXML || n < 2:
	case n == 2 && strings.EqualFold(parts[0], "assets") && strings.HasSuffix(lower, "set"):
		return r.sets, name
	case n == 2 && strings.EqualFold(parts[0], "serviceplans") && r.m.Layout == Unpacked:
		return r.sets, ""
	case n == 2 && strings.HasSuffix(lower, ".meta") && r.m.Layout == Unpacked:
		return r.records, ""
	case n%2 == 1 && n > 2 && isPlural(strings.ToLower(parts[n-3]), lower):
		return r.records, name
	}
	return nil, ""
}

// isPlural reports whether a folder is named after a table: the entity set name,
// which is the table's name with an English plural.
func isPlural(folder, table string) bool {
	stem, isY := strings.CutSuffix(table, "y")
	return table != "" && (folder == table+"s" || folder == table+"es" || isY && folder == stem+"ies")
}

// unknown reads an element of a list for which there is no reader of its own: a
// record, or an association.
func (r *reader) unknown(n xmltree.Node) {
	if hasEnds(n) {
		r.association(n)
		return
	}
	r.record(n)
}

// hasEnds reports whether an element names two other rows.
func hasEnds(n xmltree.Node) bool {
	ends := 0
	for _, a := range n.Element.Attr {
		if strings.Contains(a.Key, ".") {
			ends++
		}
	}
	return ends > 1
}

func (r *reader) association(n xmltree.Node) {
	if r.detail(n) {
		r.m.Associations = append(r.m.Associations, &Association{
			Range: r.Tag(n), Table: r.Keep(n.Tag()), Source: r.source, Ends: r.attributes(n),
		})
	}
}

// loneRecord reads what has a file of its own. In unpacked sources that may be
// associations, all of one table.
func (r *reader) loneRecord(n xmltree.Node) {
	if !strings.HasSuffix(n.Tag(), "set") {
		r.record(n)
		return
	}
	for c := range n.Children() {
		r.unknown(c)
	}
}

func (r *reader) record(n xmltree.Node) {
	o := &Record{Table: r.Keep(n.Tag()), Keys: r.attributes(n)}
	r.fields(o, n, "")
	name, id := r.named(n, "name", "Name"), r.Attr(n, o.Table+"id")
	if len(o.Keys) > 0 && (name.Value == "" || !id.IsSet()) {
		name = o.Keys[0].Text
	}
	r.component(&o.Component, n, component.Record, name, id)
	for c := range n.Children() {
		r.queriesIn(c, &o.Component)
	}
	r.m.Records = append(r.m.Records, o)
}

// maxAttributes is the number of attributes of one element that are read; real
// ones have up to three.
const maxAttributes = 16

func (r *reader) attributes(n xmltree.Node) []Field {
	var list []Field
	for _, a := range n.Element.Attr {
		if a.Space == "" && a.Key != "xmlns" && a.Key != "unmodified" && len(list) < maxAttributes {
			list = append(list, Field{r.Keep(a.Key), r.Attr(n, a.Key)})
		}
	}
	return list
}

// fields reads the columns of a record. A label has its text in an attribute, a
// lookup its key in an element of its own.
func (r *reader) fields(o *Record, n xmltree.Node, way string) {
	for c := range n.Children() {
		name := way + c.Tag()
		text := r.Text(c)
		if label := r.Attr(c, "default"); label.Value != "" {
			text = label
		}
		if text.Value != "" && r.detail(c) {
			o.Fields = append(o.Fields, Field{r.Keep(name), text})
		}
		if c.Tag() != "label" && len(name) < maxShortName {
			r.fields(o, c, name+"/")
		}
	}
}

// maxShortName bounds how far down a record is read, by the length of the way.
const maxShortName = 256
