package il

import (
	"strings"

	"github.com/solcheck/solcheck/analyzers/assembly"
)

const organizationRequest = "Microsoft.Xrm.Sdk.OrganizationRequest"

// requested returns the name of the class of Microsoft.Crm.Sdk.Messages whose
// request a call makes: by its constructor, or by the message's name in a late-bound
// OrganizationRequest. It is empty for other calls.
func requested(call *assembly.Call) string {
	text := call.Last()
	switch {
	case call.IsNew(organizationRequest) && text.Kind == assembly.Text,
		call.Is(organizationRequest, "set_RequestName") && text.Kind == assembly.Text:
		return text.Text + "Request"
	case call.IsNew(call.Member.OwnerName()):
		name, _ := strings.CutPrefix(call.Member.OwnerName(), "Microsoft.Crm.Sdk.Messages.")
		return name
	}
	return ""
}
