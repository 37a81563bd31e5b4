package web

import (
	"iter"
	"strconv"

	"github.com/solcheck/solcheck/analyzers/syntax/javascript"
	"github.com/solcheck/solcheck/analyzers/webresource"
)

// A toolkitCall is a function of a library that is widely used and waits for the
// server unless it is told not to.
type toolkitCall struct {
	path string
	at   int  // which argument decides, from 0; negative where it always waits
	flag bool // the argument is true for a call that does not wait; else it is a callback
}

// toolkit lists the functions of XrmServiceToolkit 1.4 and of Sdk.Sync, which
// belongs to Sdk.Soap.js. Source: their published code.
var toolkit = []toolkitCall{
	{"XrmServiceToolkit.Rest.Associate", 7, true},
	{"XrmServiceToolkit.Rest.Create", 4, true},
	{"XrmServiceToolkit.Rest.Delete", 4, true},
	{"XrmServiceToolkit.Rest.Disassociate", 6, true},
	{"XrmServiceToolkit.Rest.Retrieve", 6, true},
	{"XrmServiceToolkit.Rest.RetrieveMultiple", 5, true},
	{"XrmServiceToolkit.Rest.Update", 5, true},
	{"XrmServiceToolkit.Soap.Assign", 4, false},
	{"XrmServiceToolkit.Soap.Associate", 5, false},
	{"XrmServiceToolkit.Soap.Create", 1, false},
	{"XrmServiceToolkit.Soap.Delete", 2, false},
	{"XrmServiceToolkit.Soap.Disassociate", 5, false},
	{"XrmServiceToolkit.Soap.Execute", 1, false},
	{"XrmServiceToolkit.Soap.Fetch", 2, false},
	{"XrmServiceToolkit.Soap.GetCurrentUserBusinessUnitId", -1, false},
	{"XrmServiceToolkit.Soap.GetCurrentUserId", -1, false},
	{"XrmServiceToolkit.Soap.GetCurrentUserRoles", -1, false},
	{"XrmServiceToolkit.Soap.GrantAccess", 1, false},
	{"XrmServiceToolkit.Soap.IsCurrentUserRole", -1, false},
	{"XrmServiceToolkit.Soap.ModifyAccess", 1, false},
	{"XrmServiceToolkit.Soap.QueryAll", 1, false},
	{"XrmServiceToolkit.Soap.QueryByAttribute", 1, false},
	{"XrmServiceToolkit.Soap.Retrieve", 3, false},
	{"XrmServiceToolkit.Soap.RetrieveAllEntitiesMetadata", 2, false},
	{"XrmServiceToolkit.Soap.RetrieveAttributeMetadata", 3, false},
	{"XrmServiceToolkit.Soap.RetrieveEntityMetadata", 3, false},
	{"XrmServiceToolkit.Soap.RetrieveMultiple", 1, false},
	{"XrmServiceToolkit.Soap.RetrievePrincipalAccess", 1, false},
	{"XrmServiceToolkit.Soap.RevokeAccess", 1, false},
	{"XrmServiceToolkit.Soap.SetState", 4, false},
	{"XrmServiceToolkit.Soap.Update", 1, false},
	{"Sdk.Sync.associate", -1, false},
	{"Sdk.Sync.create", -1, false},
	{"Sdk.Sync.del", -1, false},
	{"Sdk.Sync.disassociate", -1, false},
	{"Sdk.Sync.execute", -1, false},
	{"Sdk.Sync.retrieve", -1, false},
	{"Sdk.Sync.retrieveMultiple", -1, false},
	{"Sdk.Sync.update", -1, false},
}

// toolkitWaits is requestWaits for the libraries in toolkit.
func toolkitWaits(s *webresource.Script) iter.Seq2[javascript.Node, string] {
	return func(yield func(javascript.Node, string) bool) {
		if !s.Mentions("XrmServiceToolkit") && !s.Mentions("Sdk.Sync") {
			return
		}
		for _, t := range toolkit {
			for n := range s.Uses(t.path + "()") {
				if t.waits(n) && !yield(n, strconv.Quote(t.path)+" keeps the page from answering until the server has; pass a callback, or use Xrm.WebApi") {
					return
				}
			}
		}
	}
}

func (t toolkitCall) waits(call javascript.Node) bool {
	if t.at < 0 {
		return true
	}
	arg := call.Argument(t.at)
	if t.flag {
		return len(call.Arguments()) >= t.at && len(call.Arguments()) > 3 && (!arg.IsValid() || isFalse(arg, 0))
	}
	return !arg.IsValid() || arg.Kind() == javascript.Null || arg.Name() == "undefined"
}
