package assembly

import (
	"slices"
	"strings"

	"github.com/solcheck/solcheck/analyzers/syntax/clr"
)

// The types of the SDK that rows are.
const (
	entityType = "Microsoft.Xrm.Sdk.Entity"
)

// maxOrigin bounds how far back a value is followed.
const maxOrigin = 8

// IsTarget reports whether the value is the row that the message is about: the
// input parameter "Target", also as an early-bound type.
func (v *Value) IsTarget() bool {
	for range maxOrigin {
		if v.Kind != Result || len(v.Args) == 0 {
			return false
		}
		if v.Member.Name == "ToEntity" {
			v = v.Args[0]
			continue
		}
		return v.IsItem("get_InputParameters", "Target")
	}
	return false
}

// IsItem reports whether the value is read under a key from the collection that
// an accessor of the execution context returns.
func (v *Value) IsItem(accessor, key string) bool {
	if v.Kind != Result || v.Member.Name != "get_Item" || len(v.Args) != 2 {
		return false
	}
	from, at := v.Args[0], v.Args[1]
	return from.Kind == Result && from.Member.Name == accessor && at.Kind == Text && at.Text == key
}

// Table returns the logical name of the table of a row that the code creates:
// new Entity("account"), or an early-bound type whose constructor says so. It is
// empty where that cannot be told.
func (v *Value) Table() string {
	if v.Kind != Created || v.In == nil {
		return ""
	}
	if v.IsNew(entityType) {
		return v.tableInArguments()
	}
	if v.Member.Method == nil {
		return ""
	}
	c := v.In.Assembly.codes[v.Member.Method]
	if c == nil {
		return ""
	}
	for _, call := range c.Calls {
		if call.Op == clr.OpCall && call.Is(entityType, ".ctor") && call.Arg(1).Kind == Text {
			return strings.ToLower(call.Arg(1).Text)
		}
	}
	return ""
}

// tableInArguments returns the table of a late-bound row: the first argument of the
// constructor, or what LogicalName is set to.
func (v *Value) tableInArguments() string {
	if len(v.Args) > 0 && v.Args[0].Kind == Text {
		return strings.ToLower(v.Args[0].Text)
	}
	for _, call := range v.In.Uses(v) {
		if call.Is(entityType, "set_LogicalName") && call.Last().Kind == Text {
			return strings.ToLower(call.Last().Text)
		}
	}
	return ""
}

// IsEarlyBound reports whether the value is a row of a type that derives from
// Entity.
func (v *Value) IsEarlyBound() bool {
	switch {
	case v.Kind == Created && !v.IsNew(entityType):
		return v.In != nil && v.In.Assembly.IsA(v.Member.OwnerName(), entityType)
	case v.Kind == Result && v.Member.Is(entityType, "ToEntity") && len(v.Member.Args) == 1:
		return !v.Member.Args[0].Is(entityType) && v.Member.Args[0].Kind == clr.NamedType
	}
	return false
}

// ColumnsSet returns the columns that the code sets on a row: row["name"] = x,
// row.Attributes["name"] = x and row.Attributes.Add("name", x). It is not whole
// where a column is set by a name that is not known, or where the row goes to
// other code. Rows of one query count as one.
func (c *Code) ColumnsSet(row *Value) (columns []string, whole bool) {
	whole = true
	query := row.query()
	isRow := func(v *Value) bool { return v == row || query != nil && v.query() == query }
	for _, call := range c.Calls {
		switch on := call.Arg(0); {
		case isRow(on) && call.Is(entityType, "set_Item"), isAttributes(on) && isRow(on.Args[0]) && isSet(call):
			if key := call.Arg(1); key.Kind == Text {
				columns = append(columns, strings.ToLower(key.Text))
			} else {
				whole = false
			}
		case call.Member.Method != nil && slices.ContainsFunc(call.Args, isRow), isRow(on) && call.Member.Name == "set_Attributes":
			whole = false
		}
	}
	return columns, whole
}

func isSet(call *Call) bool { return call.Member.Name == "set_Item" || call.Member.Name == "Add" }

func isAttributes(v *Value) bool {
	return v.Kind == Result && v.Member.Is(entityType, "get_Attributes") && len(v.Args) == 1
}
