package customizations

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/solcheck/solcheck/analyzers/syntax/jsontree"
)

// vaultAddress matches the address of a secret in a key vault, as Microsoft Learn
// gives it under "Use environment variables for Azure Key Vault secrets".
var vaultAddress = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)^/subscriptions/[^/]+/resourceGroups/[^/]+/providers/Microsoft\.KeyVault/vaults/[^/]+/secrets/[^/]+$`)
})

// Misfit says why a text is no value of the type, in words that follow "is"; it is
// empty for one that is. An empty text is a value of every type.
func (t VariableType) Misfit(value string) string {
	value = strings.TrimSpace(value)
	if value == "" {
		return ""
	}
	switch t {
	case NumberVariable:
		if _, err := strconv.ParseFloat(value, 64); err != nil {
			return "no number, expected one with a point before its decimals"
		}
	case BooleanVariable:
		if !slices.Contains([]string{"yes", "no", "true", "false", "1", "0"}, strings.ToLower(value)) {
			return `neither yes nor no, expected "yes" or "no"`
		}
	case JSONVariable:
		if tree := jsontree.Parse([]byte(value), 1); !tree.IsWellFormed() {
			return "no JSON: " + tree.Problems[0].String()
		}
	case SecretVariable:
		if !vaultAddress().MatchString(value) {
			return "no address of a secret, expected /subscriptions/…/resourceGroups/…/providers/Microsoft.KeyVault/vaults/…/secrets/…"
		}
	case StringVariable, DataSourceVariable: // any text is one
	}
	return ""
}
