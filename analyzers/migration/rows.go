package migration

import (
	"cmp"
	"encoding/hex"
	"go/token"
	"maps"
	"slices"
	"sort"
	"strconv"
	"strings"

	"github.com/solcheck/solcheck/analyzers/leaves"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/source"
	"github.com/solcheck/solcheck/analyzers/syntax/xmltree"
	"github.com/solcheck/solcheck/analyzers/unit"
)

// The limits of what is remembered while rows are read.
const (
	maxKeys  = 2 << 20 // identifiers of records
	maxWrong = 1000    // places of one kind of fault
)

// The kinds of personal data.
const (
	mail      = "e-mail address"
	telephone = "telephone number"
)

// A guid is an identifier of a row.
type guid [16]byte

func parseGUID(s string) (g guid, ok bool) {
	s = strings.Trim(s, "{}")
	if len(s) != 36 {
		return g, false
	}
	digits := strings.ReplaceAll(s, "-", "")
	if len(digits) != 2*len(g) {
		return g, false
	}
	_, err := hex.Decode(g[:], []byte(digits))
	return g, err == nil
}

// A key names a row.
type key struct {
	table string
	id    guid
}

// A lookup is a reference that is not resolved yet.
type lookup struct {
	target key
	from   string // table and column
}

// A collector reads data.xml.
type collector struct {
	*leaves.Reader
	m       *Model
	columns []map[string]bool // of the schema, for each of m.Data
	ends    []int             // where the entity of each of m.Data ends

	keys    map[key]int32 // the place of the record's identifier, from the file's base
	owners  map[string]*Holder
	people  map[string]*Holder
	roles   map[guid]string
	grants  []grant
	lookups map[lookup]*Lookup
	full    bool
}

type grant struct {
	Grant
	id guid
}

func (m *Model) data(files *source.Files) {
	member, file := m.open(files, "data.xml")
	m.DataFile = member
	if file == nil {
		return
	}
	c := &collector{
		Reader: leaves.NewReader(file), m: m,
		keys: make(map[key]int32), owners: make(map[string]*Holder), people: make(map[string]*Holder),
		roles: make(map[guid]string), lookups: make(map[lookup]*Lookup),
	}
	root, err := xmltree.NewStream(xmltree.Part{Path: "entities/entity", Skip: []string{"records", "m2mrelationships"}, Read: c.entity}).Read(file.Text)
	if m.broken(file, err) || m.wrongRoot(file, root) {
		return
	}
	_, err = xmltree.NewStream(
		xmltree.Part{Path: "entities/entity/records/record", Read: c.record},
		xmltree.Part{Path: "entities/entity/m2mrelationships/m2mrelationship", Read: c.relationship},
	).Read(file.Text)
	if !m.broken(file, err) {
		c.finish()
	}
}

// entity takes one table of the first pass.
func (c *collector) entity(n xmltree.Node) {
	rows := &Rows{Range: c.Tag(n), Name: c.Attr(n, "name")}
	columns := make(map[string]bool)
	for _, t := range c.m.Schema {
		if t.Name.Value == rows.Name.Value {
			rows.Table = t
			for _, f := range t.Fields {
				columns[f.Name.Value] = true
			}
			break
		}
	}
	c.m.Data = append(c.m.Data, rows)
	c.columns = append(c.columns, columns)
	c.ends = append(c.ends, n.Span().End)
}

// around returns the table that an element lies in.
func (c *collector) around(n xmltree.Node) int {
	return sort.SearchInts(c.ends, n.Span().End)
}

func (c *collector) record(n xmltree.Node) {
	i := c.around(n)
	if i == len(c.ends) {
		return
	}
	rows := c.m.Data[i]
	rows.Records++
	c.identify(n, rows.Name.Value)
	name, _ := n.Attr("id")
	for f := range n.Named("field") {
		c.field(f, i)
		if column, _ := f.Attr("name"); rows.Name.Value == "role" && column == "name" {
			if id, ok := parseGUID(name); ok {
				c.roles[id] = c.Attr(f, "value").Value
			}
		}
	}
}

// identify keeps the identifier of a record. The empty one stands for a row that
// gets its identifier in the import.
func (c *collector) identify(n xmltree.Node, table string) {
	text, _ := n.Attr("id")
	id, ok := parseGUID(text)
	if !ok || id == (guid{}) {
		return
	}
	at := c.Attr(n, "id")
	k := key{c.Keep(table), id}
	base := c.File.Pos(0)
	first, again := c.keys[k]
	switch {
	case again && len(c.m.Duplicates) < maxWrong:
		from := base + token.Pos(first)
		c.m.Duplicates = append(c.m.Duplicates, Duplicate{at, model.Range{From: from, To: from + (at.To - at.From)}, k.table})
	case again:
	case len(c.keys) == maxKeys:
		c.overflow(n)
	default:
		c.keys[k] = int32(at.From - base) //nolint:gosec // members are at most 2 GB
	}
}

