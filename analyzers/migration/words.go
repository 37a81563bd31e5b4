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

// isMail reports whether a value is an e-mail address and nothing else, leaving out
// the domains that are reserved for examples (RFC 2606).
func isMail(value string) bool {
	name, domain, ok := strings.Cut(value, "@")
	if !ok || name == "" || len(value) > 254 || strings.Contains(domain, "@") {
		return false
	}
	dot := strings.LastIndexByte(domain, '.')
	if dot <= 0 || len(domain)-dot < 3 || strings.ContainsAny(value, " \t\r\n/<>\"',;:") {
		return false
	}
	lower := strings.ToLower(domain)
	for _, reserved := range []string{"example.com", "example.net", "example.org", ".example", ".test", ".invalid"} {
		if strings.HasSuffix(lower, reserved) {
			return false
		}
	}
	return true
}

// isTelephone reports whether a column of telephone numbers holds one.
func isTelephone(column, value string) bool {
	if !strings.Contains(column, "telephone") && !strings.Contains(column, "phone") && !strings.HasSuffix(column, "_fax") && column != "fax" {
		return false
	}
	digits := 0
	for _, r := range value {
		switch {
		case '0' <= r && r <= '9':
			digits++
		case !strings.ContainsRune(" +-().x/", r):
			return false
		}
	}
	return digits >= 6 && digits <= 20
}
