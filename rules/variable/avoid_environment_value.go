package variable

import (
	"regexp"
	"strings"
	"sync"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidEnvironmentValue = &rule.Rule{
	ID:        "variable-avoid-environment-value",
	Severity:  rule.Medium,
	Category:  rule.Design,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  variablesPage,
	Kinds:     kinds(),
	Requires:  requires(),
	Run:       runAvoidEnvironmentValue,
}

// ownedHosts match the hosts that belong to one organization or environment.
var ownedHosts = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)https?://([a-z0-9-]+)(\.api)?\.(crm\d*\.dynamics\.com|crm\.dynamics\.cn|crm\.microsoftdynamics\.us|sharepoint\.com)\b`)
})

// owned match other things that exist in one tenant or environment alone.
var owned = sync.OnceValue(func() *regexp.Regexp {
	const guid = `[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}`
	return regexp.MustCompile(`(?i)^\{?` + guid + `\}?$|(apps\.powerapps\.com/play/|login\.microsoftonline\.com/|/environments/)(e/)?(default-)?` + guid +
		`|\.logic\.azure\.com(:443)?/workflows/|^[a-z0-9._-]+@[a-z0-9-]+\.onmicrosoft\.com$`)
})

func runAvoidEnvironmentValue(p *rule.Pass) error {
	for _, v := range customizations.Of(p.Pass).EnvironmentVariables {
		if secretIn(v, v.DefaultValue.Value) != "" {
			continue // variable-remove-secret says it
		}
		if what := ownedPart(v.DefaultValue.Value); what != "" {
			p.Reportf(v.DefaultValue, v.Ref(), "Environment variable %q has %q as its default value, which exists in one environment or tenant alone, and is used in all that set no value of their own; remove the default value, and give a value in each environment", v.Name.Value, what)
		}
	}
	return nil
}

// ownedPart returns the part of a value that belongs to one tenant, empty for a
// value that may stand anywhere.
func ownedPart(value string) string {
	if m := ownedHosts().FindStringSubmatch(value); m != nil {
		if isExample(m[1]) {
			return ""
		}
		return m[0]
	}
	if part := owned().FindString(value); strings.Trim(part, "{}0-") != "" {
		return part
	}
	return ""
}

// isExample reports whether the name of a tenant stands for another.
func isExample(name string) bool {
	name = strings.ToLower(name)
	for _, e := range []string{"your", "contoso", "fabrikam", "domain", "example", "tenant", "mycompany", "org-name", "orgname", "xxx"} {
		if strings.HasPrefix(name, e) {
			return true
		}
	}
	return false
}