func (c *collector) overflow(n xmltree.Node) {
	if !c.full {
		c.full = true
		c.m.Problems = append(c.m.Problems, unit.Problem{
			Member: c.m.DataFile, Pos: c.Tag(n).From, Message: "there are more than " + strconv.Itoa(maxKeys) + " records; those after it are not looked for twice",
		})
	}
}

// field takes one value of a record.
func (c *collector) field(f xmltree.Node, i int) {
	name, _ := f.Attr("name")
	rows := c.m.Data[i]
	if !c.columns[i][name] && rows.Table != nil && len(rows.Undeclared) < maxWrong {
		c.columns[i][c.Keep(name)] = true // each column once
		rows.Undeclared = append(rows.Undeclared, c.Attr(f, "name"))
	}
	value, _ := f.Attr("value")
	if value == "" {
		return
	}
	target, isLookup := f.Attr("lookupentity")
	switch {
	case isOwner(name) && isLookup:
		count(c.owners, c.Keep(name), c.Tag(f))
	case isLookup && target != "":
		c.lookup(f, rows.Name.Value, name, target, value)
	case isMail(value):
		count(c.people, mail, c.Tag(f))
	case isTelephone(name, value):
		count(c.people, telephone, c.Tag(f))
	}
}

func count(in map[string]*Holder, name string, at model.Range) {
	h := in[name]
	if h == nil {
		h = &Holder{Range: at, Name: name}
		in[name] = h
	}
	h.Count++
}

// lookup keeps a reference to a row, to be looked for when all are known.
func (c *collector) lookup(f xmltree.Node, table, column, target, value string) {
	id, ok := parseGUID(value)
	if !ok || isSystem(target) {
		return
	}
	l := lookup{key{c.Keep(target), id}, c.Keep(table + "." + column)}
	if found := c.lookups[l]; found != nil {
		found.Count++
	} else if len(c.lookups) < maxKeys {
		c.lookups[l] = &Lookup{Range: c.Tag(f), Table: c.Keep(table), Column: c.Keep(column), Target: l.target.table, Count: 1}
	}
}

// relationship takes the targets of one row of a relationship of many to many.
func (c *collector) relationship(n xmltree.Node) {
	name, _ := n.Attr("m2mrelationshipname")
	i := c.around(n)
	to := ""
	switch strings.ToLower(name) {
	case "systemuserroles_association":
		to = "systemuser"
	case "teamroles_association":
		to = "team"
	}
	if to == "" || i == len(c.ends) || c.m.Data[i].Name.Value == "role" {
		return // from a role's side the targets are users
	}
	for t := range n.Child("targetids").Named("targetid") {
		if id, ok := parseGUID(t.Text()); ok && len(c.grants) < maxWrong {
			c.grants = append(c.grants, grant{Grant{Range: c.Tag(t), Role: strings.ToLower(strings.Trim(t.Text(), "{}")), To: to}, id})
		}
	}
}

// finish joins what only the end of the text tells.
func (c *collector) finish() {
	c.m.Owners, c.m.Personal = sorted(c.owners), sorted(c.people)
	for _, g := range c.grants {
		if name := c.roles[g.id]; name != "" {
			g.Role, g.Named = name, true
		}
		c.m.Grants = append(c.m.Grants, g.Grant)
	}
	if c.full {
		return
	}
	first := make(map[string]*Lookup)
	for l, found := range c.lookups {
		if _, ok := c.keys[l.target]; ok {
			continue
		}
		f := first[l.from]
		if f == nil {
			first[l.from] = found
			continue
		}
		f.Count += found.Count
		if found.From < f.From {
			found.Count, first[l.from] = f.Count, found
		}
	}
	for _, name := range slices.Sorted(maps.Keys(first)) {
		c.m.Dangling = append(c.m.Dangling, *first[name])
	}
	slices.SortStableFunc(c.m.Dangling, func(a, b Lookup) int { return cmp.Compare(a.From, b.From) })
}

func sorted(holders map[string]*Holder) []Holder {
	var list []Holder
	for _, name := range slices.Sorted(maps.Keys(holders)) {
		list = append(list, *holders[name])
	}
	return list
}
