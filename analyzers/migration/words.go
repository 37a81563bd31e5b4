package migration

import "strings"

// isOwner reports whether a column tells who made or owns a row: identifiers that
// mean nothing in another environment.
func isOwner(column string) bool {
	switch column {
	case "createdby", "createdonbehalfby", "modifiedby", "modifiedonbehalfby", "ownerid", "owninguser", "owningteam", "owningbusinessunit":
		return true
	default:
		return false
	}
}

// isSystem reports whether the rows of a table are made by the environment, so
// that they are there without being imported.
func isSystem(table string) bool {
	switch table {
	case "systemuser", "team", "businessunit", "organization", "transactioncurrency", "role", "queue", "uom", "uomschedule",
		"calendar", "subject", "pricelevel", "mailbox", "savedquery", "systemform", "webresource", "workflow", "sdkmessageprocessingstep",
		"solution", "publisher", "appmodule", "bot", "connectionrole", "territory", "site", "languagelocale":
		return true
	default:
		return false
	}
}

// reserved are domains that belong to nobody: those of RFC 2606, and of the
// companies that Microsoft invented for examples.
var reserved = []string{
	"example.com", "example.net", "example.org", ".example", ".test", ".invalid",
	"adatum.com", "adventure-works.com", "alpineskihouse.com", "bluyonder.com", "cohovineyard.com", "contoso.com", "cpandl.com",
	"fabrikam.com", "fourthcoffee.com", "lamnahealthcare.com", "litware.com", "litwareinc.com", "margiestravel.com", "northwindtraders.com",
	"proseware.com", "tailspintoys.com", "thephone-company.com", "treyresearch.net", "wideworldimporters.com", "wingtiptoys.com",
	"sample.com", "someone.com",
}

// isMail reports whether a value is an e-mail address of somebody and nothing else.
func isMail(value string) bool {
	name, domain, ok := strings.Cut(value, "@")
	if !ok || name == "" || len(value) > 254 || strings.ContainsAny(value, " \t\r\n/<>\"',;:") || strings.Contains(domain, "@") {
		return false
	}
	dot := strings.LastIndexByte(domain, '.')
	if dot <= 0 || len(domain)-dot < 3 {
		return false
	}
	lower := strings.ToLower(domain)
	for _, r := range reserved {
		if strings.HasSuffix(lower, r) {
			return false
		}
	}
	return true
}

// isTelephone reports whether a column of telephone numbers holds one, but for
// those that begin with 555, which films and samples use.
func isTelephone(column, value string) bool {
	if !strings.Contains(column, "phone") && column != "fax" {
		return false
	}
	digits := make([]byte, 0, 20)
	for i := range len(value) {
		switch c := value[i]; {
		case '0' <= c && c <= '9':
			digits = append(digits, c)
		case !strings.ContainsRune(" +-().x/", rune(c)):
			return false
		}
		if len(digits) > 18 {
			return false
		}
	}
	return len(digits) >= 7 && !strings.Contains(string(digits), "555")
}
