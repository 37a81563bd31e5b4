package migration

import (
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/unit"
)

// A Model is one export of configuration data: the tables of its schema, and what
// its rows hold as far as rules ask for it. The rows themselves are not kept.
type Model struct {
	SchemaFile string // the member data_schema.xml; empty where there is none
	DataFile   string // the member data.xml; empty where there is none

	Schema []*Table
	Data   []*Rows

	Duplicates []Duplicate // records that stand twice
	Owners     []Holder    // lookups to who made or owns a row, by column, sorted by name
	Personal   []Holder    // e-mail addresses and telephone numbers, by what they are
	Grants     []Grant     // security roles that are given to users and teams
	Dangling   []Lookup    // lookups to rows that are not there, the first of each table and column

	Problems []unit.Problem
}

// Unread returns what could not be read.
func (m *Model) Unread() []unit.Problem { return m.Problems }

// A Table is an entity of the schema.
type Table struct {
	model.Range    // the start tag of entity
	Name           model.Text
	PrimaryID      model.Text // primaryidfield
	DisablePlugIns model.Flag // disableplugins
	Fields         []*Field
}

// A Field is a column of the schema.
type Field struct {
	model.Range // the start tag of field
	Name        model.Text
	Type        model.Text
	Lookup      model.Text // lookupType
	PrimaryKey  model.Flag
}

// Rows are the records of one entity of data.xml.
type Rows struct {
	model.Range // the start tag of entity
	Name        model.Text
	Table       *Table // of the schema; nil where it has none of that name
	Records     int
	Undeclared  []model.Text // the first use of each column that the schema does not have
}

// A Duplicate is a record whose identifier stands twice in one table.
type Duplicate struct {
	model.Text             // the identifier of the second one
	First      model.Range // that of the first one
	Table      string
}

// A Holder counts values of one kind.
type Holder struct {
	model.Range        // the first of them
	Name        string // "ownerid", "e-mail address"
	Count       int
}

// A Grant is a security role that is given to a user or a team.
type Grant struct {
	model.Range        // the start tag of targetid
	Role        string // its name where the data tell it, else its identifier
	Named       bool   // Role is a name
	To          string // "systemuser" or "team"
}

// Given is the package fact that tells of roles that are given and not named.
type Given struct {
	Unnamed int // grants whose role the data do not hold
}

// AFact marks Given as a fact.
func (*Given) AFact() {}

// String tells what it is about.
func (*Given) String() string { return "roles that are given" }

// A Lookup is a reference to a row.
type Lookup struct {
	model.Range // the start tag of field
	Table       string
	Column      string
	Target      string // table
	Count       int    // of such lookups in the column
}
