package assembly

import (
	"slices"
	"strings"

	"github.com/solcheck/solcheck/analyzers/syntax/clr"
)

const (
	organizationService = "Microsoft.Xrm.Sdk.IOrganizationService"
	columnSet           = "Microsoft.Xrm.Sdk.Query.ColumnSet"
	queryExpression     = "Microsoft.Xrm.Sdk.Query.QueryExpression"
)

// Retrieved returns the ColumnSet that a row was retrieved with, nil for a value
// that is no retrieved row or where that cannot be told. The row may be the result
// of Retrieve, or one of those of RetrieveMultiple.
func (c *Code) Retrieved(row *Value) *Value {
	from := row.query()
	switch {
	case from == nil:
		return nil
	case from.Member.Name == "Retrieve" && len(from.Args) == 4:
		return from.Args[3]
	case from.Member.Name == "RetrieveMultiple" && len(from.Args) == 2 && from.Args[1].IsNew(queryExpression):
		for _, call := range c.Uses(from.Args[1]) {
			if call.Is(queryExpression, "set_ColumnSet") && call.Arg(0) == from.Args[1] {
				return call.Last()
			}
		}
	}
	return nil
}

// query follows a row back to the call of the service that it came from.
func (v *Value) query() *Value {
	for range maxOrigin {
		if v.Kind != Result || len(v.Args) == 0 {
			return nil
		}
		if v.Member.Is(organizationService, "") {
			return v
		}
		switch v.Member.Name {
		case "ToEntity", "get_Current", "GetEnumerator", "get_Item", "get_Entities", "get_EntityCollection", "First", "FirstOrDefault", "Single", "SingleOrDefault":
			v = v.Args[0]
		default:
			return nil
		}
	}
	return nil
}

// Columns returns what a ColumnSet asks for: all columns, or the named ones. It is
// not known where a name is no literal.
func (v *Value) Columns() (all bool, columns []string, known bool) {
	if !v.IsNew(columnSet) || v.In == nil {
		return false, nil, false
	}
	names := v.Args
	if len(names) == 1 && names[0].Kind == Constant {
		return names[0].Int != 0, nil, true
	}
	for _, call := range v.In.Uses(v) {
		if call.Is(columnSet, "AddColumn") || call.Is(columnSet, "AddColumns") {
			names = append(slices.Clip(names), call.Last())
		}
	}
	for _, name := range names {
		list, ok := literals(name)
		if !ok {
			return false, nil, false
		}
		columns = append(columns, list...)
	}
	return false, columns, true
}

// literals returns the texts of a literal, or of an array of literals, in lower
// case. It is not ok for anything else.
func literals(v *Value) (texts []string, ok bool) {
	switch v.Kind {
	case Text:
		return []string{strings.ToLower(v.Text)}, true
	case Vector:
		for _, element := range v.Args {
			if element.Kind != Text {
				return nil, false
			}
			texts = append(texts, strings.ToLower(element.Text))
		}
		return texts, true
	default:
		return nil, false
	}
}

// Unchanged tells which columns an Update of a retrieved row sends although the
// code does not change them: all, or the named ones.
func (c *Code) Unchanged(row *Value) (all bool, columns []string) {
	set := c.Retrieved(row)
	if set == nil {
		return false, nil
	}
	all, columns, known := set.Columns()
	changed, whole := c.ColumnsSet(row)
	if all || !known || !whole || row.wasConverted() {
		return all, nil
	}
	table := row.queriedTable()
	return false, slices.DeleteFunc(columns, func(name string) bool {
		return slices.Contains(changed, name) || name == table+"id" // the key of the row is sent with every Update
	})
}

// wasConverted reports whether the row was made an early-bound one on its way: what
// sets its columns then cannot be seen.
func (v *Value) wasConverted() bool {
	for range maxOrigin {
		if v.Kind != Result || len(v.Args) == 0 {
			return false
		}
		if v.Member.Name == "ToEntity" {
			return true
		}
		v = v.Args[0]
	}
	return false
}

// queriedTable returns the table of a retrieved row, empty where it is no literal.
func (v *Value) queriedTable() string {
	from := v.query()
	if from == nil || len(from.Args) < 2 {
		return ""
	}
	table := from.Args[1]
	if table.IsNew(queryExpression) && len(table.Args) > 0 {
		table = table.Args[0]
	}
	return strings.ToLower(table.Text)
}

// HasAttribute reports whether a custom attribute is on the method.
func (c *Code) HasAttribute(fullName string) bool {
	return c.Assembly.Image.HasAttribute(c.Method.Token, fullName)
}

// IsVoid reports whether the method returns nothing.
func IsVoid(m *clr.Method) bool { return m.Sig.Return == nil || m.Sig.Return.Is("System.Void") }
