package onpremises_test

import (
	"testing"

	"github.com/solcheck/solcheck/rules/onpremises"
)

func TestAddress(t *testing.T) {
	for text, want := range map[string]string{
		"http://crmserver/contoso/main.aspx?etn=account":             "http://crmserver/contoso/main.aspx",
		"open https://crm.fabrikam.com/sales/main.aspx now":          "https://crm.fabrikam.com/sales/main.aspx",
		"http://crmserver/XRMServices/2011/Organization.svc":         "http://crmserver/XRMServices/2011/",
		"https://sales.fabrikam.com:444/api/data/v8.2/accounts":      "https://sales.fabrikam.com:444/api/data/v8",
		"http://crm01:5555/Contoso/main.aspx":                        "http://crm01:5555/Contoso/main.aspx",
		"http://crm01:5555":                                          "", // may be any service
		"https://contoso.crm.dynamics.com/main.aspx":                 "",
		"https://contoso.crm4.dynamics.com/apps/sales/main.aspx":     "",
		"https://crm.fabrikam.com/main.aspx":                         "", // may be the name that somebody gave an environment online
		"http://localhost/contoso/main.aspx":                         "",
		"http://localhost:5555/main.aspx":                            "",
		"/contoso/main.aspx":                                         "",
		"https://fabrikam.com/blog/main.html":                        "",
		"https://x.crm.dynamics.com/main.aspx http://s/o/main.aspx#": "http://s/o/main.aspx",
		"http://": "",
		"":        "",
	} {
		if got := onpremises.Address(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
